// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "io/speed_profile_file.h"
#include "io/speed_profile_text.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;
using namespace michinori::network;

namespace {

const ClassSpeed& speed_of(const SpeedProfile& profile, RoadClass c) {
    return profile.speeds[static_cast<std::size_t>(c)];
}

SpeedProfile shipped(const std::string& id, InputLog& log) {
    const auto file = std::filesystem::path(MICHINORI_SOURCE_DIR) / "scenarios/profiles" / (id + ".toml");
    return read_speed_profile({file, id + ".toml"}, log);
}

SpeedProfile shipped(const std::string& id) {
    InputLog log;
    return shipped(id, log);
}

/// A whole profile in which `replace` is put in place of `what`.
std::string profile_with(const std::string& what = "", const std::string& replace = "") {
    std::string text =
        "id = \"p\"\ntitle_en = \"P\"\ntitle_ja = \"試\"\nsource = \"a table\"\n"
        "[maxspeed]\nrule = \"cap\"\nfactor = 1.1\nsource = \"s\"\n"
        "[ferry]\nspeed_kmh = 20\nboarding_min = 10\nwaiting_min = 15\nsource = \"s\"\n"
        "[winter]\nheavy_factor = 0.9\nspecial_heavy_factor = 0.8\nclosures = false\nsource = \"s\"\n"
        "[width_cap]\nunder_3m = 20\nsource = \"s\"\n[delays]\nsignal_s = 12\njunction_s = 3\nsource = \"s\"\n"
        "[tolls]\nused = false\n";
    for (const auto name : road_class_names) {
        if (name != "ferry") {
            text += "[speeds." + std::string(name) + "]\nopen = 40\ndense = 30\nsource = \"s\"\n";
        }
    }
    if (!what.empty()) {
        const auto at = text.find(what);
        REQUIRE(at != std::string::npos);
        text.replace(at, what.size(), replace);
    }
    return text;
}

SpeedProfile read(const std::string& content, InputLog& log) {
    const test::TempFolder folder;
    return read_speed_profile({folder.write("p.toml", content), "p.toml"}, log);
}

/// What a user is told of a profile; fails when it is accepted.
std::vector<std::string> faults_of(const std::string& content) {
    InputLog log;
    try {
        (void)read(content, log);
    } catch (const InputError& problem) {
        std::vector<std::string> lines;
        for (const auto& finding : problem.findings()) {
            lines.push_back(to_line(finding, Language::english));
        }
        return lines;
    }
    FAIL("the profile was accepted");
    return {};
}

std::string fault_of(const std::string& content) {
    const auto faults = faults_of(content);
    INFO(Catch::Detail::stringify(faults));
    REQUIRE(faults.size() == 1);
    return faults.front();
}

}  // namespace

TEST_CASE("a profile file is read into a plain value") {
    InputLog log;
    const auto profile = read(profile_with(), log);
    CHECK(profile.id == "p");
    CHECK(profile.title_ja == "試");
    CHECK(speed_of(profile, RoadClass::trunk).open == KmPerHour{40});
    CHECK(speed_of(profile, RoadClass::trunk).dense == KmPerHour{30});
    CHECK(speed_of(profile, RoadClass::ferry).open == KmPerHour{20});
    CHECK(profile.width_cap[0] == KmPerHour{20});
    CHECK_FALSE(profile.width_cap[1]);
    CHECK(profile.maxspeed == MaxspeedRule::cap);
    CHECK(profile.maxspeed_factor == 1.1);
    CHECK(profile.signal_delay_s == 12);
    CHECK(profile.junction_delay_s == 3);
    CHECK(profile.ferry_boarding_s == 600);
    CHECK(profile.ferry_waiting_s == 900);
    CHECK_FALSE(profile.tolls_used);
    CHECK(profile.winter_heavy_factor == 0.9);
    CHECK(profile.winter_special_heavy_factor == 0.8);
    CHECK_FALSE(profile.winter_closures);
    CHECK(profile.assumptions.empty());
    CHECK(log.findings.empty());
    REQUIRE(log.inputs.size() == 1);
    CHECK(log.inputs[0].role == "speed profile");
    CHECK(log.inputs[0].digests.size() == 1);
}

