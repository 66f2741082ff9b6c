// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <fmt/core.h>

#include <algorithm>

#include "scenario/closure_study.h"
#include "scenario/optimise_study.h"
#include "support/faults.h"
#include "what_if_village.h"

using namespace michinori;
using scenario::OptimiseAnswer;
using scenario::SitePlan;
using test::WhatIfVillage;

namespace {

const std::string with_candidates = R"(
[[candidates]]
file = "candidates.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
)";

std::string question(const std::string& keys) {
    return "[[optimise]]\nid = \"q\"\nservice = \"birth\"\n" + keys + "\n";
}

/// The answers keep pointing into the village.
struct Asked {
    explicit Asked(const std::string& text)
        : village(text),
          answers(scenario::study_optimise(village.family(), village.today(), nullptr, findings, village.silent())) {}
    [[nodiscard]] const OptimiseAnswer& answer() const { return answers.at(0); }
    [[nodiscard]] std::vector<std::string> open(const SitePlan& plan) const {
        std::vector<std::string> ids;
        for (const auto site : plan.open) {
            ids.push_back(answer().question->facility(site).id);
        }
        return ids;
    }
    WhatIfVillage village;
    Findings findings;
    std::vector<OptimiseAnswer> answers;
};

using Ids = std::vector<std::string>;

std::string fault(const std::string& text) {
    return test::fault_line([&] { const Asked asked(text); });
}

}  // namespace

TEST_CASE("which of two wards: the one nearer to more people") {
    const Asked asked(question("goal = \"mean_minutes\"\nsites = 1"));
    const auto& plan = asked.answer().plan();
    // W: 100 x 10 + 50 x 20 = 2000 person-minutes; E: 2500. C reaches neither.
    CHECK(asked.open(plan) == Ids{"W"});
    CHECK(plan.figures.mean_min == Approx(2000.0 / 150));
    CHECK(plan.figures.people == People::from_double(157));
    CHECK(plan.figures.reached == People::from_double(150));
    CHECK(plan.figures.within ==
          std::vector{People::from_double(100), People::from_double(100), People::from_double(150)});
    REQUIRE(plan.figures.worst);
    CHECK(plan.figures.worst->point == DemandId{1});
    CHECK(plan.proof->status == location::Solution::Status::optimal);
    // Everybody counts in the value, those without a way with 240 minutes.
    CHECK(scenario::value_words(*asked.answer().settings, plan.proof->cost, plan.figures.people) ==
          fmt::format("{:.3f} min", (2000.0 + 7 * 240) / 157));
    CHECK(asked.open(asked.answer().plans.front()) == Ids{"W", "E"});
}

TEST_CASE("a candidate is chosen where it helps more") {
    const Asked asked(with_candidates + question("goal = \"mean_minutes\"\nsites = [1, 2, 3]\ncandidates = true"));
    REQUIRE(asked.answer().plans.size() == 4);
    CHECK(asked.open(asked.answer().plans[1]) == Ids{"D"});       // A 0, B 10
    CHECK(asked.open(asked.answer().plans[2]) == Ids{"C", "D"});  // A 0, B 0
    CHECK(asked.answer().plans[2].figures.mean_min == 0);
    CHECK(asked.answer().question->today.size() == 2);
    const Asked keeping(with_candidates +
                        question("goal = \"mean_minutes\"\nsites = 3\ncandidates = true\nkeep_today = true"));
    CHECK(keeping.open(keeping.answer().plan()) == Ids{"W", "E", "D"});
}

TEST_CASE("a front, steps and simple rules stand beside the plan") {
    const Asked asked(
        with_candidates + "[[load]]\nservice = \"birth\"\nsize = \"beds\"\n" +
        question("goal = \"people_within\"\nminutes = 10\nsites = 1\nfront = true\nsteps = true\nby_size = "
                 "true\nby_area = \"town\""));
    const auto& answer = asked.answer();
    REQUIRE(answer.front.size() == 2);
    CHECK(answer.front[0].figures.within_goal == People::from_double(100));
    CHECK(answer.front[1].figures.within_goal == People::from_double(150));
    REQUIRE(answer.steps);
    REQUIRE(answer.steps->steps.size() == 1);
    CHECK(answer.question->facility(answer.steps->steps[0].closed).id == "E");
    REQUIRE(answer.plans.size() == 4);
    CHECK(answer.plans[2].kind == SitePlan::Kind::by_size);
    CHECK(asked.open(answer.plans[2]) == Ids{"E"});       // 30 beds against 20
    CHECK(asked.open(answer.plans[3]) == Ids{"W", "E"});  // a ward in each town, though one was asked for
}

