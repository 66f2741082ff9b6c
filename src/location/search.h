// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>

#include "location/case.h"
#include "location/deadline.h"
#include "location/standing.h"

namespace michinori::location {

struct Found {
    Flags open;
    Standing standing;  ///< may not satisfy the case: then nothing better was found
};

/// The heuristic for an aim that is not the number of sites, with exactly Case::most sites: vertex substitution from a
/// greedy set and from the set given (today's, a neighbour's; may be empty), then, where more is asked than sites and
/// groups, with every constraint looked at. Deterministic, the same for any number of threads unless the deadline cuts
/// it short.
[[nodiscard]] Found search(const Case& wanted, std::span<const std::uint32_t> start, const Deadline& deadline);

/// From one set alone.
[[nodiscard]] Found search_from(const Case& wanted, Flags open, const Deadline& deadline);

}  // namespace michinori::location
