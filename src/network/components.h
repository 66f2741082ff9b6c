// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/strong_id.h"
#include "network/open_ends.h"
#include "network/road_network.h"
#include "network/speed_profile.h"

namespace michinori {
class DisjointSets;
}

namespace michinori::network {

using ComponentId = StrongId<struct ComponentTag>;

/// Connected pieces of a network, directions ignored. Numbered by descending road length (ties:
/// lowest junction).
struct Component {
    Metres length;  ///< of its roads; of a road closed in part, what hangs on it by open road
    std::size_t junctions = 0;
    geo::Point somewhere;  ///< its first junction, to find it on a map
};

/// Neighbouring junctions outside the strongly connected part that holds most road of their component:
/// they can be entered but not left, or left but not entered.
struct OneWayTrap {
    std::size_t junctions = 0;
    geo::Point somewhere;
};

/// Pieces under three readings, so that a missing way can be explained: what is open in the model;
/// all roads and ferries of the network, closed or not; and these with the excluded ferries. A road that is open from
/// end to end in some direction joins its ends; one that is closed in part does not, and has a piece at either end.
class Components {
public:
    static Components find(const TravelModel& model);

    [[nodiscard]] const std::vector<Component>& all() const { return all_; }
    /// The piece at that end of the road on which the place hangs by open road; what is closed or cut off counts as at
    /// the road's `from`.
    [[nodiscard]] ComponentId of(Position place) const;
    /// The segments that are closed in part: some parts still hang on an end.
    [[nodiscard]] const std::map<SegmentId, OpenEnds>& cut_segments() const { return cut_; }
    /// Labels that are equal where the wider reading connects (not numbered in any order).
    [[nodiscard]] std::uint32_t with_closed_roads(SegmentId s) const { return with_closed_[s.index()]; }
    [[nodiscard]] std::uint32_t with_excluded_ferries(SegmentId s) const { return with_ferries_[s.index()]; }
    [[nodiscard]] const std::vector<OneWayTrap>& traps() const { return traps_; }

private:
    void find_cut_segment(const TravelModel& model, SegmentId segment);
    void list_components(const RoadNetwork& network, DisjointSets& sets);

    std::vector<Component> all_;
    std::vector<ComponentId> of_segment_;  // at its `from`
    std::map<SegmentId, OpenEnds> cut_;
    std::map<SegmentId, ComponentId> cut_to_;  // of those: at its `to`
    std::vector<std::uint32_t> with_closed_;
    std::vector<std::uint32_t> with_ferries_;
    std::vector<OneWayTrap> traps_;
};

}  // namespace michinori::network
