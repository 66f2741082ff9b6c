// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "report/map_layers.h"
#include "report/run_outputs.h"

namespace michinori::report {

// The parts of remote_outputs.cpp. Tables return their number of rows.

/// A row per rule and district, by number.
std::int64_t write_remote_districts_csv(const RunResults& results, const std::filesystem::path& file);
/// A row per rule and cell that a district took or left over.
std::int64_t write_remote_cells_csv(const RunResults& results, const std::filesystem::path& file);
/// A row per rule and hub.
std::int64_t write_remote_hubs_csv(const RunResults& results, const std::filesystem::path& file);
/// A row per rule, district and hub.
std::int64_t write_remote_hub_minutes_csv(const RunResults& results, const std::filesystem::path& file);
/// A row per rule and visiting clinic of its role.
std::int64_t write_remote_visits_csv(const RunResults& results, const std::filesystem::path& file);

/// For each rule the circles of districts and the cells; hubs and visiting clinics.
std::vector<LayerCount> write_remote_map(const RunResults& results, const std::filesystem::path& file,
                                         Language language);

/// "strict" or "near".
[[nodiscard]] std::string candidate_code(const scenario::RemoteRow& row);
/// The tests that a near district fails, joined by ";": people, institution, attendance.
[[nodiscard]] std::string failing_codes(const scenario::RemoteRow& row);

/// The hub with the shortest drive from a district; nothing when it reaches none.
struct HubChoice {
    std::size_t hub = 0;
    TravelTime time{0};
};
[[nodiscard]] std::optional<HubChoice> nearest_hub(const scenario::RemoteRow& row);

/// Id and name of an institution of a table.
struct InstitutionName {
    std::string id;
    std::string name;
};
[[nodiscard]] InstitutionName name_of(const RunResults& results, const scenario::RemoteInstitution& institution);

/// The area of a demand point; nothing without the level or outside its areas.
[[nodiscard]] const access::AreaLevel::Area* area_at(const RunResults& results, const std::optional<std::size_t>& level,
                                                     std::uint32_t point);

}  // namespace michinori::report
