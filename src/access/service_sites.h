// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "access/access.h"
#include "network/components.h"
#include "routing/site.h"
#include "routing/sparse_table.h"

namespace michinori::access {

/// The facilities of a service that stand on the network, as sites of a search. Ascending by facility, so that ties of
/// time go to the lower facility.
struct ServiceSites {
    std::vector<routing::Site> sites;
    std::vector<FacilityId> facility;  ///< by site
};
[[nodiscard]] ServiceSites sites_of(const std::vector<FacilityId>& facilities,
                                    const std::vector<network::SnapResult>& facility_snaps);

/// Where the journeys of demand points begin.
[[nodiscard]] std::vector<routing::Origin> origins_of(const std::vector<network::SnapResult>& demand_snaps);

/// The pieces of network on which a service is given, under each reading of "connected": why somebody reaches none.
class ServedPieces {
public:
    ServedPieces(const network::Components& components, const std::vector<routing::Site>& sites);
    /// Why this place reaches no site.
    [[nodiscard]] network::Reason explain(network::Position from) const;

private:
    const network::Components* components_;
    std::set<network::ComponentId> open_;
    std::set<std::uint32_t> with_closed_roads_;
    std::set<std::uint32_t> with_excluded_ferries_;
};

}  // namespace michinori::access
