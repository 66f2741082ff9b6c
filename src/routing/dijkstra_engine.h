// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "network/road_network.h"
#include "network/speed_profile.h"

namespace michinori::routing {

/// A destination: where it stands on the network and the time of the last leg off the road.
struct Site {
    network::Position position;
    TravelTime access_time{0};
};

/// A site reached and the time from the asking position, the site's access leg included.
struct Reach {
    SiteId site;
    TravelTime time{0};
    friend bool operator==(const Reach&, const Reach&) = default;
};

/// The k nearest sites of every vertex, driving from the vertex to the site.
class NearestField {
public:
    NearestField(const network::TravelModel& model, std::vector<Site> sites, std::size_t k);

    /// Up to k distinct sites from a position, nearest first; ties go to the lower site id. Exact for
    /// positions anywhere along a road, also on the road the site stands on. O(k + sites on that
    /// road); safe from several threads.
    [[nodiscard]] std::vector<Reach> from(network::Position start) const;

private:
    struct Label {
        TravelTime time = no_way;
        std::uint32_t site = 0;
    };
    void search();
    void offer(std::vector<Reach>& best, Reach candidate) const;

    const network::TravelModel* model_;
    std::vector<Site> sites_;
    std::size_t k_;
    std::vector<Label> labels_;                    // k per vertex, nearest first
    std::vector<std::uint32_t> sites_by_segment_;  // site ids sorted by (segment, id)
};

/// One leg of a route along a segment.
struct RouteLeg {
    SegmentId segment;
    network::Direction direction;
    network::Position from;  ///< where the leg enters
    network::Position to;
};

struct Route {
    TravelTime time{0};  ///< along the network, without the access legs
    std::vector<RouteLeg> legs;
};

/// A quickest way between two positions by plain Dijkstra; nothing when there is none. Among equally
/// quick ways the choice is fixed (lowest arc id). O(m log n).
[[nodiscard]] std::optional<Route> find_route(const network::TravelModel& model, network::Position from,
                                              network::Position to);

}  // namespace michinori::routing