TEST_CASE("numbers without a source are listed as assumptions, in one finding") {
    InputLog log;
    auto content = profile_with("[speeds.trunk]\nopen = 40\ndense = 30\nsource = \"s\"\n",
                                "[speeds.trunk]\nopen = 40\ndense = 30\nsource = \"s\"\ndense_assumption = true\n");
    content.replace(content.find("[speeds.track]\nopen = 40\ndense = 30\nsource = \"s\""), 43,
                    "[speeds.track]\nopen = 40\ndense = 30\n#");
    content.replace(content.find("signal_s = 12"), 13, "signal_s = 12\nassumption = true");
    const auto profile = read(content, log);
    CHECK(profile.assumptions == std::vector<std::string>{"speeds.trunk.dense", "speeds.track", "delays"});
    CHECK(speed_of(profile, RoadClass::trunk).assumption);
    CHECK_FALSE(speed_of(profile, RoadClass::primary).assumption);
    REQUIRE(log.findings.all().size() == 1);
    CHECK_THAT(to_line(log.findings.all()[0], Language::english),
               Catch::StartsWith("warning profile_assumption: p.toml: speeds.trunk.dense, speeds.track, delays in "
                                 "speed profile \"p\" is an assumption"));
}

TEST_CASE("a closed class has no speed") {
    InputLog log;
    const auto profile =
        read(profile_with("[speeds.track]\nopen = 40\ndense = 30\nsource = \"s\"\n", "[speeds.track]\nclosed = true\n"),
             log);
    CHECK(speed_of(profile, RoadClass::track).open == KmPerHour{0});
    CHECK(profile.assumptions.empty());
    CHECK_THAT(faults_of(profile_with("[speeds.track]\n", "[speeds.track]\nclosed = true\n")).at(0),
               Catch::Contains("speeds.track.open = 40: a closed class has no speed"));
}

TEST_CASE("faults in a profile are told with line and remedy") {
    CHECK(fault_of(profile_with("factor = 1.1", "facter = 1.1")) ==
          "error unknown_key: p.toml line 7: the key \"maxspeed.facter\" is not known here; did you mean \"factor\"?");
    CHECK(fault_of(profile_with("[speeds.trunk]\nopen = 40", "[speeds.trunk]\nopen = 400"))
              .starts_with("error bad_value: p.toml line 37: speeds.trunk.open = 400: must be greater than 0 and at "
                           "most 200 km/h; closed = true keeps a class off the network"));
    CHECK_THAT(fault_of(profile_with("dense = 30", "dense = 0")),
               Catch::Contains("speeds.motorway.dense = 0: must be"));
    CHECK_THAT(fault_of(profile_with("dense = 30", "dense = \"30\"")),
               Catch::Contains("speeds.motorway.dense must be a number, not a text"));
    CHECK_THAT(fault_of(profile_with("dense = 30\n", "")),
               Catch::Contains("missing_key: p.toml line 28: speeds.motorway needs the key \"dense\""));
    CHECK_THAT(
        fault_of(profile_with("[speeds.road]", "[speeds.rode]") + "[speeds.road]\nopen=1\ndense=1\nsource=\"s\""),
        Catch::Contains("\"speeds.rode\" is not known here; did you mean \"road\"?"));
    CHECK_THAT(fault_of(profile_with("rule = \"cap\"", "rule = \"caps\"")),
               Catch::Contains("must be one of: ignore, use, cap"));
    CHECK_THAT(fault_of(profile_with("heavy_factor = 0.9", "heavy_factor = 1.5")),
               Catch::Contains("winter.heavy_factor = 1.5: must be greater than 0 and at most 1"));
    CHECK_THAT(fault_of(profile_with("boarding_min = 10\n", "")),
               Catch::Contains("ferry needs the key \"boarding_min\""));
    CHECK_THAT(fault_of(profile_with("id = \"p\"\n", "")), Catch::Contains("p.toml needs the key \"id\""));
    CHECK_THAT(fault_of(profile_with("id = \"p\"", "id = \"p")), Catch::Contains("scenario_syntax: p.toml line 1"));
    CHECK_THAT(fault_of(profile_with() + "[speeds.ferry]\nopen = 20\n"),
               Catch::Contains("\"speeds.ferry\" is not known here; did you mean \"[ferry] speed_kmh\"?"));
}

TEST_CASE("all faults of a profile are told at once") {
    auto content = profile_with("open = 40", "open = -1");
    content.replace(content.find("signal_s"), 8, "signals_s");
    content.replace(content.find("used = false"), 12, "used = 0");
    CHECK(faults_of(content).size() == 3);
}

