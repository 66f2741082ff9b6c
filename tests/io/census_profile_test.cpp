// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "io/speed_profile_file.h"
#include "support/geodata.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;
using namespace michinori::network;

namespace {

SpeedProfile base_profile() {
    SpeedProfile base;
    base.id = "base";
    base.speeds.fill({KmPerHour{40}, KmPerHour{20}, false});
    return base;
}

/// Columns by name: class, km, up, down.
CensusOptions by_name() {
    CensusOptions options;
    options.class_column = "class";
    options.length_column = "km";
    options.up_column = "up";
    options.down_column = "down";
    options.region = "試験県 2021";
    return options;
}

/// The profile made of a census, read back from its text.
SpeedProfile profile_of(const std::string& csv, const CensusOptions& options, InputLog& log) {
    const test::TempFolder folder;
    const auto text = profile_from_census({folder.write("c.csv", csv), "c.csv"}, options, base_profile(), log);
    InputLog ignored;
    return read_speed_profile({folder.write("p.toml", text), "p.toml"}, ignored);
}

SpeedProfile profile_of(const std::string& csv) {
    InputLog log;
    return profile_of(csv, by_name(), log);
}

const ClassSpeed& speed_of(const SpeedProfile& profile, RoadClass c) {
    return profile.speeds[static_cast<std::size_t>(c)];
}

bool assumed(const SpeedProfile& profile, const std::string& name) {
    return std::ranges::count(profile.assumptions, name) > 0;
}

std::vector<std::string> faults_of(const std::string& csv) {
    InputLog log;
    try {
        (void)profile_of(csv, by_name(), log);
    } catch (const InputError& problem) {
        std::vector<std::string> lines;
        for (const auto& finding : problem.findings()) {
            lines.push_back(to_line(finding, Language::english));
        }
        return lines;
    }
    return {};
}

}  // namespace

TEST_CASE("a class's speed is the length-weighted harmonic mean of its sections") {
    // 10 km at 60 and 20 km at 40 km/h: 30 km in 40 minutes.
    const auto profile = profile_of("class,km,up,down\n3,10,50,70\n3,20,40,40\n");
    CHECK(speed_of(profile, RoadClass::trunk).open == KmPerHour{45});
    CHECK(speed_of(profile, RoadClass::trunk).dense == KmPerHour{22.5});  // as base: half
    CHECK(assumed(profile, "speeds.trunk.dense"));
    CHECK_FALSE(assumed(profile, "speeds.trunk"));
    CHECK(speed_of(profile, RoadClass::trunk_link).open == KmPerHour{22.5});
    CHECK(assumed(profile, "speeds.trunk_link"));
    CHECK(speed_of(profile, RoadClass::primary).open == KmPerHour{40});
    CHECK(assumed(profile, "speeds.primary"));
    CHECK(profile.title_ja == "実測旅行速度(試験県 2021)");
}

TEST_CASE("each class of the census has its class of road") {
    const auto profile =
        profile_of("class,km,up,down\n1,10,90,90\n2,10,60,60\n3,1,55,55\n4,1,50,50\n5,1,25,25\n6,1,45,45\n7,1,22,22\n");
    CHECK(speed_of(profile, RoadClass::motorway).open == KmPerHour{72});  // both kinds of expressway together
    CHECK(speed_of(profile, RoadClass::primary).open == KmPerHour{50});
    CHECK(speed_of(profile, RoadClass::secondary).open == KmPerHour{45});
    CHECK(speed_of(profile, RoadClass::tertiary).dense == KmPerHour{25});
    CHECK(speed_of(profile, RoadClass::tertiary).open == KmPerHour{40});
    CHECK(assumed(profile, "speeds.tertiary.open"));
    CHECK(speed_of(profile, RoadClass::unclassified).dense == KmPerHour{22});
}

TEST_CASE("sections without both speeds are counted, not used") {
    InputLog log;
    (void)profile_of("class,km,up,down\n3,10,50,50\n3,10,,50\n3,10,,\n3,0,50,50\n", by_name(), log);
    const auto& record = log.inputs.at(0);
    CHECK(record.rows_read == 4);
    CHECK(record.rows_used == 1);
    CHECK(record.rows_not_selected == 3);
    CHECK(record.rows_refused == 0);
    CHECK(record.facts.at(0) == std::pair<std::string, std::string>{"trunk", "national road, 10.0 km, 50.0 km/h"});
}

