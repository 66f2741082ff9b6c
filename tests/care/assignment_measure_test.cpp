// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <cmath>
#include <ctime>
#include <iostream>
#include <random>

#include "assignment_cases.h"
#include "care/floating_catchment.h"
#include "care/site_ranking.h"

/// How long assignments of a country's size take. Hidden: `test_care "[.measure]"`.
namespace {

using namespace michinori;
using namespace michinori::care;
using test::Demand;
using test::whole;

/// Homes in towns and on farms of a square of 400 km, sites in towns, 60 km/h, what is within `reach` minutes.
/// Capacities are 0.1 % to 5 % of all people each, made more or less together by `scale`.
Demand country(std::size_t points, std::size_t sites, double reach, double scale, std::uint32_t rounded_to) {
    std::mt19937 engine(7);
    const auto uniform = [&](double to) { return to * static_cast<double>(engine()) / std::mt19937::max(); };
    struct At {
        double x, y;
    };
    std::vector<At> towns(150);
    for (auto& town : towns) {
        town = {uniform(400), uniform(400)};
    }
    const auto near_a_town = [&](double spread) {
        const auto& town = towns[engine() % towns.size()];
        return At{town.x + uniform(spread) - uniform(spread), town.y + uniform(spread) - uniform(spread)};
    };
    Demand made;
    std::vector<At> site_at(sites);
    double total = 0;
    for (auto& at : site_at) {
        at = near_a_town(3);
    }
    test::Lists lists(points);
    for (auto& list : lists) {
        const auto home = engine() % 4 == 0 ? At{uniform(400), uniform(400)} : near_a_town(12);
        for (std::uint32_t site = 0; site < sites; ++site) {
            const auto minutes = std::hypot(home.x - site_at[site].x, home.y - site_at[site].y);
            if (minutes <= reach) {
                const auto ms = static_cast<std::uint32_t>(minutes * 60000);
                list.push_back({site, ms - ms % rounded_to});
            }
        }
        made.people.push_back(whole(0.01 + uniform(40)));
        total += made.people.back().value();
    }
    for (std::size_t site = 0; site < sites; ++site) {
        made.capacity.push_back(whole(total * scale * 0.001 * std::pow(50, uniform(1))));
    }
    made.times = test::table_of(std::move(lists), sites);
    return made;
}

/// Of this processor's time, on a machine that others use too.
class Stopwatch {
public:
    [[nodiscard]] double lap_ms() {
        const auto since = static_cast<double>(std::clock() - last_) * 1000 / CLOCKS_PER_SEC;
        last_ = std::clock();
        return since;
    }

private:
    std::clock_t last_ = std::clock();
};

void measure(const char* what, const Demand& demand) {
    const auto points = demand.people.size();
    const auto all = static_cast<std::uint32_t>(demand.capacity.size());
    std::cout << what << ": " << static_cast<double>(demand.times.entries.size()) / static_cast<double>(points)
              << " sites a point\n";
    Stopwatch watch;
    Assignment today(demand.times, demand.people);
    double longest = 0;
    const auto last = all - std::min(all / 2, 5U);
    double sum = 0;
    for (std::uint32_t site = 0; site < last; ++site) {
        (void)watch.lap_ms();
        today.open(site, demand.capacity[site]);
        const auto lap = watch.lap_ms();
        longest = std::max(longest, lap);
        sum += lap;
    }
    std::cout << "  " << last << " sites opened: " << sum << " ms, at most " << longest << " ms each; served "
              << today.served().value() / today.demand().value() << "\n";
    for (std::uint32_t site = last; site < all; ++site) {
        (void)watch.lap_ms();
        auto then = today;
        const auto copied = watch.lap_ms();
        then.open(site, demand.capacity[site]);
        std::cout << "  one more, " << demand.capacity[site].value() / today.demand().value() * 100 << " %: copy "
                  << copied << " ms, open " << watch.lap_ms() << " ms\n";
    }
}

TEST_CASE("times of large catchments", "[.measure]") {
    const auto demand = country(45000, 50, 160, 1, 1);
    const std::vector<double> people(demand.people.size(), 1);
    const std::vector<double> capacity(demand.capacity.size(), 1);
    Stopwatch watch;
    for (const auto method : {CatchmentMethod::two_step, CatchmentMethod::three_step, CatchmentMethod::modified_huff}) {
        (void)watch.lap_ms();
        const auto told =
            floating_catchments(demand.times, people, capacity, method, Decay::gaussian(from_minutes(160)));
        std::cout << "catchments, Gaussian: " << watch.lap_ms() << " ms, delivered " << told.delivered << "\n";
    }
}

TEST_CASE("times of large assignments", "[.measure]") {
    measure("capacity about 3/4", country(45000, 55, 160, 1, 1));
    measure("capacity about 1/4", country(45000, 55, 160, 0.33, 1));
    measure("capacity about 2", country(45000, 55, 160, 2.5, 1));
    measure("whole minutes, about 3/4", country(45000, 55, 160, 1, 60000));
    measure("whole minutes, about 2", country(45000, 55, 160, 2.5, 60000));
    measure("200 sites, about 2/3", country(45000, 200, 80, 0.25, 1));
}

TEST_CASE("times of large rankings", "[.measure]") {
    const auto demand = country(45000, 250, 160, 1, 1);
    Assignment today(demand.times, demand.people);
    std::vector<NewSite> candidates;
    for (std::uint32_t site = 0; site < 250; ++site) {
        if (site < 50) {
            today.open(site, demand.capacity[site]);
        } else {
            candidates.push_back({site, demand.capacity[site]});
        }
    }
    Stopwatch watch;
    const auto told = served_effects(today, candidates);
    std::cout << "200 candidates beside 50 sites: " << watch.lap_ms() << " ms, the first serves "
              << told.front().newly_served.value() << " more\n";
}

}  // namespace
