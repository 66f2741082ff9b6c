// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "io/output_folder.h"
#include "scenario/closure_study.h"
#include "scenario/region.h"

namespace michinori::report {

/// Everything `closures` knows when it is done. Refers to values that must outlive it.
struct ClosureOutputs {
    const scenario::Scenario& scenario;
    const scenario::Region& region;
    const scenario::Analysis& analysis;
    const std::vector<scenario::ClosureTable>& tables;
    const io::InputLog& log;
    std::string version;
    Language language = Language::english;
};

/// Stages closures.csv (a row per service and facility, the worst first), closure_pairs.csv (likewise for two, where
/// asked for), closure_takeover.csv (who would go where), closures.gpkg (facilities with what their loss would do) and,
/// last, closures.json. Does not commit. The bytes depend on the results alone. Throws InputError output_unwritable.
void write_closures(const ClosureOutputs& outputs, io::OutputFolder& out);

/// For a terminal: the worst losses of each service.
[[nodiscard]] std::string closures_text(const ClosureOutputs& outputs);

}  // namespace michinori::report
