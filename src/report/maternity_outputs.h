// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "io/output_folder.h"
#include "report/json_parts.h"
#include "report/map_layers.h"
#include "report/run_outputs.h"

namespace michinori::report {

/// Stages what the section [maternity] asks for: support_costs.csv (where births are known), wards.csv,
/// perinatal_areas.csv, with a proposal perinatal_redraw.csv and perinatal_moves.csv, and maternity.gpkg unless the
/// scenario leaves maps out.
[[nodiscard]] std::vector<StagedTable> write_maternity_outputs(const RunResults& results, io::OutputFolder& out,
                                                               Language language);

/// For run.json: rules, day, totals of the region, wards, perinatal areas, the notice on modelled minutes.
[[nodiscard]] Json maternity_json(const RunResults& results, Language language);

/// For a terminal: expected births and yen by rule, wards, areas without a delivery facility.
[[nodiscard]] std::string maternity_text(const RunResults& results, Language language);

/// A row per level, area, rule and bound; then the level "region" for all.
std::int64_t write_support_csv(const RunResults& results, const std::filesystem::path& file);

/// The layers `support_points_FAMILY` (a point per demand point: verdicts of a woman of normal and of high risk) and
/// `support_areas` (municipalities with the expected numbers of all rules).
std::vector<LayerCount> add_support_layers(const RunResults& results, Language language, io::GpkgWriter& map);

}  // namespace michinori::report
