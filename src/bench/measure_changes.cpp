// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "base/threads.h"
#include "bench/measures.h"
#include "bench/stopwatch.h"

namespace michinori::bench {
namespace {

/// Times of a network that change, and a customised hierarchy that follows them arc by arc.
class ChangesMeasure {
public:
    explicit ChangesMeasure(const Session& session)
        : session_(session),
          arc_times_(session.graph.time),
          times_(session.engine.times),
          full_ms_(race(session.pace, {[&] { customise(session.engine.hierarchy, arc_times_, fresh_); }}).front()) {
        const auto& graph = session.graph.graph;
        for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
            tail_.insert(tail_.end(), graph.first_arc[v + 1] - graph.first_arc[v], v);
        }
    }

    void closed_roads() {
        const int roads = session_.options.quick ? 10 : 200;
        std::vector<double> ms;
        std::size_t wrong = 0;
        std::size_t edges = 0;
        for (int i = 0; i < roads; ++i) {
            const auto road = both_ways(random_arc());
            for (const auto arc : road) {
                arc_times_[arc.index()] = no_way;
            }
            ms.push_back(follow(road));
            edges += altered_;
            wrong += i % (roads / 5) == 0 ? differing() : 0;
            restore(road);
        }
        wrong += session_.engine.times == times_ ? 0 : 1;  // all roads are open again
        std::ranges::sort(ms);
        const auto note =
            fmt::format("{} (5 of {} and the way back); {} edges altered a road; against a full customisation",
                        session_.verdict(wrong), roads, edges / static_cast<std::size_t>(roads));
        session_.add({"closed road, median", full_ms_, ms[ms.size() / 2], session_.wanted.closed_road(), note});
        session_.add({"closed road, mean", full_ms_, std::accumulate(ms.begin(), ms.end(), 0.0) / roads,
                      session_.wanted.closed_road(), fmt::format("slowest {:.2f} ms", ms.back())});
    }

    /// Arcs all over the network.
    void one_percent_scattered() {
        std::vector<ArcId> changed;
        for (std::size_t i = 0; i < one_percent(); ++i) {
            changed.push_back(random_arc());
        }
        many("1 % of arcs, all over", changed);
    }

    /// Arcs that follow one another, which along a Hilbert curve is a district: a snowfall.
    void one_percent_in_a_district() {
        const auto first = random_() % (arc_times_.size() - one_percent() + 1);
        std::vector<ArcId> changed;
        for (std::size_t i = 0; i < one_percent(); ++i) {
            changed.emplace_back(first + i);
        }
        many("1 % of arcs, a district", changed);
    }

private:
    [[nodiscard]] std::size_t one_percent() const { return std::max<std::size_t>(1, arc_times_.size() / 100); }

    /// A third of the arcs slower, a third quicker, a third closed.
    void many(const std::string& what, const std::vector<ArcId>& changed) {
        for (std::size_t i = 0; i < changed.size(); ++i) {
            auto& time = arc_times_[changed[i].index()];
            time = i % 3 == 0 ? no_way : i % 3 == 1 ? saturating_add(time, time) : time / 2;
        }
        const auto later = arc_times_;
        double best = follow(changed);
        const auto edges = altered_;
        auto wrong = differing();
        restore(changed);
        wrong += session_.engine.times == times_ ? 0 : 1;
        for (int i = 0; i < (session_.options.quick ? 0 : 4); ++i) {
            arc_times_ = later;
            best = std::min(best, follow(changed));
            restore(changed);
        }
        session_.add(
            {what, full_ms_, best, session_.wanted.one_percent(),
             fmt::format("{}; {} edges altered; against a full customisation", session_.verdict(wrong), edges)});
    }

    ArcId random_arc() { return ArcId{random_() % arc_times_.size()}; }

    /// The arc and those that lead the other way between the same vertices.
    [[nodiscard]] std::vector<ArcId> both_ways(ArcId arc) const {
        const auto& graph = session_.graph.graph;
        std::vector<ArcId> road{arc};
        const auto head = graph.head[arc.index()];
        for (auto back = graph.first_arc[head]; back < graph.first_arc[head + 1]; ++back) {
            if (graph.head[back] == tail_[arc.index()] && back != arc.raw()) {
                road.emplace_back(back);
            }
        }
        return road;
    }

    double follow(std::span<const ArcId> changed) {
        const Stopwatch watch;
        altered_ = recustomise(session_.engine.hierarchy, arc_times_, changed, times_).size();
        return watch.ms();
    }

    void restore(std::span<const ArcId> changed) {
        for (const auto arc : changed) {
            arc_times_[arc.index()] = session_.graph.time[arc.index()];
        }
        follow(changed);
    }

    /// Edges whose times are not those of a full customisation.
    std::size_t differing() {
        customise(session_.engine.hierarchy, arc_times_, fresh_);
        std::size_t count = 0;
        for (std::size_t edge = 0; edge < times_.size(); ++edge) {
            count += times_[edge] == fresh_[edge] ? 0 : 1;
        }
        return count;
    }

    const Session& session_;
    std::vector<TravelTime> arc_times_;
    routing::HierarchyTimes times_;
    routing::HierarchyTimes fresh_;
    double full_ms_;
    std::vector<std::uint32_t> tail_;
    std::size_t altered_ = 0;
    std::mt19937 random_{7};
};

}  // namespace

void measure_customisation(const Session& session) {
    routing::HierarchyTimes times;
    const auto with = [&](std::size_t threads) {
        return [&, threads] {
            const ThreadLimit limit(threads);
            customise(session.engine.hierarchy, session.graph.time, times);
        };
    };
    const auto ms = race(session.pace, {with(1), with(2)});
    session.add({"customisation", session.baseline_ms, ms[0], session.wanted.customisation(),
                 fmt::format("against nearest of {}", session.options.sites.back())});
    session.add({"customisation, 2 threads", ms[0], ms[1], session.wanted.two_threads(),
                 fmt::format("{}; against one thread", session.verdict(times == session.engine.times ? 0 : 1))});
}

void measure_changes(const Session& session) {
    if (session.graph.graph.arc_count() == 0) {
        return;
    }
    ChangesMeasure measure(session);
    measure.closed_roads();
    measure.one_percent_scattered();
    measure.one_percent_in_a_district();
}

}  // namespace michinori::bench
