// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "location/evaluation.h"
#include "location/problem.h"
#include "routing/sparse_table.h"

/// Small location problems, and every set of their sites tried one after the other by code that shares nothing with the
/// methods under test.
namespace michinori::test {

using location::Amount;
using location::Objective;
using location::Problem;
using Sites = std::vector<std::uint32_t>;
using Entry = routing::SparseTable::Entry;

/// A problem with its table. Times are in ms, people whole.
struct Instance {
    std::unique_ptr<routing::SparseTable> table = std::make_unique<routing::SparseTable>();
    Problem problem;

    explicit Instance(std::size_t sites) {
        table->site_count = sites;
        problem.choices = table.get();
    }
    void add_point(std::vector<Entry> list, double people) {
        std::ranges::sort(list, {}, [](const Entry& entry) { return std::pair(entry.time, entry.site); });
        table->append(list);
        problem.weight.push_back(People::from_double(people));
    }
};

/// Points and sites at whole minutes along a straight road; everybody reaches everything within `reach` minutes.
inline Instance line(const std::vector<std::pair<std::uint32_t, double>>& points, const Sites& sites,
                     std::uint32_t reach = 1000) {
    Instance made(sites.size());
    for (const auto& [at, people] : points) {
        std::vector<Entry> list;
        for (std::uint32_t site = 0; site < sites.size(); ++site) {
            const auto way = at > sites[site] ? at - sites[site] : sites[site] - at;
            if (way <= reach) {
                list.push_back({site, way * 60000});
            }
        }
        made.add_point(list, people);
    }
    return made;
}

inline constexpr std::uint32_t minute = 60000;

/// What the naive way knows of a set.
struct Naive {
    bool satisfies = true;
    Amount cost = 0;
};

inline std::optional<Entry> nearest(std::span<const Entry> list, const std::vector<bool>& open) {
    std::optional<Entry> best;
    for (const auto& entry : list) {
        if (open[entry.site] && (!best || std::pair(entry.time, entry.site) < std::pair(best->time, best->site))) {
            best = entry;
        }
    }
    return best;
}

class BruteForce {
public:
    explicit BruteForce(const Problem& problem) : problem_(problem) {}

    [[nodiscard]] Naive judge(const std::vector<bool>& open) const {
        Naive told;
        std::vector<Amount> load(open.size());
        Amount time_sum = 0;
        Amount beyond = 0;
        Amount never = 0;
        Amount total = 0;
        Amount worst = 0;
        for (std::size_t point = 0; point < problem_.weight.size(); ++point) {
            const auto list = problem_.choices->of(point);
            const auto people = Amount{problem_.weight[point].micro()};
            const auto to = nearest(list, open);
            const auto time = std::min(to ? to->time : UINT32_MAX, problem_.objective.unreached.count());
            const auto limit = problem_.objective.limit.count();
            total += people;
            time_sum += people * time;
            beyond += to && to->time <= limit ? 0 : people;
            never += std::ranges::any_of(list, [&](const Entry& e) { return e.time <= limit; }) ? 0 : people;
            worst = people > 0 && !list.empty() ? std::max<Amount>(worst, time) : worst;
            if (to) {
                load[to->site] += problem_.load.empty() ? people : Amount{problem_.load[point].micro()};
            }
        }
        const auto count = static_cast<std::uint32_t>(std::ranges::count(open, true));
        switch (problem_.objective.kind) {
            case Objective::Kind::mean_time: told.cost = time_sum; break;
            case Objective::Kind::covered: told.cost = beyond; break;
            case Objective::Kind::worst_time: told.cost = worst; break;
            case Objective::Kind::fewest_sites: {
                told.cost = count;
                const auto coverable = static_cast<double>(total - never);
                told.satisfies = static_cast<double>(total - beyond) >= problem_.objective.share * coverable;
                break;
            }
        }
        told.satisfies = told.satisfies && sites_right(open, count) && loads_right(open, load);
        return told;
    }

    /// The least cost of a set that satisfies everything.
    [[nodiscard]] std::optional<Amount> best() const {
        std::optional<Amount> least;
        for_each_set([&](const std::vector<bool>& open) {
            const auto told = judge(open);
            if (told.satisfies && (!least || told.cost < *least)) {
                least = told.cost;
            }
        });
        return least;
    }

