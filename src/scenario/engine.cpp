// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/engine.h"

#include <fmt/core.h>

#include <cstdlib>
#include <utility>

#include "io/order_file.h"
#include "routing/dijkstra_engine.h"
#include "routing/hierarchy_engine.h"
#include "routing/nested_dissection.h"

namespace michinori::scenario {
namespace {

/// Smaller networks are ordered in less than a second: not worth a file.
constexpr std::size_t worth_keeping = 100'000;

struct Ordered {
    std::vector<std::uint32_t> order;
    const char* how = "ordered";
};

Ordered order_of(const routing::Graph& graph, const std::filesystem::path& folder) {
    if (graph.vertex_count() < worth_keeping || folder.empty()) {
        return {routing::nested_dissection(graph)};
    }
    const auto file = io::order_file(folder, graph);
    if (auto kept = io::read_order(file, graph)) {
        return {std::move(*kept), "order found from an earlier run"};
    }
    auto order = routing::nested_dissection(graph);
    return {std::move(order), io::write_order(file, graph, order) ? "ordered, and kept for later runs" : "ordered"};
}

}  // namespace

std::unique_ptr<routing::Engine> make_engine(const Scenario& scenario, const Region& region,
                                             const std::filesystem::path& order_folder, Progress& progress) {
    if (scenario.engine == Scenario::EngineKind::dijkstra) {
        return std::make_unique<routing::DijkstraEngine>(region.model());
    }
    progress.begin("hierarchy");
    const auto graph = routing::graph_of(region.network());
    const auto ordered = order_of(graph, order_folder);
    auto hierarchy = std::make_shared<const routing::Hierarchy>(graph, ordered.order);
    auto engine = std::make_unique<routing::HierarchyEngine>(region.model(), hierarchy);
    progress.end(fmt::format("{}, {} edges", ordered.how, hierarchy->edge_count()));
    return engine;
}

std::filesystem::path default_order_folder() {
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache != '\0') {
        return std::filesystem::path(cache) / "michinori";
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        return std::filesystem::path(home) / ".cache" / "michinori";
    }
    return {};
}

}  // namespace michinori::scenario
