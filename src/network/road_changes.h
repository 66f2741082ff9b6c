// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/units.h"
#include "geo/point.h"
#include "geo/polygon_index.h"
#include "network/road_network.h"

namespace michinori::network {

/// What happens to some roads.
struct RoadAction {
    enum class Kind {
        close,
        open,  ///< driven in every season and, toll or not, by every profile that has a speed for its class
        speed  ///< driven at `factor` times the speed
    };
    Kind kind = Kind::close;
    double factor = 1;  ///< above 0; of `speed` only
};

/// Which roads: the parts of segments (road_network.h) that meet every condition given; at least one must be.
/// A ferry is selected only where ids or a name are given: a place or an area means its roads.
struct RoadSelection {
    std::vector<std::int64_t> ids{};  ///< as the source numbers them (OSM way, feature number)
    std::string name{};               ///< its name, its route number as written in the source ("12;275") or one of them
    std::optional<geo::Point> near{};  ///< some point of it lies within `within` of this place
    Metres within{500};
    std::vector<geo::MultiPolygon> polygons{};     ///< its middle lies in one of them
    std::vector<std::vector<geo::Point>> lines{};  ///< it runs along one of them (closure_lines.h)
    Metres match{30};
};

/// Ids that no part of the network has, ascending, each once: to be told of, since add() leaves them out.
[[nodiscard]] std::vector<std::int64_t> unknown_ids(const RoadNetwork& network, const std::vector<std::int64_t>& ids);

/// Changes to the parts of a network, to be applied by a TravelModel (speed_profile.h). Later changes of a part come
/// on top of earlier ones: of `close` and `open` the last one counts, factors are multiplied, and a closed road keeps
/// its factor for the day it is opened. One-way rules, turn restrictions and bollards stay as they are. Once made it
/// may be read from several threads.
///
///     RoadChanges changes;
///     changes.add(network, {.name = "国道12号"}, {.kind = RoadAction::Kind::close});
///     const TravelModel model(network, profile, Season::winter, changes);
class RoadChanges {
public:
    /// What became of a part.
    struct OfPart {
        enum class Access : std::uint8_t { as_it_was, closed, opened };
        Access access = Access::as_it_was;
        double factor = 1;  ///< of its speed
        friend auto operator<=>(const OfPart&, const OfPart&) = default;
    };

    /// Adds an action for the roads of a selection; returns how many parts it touches (none is no error here).
    /// Throws std::invalid_argument for a selection without any condition, a factor that is not above 0 and finite,
    /// and a network other than that of the earlier changes. O(parts + points of the parts whose place is asked for);
    /// parallel, result independent of the number of threads.
    std::size_t add(const RoadNetwork& network, const RoadSelection& roads, RoadAction action);

    /// True when no part was touched.
    [[nodiscard]] bool empty() const { return by_part_.empty(); }
    /// By part, in the order of the segments: segment.first_part + place in it. Empty when no part was touched.
    [[nodiscard]] const std::vector<OfPart>& by_part() const { return by_part_; }

private:
    std::vector<OfPart> by_part_;
};

}  // namespace michinori::network
