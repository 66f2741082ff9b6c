// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>

#include "base/progress.h"
#include "routing/dijkstra_engine.h"
#include "scenario/load_scenario.h"
#include "scenario/variant.h"
#include "support/faults.h"
#include "what_if_village.h"

using namespace michinori;
using scenario::Analysis;
using scenario::Scenario;
using test::WhatIfVillage;

namespace {

double minutes_of(const Analysis& analysis, std::size_t service, std::size_t point) {
    return minutes(std::get<access::Reached>(analysis.result.outcomes[service][point]).nearest.time);
}

std::string nearest_id(const WhatIfVillage::Made& made, std::size_t service, std::size_t point) {
    const auto& reached = std::get<access::Reached>(made.analysis.result.outcomes[service][point]);
    return made.variant.inputs().facilities.facilities[reached.nearest.facility.index()].id;
}

}  // namespace

TEST_CASE("a closed facility gives none of its services, or not the one named") {
    WhatIfVillage village(R"(
[[variant]]
id = "all"
change = [{ close = "W" }]
[[variant]]
id = "births"
change = [{ close = ["W"], services = ["birth"] }]
)");
    const auto today = village.made("today");
    CHECK(minutes_of(today.analysis, 0, 0) == 10);
    CHECK(minutes_of(village.made("all").analysis, 0, 0) == 20);
    CHECK(minutes_of(village.made("all").analysis, 1, 0) == 20);
    CHECK(minutes_of(village.made("births").analysis, 0, 0) == 20);
    CHECK(minutes_of(village.made("births").analysis, 1, 0) == 10);
}

TEST_CASE("a facility whose roads are closed is told of and reached by nobody") {
    WhatIfVillage village(R"(
[[variant]]
id = "flood"
change = [{ road = "close", name = "国道1号" }]
)");
    auto flood = village.made("flood");
    CHECK(std::holds_alternative<network::Reason>(flood.analysis.result.facility_snaps[0]));
    CHECK(minutes_of(flood.analysis, 0, 1) == 10);
    CHECK(nearest_id(flood, 0, 1) == "E");
    const auto& findings = flood.variant.region->log().findings.all();
    const auto told = [](const Finding& finding) { return finding.code == FindingCode::facilities_skipped; };
    CHECK(std::ranges::count_if(findings, told) == 1);
}

TEST_CASE("variants stack, in the order of their changes") {
    WhatIfVillage village(R"(
[[variant]]
id = "one"
change = [{ close = "W" }]
[[variant]]
id = "both"
on = "one"
change = [{ open = "M", name = "中央", at = [139.1, 36.0], services = ["birth"] }, { close = "E", services = ["birth"] }]
)");
    const auto both = village.made("both");
    CHECK(minutes_of(both.analysis, 0, 0) == 0);
    CHECK(minutes_of(both.analysis, 0, 1) == 10);
    CHECK(nearest_id(both, 0, 1) == "M");
    CHECK(both.variant.scenario.variant == "both");
}

TEST_CASE("an opening takes a candidate of the list, with its columns") {
    WhatIfVillage village(R"(
[[candidates]]
file = "candidates.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
[[variant]]
id = "by_columns"
change = [{ open = "C" }]
[[variant]]
id = "by_name"
change = [{ open = "D", services = ["birth"] }]
[[variant]]
id = "nothing"
change = [{ open = "D" }]
)");
    CHECK(minutes_of(village.made("by_columns").analysis, 0, 1) == 0);
    CHECK(minutes_of(village.made("by_name").analysis, 0, 0) == 0);
    CHECK(test::fault_lines([&] { (void)village.made("nothing"); }).front().find("gives no service") !=
          std::string::npos);
}

TEST_CASE("a facility moves, and what was there stays away") {
    WhatIfVillage village("[[variant]]\nid = \"v\"\nchange = [{ move = \"W\", at = [139.1, 36.0] }]\n");
    CHECK(minutes_of(village.made("v").analysis, 0, 0) == 0);
    CHECK(minutes_of(village.made("v").analysis, 0, 1) == 10);
}

TEST_CASE("a merger closes one ward and adds its numbers to the other") {
    WhatIfVillage village(
        "[[variant]]\nid = \"v\"\nchange = [{ merge = \"W\", into = \"E\", services = [\"birth\"], add = [\"beds\"] "
        "}]\n");
    const auto made = village.made("v");
    const auto& set = made.variant.inputs().facilities;
    CHECK(set.facilities[1].fields[*set.column("beds")] == "50");
    CHECK(minutes_of(made.analysis, 0, 0) == 20);
    CHECK(minutes_of(made.analysis, 1, 0) == 10);
}

