// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>

#include "location/answer.h"
#include "location/case.h"
#include "location/deadline.h"
#include "location/solve.h"

namespace michinori::location {

/// A case with a fixed number of sites and an aim that is not that number: heuristic, bound by Lagrangian relaxation
/// where the case is not small, then the exact model as far as the method allows it. Never too_large.
[[nodiscard]] Answer solve_case(const Case& wanted, SolveOptions::Method method, std::span<const std::uint32_t> start,
                                const Deadline& deadline);

/// What the exact model may grow to.
[[nodiscard]] std::size_t most_sets_for(const Case& wanted, SolveOptions::Method method);

}  // namespace michinori::location
