// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/access.h"

#include <tbb/parallel_for.h>

#include "access/service_access.h"

namespace michinori::access {
namespace {

std::vector<network::SnapResult> snap_all(const network::Snapper& snapper, std::size_t count, auto&& position) {
    std::vector<network::SnapResult> snaps(count, network::Reason::bad_coordinate);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { snaps[i] = snapper.snap(position(i)); });
    return snaps;
}

}  // namespace

std::vector<network::SnapResult> snap_demand(const network::Snapper& snapper, const DemandSet& demand) {
    return snap_all(snapper, demand.size(), [&](std::size_t i) { return demand.points[i].position; });
}

std::vector<network::SnapResult> snap_facilities(const network::Snapper& snapper, const FacilitySet& facilities) {
    return snap_all(snapper, facilities.size(), [&](std::size_t i) { return facilities.facilities[i].position; });
}

AccessResult compute_access(const routing::Engine& engine, const network::Components& components,
                            const network::Snapper& snapper, const DemandSet& demand, const FacilitySet& facilities,
                            const std::vector<Service>& services) {
    AccessResult result;
    result.demand_snaps = snap_demand(snapper, demand);
    result.facility_snaps = snap_facilities(snapper, facilities);
    result.outcomes.resize(services.size());
    tbb::parallel_for(std::size_t{0}, services.size(), [&](std::size_t s) {
        const ServiceAccess access(engine, components, services[s], result.facility_snaps);
        result.outcomes[s] = access.from_all(result.demand_snaps);
    });
    return result;
}

}  // namespace michinori::access
