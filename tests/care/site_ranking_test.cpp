// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/site_ranking.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <map>
#include <stdexcept>

#include "assignment_cases.h"
#include "base/threads.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using test::Demand;
using test::minute;
using test::table_of;
using test::whole;
using Groups = std::vector<std::optional<std::uint32_t>>;
using Sums = std::vector<GroupPeople>;
using Sites = std::vector<std::uint32_t>;

/// Minutes from three villages to today's site 0 and to candidates 1 and 2; village 2 reaches nothing today.
routing::SparseTable villages() {
    return table_of({{{0, 10 * minute}, {1, 4 * minute}, {2, 10 * minute}},
                     {{0, 70 * minute}, {1, 60 * minute}, {2, 61 * minute}},
                     {{1, 90 * minute}, {2, 20 * minute}}},
                    3);
}

TEST_CASE("what one more site means to whoever goes to the nearest, by hand", "[site_ranking]") {
    const auto times = villages();
    const std::vector<People> people{whole(100), whole(50), whole(7)};
    const Groups area_of{0, 3, 0};
    const auto told = nearest_effects({times, people, from_minutes(60), {0}}, Sites{1, 2, 0}, area_of);
    CHECK(told.with_way == whole(150));
    REQUIRE(told.of.size() == 3);
    // Candidate 1: village 1 comes from 70 to 60 minutes, which is within; 100 x 6 + 50 x 10 = 1,100 saved.
    CHECK(told.of[0].newly_within == whole(50));
    CHECK(told.of[0].newly_within_by_group == Sums{{3, whole(50)}});
    CHECK(told.of[0].nearer == whole(150));
    CHECK(person_minutes(told.of[0].saved) == Approx(1100));
    CHECK(told.mean_minutes_saved(0) == Approx(1100.0 / 150));
    // Candidate 2: village 2 has a way at last, which saves nothing of a way it had not. 50 x 9 saved by village 1,
    // beyond the limit still; equally far from village 0.
    CHECK(told.of[1].newly_within == whole(7));
    CHECK(told.of[1].newly_within_by_group == Sums{{0, whole(7)}});
    CHECK(told.of[1].nearer == whole(50));
    CHECK(person_minutes(told.of[1].saved) == Approx(450));
    // Site 0 is open already.
    CHECK(told.of[2].newly_within.is_zero());
    CHECK(told.of[2].nearer.is_zero());
    CHECK(told.of[2].newly_within_by_group.empty());
}

TEST_CASE("where nobody has a way no minutes are saved", "[site_ranking]") {
    const auto times = villages();
    const std::vector<People> people{whole(1), whole(2), whole(4)};
    const auto told = nearest_effects({times, people, from_minutes(60), {}}, Sites{1});
    CHECK(told.with_way.is_zero());
    CHECK(told.mean_minutes_saved(0) == 0);
    CHECK(told.of[0].newly_within == whole(3));
    CHECK(told.of[0].newly_within_by_group.empty());  // nobody asked
}

TEST_CASE("one more site where sites are full, by hand", "[site_ranking]") {
    // Today 30 of village 0's 40 fit. Candidate 1 takes 20: the 10 who are left, and all of village 1.
    const auto times = villages();
    Assignment today(times, {whole(40), whole(10), whole(5)});
    today.open(0, whole(30));
    const Groups area_of{0, 1, std::nullopt};
    const auto told =
        served_effects(today, std::vector<NewSite>{{1, whole(20)}, {2, whole(4)}, {0, whole(1)}}, area_of);
    CHECK(told[0].newly_served == whole(20));
    CHECK(told[0].load == whole(20));
    CHECK(told[0].newly_served_by_group == Sums{{0, whole(10)}, {1, whole(10)}});
    CHECK(told[1].newly_served == whole(4));
    CHECK(told[1].newly_served_by_group == Sums{{0, whole(4)}});
    CHECK(told[2].newly_served == whole(1));
    CHECK(told[2].load == whole(31));
    CHECK(today.served() == whole(30));
}

