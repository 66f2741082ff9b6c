// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "io/input_log.h"
#include "io/output_folder.h"
#include "scenario/care_study.h"
#include "scenario/inputs.h"

namespace michinori::report {

/// Everything `care` knows when it is done. Refers to values that must outlive it.
struct CareOutputs {
    const scenario::Scenario& scenario;
    const scenario::CareStudy& study;
    const scenario::Inputs& inputs;
    const io::InputLog& log;
    const network::SpeedProfile* profile = nullptr;  ///< null: times along straight lines
    std::string version;
    Language language = Language::english;
};

/// Stages, each only where it has rows:
///
/// - care_people.csv (a row per chain and demand point), care_reach.csv (per tier or capability and demand point): both
///   only where the scenario wants access.csv;
/// - care_areas.csv (tiers and capabilities by area), care_chains.csv (chains by area), care_missing.csv (which step is
///   missing, and why), care_sites.csv (sites, with their loads), care_loads.csv (people on their way by chain and
///   step), care_tele.csv (from which site a consultation at a distance would make chains whole);
/// - care_need.csv, care_catchments.csv, care_inequality.csv, care_lorenz.csv (need and capacity);
/// - care_new_sites.csv, care_new_sites_areas.csv, care_concentration.csv, care_specialties.csv, care_hubs.csv
///   (what a hub and its partners can do together), care_capabilities.csv (people by capabilities missing),
///   care_links.csv;
/// - care.gpkg where the scenario wants maps; a page to print for each sheet of a network (care_sheet_name());
/// - last care.json: rules, settings, what every number means, what was not computed, figures of the region.
///
/// The first column of every table names the network (the id of its rule), the last says on what it rests: "recorded",
/// or "proxy" where the network says that something stands in for recorded fact. Does not commit. The bytes depend on
/// the results alone. Throws InputError output_unwritable.
void write_care(const CareOutputs& outputs, io::OutputFolder& out);

/// For a terminal: each network in tables, its proxies first and what was not computed last.
[[nodiscard]] std::string care_text(const CareOutputs& outputs);

}  // namespace michinori::report
