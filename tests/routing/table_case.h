// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <rapidcheck.h>

#include <optional>
#include <vector>

#include "routing/nested_dissection.h"
#include "routing/travel_table.h"

namespace michinori::test {

/// A small question for tables, with vertices where the engine has ranks.
struct TableCase {
    struct Exit {
        std::uint32_t vertex = 0;
        TravelTime extra{0};
    };
    struct Start {
        std::uint32_t site = 0;
        std::uint32_t vertex = 0;
        TravelTime time{0};
    };
    std::size_t vertices = 0;
    std::vector<routing::ListedArc> arcs;
    std::vector<Start> starts;  ///< by site
    std::size_t sites = 0;
    std::vector<std::vector<Exit>> points;
    std::vector<routing::DirectEntry> direct;
    TravelTime cutoff = no_way;
};

/// Row after row of `sites` times, by relaxing every arc until nothing changes: shares no code with the engine.
inline std::vector<TravelTime> slow_table(const TableCase& c) {
    std::vector<TravelTime> table(c.points.size() * c.sites, no_way);
    for (std::size_t site = 0; site < c.sites; ++site) {
        std::vector<TravelTime> to(c.vertices, no_way);
        for (const auto& start : c.starts) {
            if (start.site == site) {
                to[start.vertex] = std::min(to[start.vertex], start.time);
            }
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (const auto& arc : c.arcs) {
                const auto time = saturating_add(arc.time, to[arc.head]);
                changed |= time < to[arc.tail];
                to[arc.tail] = std::min(to[arc.tail], time);
            }
        }
        for (std::size_t p = 0; p < c.points.size(); ++p) {
            for (const auto& exit : c.points[p]) {
                auto& time = table[p * c.sites + site];
                time = std::min(time, saturating_add(exit.extra, to[exit.vertex]));
            }
        }
    }
    for (const auto& entry : c.direct) {
        auto& time = table[entry.point * c.sites + entry.site];
        time = std::min(time, entry.time);
    }
    for (auto& time : table) {
        time = time <= c.cutoff ? time : no_way;
    }
    return table;
}

/// The engine's parts for a case, kept alive together.
class TableEngine {
public:
    explicit TableEngine(const TableCase& c)
        : graph_(routing::graph_from_arcs(std::vector<geo::Point>(c.vertices), c.arcs)),
          hierarchy_(graph_.graph, routing::nested_dissection(graph_.graph)) {
        routing::HierarchyTimes times;
        routing::customise(hierarchy_, graph_.time, times);
        useful_ = routing::useful_edges(hierarchy_, times);
        for (const auto& exits : c.points) {
            std::vector<routing::DemandExits::Exit> own;
            for (const auto& exit : exits) {
                own.push_back({hierarchy_.rank(exit.vertex), exit.extra});
            }
            exits_.append(own);
        }
        std::vector<routing::Seed> seeds;
        for (const auto& start : c.starts) {
            seeds.push_back({hierarchy_.rank(start.vertex), routing::label_of(start.time.count(), start.site)});
        }
        labels_.emplace(useful_.down, useful_.up, seeds, c.sites);
        layout_.emplace(hierarchy_, useful_.up, exits_.ranks());
        table_.emplace(*layout_, *labels_, exits_, c.direct, c.cutoff);
    }
    TableEngine(const TableEngine&) = delete;
    TableEngine& operator=(const TableEngine&) = delete;

    const routing::TravelTable& table() const { return *table_; }
    const routing::PathLayout& layout() const { return *layout_; }
    const routing::SiteLabels& labels() const { return *labels_; }

private:
    routing::TimedGraph graph_;
    routing::Hierarchy hierarchy_;
    routing::UsefulEdges useful_;
    routing::DemandExits exits_;
    std::optional<routing::SiteLabels> labels_;
    std::optional<routing::PathLayout> layout_;
    std::optional<routing::TravelTable> table_;
};

/// Zero, short (ties are common), or so long that sums saturate.
inline TravelTime any_time() {
    switch (*rc::gen::inRange(0, 12)) {
        case 0: return TravelTime{0};
        case 1: return TravelTime{*rc::gen::inRange(0xfffffff0U, 0xffffffffU)};
        case 2: return TravelTime{*rc::gen::inRange(0x70000000U, 0x90000000U)};
        default: return TravelTime{*rc::gen::inRange(1U, 30U)};
    }
}

/// Any graph (one-ways, traps, loops, parallel arcs, loose vertices), sites and demand; sites share vertices,
/// some have no way in at all, some points no way out.
inline TableCase any_case() {
    TableCase c;
    c.vertices = *rc::gen::inRange<std::size_t>(1, 40);
    const auto vertex = [&] { return *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(c.vertices)); };
    for (auto arcs = *rc::gen::inRange<std::size_t>(0, 3 * c.vertices); arcs > 0; --arcs) {
        const auto tail = vertex();
        c.arcs.push_back({tail, vertex(), any_time()});
    }
    c.sites = *rc::gen::element<std::size_t>(0, 1, 3, 10, 32, 33, 70);
    for (std::uint32_t site = 0; site < c.sites; ++site) {
        for (auto starts = *rc::gen::inRange(0, 3); starts > 0; --starts) {
            const auto at = vertex();
            c.starts.push_back({site, at, any_time()});
        }
    }
    c.points.resize(*rc::gen::element<std::size_t>(0, 1, 5, 60));
    for (auto& exits : c.points) {
        for (auto count = *rc::gen::inRange(0, 4); count > 0; --count) {
            const auto at = vertex();
            exits.push_back({at, any_time()});
        }
    }
    const auto direct = c.points.empty() || c.sites == 0 ? 0 : *rc::gen::inRange(0, 10);
    for (int i = 0; i < direct; ++i) {
        const auto point = *rc::gen::inRange<std::size_t>(0, c.points.size());
        const auto site = *rc::gen::inRange<std::size_t>(0, c.sites);
        c.direct.push_back({static_cast<std::uint32_t>(point), static_cast<std::uint32_t>(site), any_time()});
    }
    c.cutoff = *rc::gen::element(0, 1, 2) == 0 ? no_way : TravelTime{*rc::gen::inRange(0U, 120U)};
    return c;
}

}  // namespace michinori::test