    template <class Visit>
    void for_each_set(const Visit& visit) const {
        const auto count = problem_.choices->site_count;
        for (std::uint32_t bits = 0; bits < (1U << count); ++bits) {
            std::vector<bool> open(count);
            for (std::size_t site = 0; site < count; ++site) {
                open[site] = (bits >> site & 1U) != 0;
            }
            visit(open);
        }
    }

private:
    [[nodiscard]] bool sites_right(const std::vector<bool>& open, std::uint32_t count) const {
        const bool fewest = problem_.objective.kind == Objective::Kind::fewest_sites;
        const bool number = !problem_.sites || (fewest ? count <= *problem_.sites : count == *problem_.sites);
        const auto is_open = [&](auto site) { return static_cast<bool>(open[site]); };
        return number && std::ranges::all_of(problem_.must_open, is_open) &&
               std::ranges::none_of(problem_.must_close, is_open) &&
               std::ranges::all_of(problem_.groups,
                                   [&](const auto& group) { return std::ranges::any_of(group.sites, is_open); });
    }
    [[nodiscard]] bool loads_right(const std::vector<bool>& open, const std::vector<Amount>& load) const {
        for (std::size_t site = 0; site < open.size(); ++site) {
            if (!problem_.capacity.empty() && problem_.capacity[site] &&
                load[site] > problem_.capacity[site]->micro()) {
                return false;
            }
            if (problem_.floor && open[site] && load[site] < problem_.floor->micro()) {
                return false;
            }
        }
        return true;
    }

    const Problem& problem_;
};

inline std::vector<bool> as_flags(const Sites& open, std::size_t count) {
    std::vector<bool> flags(count);
    for (const auto site : open) {
        flags[site] = true;
    }
    return flags;
}

/// Which constraints a random problem may have.
struct Wanted {
    bool must = false;
    bool groups = false;
    bool floor = false;
    bool capacity = false;
};

/// Properties need names of their own: Catch runs those of the same name once.
inline std::string named(Objective::Kind kind, const std::string& what = "any problem") {
    constexpr const char* names[] = {"mean time", "covered", "worst time", "fewest sites"};
    return std::string(names[static_cast<int>(kind)]) + ": " + what;
}

inline Sites some_sites(std::size_t count, int one_in) {
    Sites sites;
    for (std::uint32_t site = 0; site < count; ++site) {
        if (*rc::gen::inRange(0, one_in) == 0) {
            sites.push_back(site);
        }
    }
    return sites;
}

/// Lists with gaps, ties and points that reach nothing; weights of nothing and of half people.
inline void add_random_points(Instance& to, int most_points) {
    const auto points = *rc::gen::inRange(0, most_points + 1);
    for (int point = 0; point < points; ++point) {
        std::vector<Entry> list;
        for (std::uint32_t site = 0; site < to.table->site_count; ++site) {
            if (*rc::gen::inRange(0, 5) != 0) {
                list.push_back({site, *rc::gen::inRange<std::uint32_t>(0, 9) * minute});
            }
        }
        to.add_point(list, *rc::gen::inRange(0, 9) * 0.5);
    }
}

inline void add_random_constraints(Instance& to, const Wanted& wanted) {
    auto& problem = to.problem;
    const auto sites = to.table->site_count;
    if (wanted.must) {
        problem.must_open = some_sites(sites, 6);
        problem.must_close = some_sites(sites, 6);
    }
    for (int group = 0; wanted.groups && group < *rc::gen::inRange(0, 4); ++group) {
        problem.groups.push_back({"area", some_sites(sites, 3)});
    }
    if (wanted.floor) {
        problem.floor = People::from_double(*rc::gen::inRange(0, 8));
    }
    for (std::size_t site = 0; wanted.capacity && site < sites; ++site) {
        problem.capacity.push_back(*rc::gen::inRange(0, 4) == 0 ? std::optional<People>{}
                                                                : People::from_double(*rc::gen::inRange(2, 16)));
    }
    if (wanted.floor && *rc::gen::arbitrary<bool>()) {
        for (std::size_t point = 0; point < problem.weight.size(); ++point) {
            problem.load.push_back(People::from_double(*rc::gen::inRange(0, 6)));
        }
    }
}

inline Instance any_instance(Objective::Kind kind, const Wanted& wanted, int most_sites = 7, int most_points = 10) {
    Instance made(*rc::gen::inRange<std::size_t>(0, static_cast<std::size_t>(most_sites) + 1));
    add_random_points(made, most_points);
    auto& objective = made.problem.objective;
    objective.kind = kind;
    objective.limit = TravelTime{*rc::gen::inRange<std::uint32_t>(0, 8) * minute};
    objective.unreached = TravelTime{*rc::gen::element<std::uint32_t>(6, 10, 60) * minute};
    objective.share = *rc::gen::element(1.0, 0.75, 0.5);
    const bool free_number = kind == Objective::Kind::fewest_sites && *rc::gen::arbitrary<bool>();
    if (!free_number) {
        made.problem.sites =
            *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(made.table->site_count) + 1);
    }
    add_random_constraints(made, wanted);
    return made;
}

}  // namespace michinori::test
