// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/prepared.h"

#include <fmt/core.h>

#include <optional>
#include <string>
#include <utility>

#include "base/threads.h"
#include "bench/machine.h"
#include "bench/pace.h"
#include "bench/stopwatch.h"
#include "routing/nested_dissection.h"

namespace michinori::bench {
namespace {

class Preparation {
public:
    Preparation(const routing::TimedGraph& graph, bool quick, BenchReport& report)
        : graph_(graph),
          vertices_(static_cast<double>(graph.graph.vertex_count())),
          pace_(quick ? Pace::quick() : Pace{1000, 1, 5, 0}),
          report_(report) {}

    Prepared run() {
        peak_is_own_ = restart_peak_memory();
        const auto before = peak_memory();
        const auto order = ordered();
        auto hierarchy = contracted(order);
        routing::HierarchyTimes times;
        customise(hierarchy, graph_.time, times);
        auto useful = thinned(hierarchy, times);
        auto sliced = laid<routing::SlicedLayout>("layout for nearest sweeps", hierarchy, useful);
        auto path = laid<routing::PathLayout>("layout for wide passes", hierarchy, useful);
        Prepared all{std::move(hierarchy), std::move(times), std::move(useful), std::move(sliced), std::move(path)};
        add_memory(all, before);
        return all;
    }

private:
    std::vector<std::uint32_t> ordered() {
        std::vector<std::uint32_t> one;
        std::vector<std::uint32_t> two;
        const double alone = timed(1, [&] { one = routing::nested_dissection(graph_.graph); });
        const double both = timed(2, [&] { two = routing::nested_dissection(graph_.graph); });
        const bool same = one == two;
        report_.differing += same ? 0 : 1;
        add({"order", {}, alone, {}, fmt::format("{:.2f} us a vertex", 1000 * alone / vertices_)});
        add({"order, 2 threads",
             alone,
             both,
             {},
             fmt::format("against one thread; {}", same ? "the same order" : "ANOTHER ORDER")});
        return one;
    }

    routing::Hierarchy contracted(const std::vector<std::uint32_t>& order) {
        std::optional<routing::Hierarchy> made;
        const double ms = timed(1, [&] { made.emplace(graph_.graph, order); });
        add({"hierarchy",
             {},
             ms,
             {},
             fmt::format("{} vertices, {} arcs, {:.2f} edges a vertex, height {}", made->vertex_count(),
                         made->arc_count(), static_cast<double>(made->edge_count()) / vertices_, made->height())});
        return std::move(*made);
    }

    routing::UsefulEdges thinned(const routing::Hierarchy& hierarchy, const routing::HierarchyTimes& times) {
        routing::UsefulEdges useful;
        const auto with = [&](std::size_t threads) {
            return [&, threads] {
                const ThreadLimit limit(threads);
                useful = useful_edges(hierarchy, times);
            };
        };
        const auto ms = race(pace_, {with(1), with(2)});
        add({"useful edges",
             {},
             ms[0],
             {},
             fmt::format("{:.2f} up and {:.2f} down a vertex are left",
                         static_cast<double>(useful.up.arcs.size()) / vertices_,
                         static_cast<double>(useful.down.arcs.size()) / vertices_)});
        add({"useful edges, 2 threads", ms[0], ms[1], {}, "against one thread"});
        return useful;
    }

    template <class Layout>
    Layout laid(const char* what, const routing::Hierarchy& hierarchy, const routing::UsefulEdges& useful) {
        std::optional<Layout> made;
        const double ms = timed(1, [&] { made.emplace(hierarchy, useful.up); });
        add({what,
             {},
             ms,
             {},
             fmt::format("{:.2f} arcs a vertex", static_cast<double>(made->arc_count()) / vertices_)});
        return std::move(*made);
    }

    void add_memory(const Prepared& all, std::size_t before) {
        const auto& graph = graph_.graph;
        const auto arcs_of = [](const routing::RankArcs& arcs) {
            return sizeof(std::uint32_t) * arcs.first.size() + sizeof(routing::RankArcs::Arc) * arcs.arcs.size();
        };
        const auto a_vertex = [&](std::size_t bytes) { return static_cast<double>(bytes) / vertices_; };
        add({"bytes a vertex",
             {},
             {},
             {},
             fmt::format(
                 "graph {:.0f}, hierarchy {:.0f}, times {:.0f}, useful edges {:.0f}, layouts {:.0f} and {:.0f}, "
                 "a workspace 8 k or {}",
                 a_vertex(4 * graph.first_arc.size() + 8 * graph.arc_count() +
                          sizeof(geo::Point) * graph.vertex_count()),
                 a_vertex(all.hierarchy.bytes()), a_vertex(sizeof(routing::EdgeTimes) * all.times.size()),
                 a_vertex(arcs_of(all.useful.up) + arcs_of(all.useful.down)), a_vertex(all.sliced.bytes()),
                 a_vertex(all.path.bytes()), 4 * routing::wide_lanes)});
        const auto peak = peak_memory();
        add({"peak memory",
             {},
             {},
             {},
             peak_is_own_ ? fmt::format("{:.0f} MiB with the graph, {:.0f} bytes a vertex more than before the order",
                                        mebibytes(peak), a_vertex(peak - std::min(before, peak)))
                          : fmt::format("{:.0f} MiB of the whole program so far", mebibytes(peak))});
    }

    static double mebibytes(std::size_t bytes) { return static_cast<double>(bytes) / (1U << 20U); }

    double timed(std::size_t threads, const Work& work) const {
        const ThreadLimit limit(threads);
        return race(pace_, {work}).front();
    }
    void add(TableRow row) { report_.rows.push_back(std::move(row)); }

    const routing::TimedGraph& graph_;
    double vertices_;
    Pace pace_;
    BenchReport& report_;
    bool peak_is_own_ = false;
};

}  // namespace

Prepared prepare(const routing::TimedGraph& graph, bool quick, BenchReport& report) {
    return Preparation(graph, quick, report).run();
}

}  // namespace michinori::bench
