// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "io/output_folder.h"
#include "scenario/physicians.h"

namespace michinori::report {

/// Everything `physicians` knows when it is done; refers to the study's values.
struct PhysicianOutputs {
    const scenario::PhysicianStudy& study;
    const scenario::PhysicianStudyResult& result;
    std::string version;
    Language language = Language::english;
};

/// Stages physician_index.csv (a row per area, which `designate` reads as its table of indices), physician_classes.csv
/// (a row per area and class of physicians), and, where the study has them, treatment_classes.csv (area and class of
/// people), targets.csv and progress.csv; tables.xlsx, unless `workbook` is false (a command that leaves more tables
/// writes its own); last physicians.json. Does not commit. The bytes depend on the results alone.
void write_physicians(const PhysicianOutputs& outputs, io::OutputFolder& out, bool workbook = true);

/// For a terminal: classes, limits, the lowest indices, targets, progress, and the notices.
[[nodiscard]] std::string physicians_text(const PhysicianOutputs& outputs);

/// What a reader must know: the ministry's note, where the limits come from, what is assumed.
[[nodiscard]] std::vector<std::string> physician_notices(const PhysicianOutputs& outputs);

}  // namespace michinori::report
