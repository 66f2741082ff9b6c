// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/remote_parting.h"

#include <algorithm>
#include <utility>

namespace michinori::scenario {

using network::Snapped;

RemoteParting::RemoteParting(std::vector<geo::Point> places, const geo::PolygonIndex* barriers,
                             const std::optional<ByRoad>& by_road)
    : places_(std::move(places)), barriers_(barriers), by_road_(by_road) {
    if (by_road_) {
        snaps_ = by_road_->metric.snap(places_);
    }
}

bool RemoteParting::joins(std::uint32_t centre, std::uint32_t other, bool off_road_parts) {
    if (barriers_ != nullptr && barriers_->meets(places_[centre], places_[other])) {
        return false;
    }
    return !by_road_ || is_near_by_road(centre, other, off_road_parts);
}

bool RemoteParting::is_near_by_road(std::uint32_t centre, std::uint32_t other, bool off_road_parts) {
    const auto* to = std::get_if<Snapped>(&snaps_[centre]);
    const auto* from = std::get_if<Snapped>(&snaps_[other]);
    if (to == nullptr || from == nullptr) {
        return !off_road_parts;
    }
    if (centre_ != centre) {
        centre_ = centre;
        to_centre_ = by_road_->metric.engine().times_to(to->position);
    }
    const auto whole = way(*from, *to);
    return whole != no_way && network::length_of(whole) <= by_road_->limit;
}

/// The least over both directions of the road, as routing/nearest_field.h has it.
TravelTime RemoteParting::way(const Snapped& from, const Snapped& to) {
    const auto& model = by_road_->metric.engine().model();
    const auto& net = model.network();
    auto best = no_way;
    for (const auto direction : network::both_directions) {
        const auto to_end = model.time_to_end(from.position, direction);
        const auto arcs = net.arcs_along(from.position.segment, direction);
        if (to_end != no_way && !arcs.empty()) {
            best = std::min(best, saturating_add(to_end, to_centre_->at(net.arc(arcs.front()).head.raw())));
        }
        if (from.position.segment == to.position.segment) {
            best = std::min(best, model.time_between(from.position, to.position, direction));
        }
    }
    return saturating_add(saturating_add(from.access_time, best), to.access_time);
}

}  // namespace michinori::scenario
