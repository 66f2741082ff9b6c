// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "location/case.h"
#include "location/deadline.h"

namespace michinori::location {

/// Vertex substitution where every constraint counts: each swap is tried on all points, the best standing wins
/// (satisfying first, then cheaper; among equals the lower opened, then the lower closed site), until no swap is
/// better. A set that satisfies everything never leaves it. A round is swaps x entries passed, in parallel; where that
/// would be more than 4e8 points to look at, every so-manieth swap is tried, in turn. Deterministic.
void direct_search(const Case& wanted, Flags& open, const Deadline& deadline);

}  // namespace michinori::location
