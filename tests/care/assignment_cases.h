// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <optional>
#include <random>
#include <utility>
#include <vector>

#include "care/assignment.h"
#include "sparse_tables.h"

/// Small assignments, and what is best found by code that shares nothing with the one under test.
namespace michinori::test {

using care::Assignment;
using care::PersonTime;

inline People whole(double people) {
    return People::from_double(people);
}

struct Demand {
    routing::SparseTable times;
    std::vector<People> people;
    std::vector<People> capacity;  ///< by site

    [[nodiscard]] std::vector<std::uint32_t> sites() const {
        std::vector<std::uint32_t> all(capacity.size());
        std::iota(all.begin(), all.end(), 0U);
        return all;
    }
    [[nodiscard]] Assignment opened(const std::vector<std::uint32_t>& order) const {
        Assignment made(times, people);
        for (const auto site : order) {
            made.open(site, capacity[site]);
        }
        return made;
    }
    [[nodiscard]] Assignment opened() const { return opened(sites()); }
};

/// A whole number from the first to the second.
using Draw = std::function<std::uint32_t(std::uint32_t, std::uint32_t)>;

inline Draw rapidcheck_draw() {
    return [](std::uint32_t from, std::uint32_t to) { return *rc::gen::inRange(from, to + 1); };
}
inline Draw seeded_draw(std::uint32_t seed) {
    return [engine = std::mt19937(seed)](std::uint32_t from, std::uint32_t to) mutable {
        return from + static_cast<std::uint32_t>(engine() % (to - from + 1));
    };
}

/// Gaps, ties, nobody, no capacity, points that reach nothing; people in parts of `divisor`.
inline Demand any_demand(const Draw& draw, std::uint32_t most_points, std::uint32_t most_sites,
                         std::uint32_t most_people, double divisor) {
    Demand made;
    const auto sites = draw(0, most_sites);
    const auto points = draw(0, most_points);
    const auto longest = draw(1, 30);
    Lists lists(points);
    for (auto& list : lists) {
        for (std::uint32_t site = 0; site < sites; ++site) {
            if (draw(0, 3) != 0) {
                list.push_back({site, draw(0, longest) * minute});
            }
        }
        made.people.push_back(whole(draw(0, most_people) / divisor));
    }
    for (std::uint32_t site = 0; site < sites; ++site) {
        made.capacity.push_back(whole(draw(0, 2 * most_people) / divisor));
    }
    made.times = table_of(lists, sites);
    return made;
}

struct Best {
    People served;
    PersonTime time = 0;
    friend bool operator==(const Best&, const Best&) = default;
};

inline Best best_of(const Assignment& assignment) {
    return {assignment.served(), assignment.person_time()};
}

/// A flow network of explicit arcs: source, points, sites, sink.
class Flow {
public:
    explicit Flow(std::size_t nodes) : nodes_(nodes) {}
    void join(std::size_t from, std::size_t to, std::int64_t room, std::int64_t cost) {
        arcs_.push_back({from, to, room, cost});
        arcs_.push_back({to, from, 0, -cost});
    }
    /// As much as goes from the first to the second, at least cost: successive shortest paths.
    Best run(std::size_t source, std::size_t sink) {
        Best best;
        while (const auto last = shortest(source, sink)) {
            std::int64_t room = INT64_MAX;
            for (auto arc = last; arc; arc = into_[arcs_[*arc].from]) {
                room = std::min(room, arcs_[*arc].room);
            }
            for (auto arc = last; arc; arc = into_[arcs_[*arc].from]) {
                arcs_[*arc].room -= room;
                arcs_[*arc ^ 1U].room += room;
            }
            best.served += People::from_micro(room);
            best.time += PersonTime(room) * PersonTime(cost_[sink]);
        }
        return best;
    }

private:
    struct Arc {
        std::size_t from, to;
        std::int64_t room, cost;
    };
    /// The last arc of the path.
    std::optional<std::size_t> shortest(std::size_t source, std::size_t sink) {
        cost_.assign(nodes_, INT64_MAX);
        into_.assign(nodes_, std::nullopt);
        cost_[source] = 0;
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t a = 0; a < arcs_.size(); ++a) {
                const auto& arc = arcs_[a];
                if (arc.room > 0 && cost_[arc.from] != INT64_MAX && cost_[arc.from] + arc.cost < cost_[arc.to]) {
                    cost_[arc.to] = cost_[arc.from] + arc.cost;
                    into_[arc.to] = a;
                    changed = true;
                }
            }
        }
        return into_[sink];
    }

    std::size_t nodes_;
    std::vector<Arc> arcs_;
    std::vector<std::int64_t> cost_;
    std::vector<std::optional<std::size_t>> into_;
};

