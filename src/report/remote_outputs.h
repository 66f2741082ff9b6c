// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "io/output_folder.h"
#include "report/json_parts.h"
#include "report/map_layers.h"
#include "report/run_outputs.h"

namespace michinori::report {

/// Stages what the section [remote] asks for: remote_districts.csv, remote_cells.csv; with hubs remote_hubs.csv and
/// remote_hub_minutes.csv, with visits remote_visits.csv; remote.gpkg unless the scenario leaves maps out.
[[nodiscard]] std::vector<StagedTable> write_remote_outputs(const RunResults& results, io::OutputFolder& out,
                                                            Language language);

/// For run.json: rules, districts and people of each, where all people read are, hubs, the notice on candidates.
[[nodiscard]] Json remote_json(const RunResults& results, Language language);

/// For a terminal: counts by rule, the first districts, those that no hub reaches.
[[nodiscard]] std::string remote_text(const RunResults& results, Language language);

}  // namespace michinori::report
