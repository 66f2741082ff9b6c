// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "base/strong_id.h"
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
    Metres length;  ///< of its roads
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
/// all roads and ferries of the network, closed or not; and these with the excluded ferries.
class Components {
public:
    static Components find(const TravelModel& model);

    [[nodiscard]] const std::vector<Component>& all() const { return all_; }
    [[nodiscard]] ComponentId of(SegmentId segment) const { return of_segment_[segment.index()]; }
    /// Labels that are equal where the wider reading connects (not numbered in any order).
    [[nodiscard]] std::uint32_t with_closed_roads(SegmentId s) const { return with_closed_[s.index()]; }
    [[nodiscard]] std::uint32_t with_excluded_ferries(SegmentId s) const { return with_ferries_[s.index()]; }
    [[nodiscard]] const std::vector<OneWayTrap>& traps() const { return traps_; }

private:
    void list_components(const RoadNetwork& network, DisjointSets& sets);

    std::vector<Component> all_;
    std::vector<ComponentId> of_segment_;
    std::vector<std::uint32_t> with_closed_;
    std::vector<std::uint32_t> with_ferries_;
    std::vector<OneWayTrap> traps_;
};

}  // namespace michinori::network
