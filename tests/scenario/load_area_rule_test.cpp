// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_area_rule.h"

#include <catch2/catch.hpp>

#include <stdexcept>

#include "support/faults.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Matchers::StartsWith;
using policy::AreaRule;
using policy::UnitNumber;

namespace {

const std::string small_rule = R"([rule]
kind = "shortage_spot"
id = "small"
family = "small"
title_en = "Small"
title_ja = "小"
source = "made up"
in_force_from = "2025-04-01"
[[test]]
id = "outside"
kind = "outside_designated"
[[test]]
id = "load"
kind = "number"
fact = "people"
per = "physicians"
at_least = 2000
about_below = 100
[[test]]
id = "fall"
kind = "share"
fact = "people_later"
since = "people"
lowest = "1/4"
[[group]]
id = "either"
any_of = ["load", "fall"]
[needs]
all_of = ["outside", "either"]
[[rank]]
fact = "physicians"
first = "highest"
)";

std::string with(const std::string& line, const std::string& instead) {
    auto text = small_rule;
    const auto at = text.find(line);
    if (at == std::string::npos) {
        throw std::logic_error("no such line in the rule: " + line);
    }
    return text.replace(at, line.size(), instead);
}

AreaRule load(const std::string& text) {
    const test::TempFolder folder;
    io::TomlFile file({folder.write("r.toml", text), "r.toml"});
    auto rule = scenario::load_area_rule(file.root());
    file.finish();
    return rule;
}

AreaRule shipped(const std::string& name) {
    const auto path = std::string(MICHINORI_SOURCE_DIR) + "/scenarios/rules/" + name + ".toml";
    io::TomlFile file(io::InputFile{path, name + ".toml"});
    auto rule = scenario::load_area_rule(file.root());
    file.finish();
    return rule;
}

struct Slip {
    std::string line;
    std::string instead;
    std::string fault;
};

const std::vector<Slip> slips{
    {"kind = \"shortage_spot\"", "kind = \"ward_support\"",
     "bad_value: r.toml line 2: rule.kind = 'ward_support': must be \"priority_area\" or \"shortage_spot\" here"},
    {"kind = \"number\"", "kind = \"numbers\"", "bad_value: r.toml line 14: test[2].kind = 'numbers': must be one of"},
    {"fact = \"people\"\n", "", "missing_key: r.toml line 12: test[2] needs the key \"fact\""},
    {"fact = \"people\"", "fact = \"People!\"", "bad_value: r.toml line 15: test[2].fact = 'People!': may hold"},
    {"per = \"physicians\"", "per = \"physicians\"\nsince = \"people\"",
     "bad_value: r.toml line 17: test[2].since = 'people': stands beside per"},
    {"at_least = 2000", "at_least = 2000\nat_most = 1",
     "bad_value: r.toml line 17: test[2].at_least = 2000: stands beside at_most"},
    {"at_least = 2000\n", "", "missing_key: r.toml line 12: test[2] needs the key \"at_most (or at_least)\""},
    {"at_least = 2000", "at_least = \"many\"", "wrong_type: r.toml line 17: test[2].at_least"},
    {"about_below = 100", "about_below = -1", "bad_value: r.toml line 18: test[2].about_below = -1"},
    {"lowest = \"1/4\"\n", "", "missing_key: r.toml line 19: test[3] needs the key \"lowest (or highest)\""},
    {"lowest = \"1/4\"", "lowest = \"5/4\"", "bad_value: r.toml line 24: test[3].lowest"},
    {"lowest = \"1/4\"", "lowest = \"1/4\"\nhighest = 0.5",
     "bad_value: r.toml line 25: test[3].highest = 0.5: stands beside lowest"},
    {"lowest = \"1/4\"", "lowest = \"1/4\"\nat_most = 3", "unknown_key: r.toml line 25: the key \"test[3].at_most\""},
    {"[\"load\", \"fall\"]", "[\"load\"]", "bad_value: r.toml line 20: test[3].id = 'fall': stands in no [[group]]"},
    {"first = \"highest\"\n", "", "missing_key: r.toml line 30: rank[1] needs the key \"first\""},
    {"first = \"highest\"", "first = \"most\"", "bad_value: r.toml line 32: rank[1].first = 'most': must be one of"},
};

}  // namespace

TEST_CASE("an area rule as written") {
    const auto rule = load(small_rule);
    CHECK(rule.use == AreaRule::Use::shortage_spot);
    CHECK(rule.facts == std::vector<std::string>{"people", "physicians", "people_later"});
    CHECK(std::holds_alternative<AreaRule::OutsideDesignated>(rule.tests.at(0).condition));
    const auto& load_test = std::get<AreaRule::NumberLimit>(rule.tests.at(1).condition);
    CHECK(load_test.side == AreaRule::Side::at_least);
    CHECK(load_test.limit == 2000);
    CHECK(load_test.margin_below == 100);
    CHECK(load_test.margin_above == 0);
    CHECK(load_test.number.form == UnitNumber::Form::ratio);
    CHECK(load_test.number.of == 1);
    const auto& fall = std::get<AreaRule::NumberShare>(rule.tests.at(2).condition);
    CHECK(fall.end == AreaRule::End::lowest);
    CHECK(fall.share.denominator == 4);
    CHECK(fall.number.form == UnitNumber::Form::change);
    CHECK(fall.number.fact == 2);
    CHECK(fall.number.of == 0);
    CHECK(rule.groups.at(0).combine == policy::Combine::any_of);
    CHECK(rule.needs.size() == 2);
    REQUIRE(rule.ranking.size() == 1);
    CHECK(rule.ranking[0].first == AreaRule::End::highest);
    CHECK(rule.ranking[0].number.form == UnitNumber::Form::fact);
}

TEST_CASE("at most and the highest share are read as such") {
    const auto rule = load(with("at_least = 2000", "at_most = -0.3"));
    CHECK(std::get<AreaRule::NumberLimit>(rule.tests.at(1).condition).side == AreaRule::Side::at_most);
    CHECK(std::get<AreaRule::NumberLimit>(rule.tests.at(1).condition).limit == -0.3);
    const auto highest = load(with("lowest = \"1/4\"", "highest = 0.1"));
    const auto& share = std::get<AreaRule::NumberShare>(highest.tests.at(2).condition);
    CHECK(share.end == AreaRule::End::highest);
    CHECK(share.share.numerator == 1);
    CHECK(share.share.denominator == 10);
}

TEST_CASE("each slip in an area rule is one fault with its line") {
    for (const auto& slip : slips) {
        INFO(slip.instead << " instead of " << slip.line);
        const auto lines = test::fault_lines([&] { (void)load(with(slip.line, slip.instead)); });
        REQUIRE(lines.size() == 1);
        CHECK_THAT(lines.front(), StartsWith("error " + slip.fault));
    }
}

TEST_CASE("the shipped area rules load, and say what they assume") {
    const auto priority = shipped("priority-areas-reported");
    CHECK(priority.use == AreaRule::Use::priority_area);
    CHECK(priority.head.assumptions.size() == 5);
    const auto& sparse = std::get<AreaRule::NumberShare>(priority.tests.at(3).condition);
    CHECK(sparse.end == AreaRule::End::lowest);
    CHECK(sparse.share.denominator == 4);
    CHECK(priority.ranking.size() == 2);
    const auto spot = shipped("shortage-spot-example");
    CHECK(spot.use == AreaRule::Use::shortage_spot);
    CHECK(spot.head.assumptions.size() == 4);
    CHECK(spot.tests.size() == 4);
    CHECK(std::holds_alternative<AreaRule::OutsideDesignated>(spot.tests[0].condition));
}
