// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/measure_location.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <utility>

#include "base/threads.h"
#include "bench/stopwatch.h"
#include "location/solve.h"
#include "routing/sparse_table.h"

namespace michinori::bench {
namespace {

using location::Objective;
using location::Problem;
using location::Solution;
using location::SolveOptions;

struct Spot {
    double x = 0;  // km
    double y = 0;
};

/// Towns of different sizes on a square, people around them and everywhere, sites mostly in towns. Drawn from whole
/// numbers, so that every machine has the same.
class Land {
public:
    explicit Land(double side) : side_(side) {
        for (std::size_t town = 0; town < 60; ++town) {
            towns_.push_back(anywhere());
        }
    }

    Spot somewhere() {
        if (share() < 0.3) {
            return anywhere();
        }
        const auto rank = static_cast<std::size_t>(share() * share() * static_cast<double>(towns_.size()));
        const double far = side_ * 0.06 * share() * share() / 0.5;
        const double turn = 6.283185307179586 * share();
        return {towns_[rank].x + far * std::cos(turn), towns_[rank].y + far * std::sin(turn)};
    }
    People people() { return People::from_micro(1'000'000 + static_cast<std::int64_t>(random_() % 400'000'000)); }

private:
    double share() { return static_cast<double>(random_() >> 11U) / static_cast<double>(std::uint64_t{1} << 53U); }
    Spot anywhere() {
        const double x = share() * side_;
        return {x, share() * side_};
    }

    double side_;
    std::mt19937_64 random_{20261121};
    std::vector<Spot> towns_;
};

/// Roads are a third longer than the straight way and driven at 40 km/h.
TravelTime way(const Spot& a, const Spot& b) {
    return to_travel_time(std::hypot(a.x - b.x, a.y - b.y) * 1.3 / 40 * 3600);
}

struct Instance {
    routing::SparseTable lists;
    std::vector<People> people;
};

Instance scattered(std::size_t points, std::size_t sites, double side, TravelTime within) {
    Land land(side);
    std::vector<Spot> places(sites);
    std::ranges::generate(places, [&] { return land.somewhere(); });
    Instance made;
    made.lists.site_count = sites;
    std::vector<routing::SparseTable::Entry> list;
    for (std::size_t point = 0; point < points; ++point) {
        const auto home = land.somewhere();
        list.clear();
        for (std::uint32_t site = 0; site < sites; ++site) {
            if (const auto time = way(home, places[site]); time <= within) {
                list.push_back({site, time.count()});
            }
        }
        std::ranges::sort(list, {}, [](const auto& entry) { return std::pair(entry.time, entry.site); });
        made.lists.append(list);
        made.people.push_back(land.people());
    }
    return made;
}

std::string note_of(const Solution& solution, bool missed) {
    const bool optimal = solution.status == Solution::Status::optimal;
    const auto& size = solution.size;
    return fmt::format("{}, gap {:.3f} %; {} sets, {} rows, {} nonzeros{}", optimal ? "optimal" : "not proven optimal",
                       solution.gap * 100, size.prefix_sets, size.rows, size.nonzeros, missed ? " (missed)" : "");
}

TableRow exact_row(const Instance& instance, Objective objective, const std::string& what) {
    const Problem problem{.choices = &instance.lists, .weight = instance.people, .objective = objective, .sites = 14};
    const ThreadLimit one(1);
    const Stopwatch watch;
    const auto solution = solve(problem, {.method = SolveOptions::Method::exact, .time_limit = 120});
    const double ms = watch.ms();
    const bool missed = solution.status != Solution::Status::optimal || ms > 60000;
    return {fmt::format("14 of 25, {} points, {}, one thread", instance.people.size(), what),
            {},
            ms,
            {},
            note_of(solution, missed)};
}

TableRow heuristic_row(const Instance& instance, Objective objective, const std::string& what) {
    const Problem problem{.choices = &instance.lists, .weight = instance.people, .objective = objective, .sites = 100};
    const Stopwatch watch;
    const auto solution = solve(problem, {.method = SolveOptions::Method::heuristic, .time_limit = 300});
    return {fmt::format("100 of 500, {} points, {}, heuristic", instance.people.size(), what),
            {},
            watch.ms(),
            {},
            note_of(solution, !solution.found() || solution.gap > 0.01)};
}

/// The same to the proof, which nobody asked for.
TableRow proven_row(const Instance& instance, Objective objective, const std::string& what) {
    const Problem problem{.choices = &instance.lists, .weight = instance.people, .objective = objective, .sites = 100};
    const Stopwatch watch;
    const auto solution = solve(problem, {.time_limit = 300});
    return {fmt::format("100 of 500, {} points, {}, proof", instance.people.size(), what),
            {},
            watch.ms(),
            {},
            note_of(solution, false)};
}

}  // namespace

std::vector<TableRow> measure_location(bool quick) {
    const std::size_t scale = quick ? 10 : 1;
    const Objective mean_time;
    const Objective half_an_hour{.kind = Objective::Kind::covered, .limit = from_minutes(30)};
    const auto region = scattered(20'000 / scale, 25, 150, from_minutes(240));
    std::vector<TableRow> rows{exact_row(region, mean_time, "p-median"),
                               exact_row(region, half_an_hour, "maximal cover")};
    const auto country = scattered(200'000 / scale, 500, 500, from_minutes(180));
    rows.push_back(heuristic_row(country, mean_time, "p-median"));
    rows.push_back(proven_row(country, mean_time, "p-median"));
    rows.push_back(heuristic_row(country, half_an_hour, "maximal cover"));
    rows.push_back(proven_row(country, half_an_hour, "maximal cover"));
    return rows;
}

}  // namespace michinori::bench
