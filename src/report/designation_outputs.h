// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "base/finding.h"
#include "io/output_folder.h"
#include "scenario/designation.h"

namespace michinori::report {

/// Everything `designate` knows when it is done; refers to the study's values.
struct DesignationOutputs {
    const scenario::DesignationStudy& study;
    const scenario::DesignationResult& result;
    std::string version;
    Language language = Language::english;
};

/// Stages designation.csv (a row per area), changes.csv (areas that enter or leave, under each variant),
/// designation.gpkg and, last, designation.json. Does not commit. The bytes depend on the results alone.
void write_designation(const DesignationOutputs& outputs, io::OutputFolder& out);

/// For a terminal: classes, what changes, the firmest changes, and the ministry's note.
[[nodiscard]] std::string designation_text(const DesignationOutputs& outputs);

/// That the index is relative and must not be applied mechanically; what is approximate in this study.
[[nodiscard]] std::string designation_notice(const DesignationOutputs& outputs);

}  // namespace michinori::report
