// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/statistics.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace michinori;
using namespace michinori::access;
using network::Reason;

namespace {

Service service(std::vector<double> thresholds) {
    return {"s", "", "", {}, std::move(thresholds), std::nullopt};
}

Outcome after(double min) {
    return Reached{{FacilityId{0}, from_minutes(min)}, std::nullopt};
}

/// One service, one group: outcomes and people side by side.
struct Town {
    AccessResult result;
    DemandSet demand;

    Town& home(Outcome outcome, double people) {
        if (result.outcomes.empty()) {
            result.outcomes.emplace_back();
        }
        result.outcomes[0].push_back(outcome);
        demand.points.push_back({"d" + std::to_string(demand.size()), {}, ""});
        demand.people[0].push_back(People::from_double(people));
        return *this;
    }
};

People sum(const std::array<People, network::reason_count>& parts) {
    return std::accumulate(parts.begin(), parts.end(), People{});
}

/// Times of persons, each counted one by one, ascending.
std::vector<std::uint32_t> persons(const std::vector<Outcome>& outcomes, const std::vector<People>& people,
                                   const AreaOfDemand& area_of, std::optional<std::uint32_t> area) {
    std::vector<std::uint32_t> times;
    for (std::size_t d = 0; d < outcomes.size(); ++d) {
        if (area_of[d] == area && std::holds_alternative<Reached>(outcomes[d])) {
            const auto count = static_cast<std::size_t>(people[d].value());
            times.insert(times.end(), count, std::get<Reached>(outcomes[d]).nearest.time.count());
        }
    }
    std::ranges::sort(times);
    return times;
}

/// Smallest recorded time with at least share of the persons at or below it, tried one after another.
std::optional<double> plain_percentile(const std::vector<std::uint32_t>& times, std::size_t num, std::size_t den) {
    for (const auto t : times) {
        const auto within = static_cast<std::size_t>(std::ranges::count_if(times, [&](auto x) { return x <= t; }));
        if (within * den >= times.size() * num) {
            return t / 60000.0;
        }
    }
    return std::nullopt;
}

struct RandomRegion {
    AccessResult result;
    DemandSet demand;
    AreaOfDemand area_of;
    std::size_t areas = 0;
    std::vector<Service> services;
};

RandomRegion random_region() {
    RandomRegion r;
    r.areas = *rc::gen::inRange<std::size_t>(0, 5);
    const auto points = *rc::gen::inRange<std::size_t>(0, 40);
    r.services = {service({15, 30, 60}), service({})};
    r.demand.groups = {"population", "women"};
    r.demand.people.assign(2, {});
    r.result.outcomes.assign(2, {});
    for (std::size_t d = 0; d < points; ++d) {
        r.demand.points.push_back({std::to_string(d), {}, ""});
        for (auto& group : r.demand.people) {
            group.push_back(People::from_double(*rc::gen::inRange(0, 6)));
        }
        for (auto& outcomes : r.result.outcomes) {
            const auto reason = *rc::gen::inRange(0, 30);
            const auto quarter_hours = *rc::gen::inRange<std::uint32_t>(0, 8);
            const auto odd = *rc::gen::inRange<std::uint32_t>(0, 3);
            outcomes.push_back(reason < static_cast<int>(network::reason_count)
                                   ? Outcome{static_cast<Reason>(reason)}
                                   : Outcome{Reached{{FacilityId{0}, TravelTime{quarter_hours * 900000 + odd}}, {}}});
        }
        const auto area = *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(r.areas) + 1);
        r.area_of.push_back(area < r.areas ? std::optional(area) : std::nullopt);
    }
    return r;
}

/// Sums of one row by a loop over all points.
void check_sums(const RandomRegion& r, const AreaStatistics& row) {
    People people;
    People reached;
    std::vector<People> within(r.services[row.service].thresholds_min.size());
    std::uint32_t points = 0;
    for (std::size_t d = 0; d < r.demand.size(); ++d) {
        if (r.area_of[d] != row.area) {
            continue;
        }
        ++points;
        const auto p = r.demand.people[row.group][d];
        people += p;
        if (const auto* ok = std::get_if<Reached>(&r.result.outcomes[row.service][d])) {
            reached += p;
            for (std::size_t i = 0; i < within.size(); ++i) {
                if (minutes(ok->nearest.time) <= r.services[row.service].thresholds_min[i]) {
                    within[i] += p;
                }
            }
        }
    }
    RC_ASSERT(row.points == points);
    RC_ASSERT(row.people == people);
    RC_ASSERT(row.reached == reached);
    RC_ASSERT(row.within == within);
    RC_ASSERT(row.people == row.reached + sum(row.unreached));
    RC_ASSERT(std::ranges::is_sorted(row.within));
    RC_ASSERT(row.beyond + (within.empty() ? People{} : within.back()) == row.reached);
}

