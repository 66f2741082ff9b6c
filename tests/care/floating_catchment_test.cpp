// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/floating_catchment.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

#include "sparse_tables.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using test::Lists;
using test::minute;
using Method = CatchmentMethod;
using Numbers = std::vector<double>;

TravelTime of_minutes(std::uint32_t whole) {
    return TravelTime{whole * minute};
}

/// Luo and Qi's slow weights: 1.00, 0.68, 0.22 to 10, 20 and 30 minutes.
Decay slow() {
    return Decay::bands({{of_minutes(10), 1.00}, {of_minutes(20), 0.68}, {of_minutes(30), 0.22}});
}

/// Two villages of 100 and 200 people: to clinic 0 (10 beds) 5 and 25 minutes, to clinic 1 (6 beds) 15 and 8.
struct Villages {
    routing::SparseTable times =
        test::table_of({{{0, 5 * minute}, {1, 15 * minute}}, {{0, 25 * minute}, {1, 8 * minute}}}, 2);
    Numbers people{100, 200};
    Numbers beds{10, 6};

    [[nodiscard]] Catchments told(Method method, const Decay& decay) const {
        return floating_catchments(times, people, beds, method, decay);
    }
};

void check_numbers(const Numbers& told, const Numbers& worked) {
    REQUIRE(told.size() == worked.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
        CHECK(told[i] == Approx(worked[i]).epsilon(1e-6));
    }
}

TEST_CASE("2SFCA by hand", "[floating_catchment]") {
    // Within 20 minutes: clinic 0 has village 0, clinic 1 both. R = 10/100, 6/300; A = 0.10 + 0.02, 0.02.
    const auto told = Villages().told(Method::two_step, Decay::within(of_minutes(20)));
    check_numbers(told.ratio, {0.1, 0.02});
    check_numbers(told.access, {0.12, 0.02});
    CHECK(told.capacity == 16);
    CHECK(told.reached == 16);
    CHECK(told.delivered == Approx(100 * 0.12 + 200 * 0.02));
}

TEST_CASE("E2SFCA by hand with the published weights", "[floating_catchment]") {
    // W = 1, 0.68 | 0.22, 1. R0 = 10/(100 + 44) = 0.0694444; R1 = 6/(68 + 200) = 0.0223881.
    // A0 = R0 + 0.68 R1 = 0.0846683; A1 = 0.22 R0 + R1 = 0.0376658.
    const auto told = Villages().told(Method::two_step, slow());
    check_numbers(told.ratio, {10.0 / 144, 6.0 / 268});
    check_numbers(told.access, {0.08466833, 0.03766584});
    CHECK(told.delivered == Approx(16));
}

TEST_CASE("3SFCA by hand", "[floating_catchment]") {
    // Within 20 minutes village 0 divides itself by halves: R0 = 10/50, R1 = 6/(50 + 200);
    // A0 = 0.5 x 0.2 + 0.5 x 0.024, A1 = 0.024.
    const auto within = Villages().told(Method::three_step, Decay::within(of_minutes(20)));
    check_numbers(within.ratio, {0.2, 0.024});
    check_numbers(within.access, {0.112, 0.024});
    // Bands: G = 1/1.68, 0.68/1.68 | 0.22/1.22, 1/1.22.
    // R0 = 10/(100/1.68 + 200 x 0.0484/1.22) = 10/67.4582; R1 = 6/(100 x 0.4624/1.68 + 200/1.22) = 6/191.4582.
    const auto bands = Villages().told(Method::three_step, slow());
    check_numbers(bands.ratio, {0.14823987, 0.03133843});
    check_numbers(bands.access, {1 / 1.68 * 0.14823987 + 0.4624 / 1.68 * 0.03133843,
                                 0.0484 / 1.22 * 0.14823987 + 1 / 1.22 * 0.03133843});
    CHECK(bands.delivered == Approx(16));
}