TEST_CASE("wrong rows of a census are named") {
    const auto faults =
        faults_of("class,km,up,down\n9,1,50,50\n3,-1,50,50\n3,1,x,50\n3,1,50,900\n,1,50,50\n3,1,50,50\n");
    REQUIRE(faults.size() == 6);
    CHECK_THAT(faults[0], Catch::Contains("bad_value: c.csv row 1: #1 (class) = 9: a road class of the census is a "
                                          "number from 1 to 7"));
    CHECK_THAT(faults[1], Catch::Contains("negative_number: c.csv row 2: -1 in column #2 (km) is below zero"));
    CHECK_THAT(faults[2], Catch::Contains("bad_number: c.csv row 3: \"x\" in column #3 (up) is not a number"));
    CHECK_THAT(faults[3], Catch::Contains("row 4: #4 (down) = 900: must be greater than 0 and at most 200 km/h"));
    CHECK_THAT(faults[4], Catch::Contains("empty_value: c.csv row 5: column #1 (class) is empty"));
    CHECK_THAT(faults[5], Catch::Contains("too_many_rows_refused: c.csv: 5 of 6 rows are wrong"));
}

TEST_CASE("a census without a measured section, or without the column") {
    CHECK_THAT(faults_of("class,km,up,down\n3,1,,\n").at(0), Catch::Contains("table_empty: c.csv"));
    CHECK_THAT(faults_of("class,km,up\n3,1,50\n").at(0), Catch::Contains("column_missing: c.csv"));
}

TEST_CASE("a census in CP932 is read alike") {
    InputLog log;
    // "種別" in CP932
    const std::string csv = "class,km,up,down,\x8e\xed\x95\xca\n3,10,50,50,\x8d\x91\x93\xb9\n";
    CHECK(speed_of(profile_of(csv, by_name(), log), RoadClass::trunk).open == KmPerHour{50});
    CHECK(log.inputs.at(0).encoding == "CP932");
}

TEST_CASE("the census of Hokkaido 2010 gives the published means [needs-data]", "[needs-data]") {
    const auto file = test::geodata_or_skip() / "hokkaido/road_census_2010.csv";
    const test::TempFolder folder;
    InputLog log;
    CensusOptions options;
    options.region = "北海道 2010";
    const auto text = profile_from_census({file, "road_census_2010.csv"}, options, base_profile(), log);
    const auto profile = read_speed_profile({folder.write("p.toml", text), "p.toml"}, log);
    CHECK(speed_of(profile, RoadClass::motorway).open.value() == Approx(84.6).margin(0.01));
    CHECK(speed_of(profile, RoadClass::trunk).open.value() == Approx(53.1).margin(0.01));
    CHECK(speed_of(profile, RoadClass::primary).open.value() == Approx(52.5).margin(0.01));
    CHECK(speed_of(profile, RoadClass::secondary).open.value() == Approx(47.5).margin(0.01));
    CHECK(speed_of(profile, RoadClass::tertiary).dense.value() == Approx(25.5).margin(0.01));
    CHECK(speed_of(profile, RoadClass::unclassified).dense.value() == Approx(23.3).margin(0.01));
    for (const auto* words : {"expressway, 632 km", "national road, 6627 km", "major prefectural road, 4420 km",
                              " prefectural road, 7093 km", "cities, 47 km", "cities, 16 km"}) {
        CHECK_THAT(text, Catch::Contains(words));
    }
    const auto& record = log.inputs.at(0);
    CHECK(record.rows_read == 4595);
    CHECK(record.rows_refused == 0);

    // The shipped profile carries these very numbers.
    const auto shipped = read_speed_profile(
        {std::filesystem::path(MICHINORI_SOURCE_DIR) / "scenarios/profiles/measured.toml", "measured.toml"}, log);
    for (const auto c : {RoadClass::motorway, RoadClass::trunk, RoadClass::primary, RoadClass::secondary}) {
        CHECK(speed_of(shipped, c).open.value() == Approx(speed_of(profile, c).open.value()).margin(0.01));
    }
    for (const auto c : {RoadClass::tertiary, RoadClass::unclassified}) {
        CHECK(speed_of(shipped, c).dense == speed_of(profile, c).dense);
    }
}
