// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <utility>

#include "scenario/checked_rows.h"
#include "scenario/physician_tables.h"

namespace michinori::scenario {
namespace {

constexpr std::size_t prefecture_column = 2;

std::optional<PhysicianIndexTable::Area> index_row(CheckedRows& rows, std::size_t row, std::size_t code_digits,
                                                   std::size_t name_column) {
    const auto code = rows.code(row, 0, code_digits);
    const auto index = rows.number(row, 1);
    const auto prefecture = rows.text(row, prefecture_column);
    const auto name = name_column == prefecture_column ? prefecture : rows.text(row, name_column);
    const bool fresh = code && rows.is_new(row, *code);
    if (!fresh || !index || !prefecture || !name) {
        return std::nullopt;
    }
    return PhysicianIndexTable::Area{*code, *prefecture, *name, *index, CheckedRows::row_number(row)};
}

void stop_if_lacking(const AreaCodes& has, const AreaCodes& other) {
    io::FaultList lacking(has.file);
    for (const auto& [code, row] : has.row_of) {
        if (other.every_code_read && !other.row_of.contains(code)) {
            lacking.add({FindingCode::area_unknown, {has.file, row, {}}, {code, other.file}});
        }
    }
    lacking.throw_if_any();
}

}  // namespace

IndexColumns prefecture_index_columns() {
    return {"prefecture_code", "prefecture", "", "physician_index", 2, "00"};
}

PhysicianIndexTable read_physician_index(const io::InputFile& file, const IndexColumns& columns, io::InputLog& log) {
    std::vector<std::string> wanted{columns.code, columns.index, columns.prefecture};
    if (!columns.area.empty()) {
        wanted.push_back(columns.area);
    }
    const auto name_column = wanted.size() - 1;  // the prefecture's where rows are prefectures
    CheckedRows rows(file, "physician_index", wanted);
    PhysicianIndexTable table;
    table.file = rows.file();
    for (std::size_t r = 0; r < rows.size(); ++r) {
        auto area = index_row(rows, r, columns.code_digits, name_column);
        if (!area) {
            continue;
        }
        if (area->code == columns.national_code) {
            table.national = area->index;
        } else {
            table.areas.push_back(std::move(*area));
        }
    }
    FaultCollector faults;
    rows.close(faults, log);
    faults.stop_if_any();
    std::ranges::sort(table.areas, {}, &PhysicianIndexTable::Area::code);
    return table;
}

AreaCodes codes_of(const PhysicianIndexTable& table) {
    AreaCodes codes{table.file, true, {}};
    for (const auto& area : table.areas) {
        codes.row_of.emplace(area.code, area.row);
    }
    return codes;
}

void compare_areas(std::span<const AreaCodes> tables, FaultCollector& faults) {
    for (const auto& has : tables) {
        for (const auto& other : tables) {
            faults.attempt([&] { stop_if_lacking(has, other); });
        }
    }
}

}  // namespace michinori::scenario