TEST_CASE("MH3SFCA by hand", "[floating_catchment]") {
    // Within 20 minutes: H = 10/16, 6/16 | 0, 1. R0 = 10/62.5, R1 = 6/(37.5 + 200).
    const auto within = Villages().told(Method::modified_huff, Decay::within(of_minutes(20)));
    check_numbers(within.ratio, {0.16, 6 / 237.5});
    check_numbers(within.access, {0.625 * 0.16 + 0.375 * 6 / 237.5, 6 / 237.5});
    CHECK(within.delivered == Approx(16));  // all weights are 1
    // Bands: H = 10/14.08, 4.08/14.08 | 2.2/8.2, 6/8.2. R0 = 10/124.68127, R1 = 6/175.31873.
    const auto bands = Villages().told(Method::modified_huff, slow());
    check_numbers(bands.ratio, {0.08020451, 0.03422339});
    check_numbers(bands.access, {0.06370700, 0.02977552});
    CHECK(bands.delivered == Approx(12.3258036));
    CHECK(bands.reached == 16);
}

TEST_CASE("Gaussian weights by hand", "[floating_catchment]") {
    const auto decay = Decay::gaussian(of_minutes(20));
    CHECK(decay.weight(TravelTime{0}) == 1);
    // (exp(-1/8) - exp(-1/2)) / (1 - exp(-1/2)) = (0.8824969 - 0.6065307) / 0.3934693
    CHECK(decay.weight(of_minutes(10)) == Approx(0.7013665).epsilon(1e-6));
    CHECK(decay.weight(of_minutes(20)) == 0);
    CHECK(decay.weight(of_minutes(21)) == 0);
    // 0 and 10 minutes; and 20, where the second village draws on nothing. R1 = 6/70.13665; A0 = 0.1 + 0.06.
    const auto times = test::table_of({{{0, 0}, {1, 10 * minute}}, {{1, 20 * minute}}}, 2);
    for (const auto method : {Method::two_step, Method::three_step, Method::modified_huff}) {
        const auto told = floating_catchments(times, Numbers{100, 200}, Numbers{10, 6}, method, decay);
        CHECK(told.access[1] == 0);
        if (method == Method::two_step) {
            check_numbers(told.ratio, {0.1, 0.08554729});
            check_numbers(told.access, {0.16, 0});
        }
    }
}

TEST_CASE("limits are inclusive, bands as well", "[floating_catchment]") {
    const auto decay = slow();
    CHECK(decay.limit() == of_minutes(30));
    CHECK(decay.weight(of_minutes(10)) == 1.00);
    CHECK(decay.weight(of_minutes(10) + TravelTime{1}) == 0.68);
    CHECK(decay.weight(of_minutes(30)) == 0.22);
    CHECK(decay.weight(of_minutes(30) + TravelTime{1}) == 0);
    CHECK(Decay::within(of_minutes(5)).weight(of_minutes(5)) == 1);
    CHECK(Decay::within(TravelTime{0}).weight(TravelTime{0}) == 1);
}

TEST_CASE("who is nobody draws on nothing", "[floating_catchment]") {
    const auto times = test::table_of({{{0, 0}}, {{1, 0}}, {}}, 3);
    const auto told =
        floating_catchments(times, Numbers{0, 5, 7}, Numbers{4, 10, 9}, Method::two_step, Decay::within(of_minutes(1)));
    CHECK(told.ratio == Numbers{0, 2, 0});
    CHECK(told.access == Numbers{0, 2, 0});
    CHECK(told.capacity == 23);
    CHECK(told.reached == 10);
    CHECK(told.delivered == 10);
}

TEST_CASE("an empty point has the access that somebody there would have", "[floating_catchment]") {
    const auto times = test::table_of({{{0, 0}}, {{0, 0}}}, 1);
    const auto told =
        floating_catchments(times, Numbers{0, 5}, Numbers{10}, Method::three_step, Decay::within(of_minutes(1)));
    CHECK(told.access == Numbers{2, 2});
}

TEST_CASE("what are no catchments throws", "[floating_catchment]") {
    const Villages two;
    const auto decay = slow();
    const auto run = [&](const Numbers& people, const Numbers& beds) {
        return floating_catchments(two.times, people, beds, Method::two_step, decay);
    };
    CHECK_NOTHROW(run({1, 1}, {1, 1}));
    CHECK_THROWS_AS(run({1}, {1, 1}), std::invalid_argument);
    CHECK_THROWS_AS(run({1, 1}, {1}), std::invalid_argument);
    CHECK_THROWS_AS(run({1, -1}, {1, 1}), std::invalid_argument);
    CHECK_THROWS_AS(run({1, 1}, {1, std::numeric_limits<double>::infinity()}), std::invalid_argument);
    CHECK_THROWS_AS(run({std::nan(""), 1}, {1, 1}), std::invalid_argument);
    CHECK_THROWS_AS(Decay::bands({}), std::invalid_argument);
    CHECK_THROWS_AS(Decay::bands({{of_minutes(10), 1}, {of_minutes(10), 0.5}}), std::invalid_argument);
    CHECK_THROWS_AS(Decay::bands({{of_minutes(10), 0}}), std::invalid_argument);
    CHECK_THROWS_AS(Decay::bands({{of_minutes(10), std::nan("")}}), std::invalid_argument);
    CHECK_THROWS_AS(Decay::gaussian(TravelTime{0}), std::invalid_argument);
}

