// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/csv_writer.h"
#include "report/comparison_outputs.h"
#include "report/json_parts.h"
#include "report/map_layers.h"
#include "report/place_words.h"

namespace michinori::report {

// What the outputs of a comparison share.

/// Names of the bands of change, for columns: "shorter_5_15" (more than 5 up to 15 minutes less), "longer_over_60".
[[nodiscard]] std::vector<std::string> band_names(const std::vector<double>& limits_min);
/// The same for people: "5-15 min shorter".
[[nodiscard]] std::vector<std::string> band_words(const std::vector<double>& limits_min, Language language);

/// The band of a point's change, or the kind of change where there is no band: a value for maps and tables.
[[nodiscard]] std::string band_or_kind(const scenario::ComparisonStudy& study, const access::PointChange& change);

/// Those whose way became longer, or who no longer reach the service; and the other way round.
[[nodiscard]] People losers(const access::ChangeStatistics& row);
[[nodiscard]] People gainers(const access::ChangeStatistics& row);

/// Whether the service changes for anybody of any group: by time, by facility, or by being reached.
[[nodiscard]] bool changes_for_somebody(const scenario::ServiceComparison& of);

/// Minutes with a sign, three decimals, rounded away from zero, so that no change reads as none.
void put_change(io::CsvWriter& csv, const std::optional<access::TimeChange>& longer);

/// place_words.h of a side.
[[nodiscard]] inline const access::AreaLevel::Area* place_of(const scenario::Side& side, DemandId point) {
    return place_of(side.levels, side.area_of, point);
}

/// The id of the nearest facility on one side; nothing when none is reached.
[[nodiscard]] std::optional<std::string> nearest_id(const scenario::Side& side, std::size_t service, std::size_t point);

/// The facility as it is after, or else as it was.
[[nodiscard]] const access::FacilitySet::Facility& facility_of(const scenario::ComparisonStudy& study,
                                                               std::size_t facility);

/// Load in percent of the capacity; nothing where it is not known, or 0.
[[nodiscard]] std::optional<double> use_percent(People load, const std::optional<People>& capacity);

/// "variant", "against" as the tables name them.
void put_sides(io::CsvWriter& csv, const scenario::ComparisonStudy& study);

// Each writes one table and returns its number of data rows.
std::int64_t write_comparison_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_variants_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_changed_cells_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_loads_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file);

/// The layers of compare.gpkg, for each variant: cells_ID (points that changed) and areas_LEVEL_ID, both with the
/// services that change for somebody, and facilities_ID with all of them.
std::vector<LayerCount> write_comparison_map(const ComparisonOutputs& outputs, const std::filesystem::path& file);

/// All of compare.json but the list of outputs.
[[nodiscard]] Json comparison_json(const ComparisonOutputs& outputs);

}  // namespace michinori::report
