// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/comparison.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

#include "base/threads.h"

using namespace michinori;
using namespace michinori::access;
using network::Reason;

namespace {

Outcome at(double min, std::size_t facility = 0) {
    return Reached{{FacilityId{facility}, from_minutes(min)}, std::nullopt};
}
Outcome at_ms(std::uint32_t ms, std::size_t facility = 0) {
    return Reached{{FacilityId{facility}, TravelTime{ms}}, std::nullopt};
}
People people(double number) {
    return People::from_double(number);
}
TimeChange longer(double min) {
    return TimeChange{std::llround(min * 60000)};
}

/// Two states of one service, point by point.
struct Case {
    std::vector<Outcome> before;
    std::vector<Outcome> after;
    std::vector<std::vector<People>> people_before{{}};
    std::vector<std::vector<People>> people_after{{}};

    Case& home(const Outcome& first, const Outcome& then, double lived, std::optional<double> lives = {}) {
        before.push_back(first);
        after.push_back(then);
        people_before[0].push_back(people(lived));
        people_after[0].push_back(people(lives.value_or(lived)));
        return *this;
    }
    [[nodiscard]] TwoStates states() const { return {before, after, people_before, people_after}; }
    [[nodiscard]] std::vector<PointChange> changes() const { return compare_points(before, after); }
    [[nodiscard]] ChangeStatistics region(const ComparisonLimits& limits) const {
        return compare_region(states(), changes(), limits).at(0);
    }
};

const ComparisonLimits usual{{-15, -5, 0, 5, 15}, {30, 60}};

Case village() {
    Case c;
    c.home(at(10), at(10), 1000);                                 // nothing changes
    c.home(at(20), at(50, 1), 200);                               // +30, another facility
    c.home(at(58), at(63, 1), 30.5);                              // +5, beyond 60
    c.home(at(70), at(55, 2), 40);                                // -15, within 60
    c.home(Reason::ferry_excluded, at(25, 2), 7);                 // newly reached
    c.home(at(40), Reason::road_closed, 12);                      // newly unreached
    c.home(Reason::too_far_to_snap, Reason::too_far_to_snap, 3);  // neither
    c.home(at(5), at(5, 3), 60);                                  // another facility, the same time
    return c;
}

People sum(const std::vector<People>& parts) {
    return std::accumulate(parts.begin(), parts.end(), People{});
}

}  // namespace

TEST_CASE("what becomes of each point") {
    const auto changes = village().changes();
    CHECK(changes[0] == PointChange{ChangeKind::unchanged, TimeChange{0}, false});
    CHECK(changes[1] == PointChange{ChangeKind::slower, longer(30), true});
    CHECK(changes[2] == PointChange{ChangeKind::slower, longer(5), true});
    CHECK(changes[3] == PointChange{ChangeKind::faster, longer(-15), true});
    CHECK(changes[4] == PointChange{ChangeKind::newly_reached, std::nullopt, false});
    CHECK(changes[5] == PointChange{ChangeKind::newly_unreached, std::nullopt, false});
    CHECK(changes[6] == PointChange{ChangeKind::unreached_both, std::nullopt, false});
    CHECK(changes[7] == PointChange{ChangeKind::unchanged, TimeChange{0}, true});
    CHECK(name(changes[5].kind) == "newly_unreached");
}

