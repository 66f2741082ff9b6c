// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "scenario/load_remote_rule.h"

using namespace michinori;
using policy::Judgement;

namespace {

policy::RemoteRule shipped(const std::string& name) {
    const auto path = std::string(MICHINORI_SOURCE_DIR) + "/scenarios/rules/" + name + ".toml";
    io::TomlFile file(io::InputFile{path, name + ".toml"});
    auto rule = scenario::load_remote_rule(file.root());
    file.finish();
    return rule;
}

}  // namespace

TEST_CASE("the shipped rules of districts without a doctor or dentist say what their source states") {
    for (const char* role : {"medical", "dental"}) {
        const auto rule = shipped(std::string("remote-") + role);
        CHECK(rule.role == role);
        CHECK(rule.head.id == std::string("remote-") + role + "-2022");
        CHECK(rule.radius == Metres{4000});
        CHECK(rule.institution_radius == Metres{4000});
        CHECK(rule.least_people == People::from_double(50));
        CHECK(rule.most_trips == 3U);
        CHECK(rule.limit == policy::RemoteRule::Limit::over);
        CHECK(rule.transport_limit == from_minutes(60));
        CHECK(rule.modelled_limit == from_minutes(60));
        CHECK(rule.head.assumptions.size() == 7);
        REQUIRE(rule.near);
        CHECK(rule.near->least_people == People::from_double(40));
        CHECK(rule.near->institution_radius == Metres{3500});
        CHECK(rule.near->most_trips == 4U);
        CHECK(rule.near->transport_limit == from_minutes(50));
        CHECK(rule.near->modelled_limit == from_minutes(50));
    }
}

TEST_CASE("the shipped rule of remote clinics: 1,000 people, 30 minutes or more, trips not asked about") {
    const auto rule = shipped("remote-clinic");
    CHECK(rule.role == "medical");
    CHECK(rule.radius == Metres{4000});
    CHECK(rule.least_people == People::from_double(1000));
    CHECK_FALSE(rule.most_trips);
    CHECK(rule.limit == policy::RemoteRule::Limit::at_least);
    CHECK(rule.transport_limit == from_minutes(30));
    CHECK(rule.modelled_limit == from_minutes(30));
    CHECK_FALSE(rule.near);
}

TEST_CASE("without a way a place is far, and what stands on no road is undecided") {
    const auto rule = shipped("remote-medical");
    const auto of = [&](network::Reason reason) { return rule.unreachable[static_cast<std::size_t>(reason)]; };
    CHECK(of(network::Reason::other_component) == Judgement::yes);
    CHECK(of(network::Reason::ferry_excluded) == Judgement::yes);
    CHECK(of(network::Reason::beyond_cutoff) == Judgement::yes);
    CHECK(of(network::Reason::one_way_trap) == Judgement::unknown);
    CHECK(of(network::Reason::outside_network) == Judgement::unknown);
}
