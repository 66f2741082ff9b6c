// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "location/answer.h"
#include "location/deadline.h"
#include "location/problem.h"
#include "location/solve.h"

namespace michinori::location {

/// worst_time: the least time within which a set of the wanted size reaches every point that any site of the table
/// reaches, by halving the range of times that occur; each time is settled by a set that the heuristic finds or by an
/// exact model that finds one or proves that there is none. Of the sets with that time the one of least mean time, as
/// far as the deadline allows. The cost is in ms. Source: Minieka 1970; Elloumi, Labbe, Pochet 2004.
[[nodiscard]] Answer solve_centre(const Problem& problem, const SolveOptions& options, const Deadline& deadline);

}  // namespace michinori::location
