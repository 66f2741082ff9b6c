// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "access/access.h"
#include "access/area.h"
#include "access/demand.h"
#include "access/facility.h"
#include "io/input_log.h"

namespace michinori::io {

/// What `michinori run` left in a folder, read back: run.json, access.csv, facilities.csv and the names in areas.csv.
/// Minutes are those of access.csv: rounded up to a thousandth, so that "within 60 minutes" reads as it was counted.
struct RunFolder {
    std::string scenario_id;
    std::string title_en;
    std::string title_ja;
    access::DemandSet demand;  ///< one group
    access::FacilitySet facilities;
    std::vector<access::Service> services;
    std::vector<access::AreaLevel>
        levels;  ///< "municipality" and the main level, where access.csv tells them; no shapes
    std::vector<access::AreaOfDemand> area_of;           ///< by level
    std::vector<std::vector<access::Outcome>> outcomes;  ///< [service][demand point]
};

/// Adds a record to the log, and the warning run_altered for a table whose digest is not the one in run.json. Throws
/// InputError: not_a_run (no such files, or of another kind), column_missing, and with file and row bad_number,
/// bad_choice (a status), unknown_reference (a facility that is not in facilities.csv).
///
///     const auto run = read_run({"out/today", "out/today"}, "run before", log);
///     run.outcomes[0][0];    // of the first service and demand point
[[nodiscard]] RunFolder read_run(const InputFile& folder, const std::string& role, InputLog& log);

}  // namespace michinori::io
