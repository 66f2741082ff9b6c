// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "policy/care_need.h"
#include "scenario/load_care_rule.h"

using namespace michinori;
using policy::CareRule;

namespace {

CareRule shipped(const std::string& name) {
    const auto path = std::string(MICHINORI_SOURCE_DIR) + "/scenarios/rules/care-" + name + ".toml";
    return scenario::read_care_rule({path, name});
}

std::set<std::string> ids_of_capabilities(const CareRule& rule) {
    std::set<std::string> ids;
    std::ranges::transform(rule.capabilities, std::inserter(ids, ids.end()), &CareRule::Capability::id);
    return ids;
}

const CareRule::Chain& chain(const CareRule& rule, const std::string& id) {
    const auto found = std::ranges::find(rule.chains, id, &CareRule::Chain::id);
    REQUIRE(found != rule.chains.end());
    return *found;
}

}  // namespace

TEST_CASE("nerve block: seven techniques, and the published need of the nation") {
    const auto rule = shipped("nerve-block");
    CHECK(ids_of_capabilities(rule) ==
          std::set<std::string>{"coeliac", "saddle", "epidural", "intrathecal", "bone", "radiotherapy", "methadone"});
    REQUIRE(rule.need);
    CHECK(rule.need->tier == "site");
    const auto nation = policy::national_need(rule);
    REQUIRE(nation);
    CHECK((*nation)[0].cases == Approx(12210));  // 370,000 x 3.3 %
    CHECK((*nation)[2].cases == Approx(29600));  // 370,000 x 8.0 %
    CHECK((*nation)[0].done == Approx(3122));
    REQUIRE((*nation)[0].share);
    CHECK(100 * *(*nation)[0].share == Approx(74.43).margin(0.01));  // published: about 74 %
    CHECK(chain(rule, "referral").home_between);
}

TEST_CASE("chronic pain: seven departments that hub and partners hold together") {
    const auto rule = shipped("chronic-pain");
    CHECK(rule.together == "hub");
    CHECK(ids_of_capabilities(rule) == std::set<std::string>{"orthopaedics", "anaesthesiology", "neurosurgery",
                                                             "internal_medicine", "psychosomatic_medicine",
                                                             "psychiatry", "dentistry"});
}

TEST_CASE("rare disease: diagnosis seldom and far, treatment often and near") {
    const auto rule = shipped("rare-disease");
    CHECK(chain(rule, "diagnosis").steps.back().tier == "base");
    CHECK(chain(rule, "treatment").steps.back().tier == "cooperating");
    CHECK(chain(rule, "diagnosis").journeys_a_year < chain(rule, "treatment").journeys_a_year);
}

TEST_CASE("cancer 2040: what is time-critical is not concentrated") {
    const auto rule = shipped("cancer-2040");
    const auto kept = std::ranges::count_if(rule.concentrations, &CareRule::Concentration::time_critical);
    CHECK(kept == 1);
    CHECK(std::ranges::find(rule.concentrations, "emergency", &CareRule::Concentration::tier)->time_critical);
}

TEST_CASE("specialties: an area under 0.6 of the nation has few") {
    const auto rule = shipped("specialties");
    CHECK(rule.specialties.size() == 3);
    for (const auto& specialty : rule.specialties) {
        CHECK(specialty.few_below == Approx(0.6));
    }
}

TEST_CASE("children: 300 a year per million, first care before transport, which may be flown") {
    const auto rule = shipped("childrens-critical");
    REQUIRE(rule.need);
    CHECK(rule.need->central * 1e6 == Approx(300));
    const auto& transport = chain(rule, "transport");
    REQUIRE(transport.steps.size() == 2);
    CHECK(transport.steps[0].stay == from_minutes(30));
    CHECK(transport.steps[1].by_air);
    CHECK_FALSE(transport.home_between);
    CHECK(rule.tiers[0].level == "tertiary");
    CHECK(rule.tiers[0].limit == from_minutes(60));
}

TEST_CASE("every shipped care rule names its source and its assumptions") {
    for (const char* name :
         {"nerve-block", "chronic-pain", "rare-disease", "cancer-2040", "specialties", "childrens-critical"}) {
        const auto rule = shipped(name);
        INFO(name);
        CHECK(rule.head.id == std::string("care-") + name);
        CHECK_FALSE(rule.head.source.empty());
        CHECK_FALSE(rule.head.assumptions.empty());
    }
}
