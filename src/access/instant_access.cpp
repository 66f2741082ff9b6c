// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/instant_access.h"

#include <tbb/parallel_for.h>

#include <algorithm>

namespace michinori::access {

using network::Reason;
using network::Snapped;

InstantAccess::InstantAccess(const routing::Engine& engine, const network::Components& components,
                             const std::vector<FacilityId>& facilities,
                             const std::vector<network::SnapResult>& demand_snaps,
                             const std::vector<network::SnapResult>& facility_snaps, std::optional<TravelTime> cutoff)
    : components_(components),
      demand_snaps_(demand_snaps),
      cutoff_(cutoff),
      sites_(sites_of(facilities, facility_snaps)),
      lists_(engine.time_lists(origins_of(demand_snaps), sites_.sites, no_way)) {}

Outcome InstantAccess::outcome(std::size_t point, const std::vector<std::uint8_t>& open,
                               const ServedPieces& served) const {
    const auto& home = demand_snaps_[point];
    if (const auto* reason = std::get_if<Reason>(&home)) {
        return *reason;
    }
    std::optional<Journey> nearest;
    for (const auto& entry : lists_.of(point)) {
        if (open[entry.site] == 0) {
            continue;
        }
        const Journey journey{sites_.facility[entry.site], TravelTime{entry.time}};
        if (nearest) {
            return Reached{*nearest, journey};
        }
        if (cutoff_ && journey.time > *cutoff_) {
            return Reason::beyond_cutoff;
        }
        nearest = journey;
    }
    return nearest ? Outcome(Reached{*nearest, {}}) : Outcome(served.explain(std::get<Snapped>(home).position));
}

std::vector<Outcome> InstantAccess::with(std::span<const FacilityId> open) const {
    std::vector<std::uint8_t> is_open(sites_.facility.size());
    std::vector<routing::Site> sites;
    for (std::size_t s = 0; s < is_open.size(); ++s) {
        if (std::ranges::binary_search(open, sites_.facility[s])) {
            is_open[s] = 1;
            sites.push_back(sites_.sites[s]);
        }
    }
    const ServedPieces served(components_, sites);
    std::vector<Outcome> outcomes(demand_snaps_.size(), Outcome{Reason::bad_coordinate});
    tbb::parallel_for(std::size_t{0}, outcomes.size(),
                      [&](std::size_t d) { outcomes[d] = outcome(d, is_open, served); });
    return outcomes;
}

}  // namespace michinori::access
