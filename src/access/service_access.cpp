// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/service_access.h"

namespace michinori::access {

using network::Reason;
using network::Snapped;

ServiceAccess::ServiceAccess(const routing::Engine& engine, const network::Components& components,
                             const Service& service, const std::vector<network::SnapResult>& facility_snaps)
    : components_(components), service_(service), field_(engine, take_sites(facility_snaps), 2) {}

std::vector<routing::Site> ServiceAccess::take_sites(const std::vector<network::SnapResult>& facility_snaps) {
    std::vector<routing::Site> sites;
    for (const auto facility : service_.facilities) {
        if (const auto* snapped = std::get_if<Snapped>(&facility_snaps[facility.index()])) {
            const auto segment = snapped->position.segment;
            sites.push_back({snapped->position, snapped->access_time});
            facility_of_site_.push_back(facility);
            served_.open.insert(components_.of(segment));
            served_.with_closed_roads.insert(components_.with_closed_roads(segment));
            served_.with_excluded_ferries.insert(components_.with_excluded_ferries(segment));
        }
    }
    return sites;
}

Reason ServiceAccess::explain(SegmentId from) const {
    if (served_.open.contains(components_.of(from))) {
        return Reason::one_way_trap;
    }
    if (served_.with_closed_roads.contains(components_.with_closed_roads(from))) {
        return Reason::road_closed;
    }
    if (served_.with_excluded_ferries.contains(components_.with_excluded_ferries(from))) {
        return Reason::ferry_excluded;
    }
    return Reason::other_component;
}

Outcome ServiceAccess::from(const network::SnapResult& home) const {
    if (const auto* reason = std::get_if<Reason>(&home)) {
        return *reason;
    }
    const auto& snapped = std::get<Snapped>(home);
    const auto reaches = field_.from(snapped.position);
    if (reaches.empty()) {
        return explain(snapped.position.segment);
    }
    Reached reached{journey(reaches[0], snapped), {}};
    if (service_.cutoff && reached.nearest.time > *service_.cutoff) {
        return Reason::beyond_cutoff;
    }
    if (reaches.size() > 1) {
        reached.second = journey(reaches[1], snapped);
    }
    return reached;
}

Journey ServiceAccess::journey(const routing::Reach& reach, const Snapped& home) const {
    return {facility_of_site_[reach.site.index()], saturating_add(reach.time, home.access_time)};
}

}  // namespace michinori::access
