// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

#include "base/text.h"
#include "io/table.h"

using namespace michinori;

namespace {

/// A whole, positive number of a field.
int count_in(const std::string& field) {
    const auto number = to_number(field);
    REQUIRE(number);
    REQUIRE((*number >= 1 && *number == static_cast<int>(*number)));
    return static_cast<int>(*number);
}

}  // namespace

TEST_CASE("the published table of medical areas: 330 secondary, 263 perinatal, 19 prefectures where they differ") {
    const std::string name = "perinatal_areas_by_prefecture_2024-04.csv";
    const auto table = io::read_table({std::filesystem::path(MICHINORI_SOURCE_DIR) / "geodata" / name, name}, {});
    const auto prefecture = table.column("prefecture");
    const auto secondary = table.column("secondary_areas");
    const auto perinatal = table.column("perinatal_areas");
    int secondary_areas = 0;
    int perinatal_areas = 0;
    int different = 0;
    std::set<std::string> prefectures;
    for (const auto& row : table.rows) {
        prefectures.insert(row[prefecture]);
        secondary_areas += count_in(row[secondary]);
        perinatal_areas += count_in(row[perinatal]);
        different += count_in(row[secondary]) != count_in(row[perinatal]) ? 1 : 0;
    }
    CHECK(table.rows.size() == 47);
    CHECK(prefectures.size() == 47);
    CHECK(secondary_areas == 330);
    CHECK(perinatal_areas == 263);
    CHECK(different == 19);
}
