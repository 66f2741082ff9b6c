// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <map>
#include <vector>

#include "access/closure_effects.h"
#include "access/instant_access.h"
#include "access/service_access.h"
#include "support/ascii_map.h"
#include "support/engines.h"
#include "support/located.h"
#include "support/random_grid.h"

namespace {

using namespace michinori;
using access::Outcome;
using access::Reached;
using network::Reason;
using network::SnapResult;

std::vector<SnapResult> random_snaps(const network::RoadNetwork& net, int count) {
    std::vector<SnapResult> snaps;
    for (int i = 0; i < count; ++i) {
        if (*rc::gen::inRange(0, 8) == 0) {
            snaps.emplace_back(Reason::too_far_to_snap);
        } else {
            const TravelTime leg{*rc::gen::inRange<std::uint32_t>(0, 4000)};
            snaps.emplace_back(network::Snapped{test::random_position(net), {}, Metres{0}, leg});
        }
    }
    return snaps;
}

std::vector<FacilityId> some_of(const std::vector<FacilityId>& all) {
    std::vector<FacilityId> some;
    for (const auto id : all) {
        if (*rc::gen::arbitrary<bool>()) {
            some.push_back(id);
        }
    }
    return some;
}

std::vector<FacilityId> first_facilities(std::size_t count) {
    std::vector<FacilityId> ids;
    for (std::size_t i = 0; i < count; ++i) {
        ids.emplace_back(i);
    }
    return ids;
}

/// A service over a random network, with homes: everything searched afresh for whatever is open.
struct RandomService {
    network::RoadNetwork net = network::RoadNetwork::build(test::random_grid());
    network::TravelModel model{net, test::AsciiMap::profile(), network::Season::summer};
    network::Components components = network::Components::find(model);
    std::vector<SnapResult> homes;
    std::vector<SnapResult> facilities;
    access::Service service{"s", "s", "s", {}, {0.1, 0.3}, {}};

    void draw() {
        homes = random_snaps(net, 8);
        facilities = random_snaps(net, *rc::gen::inRange(1, 7));
        service.facilities = first_facilities(facilities.size());
        if (*rc::gen::arbitrary<bool>()) {
            service.cutoff = TravelTime{25000};
        }
    }
    [[nodiscard]] std::vector<Outcome> afresh(const routing::Engine& engine,
                                              const std::vector<FacilityId>& open) const {
        auto changed = service;
        changed.facilities = open;
        const access::ServiceAccess access(engine, components, changed, facilities);
        std::vector<Outcome> outcomes;
        for (const auto& home : homes) {
            outcomes.push_back(access.from(home));
        }
        return outcomes;
    }
};

bool same(const std::vector<Outcome>& a, const std::vector<Outcome>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto* left = std::get_if<Reached>(&a[i]);
        const auto* right = std::get_if<Reached>(&b[i]);
        if ((left == nullptr) != (right == nullptr)) {
            return false;
        }
        if (left != nullptr ? left->nearest != right->nearest || left->second != right->second
                            : std::get<Reason>(a[i]) != std::get<Reason>(b[i])) {
            return false;
        }
    }
    return a.size() == b.size();
}

bool within(const Outcome& outcome, double limit_min) {
    const auto* reached = std::get_if<Reached>(&outcome);
    return reached != nullptr && reached->nearest.time <= from_minutes(limit_min);
}

/// The effect of a closure by two plain searches.
access::ClosureEffect effect_afresh(const RandomService& region, const routing::Engine& engine,
                                    const std::vector<FacilityId>& closed, const std::vector<People>& people) {
    std::vector<FacilityId> left;
    for (const auto id : region.service.facilities) {
        if (std::ranges::find(closed, id) == closed.end()) {
            left.push_back(id);
        }
    }
    const auto before = region.afresh(engine, region.service.facilities);
    const auto after = region.afresh(engine, left);
    access::ClosureEffect effect;
    effect.newly_beyond.resize(region.service.thresholds_min.size());
    for (std::size_t d = 0; d < people.size(); ++d) {
        const auto* was = std::get_if<Reached>(&before[d]);
        const auto* is = std::get_if<Reached>(&after[d]);
        for (std::size_t t = 0; t < effect.newly_beyond.size(); ++t) {
            const auto limit = region.service.thresholds_min[t];
            effect.newly_beyond[t] += within(before[d], limit) && !within(after[d], limit) ? people[d] : People();
        }
        if (was == nullptr || std::ranges::find(closed, was->nearest.facility) == closed.end()) {
            continue;
        }
        effect.affected += people[d];
        effect.cut_off += is == nullptr ? people[d] : People();
        effect.added_person_minutes +=
            is == nullptr ? 0 : people[d].value() * (minutes(is->nearest.time) - minutes(was->nearest.time));
    }
    return effect;
}