/// Any region, small.
struct Region {
    Lists lists;
    Numbers people;
    Numbers beds;

    [[nodiscard]] Catchments told(Method method, const Decay& decay) const {
        return floating_catchments(test::table_of(lists, beds.size()), people, beds, method, decay);
    }
    [[nodiscard]] std::vector<std::vector<double>> weights(const Decay& decay) const {
        std::vector<std::vector<double>> all(people.size(), Numbers(beds.size()));
        for (std::size_t i = 0; i < people.size(); ++i) {
            for (const auto& entry : lists[i]) {
                all[i][entry.site] = decay.weight(TravelTime{entry.time});
            }
        }
        return all;
    }
};

Region any_region() {
    Region made;
    const auto points = test::random_count(12);
    const auto sites = test::random_count(7);
    made.lists = test::random_lists(points, sites);
    for (std::size_t i = 0; i < points; ++i) {
        made.people.push_back(*rc::gen::inRange(0, 9) * 12.345);
    }
    for (std::size_t j = 0; j < sites; ++j) {
        made.beds.push_back(*rc::gen::inRange(0, 6) * 0.7);
    }
    return made;
}

Decay any_decay() {
    switch (*rc::gen::inRange(0, 3)) {
        case 0: return Decay::within(of_minutes(5));
        case 1: return Decay::gaussian(of_minutes(7));
        default: return Decay::bands({{of_minutes(2), 1.00}, {of_minutes(4), 0.68}, {of_minutes(7), 0.22}});
    }
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

bool near(const Numbers& a, const Numbers& b) {
    return std::ranges::equal(a, b, [](double x, double y) { return near(x, y); });
}

constexpr Method methods[] = {Method::two_step, Method::three_step, Method::modified_huff};

std::string named(Method method, const std::string& what) {
    constexpr const char* names[] = {"2SFCA", "3SFCA", "MH3SFCA"};
    return std::string(names[static_cast<int>(method)]) + ": " + what;
}

/// The formulas over every point and site.
struct Dense {
    Numbers ratio;
    Numbers access;

    Dense(const Region& region, Method method, const Decay& decay)
        : ratio(region.beds.size()), access(region.people.size()) {
        const auto w = region.weights(decay);
        auto demand = w;
        auto supply = w;
        for (std::size_t i = 0; i < w.size(); ++i) {
            const auto pull = [&](std::size_t k) {
                return w[i][k] * (method == Method::modified_huff ? region.beds[k] : 1);
            };
            double sum = 0;
            for (std::size_t k = 0; k < w[i].size(); ++k) {
                sum += pull(k);
            }
            for (std::size_t j = 0; j < w[i].size() && method != Method::two_step; ++j) {
                const double part = sum > 0 ? pull(j) / sum : 0;
                demand[i][j] = method == Method::three_step ? part * w[i][j] : part;
                supply[i][j] = part * w[i][j];
            }
        }
        for (std::size_t j = 0; j < ratio.size(); ++j) {
            double all = 0;
            for (std::size_t i = 0; i < w.size(); ++i) {
                all += demand[i][j] * region.people[i];
            }
            ratio[j] = all > 0 ? region.beds[j] / all : 0;
            for (std::size_t i = 0; i < w.size(); ++i) {
                access[i] += supply[i][j] * ratio[j];
            }
        }
    }
};

TEST_CASE("catchments are what the formulas say over all pairs", "[floating_catchment]") {
    for (const auto method : methods) {
        rc::prop(named(method, "any region"), [method] {
            const auto region = any_region();
            const auto decay = any_decay();
            const Dense naive(region, method, decay);
            const auto told = region.told(method, decay);
            RC_ASSERT(near(told.ratio, naive.ratio));
            RC_ASSERT(near(told.access, naive.access));
        });
    }
}

TEST_CASE("what is reached is delivered", "[floating_catchment]") {
    for (const auto method : methods) {
        rc::prop(named(method, "capacity is kept"), [method] {
            const auto region = any_region();
            const auto told = region.told(method, any_decay());
            const double delivered =
                std::inner_product(region.people.begin(), region.people.end(), told.access.begin(), 0.0);
            RC_ASSERT(near(delivered, told.delivered));
            RC_ASSERT(told.reached <= told.capacity);
            RC_ASSERT(near(told.capacity, std::accumulate(region.beds.begin(), region.beds.end(), 0.0)));
            if (method == Method::modified_huff) {
                RC_ASSERT(delivered <= told.reached * (1 + 1e-12));
            } else {
                RC_ASSERT(near(delivered, told.reached));
            }
        });
    }
}

TEST_CASE("access is 0 where nothing that somebody draws on is within reach, and nowhere else",
          "[floating_catchment]") {
    for (const auto method : methods) {
        rc::prop(named(method, "zero access"), [method] {
            auto region = any_region();
            const auto decay = any_decay();
            const auto w = region.weights(decay);
            const auto told = region.told(method, decay);
            for (std::size_t i = 0; i < w.size(); ++i) {
                bool any = false;
                for (std::size_t j = 0; j < region.beds.size(); ++j) {
                    bool drawn_on = false;
                    for (std::size_t k = 0; k < w.size(); ++k) {
                        drawn_on = drawn_on || (w[k][j] > 0 && region.people[k] > 0);
                    }
                    any = any || (drawn_on && w[i][j] > 0 && region.beds[j] > 0);
                }
                RC_ASSERT((told.access[i] > 0) == any);
            }
        });
    }
}

TEST_CASE("the order of points and of sites does not matter", "[floating_catchment]") {
    for (const auto method : methods) {
        rc::prop(named(method, "any order"), [method] {
            const auto region = any_region();
            const auto decay = any_decay();
            auto turned = region;
            std::ranges::reverse(turned.lists);
            std::ranges::reverse(turned.people);
            std::ranges::reverse(turned.beds);
            for (auto& list : turned.lists) {
                for (auto& entry : list) {
                    entry.site = static_cast<std::uint32_t>(region.beds.size()) - 1 - entry.site;
                }
            }
            const auto told = region.told(method, decay);
            auto other = turned.told(method, decay);
            std::ranges::reverse(other.ratio);
            std::ranges::reverse(other.access);
            RC_ASSERT(near(told.ratio, other.ratio));
            RC_ASSERT(near(told.access, other.access));
        });
    }
}

TEST_CASE("twice the capacity is twice the access, and half the people", "[floating_catchment]") {
    for (const auto method : methods) {
        rc::prop(named(method, "scale"), [method] {
            const auto region = any_region();
            const auto decay = any_decay();
            const auto told = region.told(method, decay);
            auto other = region;
            std::ranges::transform(other.beds, other.beds.begin(), [](double beds) { return 2 * beds; });
            auto expected = told.access;
            std::ranges::transform(expected, expected.begin(), [](double access) { return 2 * access; });
            RC_ASSERT(near(other.told(method, decay).access, expected));
            std::ranges::transform(other.people, other.people.begin(), [](double people) { return 2 * people; });
            RC_ASSERT(near(other.told(method, decay).access, told.access));
        });
    }
}

TEST_CASE("a point in two halves changes nothing", "[floating_catchment]") {
    for (const auto method : methods) {
        rc::prop(named(method, "halves"), [method] {
            auto region = any_region();
            RC_PRE(!region.people.empty());
            const auto decay = any_decay();
            const auto told = region.told(method, decay);
            const auto split = *rc::gen::inRange<std::size_t>(0, region.people.size());
            region.people[split] /= 2;
            region.people.push_back(region.people[split]);
            region.lists.push_back(region.lists[split]);
            const auto after = region.told(method, decay);
            RC_ASSERT(near(after.ratio, told.ratio));
            auto expected = told.access;
            expected.push_back(told.access[split]);
            RC_ASSERT(near(after.access, expected));
        });
    }
}

}  // namespace
