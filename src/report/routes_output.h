// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "io/output_folder.h"
#include "scenario/itinerary.h"

namespace michinori::report {

/// A journey asked for by the scenario's outputs.routes, with the demand point it starts from.
struct DemandItinerary {
    std::string demand_id;
    scenario::ItineraryResult result;
};

/// Stages routes.csv (a row per stretch of road, in the order of travel) and routes.gpkg (a line per
/// journey). Journeys that do not exist stand in routes.csv with their reason.
void write_routes(const std::vector<DemandItinerary>& journeys, io::OutputFolder& out);

}  // namespace michinori::report
