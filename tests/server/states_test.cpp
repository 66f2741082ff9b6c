// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "grid_region.h"
#include "scenario/load_changes.h"
#include "served.h"
#include "server/change_lines.h"

using namespace michinori;
using test::Json;

namespace {

/// A workbench over a random region.
struct Bench {
    explicit Bench(unsigned seed)
        : region(seed),
          workbench(scenario::load_scenario(region.file(), {}), {"test", Language::english, {}, {}, {}}, silent) {}

    test::GridRegion region;
    NoProgress silent;
    server::Workbench workbench;
};

/// The outcomes of a scenario whose changes are applied to a region of their own, by the plain way.
std::vector<std::vector<access::Outcome>> plain_outcomes(Bench& bench, const std::vector<std::string>& lines) {
    const auto steps =
        scenario::read_changes("change = " + server::change_list(lines), "changes", bench.workbench.scenario());
    const auto made = bench.workbench.states().family().make("today", steps, bench.silent);
    return scenario::analyse(made.scenario, *made.region, *made.engine, bench.silent).result.outcomes;
}

bool same(const access::Outcome& a, const access::Outcome& b) {
    const auto* here = std::get_if<access::Reached>(&a);
    const auto* there = std::get_if<access::Reached>(&b);
    if (here == nullptr || there == nullptr) {
        return here == there && std::get<network::Reason>(a) == std::get<network::Reason>(b);
    }
    return here->nearest == there->nearest && here->second == there->second;
}

using Outcomes = std::vector<std::vector<access::Outcome>>;

bool same(const Outcomes& a, const Outcomes& b) {
    return std::ranges::equal(a, b, [](const auto& here, const auto& there) {
        return std::ranges::equal(here, there, [](const auto& x, const auto& y) { return same(x, y); });
    });
}

std::string site(int index) {
    return "S" + std::to_string(index);
}

/// A change at random; some do nothing, none leaves a service without a facility.
Json some_change() {
    // S0 and S1 stay what they are, so that no service is left without a facility.
    const auto index = *rc::gen::inRange(2, test::GridRegion::site_count);
    const auto place = [] {
        return Json::array(
            {test::GridRegion::lon(*rc::gen::inRange(0, 9)), test::GridRegion::lat(*rc::gen::inRange(0, 9))});
    };
    switch (*rc::gen::inRange(0, 10)) {
        case 0:
        case 1:
        case 2: return {{"close", {site(index)}}, {"services", {"care"}}};
        case 3: return {{"close", {site(index)}}};
        case 4: return {{"open", site(index)}, {"services", {"third"}}};
        case 5: return {{"offer", {site(index)}}, {"starts", {"birth"}}};
        case 6: return {{"merge", {site(index)}}, {"into", "S0"}, {"services", {"birth"}}};
        case 7: return {{"move", site(index)}, {"at", place()}};
        case 8: return {{"profile", "fast"}};
        default: return {{"road", "speed"}, {"factor", 0.5}, {"name", "R1"}};
    }
}

}  // namespace

TEST_CASE("a state is what the plain way finds, to the millisecond and facility") {
    rc::prop("any changes, with and without lists", [] {
        Bench bench(*rc::gen::inRange(1u, 1000u));
        const bool lists = *rc::gen::arbitrary<bool>();
        if (lists) {
            bench.workbench.prepare_lists([] { return true; });
        }
        for (int questions = 0; questions < 4; ++questions) {
            Json changes = Json::array();
            for (int count = *rc::gen::inRange(0, 7); count > 0; --count) {
                changes.push_back(some_change());
            }
            const auto lines = server::change_lines(changes, bench.workbench.profile_names());
            RC_LOG(server::change_list(lines));
            const auto state = bench.workbench.states().of(lines, bench.silent);
            RC_ASSERT(same(state->analysis.result.outcomes, plain_outcomes(bench, lines)));
        }
    });
}

TEST_CASE("lists answer for closures as soon as they are there, and for nothing they do not hold") {
    Bench bench(3);
    const auto& today = bench.workbench.today();
    const auto& care = today.analysis.services[1].facilities;
    CHECK_FALSE(today.lists->outcomes(1, care).has_value());
    int allowed = 1;
    bench.workbench.prepare_lists([&] { return allowed-- > 0; });  // stopped after the first service
    CHECK(today.lists->outcomes(0, today.analysis.services[0].facilities).has_value());
    CHECK_FALSE(today.lists->outcomes(1, care).has_value());
    bench.workbench.prepare_lists([] { return true; });
    REQUIRE(today.lists->outcomes(1, care).has_value());
    CHECK(same({*today.lists->outcomes(1, care)}, {today.analysis.result.outcomes[1]}));
    CHECK_FALSE(today.lists->outcomes(0, care).has_value());  // more than give birth today
}

TEST_CASE("people of another year, and changes that do nothing, are told") {
    Bench bench(5);
    const auto lines = server::change_lines(
        Json::parse(R"([{"year": 2040}, {"close": ["S1"], "services": ["birth"]}, {"season": "winter"}])"),
        bench.workbench.profile_names());
    const auto state = bench.workbench.states().of(lines, bench.silent);
    CHECK(state->demand().people[0][10] == People::from_double(10));
    CHECK(bench.workbench.inputs().demand.people[0][10] == People::from_double(20));
    REQUIRE(state->notes.size() == 1);
    CHECK(state->notes[0].code == FindingCode::change_idle);
    REQUIRE(state->changes.size() == 3);
    CHECK(state->changes[0].en == "population of 2040");
    CHECK(state->whole().inputs().demand.people == state->demand().people);
}

TEST_CASE("wrong changes are told with their number, and the next question is answered") {
    Bench bench(5);
    const auto ask = [&](const char* changes) {
        return bench.workbench.states().of(server::change_lines(Json::parse(changes), bench.workbench.profile_names()),
                                           bench.silent);
    };
    try {
        (void)ask(R"([{"close": ["S3"]}, {"close": ["S99"]}])");
        FAIL("no fault");
    } catch (const InputError& error) {
        REQUIRE(error.findings().size() == 1);
        CHECK(error.findings()[0].code == FindingCode::unknown_reference);
        CHECK(error.findings()[0].place.line == 2);
    }
    CHECK_THROWS_AS(ask(R"([{"road": "close", "at": [10, 10]}])"), InputError);  // no such road
    CHECK_THROWS_AS(ask(R"([{"open": "new", "at": [139.025, 36.9], "services": ["care"]}])"), InputError);  // no road
    CHECK_THROWS_AS(ask(R"([{"year": 2050}])"), InputError);
    CHECK(ask(R"([{"close": ["S3"]}])") != nullptr);
}

TEST_CASE("the same changes are the same state while they are kept") {
    Bench bench(9);
    const auto closed = [&](int index) {
        return bench.workbench.states().of({"{ close = [\"" + site(index) + "\"] }"}, bench.silent);
    };
    const auto first = closed(2);
    CHECK(closed(2) == first);
    for (int index = 3; index < 13; ++index) {
        (void)closed(index);
    }
    CHECK(closed(2) != first);
}
