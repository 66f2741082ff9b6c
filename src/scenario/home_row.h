// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "io/table.h"

namespace michinori::scenario {

/// The columns a table of homes may have.
enum class HomeColumn {
    id,
    lon,
    lat,
    mesh,
    address,
    origin,
    risk,
    mode,
    accepting,
    date,
    nights,
    lodging_yen,
    lodging_lon,
    lodging_lat,
    transport_yen,
    fare_yen,
    toll_yen,
    visits,
    late_change,
};
inline constexpr std::size_t home_column_count = 19;
inline constexpr std::array<std::string_view, home_column_count> home_column_names{
    "id",        "lon",    "lat",        "mesh",        "address",     "origin",      "risk",          "mode",
    "accepting", "date",   "nights",     "lodging_yen", "lodging_lon", "lodging_lat", "transport_yen", "fare_yen",
    "toll_yen",  "visits", "late_change"};

/// Where each column stands in a table; columns it does not have are empty in every row.
class HomeColumns {
public:
    /// Throws column_missing (id, risk, mode), column_duplicate.
    explicit HomeColumns(const io::Table& table);
    [[nodiscard]] std::optional<std::size_t> index(HomeColumn column) const {
        return index_[static_cast<std::size_t>(column)];
    }
    /// Columns of the table that are none of these.
    [[nodiscard]] std::vector<std::string> unused(const io::Table& table) const;

private:
    std::array<std::optional<std::size_t>, home_column_count> index_;
};

/// Reads the fields of one row and keeps the first thing wrong with it.
class HomeRow {
public:
    HomeRow(const HomeColumns& columns, const std::vector<std::string>& fields, Place place)
        : columns_(columns), fields_(fields), place_(std::move(place)) {}

    /// Trimmed; empty when the column is not there.
    [[nodiscard]] std::string_view text(HomeColumn column) const;
    [[nodiscard]] bool has(HomeColumn column) const { return !text(column).empty(); }

    /// One of `choices`; `otherwise` where the field is empty, or a fault where that is nothing.
    template <class Value, std::size_t N>
    Value choice(HomeColumn column, const std::array<std::pair<std::string_view, Value>, N>& choices,
                 std::optional<Value> otherwise) {
        const auto written = text(column);
        std::vector<std::string> names;
        for (const auto& [name, value] : choices) {
            if (name == written) {
                return value;
            }
            names.emplace_back(name);
        }
        if (!written.empty()) {
            fault_choice(column, names);
        } else if (!otherwise) {
            fault(FindingCode::empty_value, {std::string(column_name(column))});
        }
        return otherwise.value_or(choices.front().second);
    }
    /// A whole number from 0 to `most`; nothing where the field is empty.
    std::optional<std::int64_t> whole(HomeColumn column, std::int64_t most);

    void fault(FindingCode code, std::vector<std::string> arguments);
    void fault(Finding finding);
    [[nodiscard]] const std::optional<Finding>& first_fault() const { return fault_; }
    [[nodiscard]] const Place& place() const { return place_; }
    [[nodiscard]] static std::string_view column_name(HomeColumn column) {
        return home_column_names[static_cast<std::size_t>(column)];
    }

private:
    void fault_choice(HomeColumn column, const std::vector<std::string>& names);

    const HomeColumns& columns_;
    const std::vector<std::string>& fields_;
    Place place_;
    std::optional<Finding> fault_;
};

}  // namespace michinori::scenario
