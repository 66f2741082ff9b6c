// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "io/output_folder.h"
#include "report/json_parts.h"
#include "report/map_layers.h"
#include "report/run_outputs.h"

namespace michinori::report {

/// Stages what the section [geography] asks for: geography.csv (a row per area), geography_centres.csv (a row per area
/// and kind of centre), geography_reach.csv (people within limits, a row per area, line, metric and limit),
/// geography_cells.csv (a row per demand point), geography.gpkg unless the scenario leaves maps out, and
/// rurality_scales.toml where the cells of the scenario are a nation.
[[nodiscard]] std::vector<StagedTable> write_geography_outputs(const RunResults& results, io::OutputFolder& out,
                                                               Language language);

/// For run.json: metrics, lines, scales with what they rest on, totals of the region.
[[nodiscard]] Json geography_json(const RunResults& results, Language language);

/// For a terminal: a row per area of the main level.
[[nodiscard]] std::string geography_text(const RunResults& results, Language language);

/// What is made up, approximate or assumed in these numbers.
[[nodiscard]] std::string geography_notice(const scenario::GeographyStudy& study, Language language);

// One function a table; each returns its number of data rows.
std::int64_t write_geography_csv(const RunResults& results, const std::filesystem::path& file);
std::int64_t write_geography_centres_csv(const RunResults& results, const std::filesystem::path& file);
std::int64_t write_geography_reach_csv(const RunResults& results, const std::filesystem::path& file);
std::int64_t write_geography_cells_csv(const RunResults& results, const std::filesystem::path& file);
std::vector<LayerCount> write_geography_map(const RunResults& results, const std::filesystem::path& file,
                                            Language language);

/// Scales of rurality that cells (or areas) have here: into GeographyStudy::rurality.
[[nodiscard]] std::vector<std::size_t> scales_of(const scenario::GeographyStudy& study, bool of_cells);

}  // namespace michinori::report
