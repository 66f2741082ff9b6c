// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <set>
#include <vector>

#include "access/access.h"
#include "routing/nearest_field.h"

namespace michinori::access {

/// Answers, for one service, "how far from here, or why not", for any place on the network: one
/// search at construction, O(1) a question after it. Immutable; safe from several threads.
/// `service`, `components` and the engine must outlive it.
class ServiceAccess {
public:
    ServiceAccess(const routing::Engine& engine, const network::Components& components, const Service& service,
                  const std::vector<network::SnapResult>& facility_snaps);

    /// From a point that was (or could not be) put on the network; its access leg is part of the time.
    [[nodiscard]] Outcome from(const network::SnapResult& home) const;

private:
    /// The pieces of network with a facility of the service, under each reading of "connected".
    struct ServedPieces {
        std::set<network::ComponentId> open;
        std::set<std::uint32_t> with_closed_roads;
        std::set<std::uint32_t> with_excluded_ferries;
    };

    [[nodiscard]] std::vector<routing::Site> take_sites(const std::vector<network::SnapResult>& facility_snaps);
    [[nodiscard]] network::Reason explain(SegmentId from) const;
    [[nodiscard]] Journey journey(const routing::Reach& reach, const network::Snapped& home) const;

    const network::Components& components_;
    const Service& service_;
    std::vector<FacilityId> facility_of_site_;  // ascending, so that ties go to the lower facility
    ServedPieces served_;
    routing::NearestField field_;
};

}  // namespace michinori::access
