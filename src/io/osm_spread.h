// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "base/units.h"

namespace michinori::io {

/// Spreads people over weights (not negative, not all zero) so that the parts sum to the total exactly:
/// each gets the whole micro-persons of its share, and those left over go one by one to the largest
/// remainders (ties: the earlier). O(n log n), exact integers throughout.
[[nodiscard]] std::vector<People> spread_people(People total, const std::vector<std::int64_t>& weights);

}  // namespace michinori::io
