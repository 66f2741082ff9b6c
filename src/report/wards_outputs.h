// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "io/gpkg_writer.h"
#include "report/json_parts.h"
#include "report/map_layers.h"
#include "report/run_outputs.h"
#include "scenario/perinatal_tables.h"
#include "scenario/wards.h"

namespace michinori::report {

/// Each writes one table and returns its number of data rows. Codes and column names stay English.

/// A row per rule and ward: where it is, the facts that several tests share, the result, then `group_ID` of every group
/// and `test_ID`, `number_ID` of every test of any of the rules (empty where a rule has no such test). The number is
/// what the test rests on: facilities, minutes (rounded down to thousandths), deliveries, yen or a share of 1.
std::int64_t write_wards_csv(const RunResults& results, const std::vector<scenario::WardTable>& wards,
                             const std::filesystem::path& file);

/// A row per perinatal area, and one with an empty area_code for what lies in none.
std::int64_t write_perinatal_csv(const RunResults& results, const scenario::PerinatalTables& tables,
                                 const std::filesystem::path& file);

/// The same for today's areas and the proposed ones, with a first column `drawing`: today, proposed. Needs a redraw.
std::int64_t write_redraw_csv(const RunResults& results, const scenario::PerinatalTables& tables,
                              const std::filesystem::path& file);

/// A row per municipality that the proposal moves, with its births. Needs a redraw.
std::int64_t write_moves_csv(const RunResults& results, const scenario::PerinatalTables& tables,
                             const std::filesystem::path& file);

/// The layer `wards_RULE`: a point per ward with the result and every test. Colours by result.
LayerCount add_ward_layer(const RunResults& results, const scenario::WardTable& wards, Language language,
                          io::GpkgWriter& map);

/// The layer `perinatal_areas`, or `perinatal_proposal` for a redraw: a polygon per area that has one. Colours by
/// whether there is a delivery facility.
LayerCount add_perinatal_layer(const access::AreaLevel& level, const std::vector<policy::PerinatalArea>& areas,
                               bool proposal, Language language, io::GpkgWriter& map);

/// For run.json: per rule how many wards hold each judgement, in all and by test (what the rule is: rules_json()).
[[nodiscard]] Json wards_json(const std::vector<scenario::WardTable>& wards);

/// For run.json: areas without a delivery facility, sums over all areas, and the same of the proposal.
[[nodiscard]] Json perinatal_json(const RunResults& results, const scenario::PerinatalTables& tables);

/// For a terminal: the areas without a delivery facility, today and as proposed, or the sentence that there are none.
[[nodiscard]] std::string flagged_areas_text(const RunResults& results, const scenario::PerinatalTables& tables,
                                             Language language);

/// For a terminal: per rule how many wards hold each judgement.
[[nodiscard]] std::string wards_text(const std::vector<scenario::WardTable>& wards, Language language);

}  // namespace michinori::report