TEST_CASE("what a facility offers changes by service and by column") {
    WhatIfVillage village(R"(
[[variant]]
id = "stops"
change = [{ offer = ["W"], stops = ["birth"], starts = ["third"] }]
[[variant]]
id = "column"
change = [{ offer = ["W"], columns = { kind = "other" } }]
)");
    const auto stops = village.made("stops");
    CHECK(minutes_of(stops.analysis, 0, 0) == 20);
    CHECK(minutes_of(stops.analysis, 2, 0) == 10);
    CHECK(minutes_of(village.made("column").analysis, 0, 0) == 20);
}

TEST_CASE("roads close, slow down and quicken, and a season and a profile drive everything otherwise") {
    WhatIfVillage village(R"(
[[variant]]
id = "closed"
change = [{ road = "close", name = "国道1号", at = [139.15, 36.0], within_m = 100 }]
[[variant]]
id = "slow"
change = [{ road = "speed", factor = 0.5, name = "国道1号" }]
[[variant]]
id = "twice"
on = "slow"
change = [{ road = "speed", factor = 0.5, name = "国道1号" }]
[[variant]]
id = "winter_only"
change = [{ road = "close", name = "国道1号", only_in = "winter" }]
[[variant]]
id = "profile"
change = [{ profile = "./fast.toml" }]
)");
    const auto second = [&](const char* id) {
        return std::get<access::Reached>(village.made(id).analysis.result.outcomes[0][0]).second.has_value();
    };
    CHECK(second("today"));
    CHECK_FALSE(second("closed"));  // between A and B
    CHECK(minutes_of(village.made("closed").analysis, 0, 0) == 10);
    CHECK(minutes_of(village.made("slow").analysis, 0, 0) == 20);
    CHECK(minutes_of(village.made("slow").analysis, 0, 1) == 10);
    CHECK(minutes_of(village.made("twice").analysis, 0, 0) == Approx(40).margin(0.001));
    CHECK(minutes_of(village.made("profile").analysis, 0, 0) == 5);
    const auto idle = village.made("winter_only");
    CHECK(minutes_of(idle.analysis, 0, 0) == 10);
    CHECK(std::ranges::any_of(idle.variant.region->log().findings.all(),
                              [](const Finding& finding) { return finding.code == FindingCode::change_idle; }));
}

TEST_CASE("people of another year stand on the same points") {
    WhatIfVillage village("[[variant]]\nid = \"v\"\nchange = [{ year = 2040 }]\n");
    const auto made = village.made("v");
    CHECK(made.variant.inputs().demand.people[0] ==
          std::vector{People::from_double(80), People::from_double(40), People::from_double(5)});
    CHECK(minutes_of(made.analysis, 0, 0) == 10);
}

TEST_CASE("areas are put together anew") {
    WhatIfVillage village(
        "[[variant]]\nid = \"v\"\nchange = [{ areas = \"region\", file = \"redraw.csv\", columns = { member = "
        "\"town\", "
        "code = \"region\" } }]\n");
    const auto region_of = [](const WhatIfVillage::Made& made, std::size_t point) {
        const auto& level = made.variant.inputs().levels[1];
        return level.areas[*made.analysis.area_of[1][point]].code;
    };
    CHECK(region_of(village.made("today"), 0) == "R1");
    CHECK(region_of(village.made("today"), 1) == "R1");
    CHECK(region_of(village.made("v"), 0) == "R1");
    CHECK(region_of(village.made("v"), 1) == "R2");
}

TEST_CASE("what a variant left alone is taken over, and the rest is as computed afresh") {
    WhatIfVillage village(R"(
[[variant]]
id = "v"
change = [{ close = ["W"], services = ["birth"] }, { open = "M", name = "M", at = [139.2, 36.0], services = ["third"] }]
)");
    const auto made = village.made("v");
    const routing::DijkstraEngine plain(made.variant.region->model());
    NoProgress silent;
    const auto afresh = scenario::analyse(made.variant.scenario, *made.variant.region, plain, silent);
    REQUIRE(afresh.services.size() == made.analysis.services.size());
    for (std::size_t s = 0; s < afresh.services.size(); ++s) {
        CHECK(afresh.services[s].facilities == made.analysis.services[s].facilities);
        for (std::size_t d = 0; d < 3; ++d) {
            const auto* a = std::get_if<access::Reached>(&afresh.result.outcomes[s][d]);
            const auto* b = std::get_if<access::Reached>(&made.analysis.result.outcomes[s][d]);
            REQUIRE((a == nullptr) == (b == nullptr));
            CHECK((a == nullptr || (a->nearest == b->nearest && a->second == b->second)));
        }
    }
    CHECK(afresh.area_of == made.analysis.area_of);
}

