// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/service_sites.h"

namespace michinori::access {

using network::Reason;
using network::Snapped;

ServiceSites sites_of(const std::vector<FacilityId>& facilities,
                      const std::vector<network::SnapResult>& facility_snaps) {
    ServiceSites found;
    for (const auto facility : facilities) {
        if (const auto* snapped = std::get_if<Snapped>(&facility_snaps[facility.index()])) {
            found.sites.push_back({snapped->position, snapped->access_time});
            found.facility.push_back(facility);
        }
    }
    return found;
}

std::vector<routing::Origin> origins_of(const std::vector<network::SnapResult>& demand_snaps) {
    std::vector<routing::Origin> origins;
    origins.reserve(demand_snaps.size());
    for (const auto& snap : demand_snaps) {
        const auto* snapped = std::get_if<Snapped>(&snap);
        origins.push_back(snapped == nullptr ? routing::Origin()
                                             : routing::Site{snapped->position, snapped->access_time});
    }
    return origins;
}

ServedPieces::ServedPieces(const network::Components& components, const std::vector<routing::Site>& sites)
    : components_(&components) {
    for (const auto& site : sites) {
        const auto segment = site.position.segment;
        open_.insert(components.of(site.position));
        with_closed_roads_.insert(components.with_closed_roads(segment));
        with_excluded_ferries_.insert(components.with_excluded_ferries(segment));
    }
}

Reason ServedPieces::explain(network::Position from) const {
    if (open_.contains(components_->of(from))) {
        return Reason::one_way_trap;
    }
    if (with_closed_roads_.contains(components_->with_closed_roads(from.segment))) {
        return Reason::road_closed;
    }
    if (with_excluded_ferries_.contains(components_->with_excluded_ferries(from.segment))) {
        return Reason::ferry_excluded;
    }
    return Reason::other_component;
}

}  // namespace michinori::access