TEST_CASE("a village, by hand") {
    const auto row = village().region(usual);
    CHECK(row.points == 8);
    CHECK(row.people == people(1352.5));
    CHECK(row.people_before == row.people);
    CHECK(row.of(ChangeKind::unchanged) == people(1060));
    CHECK(row.of(ChangeKind::slower) == people(230.5));
    CHECK(row.of(ChangeKind::faster) == people(40));
    CHECK(row.of(ChangeKind::newly_reached) == people(7));
    CHECK(row.of(ChangeKind::newly_unreached) == people(12));
    CHECK(row.of(ChangeKind::unreached_both) == people(3));
    // below -15, -15 to -5, -5 to 0, 0 to 5, 5 to 15, over 15
    CHECK(row.bands == std::vector{people(0), people(40), people(0), people(30.5), people(0), people(200)});
    CHECK(row.other_facility == people(330.5));
    CHECK(row.newly_unreached[static_cast<std::size_t>(Reason::road_closed)] == people(12));
    // within 30: 1260 before; 200 go beyond, 7 come
    CHECK(row.thresholds[0].within_before == people(1260));
    CHECK(row.thresholds[0].within_after == people(1067));
    CHECK(row.thresholds[0].newly_beyond == people(200));
    CHECK(row.thresholds[0].newly_within == people(7));
    // within 60: the 30.5 pass it, the 12 are cut off; the 40 and the 7 come
    CHECK(row.thresholds[1].newly_beyond == people(42.5));
    CHECK(row.thresholds[1].newly_within == people(47));
    CHECK(*row.mean_change_min == Approx((200 * 30 + 30.5 * 5 - 40 * 15) / 1330.5));
    REQUIRE(row.before);
    REQUIRE(row.after);
    CHECK(row.before->gini > 0);
}

TEST_CASE("a limit belongs to the band nearer to zero, and no change is in no band") {
    const ChangeBands bands({-5, 0, 5});
    CHECK(bands.count() == 4);
    CHECK(bands.band(TimeChange{-300001}) == 0U);
    CHECK(bands.band(TimeChange{-300000}) == 1U);
    CHECK(bands.band(TimeChange{-1}) == 1U);
    CHECK_FALSE(bands.band(TimeChange{0}));
    CHECK(bands.band(TimeChange{1}) == 2U);
    CHECK(bands.band(TimeChange{300000}) == 2U);
    CHECK(bands.band(TimeChange{300001}) == 3U);
    const ChangeBands without_zero({-5, 5});
    CHECK(without_zero.band(TimeChange{1}) == 1U);
    CHECK(without_zero.band(TimeChange{-1}) == 1U);
    CHECK_FALSE(without_zero.band(TimeChange{0}));
    CHECK(ChangeBands({}).band(TimeChange{7}) == 0U);
}

TEST_CASE("60 minutes and a millisecond are beyond 60") {
    Case c;
    c.home(at_ms(3600000), at_ms(3600001), 5);
    c.home(at_ms(3600001), at_ms(3600000), 7);
    const auto row = c.region(usual);
    CHECK(row.thresholds[1].newly_beyond == people(5));
    CHECK(row.thresholds[1].newly_within == people(7));
}

TEST_CASE("changes are counted in the people there are after") {
    Case c;
    c.home(at(20), at(35), 100, 80).home(at(20), at(20), 50, 60).home(at(25), at(40), 9, 0);
    const auto row = c.region(usual);
    CHECK(row.people_before == people(159));
    CHECK(row.people == people(140));
    CHECK(row.of(ChangeKind::slower) == people(80));
    CHECK(row.thresholds[0].within_before == people(159));
    CHECK(row.thresholds[0].newly_beyond == people(80));
    const auto worst = largest_increase(c.changes(), c.people_after[0]);
    CHECK(worst->point == DemandId{0});
}

TEST_CASE("loads move from a facility that closes to those that stay") {
    const auto c = village();
    const auto loads = compare_loads(c.states(), 0, 4);
    CHECK(loads[0].before == people(1342.5));
    CHECK(loads[0].after == people(1000));
    CHECK(loads[1].before == people(0));
    CHECK(loads[1].after == people(230.5));
    CHECK(loads[2].after == people(47));
    CHECK(loads[3].after == people(60));
}