TEST_CASE("a new site helps people who never go there, by hand", "[site_ranking]") {
    // Site 0's one place has village 0, and village 1 reaches nothing else. Site 1 lies beside village 0 alone.
    const auto times = table_of({{{0, 10 * minute}, {1, 40 * minute}}, {{0, 12 * minute}}}, 2);
    Assignment today(times, {whole(1), whole(1)});
    today.open(0, whole(1));
    CHECK(today.unserved(1) == whole(1));
    const auto told = served_effects(today, std::vector<NewSite>{{1, whole(1)}}, Groups{0, 1});
    CHECK(told[0].newly_served == whole(1));
    CHECK(told[0].newly_served_by_group == Sums{{1, whole(1)}});
}

TEST_CASE("what ranks nothing throws", "[site_ranking]") {
    const auto times = villages();
    const std::vector<People> people{whole(1), whole(2), whole(4)};
    const std::vector<People> wrong{whole(1), whole(-2), whole(4)};
    const NearestQuestion question{times, people, from_minutes(60), {0}};
    CHECK_NOTHROW(nearest_effects(question, Sites{1}));
    CHECK_THROWS_AS(nearest_effects(question, Sites{3}), std::invalid_argument);
    CHECK_THROWS_AS(nearest_effects(question, Sites{1}, Groups{0}), std::invalid_argument);
    CHECK_THROWS_AS(nearest_effects({times, wrong, from_minutes(60), {0}}, Sites{1}), std::invalid_argument);
    CHECK_THROWS_AS(nearest_effects({times, {}, from_minutes(60), {0}}, Sites{1}), std::invalid_argument);
    CHECK_THROWS_AS(nearest_effects({times, people, from_minutes(60), {3}}, Sites{1}), std::invalid_argument);
    const Assignment today(times, people);
    CHECK_THROWS_AS(served_effects(today, std::vector<NewSite>{{3, whole(1)}}), std::invalid_argument);
    CHECK_THROWS_AS(served_effects(today, std::vector<NewSite>{{1, whole(-1)}}), std::invalid_argument);
    CHECK_THROWS_AS(served_effects(today, std::vector<NewSite>{{1, whole(1)}}, Groups{0}), std::invalid_argument);
}

Groups any_groups(std::size_t points) {
    Groups groups;
    for (std::size_t i = 0; i < points; ++i) {
        const auto group = *rc::gen::inRange<std::uint32_t>(0, 4);
        groups.push_back(group == 3 ? std::nullopt : std::optional(group * 5));
    }
    return groups;
}

Sites any_sites(std::size_t count) {
    Sites sites;
    for (std::uint32_t site = 0; site < count; ++site) {
        if (*rc::gen::arbitrary<bool>()) {
            sites.push_back(site);
        }
    }
    return sites;
}

Sums listed(const std::map<std::uint32_t, People>& sums) {
    Sums list;
    for (const auto& [group, people] : sums) {
        if (!people.is_zero()) {
            list.push_back({group, people});
        }
    }
    return list;
}

std::optional<std::uint32_t> nearest(const routing::SparseTable& times, std::size_t point, const Sites& open) {
    std::optional<std::uint32_t> least;
    for (const auto& entry : times.of(point)) {
        if (std::ranges::find(open, entry.site) != open.end() && (!least || entry.time < *least)) {
            least = entry.time;
        }
    }
    return least;
}

