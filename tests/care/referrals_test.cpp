// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/referrals.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "chain_cases.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using test::mins;
using Ids = std::vector<std::uint32_t>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Referrals referrals(const Pairs& pairs) {
    std::vector<Referral> links;
    for (const auto& [from, to] : pairs) {
        links.push_back({FacilityId{from}, FacilityId{to}});
    }
    return Referrals(links);
}
Ids cycle(const Pairs& pairs) {
    Ids circle;
    for (const auto id : find_cycle(referrals(pairs))) {
        circle.push_back(id.raw());
    }
    return circle;
}
std::vector<FacilityId> ids(const Ids& numbers) {
    std::vector<FacilityId> made;
    for (const auto number : numbers) {
        made.emplace_back(number);
    }
    return made;
}

TEST_CASE("partners in order, each once", "[care]") {
    const auto known = referrals({{7, 9}, {7, 2}, {3, 7}, {7, 9}});
    CHECK(known.links().size() == 3);
    const auto partners = known.partners_of(FacilityId{7});
    CHECK(std::vector(partners.begin(), partners.end()) == ids({2, 9}));
    CHECK(known.partners_of(FacilityId{9}).empty());
    CHECK(known.are_partners(FacilityId{3}, FacilityId{7}));
    CHECK(!known.are_partners(FacilityId{7}, FacilityId{3}));
    CHECK(Referrals().partners_of(FacilityId{0}).empty());
}

TEST_CASE("circles by hand", "[care]") {
    CHECK(cycle({}).empty());
    CHECK(cycle({{1, 2}, {1, 3}, {2, 4}, {3, 4}}).empty());  // two ways are no circle
    CHECK(cycle({{1, 2}, {5, 5}}) == Ids{5});
    CHECK(cycle({{9, 4}, {4, 6}, {6, 9}}) == Ids{4, 6, 9});  // the lowest first, in the patient's direction
    CHECK(cycle({{9, 6}, {6, 4}, {4, 9}}) == Ids{4, 9, 6});
    CHECK(cycle({{8, 9}, {9, 8}, {5, 7}, {7, 5}}) == Ids{5, 7});  // of two the one with the lowest
    CHECK(cycle({{1, 8}, {8, 9}, {9, 8}}) == Ids{8, 9});          // 1 leads to a circle and is on none
    CHECK(cycle({{1, 2}, {2, 3}, {3, 1}, {2, 1}}) == Ids{1, 2});  // the shortest
    CHECK(cycle({{1, 3}, {3, 1}, {1, 2}, {2, 1}}) == Ids{1, 2});  // of equal ones the lower
    CHECK(cycle({{1, 2}, {2, 1}, {1, 1}}) == Ids{1});
    CHECK(cycle({{4000000000U, 3999999999U}, {3999999999U, 4000000000U}}) == Ids{3999999999U, 4000000000U});
}

TEST_CASE("a hundred thousand links in one line", "[care]") {
    constexpr std::uint32_t length = 100000;
    Pairs line;
    for (std::uint32_t facility = 0; facility < length; ++facility) {
        line.emplace_back(facility, facility + 1);
    }
    CHECK(cycle(line).empty());
    line.emplace_back(length, 0);
    const auto circle = cycle(line);
    REQUIRE(circle.size() == length + 1);
    CHECK(std::ranges::is_sorted(circle));
}

/// Whether a facility comes back to itself, by following every link again and again.
bool comes_back(const Pairs& links, std::uint32_t start) {
    std::vector<bool> seen(8);
    for (int round = 0; round < 9; ++round) {
        for (const auto& [from, to] : links) {
            if (from == start || seen[from]) {
                seen[to] = true;
            }
        }
    }
    return seen[start];
}

TEST_CASE("a circle is found exactly where one is", "[care]") {
    rc::prop("circles", [] {
        const auto facility = rc::gen::inRange<std::uint32_t>(0, 8);
        auto links = *rc::gen::container<Pairs>(rc::gen::pair(facility, facility));
        links.resize(std::min<std::size_t>(links.size(), 12));
        const auto circle = cycle(links);
        std::uint32_t lowest = 0;
        while (lowest < 8 && !comes_back(links, lowest)) {
            ++lowest;
        }
        RC_ASSERT((circle.empty() ? lowest == 8 : circle.front() == lowest));
        for (std::size_t step = 0; step < circle.size(); ++step) {
            const std::pair link(circle[step], circle[(step + 1) % circle.size()]);
            RC_ASSERT((std::ranges::find(links, link) != links.end()));
            RC_ASSERT(std::ranges::count(circle, circle[step]) == 1);
        }
        std::ranges::reverse(links);
        RC_ASSERT(cycle(links) == circle);
    });
}

TEST_CASE("ways between partners only", "[care]") {
    const auto times = test::table({{10, 20, 30}, {11, 21, 31}, {12, 22, 32}});
    const auto known = referrals({{1, 101}, {1, 102}, {2, 999}});
    const auto clinics = ids({1, 2, 3});
    const auto hubs = ids({100, 101, 102});
    const auto strict = partners_only(times, clinics, hubs, known, Unlinked::nobody);
    CHECK(strict == test::table({{std::nullopt, 20, 30},
                                 {std::nullopt, std::nullopt, std::nullopt},
                                 {std::nullopt, std::nullopt, std::nullopt}}));
    // Clinic 2's partner is none of these hubs: for this step it declares none.
    const auto either = partners_only(times, clinics, hubs, known, Unlinked::anybody);
    CHECK(either == test::table({{std::nullopt, 20, 30}, {11, 21, 31}, {12, 22, 32}}));
    const auto allowed = partners_only(StepTimes(3, 3, mins(0)), clinics, hubs, known, Unlinked::nobody);
    CHECK(allowed.leads(0, 1));
    CHECK(!allowed.leads(0, 0));
    CHECK_THROWS_AS(partners_only(times, ids({1}), hubs, known, Unlinked::nobody), std::invalid_argument);
    CHECK_THROWS_AS(partners_only(times, clinics, ids({1}), known, Unlinked::nobody), std::invalid_argument);
}

}  // namespace
