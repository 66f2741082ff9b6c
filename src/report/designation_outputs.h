// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <optional>
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
/// designation.gpkg, rurality_scales.toml (of a nation: for its parts), the tables of computed indices
/// (physician_outputs.h) and of candidates (candidate_outputs.h), notice.txt and, last, designation.json. Does not
/// commit. The bytes depend on the results alone.
void write_designation(const DesignationOutputs& outputs, io::OutputFolder& out);

/// For a terminal: classes, what changes, the firmest changes, candidates, and the ministry's note.
[[nodiscard]] std::string designation_text(const DesignationOutputs& outputs);

/// That the index is relative and must not be applied mechanically; what is approximate, assumed or made up here.
[[nodiscard]] std::string designation_notice(const DesignationOutputs& outputs);

// One function a file.
void write_designation_csv(const DesignationOutputs& outputs, const std::filesystem::path& file);
void write_changes_csv(const DesignationOutputs& outputs, const std::filesystem::path& file);
void write_designation_map(const DesignationOutputs& outputs, const std::filesystem::path& file);

/// Where an area stands among the judged ones; nothing: it is not judged.
[[nodiscard]] std::optional<std::size_t> judged_place(const scenario::DesignationResult& result, std::size_t area);

/// "enters", "leaves" or "" under the study's rule.
[[nodiscard]] std::string change_of(const scenario::DesignationResult& result, std::size_t judged);

}  // namespace michinori::report