TEST_CASE("nearest effects are those of two states", "[site_ranking]") {
    rc::prop("any region", [] {
        const auto demand = test::any_demand(test::rapidcheck_draw(), 15, 7, 20, 3);
        const auto points = demand.people.size();
        const auto open = any_sites(demand.capacity.size());
        const auto groups = any_groups(points);
        const auto limit = TravelTime{*rc::gen::inRange<std::uint32_t>(0, 20) * minute};
        const auto told = nearest_effects({demand.times, demand.people, limit, open}, demand.sites(), groups);
        for (const auto candidate : demand.sites()) {
            auto more = open;
            more.push_back(candidate);
            NearestEffect naive;
            std::map<std::uint32_t, People> by_group;
            People with_way;
            for (std::size_t i = 0; i < points; ++i) {
                const auto before = nearest(demand.times, i, open);
                const auto after = nearest(demand.times, i, more);
                with_way += before ? demand.people[i] : People{};
                if (before && *after < *before) {
                    naive.nearer += demand.people[i];
                    naive.saved += PersonTime(demand.people[i].micro()) * (*before - *after);
                }
                const auto within = [&](const auto& time) { return time && *time <= limit.count(); };
                if (within(after) && !within(before)) {
                    naive.newly_within += demand.people[i];
                    if (groups[i]) {
                        by_group[*groups[i]] += demand.people[i];
                    }
                }
            }
            RC_ASSERT(told.with_way == with_way);
            RC_ASSERT(told.of[candidate].newly_within == naive.newly_within);
            RC_ASSERT(told.of[candidate].nearer == naive.nearer);
            RC_ASSERT((told.of[candidate].saved == naive.saved));
            RC_ASSERT((told.of[candidate].newly_within_by_group == listed(by_group)));
        }
    });
}

TEST_CASE("served effects are those of assignments made afresh", "[site_ranking]") {
    rc::prop("any region", [] {
        const auto demand = test::any_demand(test::rapidcheck_draw(), 15, 7, 20, 3);
        const auto groups = any_groups(demand.people.size());
        const auto today = demand.opened(any_sites(demand.capacity.size()));
        std::vector<NewSite> candidates;
        for (const auto site : demand.sites()) {
            candidates.push_back({site, whole(*rc::gen::inRange(0, 20) / 3.0)});
        }
        const auto told = served_effects(today, candidates, groups);
        RC_ASSERT(told.size() == candidates.size());
        for (std::size_t i = 0; i < told.size(); ++i) {
            auto then = demand;
            for (const auto site : demand.sites()) {
                then.capacity[site] = today.capacity(site);
            }
            then.capacity[candidates[i].site] += candidates[i].capacity;
            RC_ASSERT(told[i].newly_served == test::best_flow(then).served - today.served());
            RC_ASSERT((told[i].load <= then.capacity[candidates[i].site] && told[i].load >= People{}));
            // Who they are is the affair of the same calls.
            auto copy = today;
            copy.open(candidates[i].site, candidates[i].capacity);
            std::map<std::uint32_t, People> by_group;
            for (std::size_t point = 0; point < groups.size(); ++point) {
                RC_ASSERT(copy.unserved(point) <= today.unserved(point));
                if (groups[point]) {
                    by_group[*groups[point]] += today.unserved(point) - copy.unserved(point);
                }
            }
            RC_ASSERT((told[i].newly_served_by_group == listed(by_group)));
        }
    });
}

TEST_CASE("rankings are the same for any number of threads", "[site_ranking]") {
    const auto demand = test::any_demand(test::seeded_draw(3), 400, 40, 20, 3);
    REQUIRE(demand.capacity.size() > 4);
    const auto today = demand.opened({0, 1, 2, 3});
    Groups groups;
    for (std::uint32_t i = 0; i < demand.people.size(); ++i) {
        groups.push_back(i % 7);
    }
    std::vector<NewSite> candidates;
    for (const auto site : demand.sites()) {
        candidates.push_back({site, whole(50)});
    }
    const auto many = served_effects(today, candidates, groups);
    const auto many_nearest = nearest_effects({demand.times, demand.people, from_minutes(5), {0}}, demand.sites());
    const ThreadLimit one(1);
    const auto alone = served_effects(today, candidates, groups);
    const auto alone_nearest = nearest_effects({demand.times, demand.people, from_minutes(5), {0}}, demand.sites());
    People any;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        CHECK(many[i].newly_served == alone[i].newly_served);
        CHECK(many[i].load == alone[i].load);
        CHECK((many[i].newly_served_by_group == alone[i].newly_served_by_group));
        CHECK((many_nearest.of[i].saved == alone_nearest.of[i].saved));
        any += many[i].newly_served;
    }
    CHECK(any > People{});
}

}  // namespace
