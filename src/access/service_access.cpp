// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/service_access.h"

#include <tbb/parallel_for.h>

namespace michinori::access {

using network::Reason;
using network::Snapped;

ServiceAccess::ServiceAccess(const routing::Engine& engine, const network::Components& components,
                             const Service& service, const std::vector<network::SnapResult>& facility_snaps)
    : service_(service),
      sites_(sites_of(service.facilities, facility_snaps)),
      served_(components, sites_.sites),
      field_(engine, sites_.sites, 2) {}

Outcome ServiceAccess::from(const network::SnapResult& home) const {
    if (const auto* reason = std::get_if<Reason>(&home)) {
        return *reason;
    }
    const auto& snapped = std::get<Snapped>(home);
    const auto reaches = field_.from(snapped.position);
    if (reaches.empty()) {
        return served_.explain(snapped.position);
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

std::vector<Outcome> ServiceAccess::from_all(const std::vector<network::SnapResult>& homes) const {
    std::vector<Outcome> outcomes(homes.size(), Reason::bad_coordinate);
    tbb::parallel_for(std::size_t{0}, homes.size(), [&](std::size_t h) { outcomes[h] = from(homes[h]); });
    return outcomes;
}

Journey ServiceAccess::journey(const routing::Reach& reach, const Snapped& home) const {
    return {sites_.facility[reach.site.index()], saturating_add(reach.time, home.access_time)};
}

}  // namespace michinori::access
