// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "io/output_folder.h"
#include "report/comparison_outputs.h"
#include "report/json_parts.h"
#include "report/run_outputs.h"
#include "report/staged_table.h"

namespace michinori::report {

/// Stages report.html of a run with the tables staged so far. `manifest`: run.json as it is before report.html.
void write_run_report(const RunResults& results, const std::vector<StagedTable>& counted, Json manifest,
                      Language language, io::OutputFolder& out);

/// The same of a comparison: today and every variant, or two result folders.
void write_comparison_report(const ComparisonOutputs& outputs, const std::vector<StagedTable>& counted, Json manifest,
                             io::OutputFolder& out);

}  // namespace michinori::report