TEST_CASE("the largest loss: longest first, then most people, then the first, and nobody's loss is none") {
    Case c;
    c.home(at(1), at(91), 0)
        .home(at(1), at(41), 5)
        .home(at(1), at(41), 9)
        .home(at(2), at(42), 9)
        .home(at(1), at(30), 90);
    const auto worst = largest_increase(c.changes(), c.people_after[0]);
    REQUIRE(worst);
    CHECK(worst->point == DemandId{2});
    CHECK(worst->people == people(9));
    CHECK(worst->longer == longer(40));
    CHECK_FALSE(largest_cut_off(c.changes(), c.people_after[0]));

    Case cut;
    cut.home(at(1), Reason::road_closed, 4).home(at(1), Reason::road_closed, 6).home(at(1), Reason::road_closed, 6);
    cut.home(at(1), Reason::road_closed, 0);
    const auto off = largest_cut_off(cut.changes(), cut.people_after[0]);
    REQUIRE(off);
    CHECK(off->point == DemandId{1});
    CHECK_FALSE(off->longer);
    CHECK_FALSE(largest_increase(cut.changes(), cut.people_after[0]));
}

TEST_CASE("areas have a row each, and those in none one more") {
    const auto c = village();
    const AreaOfDemand area_of{0, 0, 2, 2, 2, std::nullopt, 2, 2};
    const auto rows = compare_areas(c.states(), c.changes(), usual, area_of, 3);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].people == people(1200));
    CHECK(rows[1].points == 0);
    CHECK_FALSE(rows[1].mean_change_min);
    CHECK_FALSE(rows[1].before);
    CHECK(rows[2].area == 2U);
    CHECK_FALSE(rows[3].area);
    CHECK(rows[3].of(ChangeKind::newly_unreached) == people(12));
}

TEST_CASE("minutes of those reached, beside their areas") {
    const auto c = village();
    const AreaOfDemand area_of{0, 0, 1, 1, 1, std::nullopt, 1, 1};
    const auto of = minutes_of(c.before, c.people_before[0], area_of);
    CHECK(of.minutes.size() == 6);
    CHECK(of.area_of == AreaOfDemand{0, 0, 1, 1, std::nullopt, 1});
    CHECK(of.minutes[2].value == 58.0);
    CHECK(of.minutes[2].people == people(30.5));
}

namespace {

Outcome random_outcome() {
    const auto reason = *rc::gen::inRange<std::size_t>(0, 40);
    const auto quarter_hours = *rc::gen::inRange<std::uint32_t>(0, 6);
    const auto odd = *rc::gen::inRange<std::uint32_t>(0, 3);
    const auto facility = *rc::gen::inRange<std::size_t>(0, 4);
    return reason < network::reason_count ? Outcome{static_cast<Reason>(reason)}
                                          : at_ms(quarter_hours * 900000 + odd, facility);
}

struct RandomCase {
    Case c;
    AreaOfDemand area_of;
};

RandomCase random_case(bool same_people) {
    RandomCase r;
    r.c.people_before.assign(2, {});
    r.c.people_after.assign(2, {});
    const auto points = *rc::gen::inRange(0, 40);
    for (int d = 0; d < points; ++d) {
        r.c.before.push_back(random_outcome());
        r.c.after.push_back(*rc::gen::inRange(0, 3) == 0 ? r.c.before.back() : random_outcome());
        for (std::size_t g = 0; g < 2; ++g) {
            const auto lived = people(*rc::gen::inRange(0, 20) / 4.0);
            r.c.people_before[g].push_back(lived);
            r.c.people_after[g].push_back(same_people ? lived : people(*rc::gen::inRange(0, 20) / 4.0));
        }
        const auto area = *rc::gen::inRange(0U, 4U);
        r.area_of.push_back(area < 3 ? std::optional(area) : std::nullopt);
    }
    return r;
}

void check_row(const ChangeStatistics& row) {
    const auto kinds = std::accumulate(row.by_kind.begin(), row.by_kind.end(), People{});
    RC_ASSERT(kinds == row.people);
    RC_ASSERT(sum(row.bands) == row.of(ChangeKind::faster) + row.of(ChangeKind::slower));
    RC_ASSERT(std::accumulate(row.newly_unreached.begin(), row.newly_unreached.end(), People{}) ==
              row.of(ChangeKind::newly_unreached));
    RC_ASSERT(row.other_facility <= row.people);
}

}  // namespace