inline Best best_flow(const Demand& demand) {
    const auto points = demand.people.size();
    const auto sink = points + demand.capacity.size() + 1;
    Flow flow(sink + 1);
    for (std::size_t i = 0; i < points; ++i) {
        flow.join(0, 1 + i, demand.people[i].micro(), 0);
        for (const auto& entry : demand.times.of(i)) {
            flow.join(1 + i, 1 + points + entry.site, demand.people[i].micro(), entry.time);
        }
    }
    for (std::size_t j = 0; j < demand.capacity.size(); ++j) {
        flow.join(1 + points + j, sink, demand.capacity[j].micro(), 0);
    }
    return flow.run(0, sink);
}

/// Everybody one by one to every site in turn; people are whole and few.
class EveryWay {
public:
    explicit EveryWay(const Demand& demand) : demand_(demand), room_(demand.capacity) {
        for (std::size_t i = 0; i < demand.people.size(); ++i) {
            persons_.insert(persons_.end(), static_cast<std::size_t>(demand.people[i].value()), i);
        }
        try_from(0, {});
    }
    [[nodiscard]] Best best() const { return best_; }

private:
    void try_from(std::size_t person, const Best& now) {
        if (person == persons_.size()) {
            if (now.served > best_.served || (now.served == best_.served && now.time < best_.time)) {
                best_ = now;
            }
            return;
        }
        try_from(person + 1, now);
        for (const auto& entry : demand_.times.of(persons_[person])) {
            auto& room = room_[entry.site];
            if (room >= whole(1)) {
                room = room - whole(1);
                try_from(person + 1, {now.served + whole(1), now.time + PersonTime{1000000} * entry.time});
                room += whole(1);
            }
        }
    }

    const Demand& demand_;
    std::vector<People> room_;
    std::vector<std::size_t> persons_;
    Best best_;
};

/// Whether some people could change places, all together for the better: a cycle of cost below 0 in the residual graph
/// of points, sites, nowhere and what is not used, by Bellman and Ford. Costs are (served, time).
inline bool can_be_bettered(const Demand& demand, const Assignment& assignment) {
    using Cost = std::pair<std::int64_t, std::int64_t>;
    struct Arc {
        std::size_t from, to;
        Cost cost;
    };
    const auto points = demand.people.size();
    const auto nowhere = points + demand.capacity.size();
    const auto unused = nowhere + 1;
    std::vector<Arc> arcs{{nowhere, unused, {}}};
    if (assignment.served() < assignment.demand()) {
        arcs.push_back({unused, nowhere, {}});
    }
    const auto add = [&](std::size_t point, std::size_t site, Cost cost, bool used) {
        arcs.push_back({point, site, cost});
        if (used) {
            arcs.push_back({site, point, {-cost.first, -cost.second}});
        }
    };
    for (std::size_t i = 0; i < points; ++i) {
        std::vector<bool> uses(demand.capacity.size());
        for (const auto& part : assignment.of(i)) {
            uses[part.site] = true;
        }
        for (const auto& entry : demand.times.of(i)) {
            add(i, points + entry.site, {0, entry.time}, uses[entry.site]);
        }
        add(i, nowhere, {1, 0}, !assignment.unserved(i).is_zero());
    }
    for (std::uint32_t j = 0; j < demand.capacity.size(); ++j) {
        if (assignment.load(j) < assignment.capacity(j)) {
            arcs.push_back({points + j, unused, {}});
        }
        if (!assignment.load(j).is_zero()) {
            arcs.push_back({unused, points + j, {}});
        }
    }
    std::vector<Cost> cost(unused + 1);
    for (std::size_t round = 0; round <= cost.size(); ++round) {
        bool changed = false;
        for (const auto& arc : arcs) {
            const Cost by{cost[arc.from].first + arc.cost.first, cost[arc.from].second + arc.cost.second};
            if (by < cost[arc.to]) {
                cost[arc.to] = by;
                changed = true;
            }
        }
        if (!changed) {
            return false;
        }
    }
    return true;
}

/// Everybody is somewhere within reach, once, and no site takes more than it can.
inline bool is_consistent(const Demand& demand, const Assignment& assignment) {
    std::vector<People> load(demand.capacity.size());
    People served;
    PersonTime time = 0;
    for (std::size_t i = 0; i < demand.people.size(); ++i) {
        auto here = assignment.unserved(i);
        for (const auto& part : assignment.of(i)) {
            const auto list = demand.times.of(i);
            const auto entry = std::ranges::find(list, part.site, &Entry::site);
            if (entry == list.end() || part.people <= People{}) {
                return false;
            }
            here += part.people;
            served += part.people;
            load[part.site] += part.people;
            time += PersonTime(part.people.micro()) * entry->time;
        }
        if (here != demand.people[i] || assignment.unserved(i) < People{}) {
            return false;
        }
    }
    for (std::uint32_t j = 0; j < load.size(); ++j) {
        if (load[j] != assignment.load(j) || load[j] > assignment.capacity(j)) {
            return false;
        }
    }
    return served == assignment.served() && time == assignment.person_time();
}

}  // namespace michinori::test