TEST_CASE("the same question in another year") {
    const Asked asked(
        question("goal = \"mean_minutes\"\nsites = 1\nsensitivity = { years = [2040], profiles = "
                 "[\"./fast.toml\"] }"));
    REQUIRE(asked.answer().sensitivity.size() == 2);
    CHECK(asked.answer().sensitivity[0].id == "fast");
    CHECK(asked.answer().sensitivity[0].plan.mean_min == Approx(1000.0 / 150));
    CHECK(asked.answer().sensitivity[1].id == "2040");
    CHECK(asked.answer().sensitivity[1].kept == Ids{"W"});
    CHECK(asked.answer().sensitivity[1].best.mean_min == Approx((80 * 10 + 40 * 20) / 120.0));
}

TEST_CASE("two goals against each other") {
    const Asked asked(with_candidates +
                      question("goal = \"mean_minutes\"\nsites = 1\ncandidates = true\nsecond_within = 10"));
    REQUIRE(asked.answer().second);
    // D alone has everybody within 10 minutes and the shortest mean: nothing is to be traded.
    CHECK(asked.answer().second->points.size() == 1);
    CHECK(asked.answer().second->complete);
}

TEST_CASE("wrong questions are told with their line and their conflict") {
    const std::string one = "goal = \"mean_minutes\"\nsites = 1\n";
    const auto holds = [](const std::string& line, const std::string& code, const std::vector<std::string>& words) {
        INFO(line);
        CHECK(line.starts_with("error " + code));
        CHECK(line.find(code == "capacity_unknown" ? "sites.csv" : "village.toml") != std::string::npos);
        for (const auto& word : words) {
            INFO(word);
            CHECK(line.find(word) != std::string::npos);
        }
    };
    holds(fault(question("goal = \"mean_minutes\"\nsites = 3")), "too_many_sites", {"3", "2"});
    holds(fault(question(one + "keep = [\"W\"]\nclose = [\"W\"]")), "constraints_conflict", {"keep (W)", "close (W)"});
    holds(fault(question(one + "one_per = \"town\"")), "constraints_conflict", {"one_per town", "sites = 1"});
    holds(fault(question("goal = \"mean_minutes\"\nsites = 2\nfloor = 60")), "constraints_conflict",
          {"floor = 60", "sites = 2"});
    holds(fault("[[load]]\nservice = \"birth\"\ncapacity = \"beds\"\n" + question(one + "within_capacity = true")),
          "constraints_conflict", {"within_capacity"});
    holds(fault("[[load]]\nservice = \"birth\"\ncapacity = \"kind\"\n" + question(one + "within_capacity = true")),
          "capacity_unknown", {"W", "kind"});
    holds(fault(question(one + "keep = [\"X\"]")), "unknown_reference", {"facility of birth", "X"});
    holds(fault(question(one + "group = \"nobody\"")), "unknown_reference", {"population group", "nobody"});
    holds(fault(question(one + "within_capacity = true")), "bad_value", {"needs a [[load]]"});
    holds(fault(question(one + "candidates = true")), "bad_value", {"[[candidates]]"});
    holds(fault(question(one + "minutes = 10")), "bad_value", {"people_within"});
    holds(fault(question("goal = \"mean_minutes\"")), "missing_key", {"sites"});
    holds(fault(question("sites = 1")), "missing_key", {"goal"});
    holds(fault(question(one + "sensitivity = { years = [2090] }")), "bad_value", {"years"});
    holds(fault(question("goal = \"fewest_sites\"\nsteps = true")), "bad_value", {"steps"});
}

TEST_CASE("closures are ranked by the harm they do") {
    WhatIfVillage village("[[closures]]\nservice = \"birth\"\npairs = true\n");
    const auto tables = scenario::study_closures(village.scenario(), village.region(), village.today(),
                                                 village.engine(), village.silent());
    REQUIRE(tables.size() == 1);
    const auto& table = tables[0];
    CHECK(village.today().services[table.service].thresholds_min[table.limit] == 60);
    REQUIRE(table.singles.size() == 2);
    CHECK(table.singles[0].closed == std::vector{FacilityId{0}});
    CHECK(table.singles[0].added_person_minutes == Approx(1000));
    CHECK(table.singles[1].added_person_minutes == Approx(500));
    REQUIRE(table.pairs.size() == 1);
    CHECK(table.pairs[0].cut_off == People::from_double(150));
    CHECK(table.pairs[0].newly_beyond[table.limit] == People::from_double(150));
}

TEST_CASE("without a section, closures are tried for every service") {
    WhatIfVillage village("");
    const auto tables = scenario::study_closures(village.scenario(), village.region(), village.today(),
                                                 village.engine(), village.silent());
    CHECK(tables.size() == 3);
    CHECK(tables[2].singles.size() == 1);
    CHECK(tables[2].pairs.empty());
}
