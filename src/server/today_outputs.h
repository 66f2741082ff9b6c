// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "report/json_parts.h"
#include "report/result_tables.h"
#include "report/run_outputs.h"

namespace michinori::server {

/// What a run of today leaves as tables, and the manifest that goes with them.
struct TodayOutputs {
    std::vector<report::ResultTable> tables;
    report::Json manifest;
};

/// Made by the run's own writers in a folder that goes away; without maps, reports and rows by demand point. Throws
/// InputError output_unwritable.
[[nodiscard]] TodayOutputs today_outputs(const report::RunResults& results, Language language);

}  // namespace michinori::server
