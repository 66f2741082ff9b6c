// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/facility.h"

#include <catch2/catch.hpp>

#include "base/finding.h"

using namespace michinori;
using namespace michinori::access;
using Kind = Condition::Kind;

namespace {

Condition text_condition(Kind kind, std::vector<std::string> texts, std::string column = "c") {
    return {std::move(column), kind, std::move(texts), 0};
}
Condition number_condition(Kind kind, double number, std::string column = "c") {
    return {std::move(column), kind, {}, number};
}

/// Four hospitals; the last row is short, as rows of a file without the later columns are.
FacilitySet hospitals() {
    FacilitySet set;
    set.columns = {"種別", "deliveries", "beds"};
    set.facilities = {{"h1", "中央病院", {141.3, 43.0}, {"総合", "520", "300"}, "a.csv", 1},
                      {"h2", "北病院", {141.4, 43.1}, {"地域", "*", "120"}, "a.csv", 2},
                      {"h3", "南医院", {141.5, 43.2}, {"", "12", "未報告"}, "b.csv", 1},
                      {"h4", "島診療所", {141.6, 43.3}, {"診療所"}, "b.csv", 2}};
    return set;
}

std::vector<std::size_t> indices(const std::vector<FacilityId>& ids) {
    std::vector<std::size_t> out;
    for (const auto id : ids) {
        out.push_back(id.index());
    }
    return out;
}

using Indices = std::vector<std::size_t>;

}  // namespace

TEST_CASE("text conditions compare after trimming, also ideographic spaces") {
    CHECK(holds(text_condition(Kind::equals, {"1"}), "1"));
    CHECK(holds(text_condition(Kind::equals, {"総合"}), " 総合 "));
    CHECK_FALSE(holds(text_condition(Kind::equals, {"1"}), "10"));
    CHECK(holds(text_condition(Kind::not_equals, {"0"}), ""));
    CHECK_FALSE(holds(text_condition(Kind::not_equals, {"0"}), "0 "));
    CHECK(holds(text_condition(Kind::one_of, {"総合", "地域"}), "地域"));
    CHECK_FALSE(holds(text_condition(Kind::one_of, {"総合", "地域"}), "地"));
    CHECK(holds(text_condition(Kind::contains, {"産"}), "内科・産科"));
    CHECK_FALSE(holds(text_condition(Kind::contains, {"産"}), "内科"));
    CHECK(holds(text_condition(Kind::not_empty, {}), "x"));
    CHECK_FALSE(holds(text_condition(Kind::not_empty, {}), " 　"));
}

TEST_CASE("number conditions fail on anything that is no number") {
    for (const auto kind : {Kind::above, Kind::at_least, Kind::below, Kind::at_most}) {
        for (const auto* text : {"", "*", "未報告", "nan", "12a", "-"}) {
            CHECK_FALSE(holds(number_condition(kind, 0), text));
        }
    }
    CHECK(holds(number_condition(Kind::above, 0), "0.5"));
    CHECK_FALSE(holds(number_condition(Kind::above, 0), "0"));
    CHECK(holds(number_condition(Kind::at_least, 1200), "1,200"));
    CHECK(holds(number_condition(Kind::at_most, 3), "３"));
    CHECK_FALSE(holds(number_condition(Kind::below, 3), "3"));
}

TEST_CASE("a column is found by its trimmed name") {
    const auto set = hospitals();
    CHECK(set.column(" beds ") == 2);
    CHECK_FALSE(set.column("bed"));
}

TEST_CASE("selection joins all-of, any-of and ids") {
    const auto set = hospitals();
    const auto delivers = number_condition(Kind::above, 0, "deliveries");
    const auto general = text_condition(Kind::equals, {"総合"}, "種別");
    const auto regional = text_condition(Kind::equals, {"地域"}, "種別");
    CHECK(indices(select(set, {delivers}, {}, {})) == Indices{0, 2});
    CHECK(indices(select(set, {}, {general, regional}, {})) == Indices{0, 1});
    CHECK(indices(select(set, {delivers}, {general, regional}, {})) == Indices{0});
    CHECK(indices(select(set, {delivers}, {}, {"h4", "h1"})) == Indices{0, 2, 3});
    CHECK(indices(select(set, {}, {}, {"h2"})) == Indices{1});
    CHECK(indices(select(set, {}, {}, {})) == Indices{0, 1, 2, 3});
    CHECK(indices(select(set, {text_condition(Kind::not_empty, {}, "beds")}, {}, {})) == Indices{0, 1, 2});
}

TEST_CASE("every wrong column and id is named at once") {
    const auto set = hospitals();
    try {
        (void)select(set, {number_condition(Kind::above, 0, "delivery")}, {}, {"h9", "h1"});
        FAIL("no error");
    } catch (const InputError& error) {
        REQUIRE(error.findings().size() == 2);
        const auto first = to_line(error.findings()[0], Language::english);
        CHECK(first.find("error column_missing: a.csv, b.csv: has no column \"delivery\"") == 0);
        CHECK(first.find("種別, deliveries, beds") != std::string::npos);
        const auto second = to_line(error.findings()[1], Language::english);
        CHECK(second.find("unknown_reference") != std::string::npos);
        CHECK(second.find("\"h9\"") != std::string::npos);
    }
}