void check_times(const RandomRegion& r, const AreaStatistics& row) {
    const auto times = persons(r.result.outcomes[row.service], r.demand.people[row.group], r.area_of, row.area);
    RC_ASSERT(row.median_min == plain_percentile(times, 1, 2));
    RC_ASSERT(row.p90_min == plain_percentile(times, 9, 10));
    RC_ASSERT(row.max_min == (times.empty() ? std::nullopt : std::optional(times.back() / 60000.0)));
    RC_ASSERT(row.mean_min.has_value() == !times.empty());
    if (!times.empty()) {
        const double mean =
            std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size()) / 60000.0;
        RC_ASSERT(std::abs(*row.mean_min - mean) < 1e-9);
    }
}

}  // namespace

TEST_CASE("percentiles are over people, not over points") {
    const auto town = Town{}.home(after(10), 89).home(after(20), 1).home(after(50), 10).home(Reason::road_closed, 7);
    const auto rows = region_statistics(town.result, town.demand, {service({15, 20, 45})});
    REQUIRE(rows.size() == 1);
    const auto& row = rows[0];
    CHECK(row.median_min == 10.0);
    CHECK(row.p90_min == 20.0);
    CHECK(row.max_min == 50.0);
    CHECK(*row.mean_min == Approx((890 + 20 + 500) / 100.0));
    CHECK(row.people.value() == 107);
    CHECK(row.reached.value() == 100);
    CHECK(row.unreached[static_cast<std::size_t>(Reason::road_closed)].value() == 7);
    CHECK(row.within == std::vector{People::from_double(89), People::from_double(90), People::from_double(90)});
    CHECK(row.beyond.value() == 10);
    CHECK_FALSE(row.area);
}

TEST_CASE("a threshold includes its own minute to the millisecond") {
    auto town = Town{}.home(after(60), 1);
    town.home(Reached{{FacilityId{0}, from_minutes(60) + TravelTime{1}}, std::nullopt}, 2);
    const auto row = region_statistics(town.result, town.demand, {service({60})}).at(0);
    CHECK(row.within[0].value() == 1);
    CHECK(row.beyond.value() == 2);
}

TEST_CASE("nobody reached leaves the times empty, never zero") {
    const auto town = Town{}.home(Reason::too_far_to_snap, 3.5).home(after(5), 0);
    const auto row = region_statistics(town.result, town.demand, {service({15})}).at(0);
    CHECK(row.points == 2);
    CHECK_FALSE(row.mean_min);
    CHECK_FALSE(row.median_min);
    CHECK_FALSE(row.p90_min);
    CHECK_FALSE(row.max_min);
    CHECK(row.people == sum(row.unreached));
}

TEST_CASE("areas without a point have a row, and people in no area have a row only when there are some") {
    const auto town = Town{}.home(after(5), 1).home(after(6), 2);
    const auto all_in = statistics(town.result, town.demand, {service({15})}, {1, 1}, 3);
    REQUIRE(all_in.size() == 3);
    CHECK(all_in[0].points == 0);
    CHECK(all_in[1].people.value() == 3);
    const auto one_out = statistics(town.result, town.demand, {service({15})}, {1, std::nullopt}, 3);
    REQUIRE(one_out.size() == 4);
    CHECK_FALSE(one_out[3].area);
    CHECK(one_out[3].people.value() == 2);
}

TEST_CASE("fractional people and a whole country's minutes add up exactly") {
    Town town;
    for (int i = 0; i < 1000; ++i) {
        town.home(after(600), 120000.000001);
    }
    const auto row = region_statistics(town.result, town.demand, {service({60})}).at(0);
    CHECK(row.reached.micro() == 120000000001000);
    CHECK(row.mean_min == 600.0);
    CHECK(row.beyond == row.reached);
}

TEST_CASE("statistics equal slow plain counting on random regions") {
    CHECK(rc::check("every row of every area, service and group", [] {
        const auto r = random_region();
        const auto rows = statistics(r.result, r.demand, r.services, r.area_of, r.areas);
        const bool outside = std::ranges::any_of(r.area_of, [](const auto& a) { return !a; });
        RC_ASSERT(rows.size() == (r.areas + (outside ? 1 : 0)) * 4);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            RC_ASSERT(rows[i].area == (i / 4 < r.areas ? std::optional(std::uint32_t(i / 4)) : std::nullopt));
            RC_ASSERT(rows[i].service == i / 2 % 2);
            RC_ASSERT(rows[i].group == i % 2);
            check_sums(r, rows[i]);
            check_times(r, rows[i]);
        }
    }));
    CHECK(rc::check("areas and the rest add up to the region", [] {
        const auto r = random_region();
        const auto rows = statistics(r.result, r.demand, r.services, r.area_of, r.areas);
        const auto region = region_statistics(r.result, r.demand, r.services);
        for (const auto& total : region) {
            People people;
            People beyond;
            for (const auto& row : rows) {
                if (row.service == total.service && row.group == total.group) {
                    people += row.people;
                    beyond += row.beyond;
                }
            }
            RC_ASSERT(people == total.people);
            RC_ASSERT(beyond == total.beyond);
        }
    }));
}
