// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/table_inputs.h"

#include <random>

namespace michinori::bench {
namespace {

routing::DemandExits exits_of(const routing::Hierarchy& hierarchy, std::span<const std::uint32_t> vertex,
                              std::span<const std::uint32_t> extra) {
    routing::DemandExits exits;
    for (std::size_t p = 0; p < vertex.size(); ++p) {
        const routing::DemandExits::Exit own{hierarchy.rank(vertex[p]), TravelTime{extra[p]}};
        exits.append({&own, 1});
    }
    return exits;
}

std::vector<std::uint32_t> drawn(std::size_t count, std::uint32_t below, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<std::uint32_t> numbers(count);
    for (auto& number : numbers) {
        number = static_cast<std::uint32_t>(random() % below);
    }
    return numbers;
}

}  // namespace

TableInputs::TableInputs(const Session& session, std::size_t point_count, std::size_t site_count, std::uint32_t seed)
    : sites(random_sites(session, site_count, seed)),
      vertex(drawn(point_count, static_cast<std::uint32_t>(session.graph.graph.vertex_count()), seed + 1)),
      extra(drawn(point_count, 60'000, seed + 2)),
      exits(exits_of(session.engine.hierarchy, vertex, extra)),
      layout(session.engine.hierarchy, session.engine.useful.up, exits.ranks()),
      labels(session.engine.useful.down, session.engine.useful.up, sites.on_ranks, site_count) {}

Label TableInputs::from_point(std::size_t point, std::span<const Label> by_vertex) const {
    const auto label = by_vertex[vertex[point]];
    const std::uint64_t time = std::uint64_t{time_of(label)} + extra[point];
    return time > cutoff.count() ? no_label : label_of(static_cast<std::uint32_t>(time), site_of(label));
}

}  // namespace michinori::bench