void check_same(const access::ClosureEffect& fast, const access::ClosureEffect& plain) {
    RC_ASSERT(fast.affected == plain.affected);
    RC_ASSERT(fast.cut_off == plain.cut_off);
    RC_ASSERT(fast.newly_beyond == plain.newly_beyond);
    RC_ASSERT(std::abs(fast.added_person_minutes - plain.added_person_minutes) < 1e-6);
    People moved;
    for (const auto& [facility, people] : fast.takes_over) {
        moved += people;
    }
    RC_ASSERT(moved + fast.cut_off == fast.affected);
}

}  // namespace

TEST_CASE("instant answers are those of a search afresh, whatever is open") {
    rc::prop("random services", [] {
        RandomService region;
        RC_PRE(region.net.segment_count() > 0);
        region.draw();
        const test::Engines engines(region.model);
        const access::InstantAccess instant(engines.fast(), region.components, region.service.facilities, region.homes,
                                            region.facilities, region.service.cutoff);
        for (int i = 0; i < 4; ++i) {
            const auto open = some_of(region.service.facilities);
            RC_ASSERT(same(instant.with(open), region.afresh(engines.plain(), open)));
        }
    });
}

TEST_CASE("effects of closures are those of two searches") {
    rc::prop("one and two at once", [] {
        RandomService region;
        RC_PRE(region.net.segment_count() > 0);
        region.draw();
        std::vector<People> people;
        for (std::size_t d = 0; d < region.homes.size(); ++d) {
            people.push_back(People::from_micro(*rc::gen::inRange<std::int64_t>(0, 3) * 500'000));
        }
        const test::Engines engines(region.model);
        const access::ClosureEffects effects(engines.fast(), region.service, region.homes, region.facilities, 2);
        for (const auto& effect : effects.singles(people)) {
            check_same(effect, effect_afresh(region, engines.plain(), effect.closed, people));
        }
        for (const auto& effect : effects.pairs(people)) {
            RC_ASSERT(effect.closed.size() == 2U);
            check_same(effect, effect_afresh(region, engines.plain(), effect.closed, people));
        }
    });
}

TEST_CASE("the loss of one of two wards, by hand") {
    // 10 s a dash, 10 s a letter's step: A at 0 s, B at 20, C at 40, D at 60.
    test::AsciiMap map({"A-B-C-D"});
    const auto net = network::RoadNetwork::build(map.roads());
    const network::TravelModel model(net, test::AsciiMap::profile(), network::Season::summer);
    const test::Engines engines(model);
    const auto at = [&](char letter) -> SnapResult {
        return network::Snapped{
            test::located_at_node(net, map.roads(), map.node(letter)), {}, Metres{0}, TravelTime{0}};
    };
    const std::vector<SnapResult> homes{at('B'), at('C'), at('D')};
    const std::vector<SnapResult> wards{at('A'), at('D')};
    const access::Service service{"s", "s", "s", {FacilityId{0}, FacilityId{1}}, {0.5, 1}, {}};
    const std::vector people{People::from_double(10), People::from_double(20), People::from_double(5)};
    const auto effects = access::ClosureEffects(engines.fast(), service, homes, wards, 1).singles(people);
    REQUIRE(effects.size() == 2);
    // Without A, B drives 40 s instead of 20: within half a minute before, not after.
    CHECK(effects[0].affected == People::from_double(10));
    CHECK(effects[0].newly_beyond == std::vector{People::from_double(10), People()});
    CHECK(effects[0].added_person_minutes == Approx(10 * 20 / 60.0));
    CHECK(effects[0].takes_over == std::vector{std::pair(FacilityId{1}, People::from_double(10))});
    // Without D, C drives 40 instead of 20 and D 60 instead of 0; a minute is within a minute.
    CHECK(effects[1].affected == People::from_double(25));
    CHECK(effects[1].newly_beyond == std::vector{People::from_double(25), People()});
    REQUIRE(effects[1].worst);
    CHECK(effects[1].worst->point == DemandId{2});
    CHECK(effects[1].worst->added == TravelTime{60000});
    CHECK(effects[1].cut_off == People());
}

TEST_CASE("closures that were not prepared for are refused") {
    test::AsciiMap map({"A-B"});
    const auto net = network::RoadNetwork::build(map.roads());
    const network::TravelModel model(net, test::AsciiMap::profile(), network::Season::summer);
    const test::Engines engines(model);
    const std::vector<SnapResult> wards{
        network::Snapped{test::located_at_node(net, map.roads(), map.node('A')), {}, Metres{0}, TravelTime{0}}};
    const access::Service service{"s", "s", "s", {FacilityId{0}}, {1}, {}};
    const access::ClosureEffects effects(engines.plain(), service, wards, wards, 1);
    const std::vector people{People::from_double(3)};
    CHECK_THROWS_AS(effects.pairs(people), std::invalid_argument);
    CHECK_THROWS_AS(effects.of({{FacilityId{7}}}, people), std::invalid_argument);
    const auto alone = effects.of({{FacilityId{0}}}, people);
    CHECK(alone.front().cut_off == People::from_double(3));
    CHECK(alone.front().first_cut_off == DemandId{0});
}
