// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "access/access.h"
#include "access/area.h"
#include "access/demand.h"
#include "access/facility.h"
#include "base/finding.h"
#include "io/input_log.h"
#include "io/output_folder.h"
#include "network/components.h"
#include "network/road_network.h"
#include "network/speed_profile.h"
#include "routing/engine.h"
#include "scenario/geography.h"
#include "scenario/maternity.h"
#include "scenario/remote.h"
#include "scenario/scenario.h"

namespace michinori::report {

/// Everything a run knows when it is done. Refers to the stages' values; they must outlive it.
struct RunResults {
    const scenario::Scenario& scenario;
    const network::RoadNetwork& network;
    const network::TravelModel& model;
    const network::Components& components;
    const network::SpeedProfile& profile;
    const access::DemandSet& demand;
    const access::FacilitySet& facilities;
    std::vector<access::Service> services;
    const std::vector<access::AreaLevel>& levels;
    const std::vector<access::AreaOfDemand>& area_of;  ///< by level
    const access::AccessResult& result;
    const io::InputLog& log;
    std::string version;
    const scenario::MaternityStudy* maternity = nullptr;  ///< null: the scenario has no such section
    const scenario::GeographyStudy* geography = nullptr;  ///< likewise
    const scenario::RemoteStudy* remote = nullptr;        ///< likewise
    const routing::Engine* engine = nullptr;              ///< null: report.html draws neither roads nor routes
};

/// Stages access.csv and results.gpkg (unless the scenario leaves them out), areas.csv,
/// facilities.csv, refused.csv, what [maternity] asks for (maternity_outputs.h), report.html (unless left out) and,
/// last, run.json, which names every file staged so far. Does not commit. The bytes depend on the results alone: no
/// clock, no path of the machine, no thread count. `language` chooses the labels of map layers and the words of
/// findings; codes stay English. Throws InputError output_unwritable.
void write_run_outputs(const RunResults& results, io::OutputFolder& out, Language language);

/// The table of services by area for a terminal: per service, for each area of the level and for
/// the whole region, people, median, 90 % point, share beyond 60 minutes, people unreached. An
/// unknown or empty level means the main one (main_level()).
[[nodiscard]] std::string services_table(const RunResults& results, const std::string& level, Language language);

}  // namespace michinori::report
