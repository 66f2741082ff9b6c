// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "report/view_parts.h"

namespace michinori::report {

// Sums about one service and one hour: what the words of the first screen are made of. People within, beyond and
// unreached are those of areas.csv (within_60, beyond_60, unreached).

/// People by how far they are.
struct Reach {
    People within;     ///< 60 minutes or less
    People beyond;     ///< more
    People unreached;  ///< no way
    People uncovered;  ///< of the unreached: where the data of roads do not reach (outside_network); of areas alone
    [[nodiscard]] People all() const { return within + beyond + unreached; }
    [[nodiscard]] People not_within() const { return beyond + unreached; }
    /// Whether roads are known for more than half of the people: of the others nothing can be said.
    [[nodiscard]] bool is_covered() const { return (all() - uncovered) > uncovered; }
};

/// Of one state.
struct StateReach {
    Reach region;
    std::vector<Reach> areas;  ///< of a level
    std::array<People, network::reason_count> by_reason;
    std::optional<std::size_t> farthest;  ///< the demand point with people that travels longest
};
/// `level` empty: no areas are told. Areas are those of `areas_of`.
[[nodiscard]] StateReach reach_of(const scenario::Side& side, std::size_t service, const std::vector<People>& people,
                                  const scenario::Side& areas_of, const std::optional<std::size_t>& level);

/// Who passes an hour from one state to another, counted in the people of the later one.
struct HourChange {
    People lost;    ///< within an hour before and no more
    People gained;  ///< the other way round
    People longer;  ///< reached before and after, but later
    People shorter;
    [[nodiscard]] People more_beyond() const { return lost - gained; }
};
struct ReachChange {
    Reach before;  ///< in the people of the later state
    Reach after;
    HourChange region;
    std::vector<HourChange> areas;
    std::vector<People> people;  ///< by area
};
[[nodiscard]] ReachChange change_between(const scenario::Side& before, const scenario::Side& after, std::size_t service,
                                         const std::vector<People>& people, const scenario::Side& areas_of,
                                         const std::optional<std::size_t>& level);

}  // namespace michinori::report
