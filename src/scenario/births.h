// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <vector>

#include "access/area.h"
#include "base/units.h"
#include "scenario/analysis.h"
#include "scenario/region.h"

namespace michinori::scenario {

/// Births a year at each demand point: a population group, or the births of municipalities spread over their points.
/// Empty when the scenario says nothing of births. Findings go to the region's log. Throws InputError:
/// unknown_reference (no such group or level), the faults of the table, municipality_unknown, duplicate_id.
[[nodiscard]] std::vector<People> births_of_demand(const MaternitySettings& settings, Region& region,
                                                   const Analysis& analysis);

/// `total` shared out in proportion to weights, to the millionth, so that the parts add up to it exactly: each part
/// rounded down, what is left goes to the largest remainders, of equal ones to the earlier. All zero when no weight is
/// above zero.
[[nodiscard]] std::vector<People> shared_out(People total, std::span<const People> weights);

}  // namespace michinori::scenario