TEST_CASE("steps that do nothing are told and left out") {
    WhatIfVillage village(R"(
[[variant]]
id = "v"
change = [{ close = "W", services = ["birth"] }, { close = "W", services = ["birth"] }, { move = "E", at = [139.3, 36.0] }]
)");
    const auto made = village.made("v");
    const auto& findings = made.variant.region->log().findings.all();
    CHECK(std::ranges::count(findings, FindingCode::change_idle, &Finding::code) == 2);
    CHECK(minutes_of(made.analysis, 0, 0) == 20);
}

TEST_CASE("wrong variants are told with their line") {
    const auto fault = [](const std::string& change) {
        return test::fault_lines([&] {
            WhatIfVillage village("[[variant]]\nid = \"v\"\n[[variant.change]]\n" + change + "\n");
            (void)village.made("v");
        });
    };
    const auto starts = [&](const std::string& change, const std::string& code, const std::string& word) {
        const auto lines = fault(change);
        INFO(change << "\n" << (lines.empty() ? "" : lines.front()));
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().starts_with("error " + code));
        CHECK(lines.front().find(word) != std::string::npos);
        CHECK(lines.front().find("village.toml") != std::string::npos);
    };
    starts("close = \"X\"", "unknown_reference", "facility \"X\"");
    starts("close = \"W\"\nservices = [\"nothing\"]", "unknown_reference", "service \"nothing\"");
    starts("open = \"X\"", "unknown_reference", "candidate \"X\"");
    starts("open = \"W\"\nat = [139.1, 36]\nservices = [\"birth\"]", "duplicate_id", "W");
    starts("open = \"S\"\nat = [150, 20]\nservices = [\"birth\"]", "facility_unsnapped", "outside_network");
    starts("merge = \"W\"\ninto = \"E\"\nadd = [\"nothing\"]", "column_missing", "nothing");
    starts("merge = \"W\"\ninto = \"E\"\nadd = [\"kind\"]", "capacity_unknown", "kind");
    starts("merge = \"W\"\ninto = \"W\"", "bad_value", "close");
    starts("road = \"close\"\nname = \"国道9号\"", "change_without_effect", "国道9号");
    starts("road = \"close\"\nids = [99]", "change_without_effect", "99");
    starts("road = \"close\"", "missing_key", "ids");
    starts("road = \"close\"\nfactor = 2\nname = \"国道1号\"", "bad_value", "factor");
    starts("year = 2050", "unknown_reference", "2040");
    starts("areas = \"town\"\nfile = \"redraw.csv\"\ncolumns = { member = \"town\", code = \"region\" }", "bad_value",
           "polygons");
    starts("close = \"W\"\nopen = \"E\"", "bad_value", "beside");
    starts("close = \"W\"\nfactor = 2", "bad_value", "no use beside close");
    starts("services = [\"birth\"]", "missing_key", "close, open");
}

TEST_CASE("a base scenario lends its inputs, and nothing of them stands beside it") {
    WhatIfVillage village("");
    village.folder().write("over.toml",
                           "[scenario]\nid = \"over\"\nbase = \"village.toml\"\n[[variant]]\nid = \"v\"\nchange = [{ "
                           "close = \"W\" }]\n");
    const auto over = scenario::load_scenario(village.folder().path() / "over.toml", {});
    CHECK(over.id == "over");
    CHECK(over.base == "village.toml");
    CHECK(over.services.size() == 3);
    REQUIRE(over.what_if);
    CHECK(over.what_if->variants.size() == 1);
    village.folder().write("wrong.toml", "[scenario]\nbase = \"village.toml\"\n[snapping]\nlimit_m = 3\n");
    const auto wrong =
        test::fault_lines([&] { (void)scenario::load_scenario(village.folder().path() / "wrong.toml", {}); });
    REQUIRE(wrong.size() == 1);
    CHECK(wrong.front().find("what-ifs, networks and more services stand here") != std::string::npos);
    village.folder().write("lost.toml", "[scenario]\nbase = \"nowhere.toml\"\n");
    const auto lost =
        test::fault_lines([&] { (void)scenario::load_scenario(village.folder().path() / "lost.toml", {}); });
    REQUIRE(lost.size() == 1);
    CHECK(lost.front().starts_with("error named_file_missing"));
}
