// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "io/input_log.h"
#include "io/output_folder.h"
#include "report/view.h"
#include "scenario/comparison_study.h"

namespace michinori::report {

/// A comparison and what was changed, in words.
struct ComparedVariant {
    const scenario::ComparisonStudy& study;
    std::vector<std::string> changes;
};

/// Everything `compare` knows when it is done. Refers to values that must outlive it.
struct ComparisonOutputs {
    const scenario::Scenario* scenario = nullptr;  ///< null: two result folders were compared
    std::vector<ComparedVariant> variants;
    const io::InputLog& log;
    std::string version;
    Language language = Language::english;
    bool map = true;
    const network::SpeedProfile* profile = nullptr;  ///< null: two result folders were compared
    std::vector<ViewState> states;  ///< what report.html shows; empty: the states of the studies, without roads
};

/// Stages comparison.csv, cells.csv, loads.csv, variants.csv, support.csv (where births and rules are known),
/// compare.gpkg and report.html (unless left out) and, last, compare.json, which names every file staged so far. Does
/// not commit. The bytes depend on the results alone. Throws InputError output_unwritable.
void write_comparison(const ComparisonOutputs& outputs, io::OutputFolder& out);

/// For a terminal: what each variant changes, and per service who gains, who loses and the largest loss.
[[nodiscard]] std::string comparison_text(const ComparisonOutputs& outputs);

}  // namespace michinori::report
