// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "scenario/rule_book.h"
#include "support/faults.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Matchers::Contains;

namespace {

const std::filesystem::path shipped = std::string(MICHINORI_SOURCE_DIR) + "/scenarios/rules";

scenario::RuleBook load(const std::vector<std::filesystem::path>& files) {
    std::vector<io::InputFile> inputs;
    for (const auto& file : files) {
        inputs.push_back({file, file.filename().string()});
    }
    io::InputLog log;
    return scenario::load_rules(inputs, log);
}

policy::TravelSupport shipped_rule(const std::string& id) {
    return load({shipped / (id + ".toml")}).travel.at(0);
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The faults of the national rule with one text replaced.
std::string faults_with(const std::string& text, const std::string& instead) {
    auto rule = text_of(shipped / "national-delivery-fy2025.toml");
    const auto at = rule.find(text);
    REQUIRE(at != std::string::npos);
    rule.replace(at, text.size(), instead);
    const test::TempFolder folder;
    const auto file = folder.write("rule.toml", rule);
    return test::fault_line([&] { (void)load({file}); });
}

}  // namespace

TEST_CASE("every rule set that is shipped loads, and no two of a family overlap") {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(shipped)) {
        const auto name = entry.path().filename().string();
        const bool of_maternity =
            name.starts_with("national-") || name.starts_with("example-") || name.starts_with("ward-");
        if (entry.path().extension() == ".toml" && of_maternity) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    const auto book = load(files);
    CHECK(book.travel.size() == 4);
    CHECK(book.travel_families.size() == 3);
    for (const auto& rule : book.travel) {
        INFO(rule.head.id);
        CHECK_FALSE(rule.head.assumptions.empty());
        CHECK(rule.head.file == rule.head.id + ".toml");
    }
}

TEST_CASE("the national support for far journeys to deliver says what its source states") {
    for (const char* id : {"national-delivery-fy2024", "national-delivery-fy2025"}) {
        const auto rule = shipped_rule(id);
        CHECK(rule.limit.time == from_minutes(60));
        CHECK_FALSE(rule.limit.distance);
        CHECK(rule.roles == std::vector<std::string>{"delivery", "perinatal_centre"});
        REQUIRE(rule.cases.size() == 3);
        CHECK(rule.cases[0].risks == std::vector{policy::Risk::normal});
        CHECK(rule.cases[2].risks == std::vector{policy::Risk::high});
        for (const auto& one : rule.cases) {
            CHECK(one.origins.size() == 2);
            CHECK(one.most_trips == 1);
        }
        CHECK(rule.transport.share.value() == Approx(0.8));
        CHECK(rule.transport.pays == std::array{true, true, true});
        REQUIRE(rule.lodging);
        CHECK(rule.lodging->most_nights == 14);
        CHECK(rule.lodging->own_per_night == policy::Yen{2000});
        REQUIRE(rule.payers.size() == 3);
        CHECK(rule.payers[0].share.value() == Approx(0.5));
        CHECK(rule.payers[1].share.value() == Approx(0.25));
    }
    CHECK(to_text(shipped_rule("national-delivery-fy2024").head.in_force_from) == "2024-04-01");
    CHECK(to_text(*shipped_rule("national-delivery-fy2025").head.until) == "2026-03-31");
}

TEST_CASE("the check-up extension: 14 visits, 7 after a late change, no taxi, no lodging") {
    const auto rule = shipped_rule("national-checkup-fy2025");
    CHECK(rule.roles == std::vector<std::string>{"checkup", "perinatal_centre", "delivery"});
    REQUIRE(rule.cases.size() == 3);
    CHECK(rule.cases[0].most_trips == 14);
    CHECK(rule.cases[1].most_trips == 14);
    CHECK(rule.cases[2].most_trips == 7);
    CHECK(rule.cases[2].all_of.back().flag == "late_change");
    CHECK(rule.transport.pays == std::array{true, false, true});
    CHECK_FALSE(rule.lodging);
}

TEST_CASE("the example ordinance has the 30 km alternative") {
    const auto rule = shipped_rule("example-town-fy2025");
    CHECK(rule.limit.distance == Metres{30000});
    CHECK(rule.transport.yen_per_km.value() == Approx(37));
    CHECK(rule.lodging->cap_per_night == policy::Yen{9800});
}

TEST_CASE("slips in a rule set are told with their line") {
    CHECK_THAT(faults_with("minutes = 60", "minute = 60"), Contains("unknown_key") && Contains("limit.minute\"") &&
                                                               Contains("missing_key") && !Contains("bad_value"));
    CHECK_THAT(faults_with("minutes = 60", "minutes = 0"), Contains("bad_value") && Contains("limit.minutes = 0"));
    CHECK_THAT(faults_with("about_below_min = 5", "about_below_min = 61"), Contains("must not be above the minutes"));
    CHECK_THAT(faults_with("about_above_min = 5", "about_above_min = 5\nabout_km = 1"), Contains("needs the key km"));
    CHECK_THAT(faults_with("beyond_cutoff = \"far\"\n", ""), Contains("missing_key") && Contains("beyond_cutoff"));
    CHECK_THAT(faults_with("beyond_cutoff = \"far\"", "beyond_cutoff = \"near\""), Contains("bad_value"));
    CHECK_THAT(faults_with("risks = [\"normal\"]", "risks = [\"low\"]"),
               Contains("unknown_reference") && Contains("risks \"low\"") && Contains("normal, high"));
    CHECK_THAT(faults_with("far = [\"delivery\"]\n", ""), Contains("missing_key") && Contains("\"far\""));
    CHECK_THAT(faults_with("share = \"4/5\"", "share = \"5/4\""), Contains("transport.share = '5/4'"));
    CHECK_THAT(faults_with("share = \"4/5\"", "share = \"4/0\""), Contains("must be a fraction"));
    CHECK_THAT(faults_with("share = \"4/5\"", "share = 1.5"), Contains("bad_value") && Contains("transport.share"));
    CHECK_THAT(faults_with("modes = [\"car\"", "modes = [\"boat\""), Contains("modes \"boat\""));
    CHECK_THAT(faults_with("nights = 14\n", ""), Contains("missing_key") && Contains("nights"));
    CHECK_THAT(faults_with("share = \"1/2\"", "share = \"1/3\""), Contains("shares add up to 1"));
    CHECK_THAT(faults_with("remainder = true", "remainder = false"), Contains("exactly one payer"));
    CHECK_THAT(faults_with("in_force_from = \"2025-04-01\"", "in_force_from = \"2025-04-31\""),
               Contains("bad_value") && Contains("day of the calendar"));
    CHECK_THAT(faults_with("kind = \"travel_support\"", "kind = \"travel\""), Contains("bad_value"));
    CHECK_THAT(faults_with("round = \"total\"", "round = \"sometimes\""), Contains("total") && Contains("each_trip"));
    CHECK_THAT(faults_with("distance_unit_m = 100", "distance_unit_m = 0"), Contains("must be from 1"));
}

TEST_CASE("a number as share is exact to the millionth") {
    CHECK(faults_with("share = \"4/5\"", "share = 0.8").empty());
}

TEST_CASE("two versions in force on one day are a fault that names both") {
    const test::TempFolder folder;
    auto text = text_of(shipped / "national-delivery-fy2025.toml");
    text.replace(text.find("national-delivery-fy2025"), 24, "copy");
    const auto copy = folder.write("copy.toml", text);
    CHECK_THAT(test::fault_line([&] {
                   (void)load({shipped / "national-delivery-fy2025.toml", copy});
               }),
               Contains("rule_versions_overlap") && Contains("copy") && Contains("national-delivery-fy2025") &&
                   Contains("2025-04-01"));
}
