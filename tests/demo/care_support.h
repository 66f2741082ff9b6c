// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "demo/care_tables.h"
#include "demo/demo_support.h"

namespace michinori::demo {

inline std::vector<CareTable> care_tables() {
    return describe_care({made().hospitals, made().clinics, made().dentists});
}

/// A table of facilities by column name, with its facilities.
class CareRows {
public:
    explicit CareRows(const std::string& name) {
        const auto all = care_tables();
        const auto found = std::ranges::find(all, name, &CareTable::name);
        REQUIRE(found != all.end());
        table_ = *found;
        for (const auto* list : {&made().hospitals, &made().clinics}) {
            for (const auto& f : *list) {
                facilities_[f.id] = &f;
            }
        }
    }
    [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
    [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const {
        const auto found = std::ranges::find(table_.columns, column);
        REQUIRE(found != table_.columns.end());
        return table_.rows[row].at(static_cast<std::size_t>(found - table_.columns.begin()));
    }
    [[nodiscard]] double number(std::size_t row, std::string_view column) const { return std::stod(text(row, column)); }
    [[nodiscard]] bool holds(std::size_t row, std::string_view column) const { return text(row, column) == "1"; }
    [[nodiscard]] const Facility& facility(std::size_t row, std::string_view column = "ID") const {
        return *facilities_.at(text(row, column));
    }
    /// How many rows have this text.
    [[nodiscard]] int count(std::string_view column, std::string_view value = "1") const {
        int rows = 0;
        for (std::size_t r = 0; r < size(); ++r) {
            rows += text(r, column) == value ? 1 : 0;
        }
        return rows;
    }
    /// Names of the facilities with "1".
    [[nodiscard]] std::vector<std::string> names(std::string_view column) const {
        std::vector<std::string> all;
        for (std::size_t r = 0; r < size(); ++r) {
            if (holds(r, column)) {
                all.push_back(facility(r).name);
            }
        }
        return all;
    }
    [[nodiscard]] const CareTable& table() const { return table_; }

private:
    CareTable table_;
    std::map<std::string, const Facility*> facilities_;
};

}  // namespace michinori::demo
