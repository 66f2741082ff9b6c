// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "access/access.h"
#include "access/service_sites.h"
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
    /// From each of many; parallel.
    [[nodiscard]] std::vector<Outcome> from_all(const std::vector<network::SnapResult>& homes) const;

private:
    [[nodiscard]] Journey journey(const routing::Reach& reach, const network::Snapped& home) const;

    const Service& service_;
    ServiceSites sites_;
    ServedPieces served_;
    routing::NearestField field_;
};

}  // namespace michinori::access
