// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "location/problem.h"

namespace michinori::location {

/// A family of constraints that may be given up as a whole.
struct Family {
    enum class Kind {
        must_open,
        must_close,
        group,  ///< Problem::groups[index]
        floor,
        capacity,
        sites,  ///< the number of sites
        share   ///< fewest_sites: the people who must be within the limit
    };
    Kind kind = Kind::sites;
    std::size_t index = 0;  ///< group: which
    friend bool operator==(const Family&, const Family&) = default;
};

struct Conflict {
    /// Families that cannot hold together, in the order of the enum; leave out any one of them and the others can.
    std::vector<Family> families;
    /// False where time ran out before that was known: the families cannot hold together, but fewer may not either.
    bool irreducible = true;
};

/// Why no set of sites satisfies the problem; nothing when one does, or when the time limit (s) passed before it
/// was known. Which of several such sets of families is told is fixed by the order in which they are tried: groups from
/// the last to the first, then floor, capacity, must_open, must_close, share, sites. One feasibility model a family.
[[nodiscard]] std::optional<Conflict> find_conflict(const Problem& problem, double time_limit = 60);

}  // namespace michinori::location
