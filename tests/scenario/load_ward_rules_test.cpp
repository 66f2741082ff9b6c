// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_ward_rules.h"

#include <catch2/catch.hpp>

#include <stdexcept>

#include "scenario/load_rule_head.h"
#include "support/faults.h"
#include "support/temp_folder.h"
#include "ward_region.h"

using namespace michinori;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using policy::WardSupport;

namespace {

const std::string small_rule = R"([rule]
kind = "ward_support"
id = "small-fy2025"
family = "small"
title_en = "Small"
title_ja = "小"
source = "made up"
in_force_from = "2025-04-01"
[wards]
role = "delivery"
checkup_role = "checkup"
area_level = "perinatal"
[unreachable]
bad_coordinate = "undecided"
outside_network = "undecided"
too_far_to_snap = "undecided"
no_drivable_road = "undecided"
other_component = "far"
ferry_excluded = "far"
road_closed = "far"
one_way_trap = "undecided"
beyond_cutoff = "far"
[[test]]
id = "far"
kind = "far_to_next"
minutes = 60
[[test]]
id = "fell"
kind = "deliveries_fell"
share = "1/5"
[[group]]
id = "either"
any_of = ["far", "fell"]
[needs]
all_of = ["either"]
)";

std::string with(const std::string& line, const std::string& instead) {
    auto text = small_rule;
    const auto at = text.find(line);
    if (at == std::string::npos) {
        throw std::logic_error("no such line in the rule: " + line);
    }
    return text.replace(at, line.size(), instead);
}

WardSupport load(const std::string& text) {
    const test::TempFolder folder;
    io::TomlFile file({folder.write("r.toml", text), "r.toml"});
    const auto root = file.root();
    CHECK(scenario::load_rule_kind(root.table("rule")) == scenario::RuleKind::ward_support);
    auto rule = scenario::load_ward_support(root);
    file.finish();
    return rule;
}

std::vector<std::string> faults(const std::string& text) {
    return test::fault_lines([&] { (void)load(text); });
}

struct Slip {
    std::string line;
    std::string instead;
    std::string fault;
    std::size_t count = 1;  ///< of faults; a group may still name what is no longer there
};

const std::vector<Slip> slips{
    {"minutes = 60\n", "", "missing_key: r.toml line 23: test[1] needs the key \"minutes\""},
    {"minutes = 60", "minutes = 0", "bad_value: r.toml line 26: test[1].minutes = 0: must be greater than 0"},
    {"minutes = 60", "minutes = 60\nminuets = 5",
     "unknown_key: r.toml line 27: the key \"test[1].minuets\" is not known here; did you mean \"minutes\"?"},
    {"minutes = 60", "minutes = 60\nabout_below_min = 61",
     "bad_value: r.toml line 27: test[1].about_below_min = 61: must not be above the minutes of the limit"},
    {"share = \"1/5\"", "share = \"6/5\"", "bad_value: r.toml line 30: test[2].share"},
    {"share = \"1/5\"", "share = \"1/5\"\nmost_clinics = 2",
     "unknown_key: r.toml line 31: the key \"test[2].most_clinics\""},
    {"share = \"1/5\"\n", "", "missing_key: r.toml line 27: test[2] needs the key \"share\""},
    {"kind = \"far_to_next\"", "kind = \"far\"", "bad_value: r.toml line 25: test[1].kind = 'far': must be one of"},
    {"kind = \"far_to_next\"\n", "", "missing_key: r.toml line 23: test[1] needs the key \"kind\""},
    {"[[group]]", "[[test]]\nid = \"far\"\nkind = \"takes_over\"\n[[group]]",
     "bad_value: r.toml line 32: test[3].id = 'far': is the id of an earlier"},
    {"id = \"far\"", "id = \"Far!\"", "bad_value: r.toml line 24: test[1].id = 'Far!': may hold the letters", 3},
    {"any_of = [\"far\", \"fell\"]", "any_of = [\"far\"]",
     "bad_value: r.toml line 28: test[2].id = 'fell': stands in no [[group]]"},
    {"any_of = [\"far\", \"fell\"]", "any_of = [\"far\", \"fell\", \"island\"]",
     "unknown_reference: r.toml line 33: test or group above \"island\" is not defined; use one of: far, fell"},
    {"any_of = [\"far\", \"fell\"]", "any_of = [\"far\", \"fell\"]\nall_of = [\"far\"]",
     "bad_value: r.toml line 34: group[1].all_of"},
    {"all_of = [\"either\"]", "all_of = []", "bad_value: r.toml line 35: needs.all_of = []: must name at least one"},
    {"[needs]\nall_of = [\"either\"]\n", "", "missing_key: r.toml line 1: r.toml needs the key \"needs\""},
    {"area_level = \"perinatal\"", "area_level = \"tertiary\"",
     "bad_value: r.toml line 12: wards.area_level = 'tertiary': must be one of: secondary, perinatal"},
    {"role = \"delivery\"\n", "", "missing_key: r.toml line 9: wards needs the key \"role\""},
    {"beyond_cutoff = \"far\"\n", "", "missing_key: r.toml line 13: unreachable needs the key \"beyond_cutoff\""},
    {"other_component = \"far\"", "other_component = \"near\"",
     "bad_value: r.toml line 18: unreachable.other_component = 'near': must be one of: far, undecided"},
    // the head, the same for every kind of rule
    {"in_force_from = \"2025-04-01\"", "in_force_from = \"2025-02-30\"",
     "bad_value: r.toml line 8: rule.in_force_from = '2025-02-30': must be a day of the calendar"},
    {"in_force_from = \"2025-04-01\"", "in_force_from = \"2025-04-01\"\nuntil = \"2025-03-31\"",
     "bad_value: r.toml line 9: rule.until = '2025-03-31': must not be before in_force_from"},
    {"in_force_from = \"2025-04-01\"", "in_force_from = 2025",
     "wrong_type: r.toml line 8: rule.in_force_from must be a text"},
    {"id = \"small-fy2025\"", "id = \"a b\"", "bad_value: r.toml line 3: rule.id = 'a b': may hold"},
    {"title_ja = \"小\"", "title_ja = \" \"", "bad_value: r.toml line 6: rule.title_ja"},
    {"source = \"made up\"\n", "", "missing_key: r.toml line 1: rule needs the key \"source\""},
    {"source = \"made up\"", "source = \"made up\"\nassumptions = [\"a\", \"a\"]",
     "bad_value: r.toml line 8: rule.assumptions"},
};

}  // namespace