TEST_CASE("a profile without any class of road") {
    const auto faults = faults_of("id = \"p\"\ntitle_en = \"P\"\ntitle_ja = \"P\"\nsource = \"s\"\n");
    CHECK(faults.size() == 3);  // speeds, maxspeed, ferry
    CHECK_THAT(faults.at(0), Catch::Contains("needs the key \"speeds\""));
}

TEST_CASE("the shipped profiles read") {
    for (const std::string id : {"legal-speed", "measured", "winter", "planning-table"}) {
        InputLog log;
        const auto profile = shipped(id, log);
        CHECK(profile.id == id);
        CHECK_FALSE(profile.source.empty());
        CHECK_FALSE(profile.title_ja.empty());
        CHECK(profile.tolls_used);
        for (const auto& speed : profile.speeds) {
            CHECK(speed.open > KmPerHour{0});
            CHECK(speed.dense > KmPerHour{0});
            CHECK(speed.dense <= speed.open);
        }
        CHECK(log.findings.all().size() == 1);  // each has assumptions, and says so
    }
}

TEST_CASE("the legal profile uses signed limits and 30 km/h on narrow roads") {
    const auto profile = shipped("legal-speed");
    CHECK(profile.maxspeed == MaxspeedRule::use);
    CHECK(profile.maxspeed_factor == 1);
    CHECK(speed_of(profile, RoadClass::motorway).open == KmPerHour{100});
    CHECK(speed_of(profile, RoadClass::trunk).open == KmPerHour{60});
    CHECK(profile.width_cap[static_cast<std::size_t>(WidthClass::from_3m)] == KmPerHour{30});
    CHECK_FALSE(profile.width_cap[static_cast<std::size_t>(WidthClass::from_5_5m)]);
}

TEST_CASE("the winter profile is the measured one with factors for snow") {
    const auto measured = shipped("measured");
    const auto winter = shipped("winter");
    for (std::size_t i = 0; i < road_class_count; ++i) {
        CHECK(winter.speeds[i].open == measured.speeds[i].open);
        CHECK(winter.speeds[i].dense == measured.speeds[i].dense);
    }
    CHECK(winter.width_cap == measured.width_cap);
    CHECK(winter.maxspeed_factor == measured.maxspeed_factor);
    CHECK(winter.winter_heavy_factor == 0.85);
    CHECK(winter.winter_special_heavy_factor == 0.75);
    CHECK(winter.winter_closures);
    CHECK(std::ranges::count(winter.assumptions, "winter") == 1);
    CHECK(std::ranges::count(measured.assumptions, "winter") == 0);
}

TEST_CASE("the planning table's speeds") {
    const auto profile = shipped("planning-table");
    CHECK(speed_of(profile, RoadClass::motorway).open == KmPerHour{80});
    CHECK(speed_of(profile, RoadClass::trunk).open == KmPerHour{35});
    CHECK(speed_of(profile, RoadClass::secondary).open == KmPerHour{30});
    CHECK(speed_of(profile, RoadClass::unclassified).open == KmPerHour{20});
}

TEST_CASE("a profile that is written reads back the same") {
    InputLog log;
    auto profile = read(profile_with(), log);
    profile.title_en = "quote \" backslash \\ line\nend";
    speed_of(profile, RoadClass::road);
    profile.speeds[static_cast<std::size_t>(RoadClass::track)] = {};
    std::array<SpeedNote, road_class_count> notes;
    notes.fill({"a source", false, false});
    notes[static_cast<std::size_t>(RoadClass::trunk)] = {"a source", true, false};
    notes[static_cast<std::size_t>(RoadClass::primary)] = {"", true, true};
    const auto text = profile_text(profile, notes, "the rest's source", "");
    const auto again = read(text, log);
    CHECK(again.title_en == "quote \" backslash \\ line end");
    CHECK(again.assumptions == std::vector<std::string>{"speeds.trunk.open", "speeds.primary"});
    for (std::size_t i = 0; i < road_class_count; ++i) {
        CHECK(again.speeds[i].open == profile.speeds[i].open);
        CHECK(again.speeds[i].dense == profile.speeds[i].dense);
    }
    CHECK(again.width_cap == profile.width_cap);
    CHECK(again.maxspeed == profile.maxspeed);
    CHECK(again.ferry_waiting_s == profile.ferry_waiting_s);
    CHECK(again.winter_special_heavy_factor == profile.winter_special_heavy_factor);
    CHECK(again.tolls_used == profile.tolls_used);
}
