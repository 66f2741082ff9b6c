// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "location/answer.h"
#include "location/deadline.h"
#include "location/problem.h"
#include "location/solve.h"

namespace michinori::location {

/// fewest_sites: a greedy cover, made smaller site by site as long as the heuristic finds a set; then the exact model
/// for the least number, then of the sets of that size the one of least mean time, as far as the deadline allows. The
/// cost is the number of sites. Source: Toregas, Swain, ReVelle, Bergman 1971; with a share: Daskin, Owen 1999.
[[nodiscard]] Answer solve_fewest(const Problem& problem, const SolveOptions& options, const Deadline& deadline);

}  // namespace michinori::location
