// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "access/facility.h"
#include "network/road_changes.h"
#include "scenario/inputs.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// A variant while its changes are applied one after the other.
struct VariantDraft {
    const network::RoadNetwork& network;
    const access::FacilitySet& candidates;
    std::string id;
    Scenario scenario;
    Inputs inputs;
    network::RoadChanges roads;
    bool other_roads = false;  ///< season, profile or single roads: times have to be found anew

    /// A step that does nothing.
    void idle(const std::string& why) {
        inputs.log.findings.add({FindingCode::change_idle, {scenario.shown, {}, {}}, {id, why}});
    }
};

/// One change each; faults are InputErrors without a place, which the caller adds. They are those of
/// VariantFamily::make().
void apply(const CloseFacilities& change, VariantDraft& draft);
void apply(const OpenFacility& change, VariantDraft& draft);
void apply(const MoveFacility& change, VariantDraft& draft);
void apply(const MergeFacilities& change, VariantDraft& draft);
void apply(const ChangeOffer& change, VariantDraft& draft);
void apply(const ChangeRoads& change, VariantDraft& draft);
void apply(const ChangeSpeeds& change, VariantDraft& draft);
void apply(const ChangeYear& change, VariantDraft& draft);
void apply(const ChangeAreas& change, VariantDraft& draft);

/// Adds a facility of another set under the columns of this one; columns that are new here are empty elsewhere.
FacilityId append_facility(const access::FacilitySet& from, std::size_t index, access::FacilitySet& into);

}  // namespace michinori::scenario
