// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "report/view.h"
#include "scenario/variant.h"
#include "server/prepared_roads.h"

namespace michinori::server {

/// The region as a list of changes leaves it. Immutable but for the log of its places; see States.
struct State {
    std::shared_ptr<const PreparedRoads> roads;
    std::shared_ptr<const access::DemandSet> people;  ///< of another year; null: today's
    scenario::VariantRegion places;                   ///< facilities on these roads, without people
    scenario::Analysis analysis;
    std::vector<report::Bilingual> changes;  ///< in words
    std::vector<Finding> notes;              ///< changes that do nothing

    [[nodiscard]] const access::DemandSet& demand() const { return people ? *people : roads->region->inputs().demand; }
    [[nodiscard]] const access::FacilitySet& facilities() const { return places.inputs().facilities; }
    /// What view and comparison take; refers to this state.
    [[nodiscard]] report::ViewState view_state(const scenario::MaternityStudy* maternity) const;
    /// The region with people, facilities and areas, for what needs more than times. O(inputs).
    [[nodiscard]] scenario::VariantRegion whole() const;
};

}  // namespace michinori::server