TEST_CASE("a ward rule as written") {
    const auto rule = load(small_rule);
    CHECK(rule.head.id == "small-fy2025");
    CHECK(rule.head.in_force_from == parse_date("2025-04-01"));
    CHECK_FALSE(rule.head.until);
    CHECK(rule.head.file == "r.toml");
    CHECK(rule.area_level == WardSupport::AreaLevel::perinatal);
    CHECK(std::get<WardSupport::FarToNext>(rule.tests.at(0).condition).least == from_minutes(60));
    const auto& fell = std::get<WardSupport::DeliveriesFell>(rule.tests.at(1).condition);
    CHECK(fell.least.numerator == 1);
    CHECK(fell.least.denominator == 5);
    CHECK(fell.margin_below.numerator == 0);
    CHECK(rule.tests[0].title_ja == "far");
    CHECK(rule.groups.at(0).combine == WardSupport::Combine::any_of);
    REQUIRE(rule.groups[0].parts.size() == 2);
    CHECK(rule.groups[0].parts[1].index == 1);
    REQUIRE(rule.needs.size() == 1);
    CHECK(rule.needs[0].of == WardSupport::Part::Of::group);
    const auto at = [&](network::Reason r) { return rule.unreachable.at(static_cast<std::size_t>(r)); };
    CHECK(at(network::Reason::ferry_excluded) == policy::Judgement::yes);
    CHECK(at(network::Reason::one_way_trap) == policy::Judgement::unknown);
}

TEST_CASE("each slip in a rule file is one fault with its line") {
    for (const auto& slip : slips) {
        INFO(slip.instead << " instead of " << slip.line);
        const auto lines = faults(with(slip.line, slip.instead));
        REQUIRE_FALSE(lines.empty());
        CHECK(lines.size() == slip.count);
        CHECK_THAT(lines.front(), StartsWith("error " + slip.fault));
    }
}

TEST_CASE("every fault of a file is told at once") {
    auto text = with("minutes = 60", "minutes = -1");
    text.replace(text.find("role = \"delivery\""), 4, "rule");
    const auto lines = faults(text);
    REQUIRE(lines.size() == 3);  // the wrong number, the missing key, the unknown key
}

TEST_CASE("a file without its tables says what is missing") {
    const auto lines = faults("[rule]\nkind = \"ward_support\"\n");
    CHECK(lines.size() >= 8);
    CHECK(std::ranges::any_of(lines, [](const auto& line) { return line.find("[[test]]") != std::string::npos; }));
}

TEST_CASE("the shipped ward rules load, and say what they assume") {
    for (const auto* name : {"ward-securing-fy2024", "ward-securing-fy2025", "ward-supplementary-fy2024"}) {
        INFO(name);
        const auto rule = test::shipped_ward_rule(name);
        CHECK(rule.head.id == name);
        CHECK(rule.head.assumptions.size() >= 4);
        CHECK_FALSE(rule.head.source.empty());
        CHECK(rule.role == "delivery");
    }
}

TEST_CASE("the securing support holds the published figures") {
    const auto rule = test::shipped_ward_rule("ward-securing-fy2025");
    REQUIRE(rule.tests.size() == 7);
    const auto& area = std::get<WardSupport::FewInArea>(rule.tests[1].condition);
    CHECK(area.most_hospitals == 1U);
    CHECK(area.most_clinics == 2U);
    CHECK(std::get<WardSupport::FarToNext>(rule.tests[2].condition).least == from_minutes(60));
    CHECK(std::get<WardSupport::FewDeliveries>(rule.tests[3].condition).most == People::from_double(360));
    CHECK(rule.area_level == WardSupport::AreaLevel::secondary);
    // Consecutive years of one family, without a gap.
    const auto before = test::shipped_ward_rule("ward-securing-fy2024");
    CHECK(before.head.family == rule.head.family);
    using std::chrono::sys_days;
    CHECK(sys_days{before.head.until.value()} + std::chrono::days{1} == sys_days{rule.head.in_force_from});
}