TEST_CASE("laws of comparison on random regions") {
    CHECK(rc::check("kinds and bands add up to the people; areas add up to the region", [] {
        const auto r = random_case(false);
        const auto changes = r.c.changes();
        const auto rows = compare_areas(r.c.states(), changes, usual, r.area_of, 3);
        const auto region = compare_region(r.c.states(), changes, usual);
        RC_ASSERT(region.size() == 2U);
        for (const auto& whole : region) {
            check_row(whole);
            People together;
            People beyond;
            for (const auto& row : rows) {
                if (row.group == whole.group) {
                    check_row(row);
                    together += row.people;
                    beyond += row.thresholds[1].newly_beyond;
                }
            }
            RC_ASSERT(together == whole.people);
            RC_ASSERT(beyond == whole.thresholds[1].newly_beyond);
        }
    }));
    CHECK(rc::check("the same people: within after = within before - newly beyond + newly within", [] {
        const auto r = random_case(true);
        for (const auto& row : compare_areas(r.c.states(), r.c.changes(), usual, r.area_of, 3)) {
            RC_ASSERT(row.people == row.people_before);
            for (const auto& t : row.thresholds) {
                RC_ASSERT(t.within_after == t.within_before - t.newly_beyond + t.newly_within);
            }
        }
    }));
    CHECK(rc::check("the way back undoes the way there", [] {
        const auto r = random_case(true);
        const auto there = compare_region(r.c.states(), r.c.changes(), usual).at(0);
        const TwoStates back{r.c.after, r.c.before, r.c.people_after, r.c.people_before};
        const auto home = compare_region(back, compare_points(r.c.after, r.c.before), usual).at(0);
        RC_ASSERT(there.of(ChangeKind::faster) == home.of(ChangeKind::slower));
        RC_ASSERT(there.of(ChangeKind::newly_reached) == home.of(ChangeKind::newly_unreached));
        RC_ASSERT(there.of(ChangeKind::unchanged) == home.of(ChangeKind::unchanged));
        RC_ASSERT(there.thresholds[0].newly_beyond == home.thresholds[0].newly_within);
        RC_ASSERT((there.bands == std::vector<People>{home.bands.rbegin(), home.bands.rend()}));
    }));
    CHECK(rc::check("nothing changes where nothing changed", [] {
        const auto r = random_case(true);
        const auto changes = compare_points(r.c.before, r.c.before);
        const TwoStates same{r.c.before, r.c.before, r.c.people_before, r.c.people_before};
        const auto row = compare_region(same, changes, usual).at(0);
        RC_ASSERT(row.people == row.of(ChangeKind::unchanged) + row.of(ChangeKind::unreached_both));
        RC_ASSERT(sum(row.bands).is_zero());
        RC_ASSERT(
            (!largest_increase(changes, r.c.people_before[0]) && !largest_cut_off(changes, r.c.people_before[0])));
    }));
    CHECK(rc::check("one thread says what several say", [] {
        const auto r = random_case(false);
        const auto rows = [&](std::size_t threads) {
            const ThreadLimit limit(threads);
            return compare_areas(r.c.states(), r.c.changes(), usual, r.area_of, 3);
        };
        const auto one = rows(1);
        const auto two = rows(2);
        RC_ASSERT(one.size() == two.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            RC_ASSERT(one[i].by_kind == two[i].by_kind);
            RC_ASSERT(one[i].mean_change_min == two[i].mean_change_min);
            RC_ASSERT(one[i].after.has_value() == two[i].after.has_value());
            RC_ASSERT((!one[i].after || one[i].after->theil == two[i].after->theil));
        }
    }));
}
