// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/finding.h"
#include "report/summary.h"

namespace michinori::io {
class CsvWriter;
}

namespace michinori::report {

/// Each writes one table and returns its number of data rows.

/// A row per demand point and service, in the order of the inputs.
std::int64_t write_access_csv(const RunResults& results, const std::filesystem::path& file);

/// A row per level, area, service and population group; then the level "region" for the total.
/// within_T: people reached in T minutes or less; beyond_T: reached, but later. The unreached stand
/// in columns of their own, so that people = within_T + beyond_T + unreached for every T.
std::int64_t write_areas_csv(const RunResults& results, const Summary& summary, const std::filesystem::path& file);

/// A row per facility read, with the people for whom it is the nearest of each service it gives.
std::int64_t write_facilities_csv(const RunResults& results, const std::filesystem::path& file);

/// A row per refused row of any input.
std::int64_t write_refused_csv(const io::InputLog& log, const std::filesystem::path& file, Language language);

/// Longitude and latitude to about a centimetre; two empty fields for what is no place on earth.
void put_degrees(io::CsvWriter& csv, geo::Point position);

/// What is wrong and what to do, without severity, code and place.
[[nodiscard]] std::string message(const Finding& finding, Language language);

}  // namespace michinori::report
