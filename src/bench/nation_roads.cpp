// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation_roads.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

#include "bench/baselines.h"
#include "bench/nation_routes.h"
#include "demo/random.h"

namespace michinori::bench {
namespace {

constexpr std::array<double, 4> speed_kmh{28, 42, 58, 88};  // by RoadClass
constexpr double detour = 1.15;                             // roads bend between their ends
constexpr double ms_per_hour = 3.6e6;
constexpr double one_way_share = 0.08;  // of the local streets that are not needed
constexpr double trap_share = 0.001;    // of the dead ends

/// A number in [0, 1) that belongs to a street whichever way it is driven.
double draw(std::uint64_t stream, std::uint32_t u, std::uint32_t v) {
    const auto [low, high] = std::minmax(u, v);
    return demo::to_unit(demo::mixed(stream ^ demo::mixed((std::uint64_t{low} << 32U) | high)));
}

/// All streets both ways, without times.
RoadGraph both_ways(std::size_t vertices, std::span<const Street> streets) {
    RoadGraph roads{SearchGraph(routing::TimedGraph{}), {}, {}};
    auto& first = roads.graph.first_arc;
    first.assign(vertices + 1, 0);
    for (const auto& street : streets) {
        ++first[street.ends.u + 1];
        ++first[street.ends.v + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    roads.graph.arcs.resize(2 * streets.size());
    roads.road_class.assign(2 * streets.size(), RoadClass::local);
    roads.needed.resize(2 * streets.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (const auto& street : streets) {
        for (const auto& [from, to] : {std::pair(street.ends.u, street.ends.v), {street.ends.v, street.ends.u}}) {
            const auto slot = next[from]++;
            roads.graph.arcs[slot].head = to;
            roads.needed[slot] = street.needed ? 1 : 0;
        }
    }
    return roads;
}

void set_times(RoadGraph& roads, std::span<const Pos> plane, std::uint64_t seed) {
    const auto stream = demo::seed_for(seed, "speeds");
    tbb::parallel_for(std::uint32_t{0}, static_cast<std::uint32_t>(plane.size()), [&](std::uint32_t u) {
        for (auto arc = roads.graph.first_arc[u]; arc < roads.graph.first_arc[u + 1]; ++arc) {
            const auto v = roads.graph.arcs[arc].head;
            const auto road_class = static_cast<std::size_t>(roads.road_class[arc]);
            const double speed = speed_kmh[road_class] * (0.85 + 0.3 * draw(stream, u, v));
            const double ms = detour * demo::distance_km(plane[u], plane[v]) / speed * ms_per_hour;
            roads.graph.arcs[arc].time = std::max(1U, static_cast<std::uint32_t>(ms + 0.5));
        }
    });
}

/// Whether the way from u over an arc is open; at least one way of every street is.
class OpenWays {
public:
    OpenWays(const RoadGraph& roads, std::uint64_t seed)
        : roads_(roads), one_ways_(demo::seed_for(seed, "one-ways")), traps_(demo::seed_for(seed, "traps")) {}

    [[nodiscard]] bool operator()(std::uint32_t u, std::uint32_t arc) const {
        const auto v = roads_.graph.arcs[arc].head;
        const bool may_close = roads_.road_class[arc] == RoadClass::local;
        const bool trap = may_close && (is_dead_end(u) || is_dead_end(v)) && is_closed(traps_, trap_share, u, v);
        const bool one_way = may_close && roads_.needed[arc] == 0 && is_closed(one_ways_, one_way_share, u, v);
        return !trap && !one_way;
    }

private:
    [[nodiscard]] bool is_dead_end(std::uint32_t v) const { return roads_.graph.arcs_of(v).size() == 1; }
    /// The first half of the share closes the way up, the second the way down.
    static bool is_closed(std::uint64_t stream, double share, std::uint32_t u, std::uint32_t v) {
        const double drawn = draw(stream, u, v);
        return drawn < share && (drawn < share / 2) == (u < v);
    }
    const RoadGraph& roads_;
    std::uint64_t one_ways_;
    std::uint64_t traps_;
};

routing::TimedGraph open_arcs(const RoadGraph& roads, std::uint64_t seed) {
    const OpenWays is_open(roads, seed);
    routing::TimedGraph result;
    result.graph.first_arc.reserve(roads.graph.first_arc.size());
    result.graph.head.reserve(roads.graph.arcs.size());
    result.time.reserve(roads.graph.arcs.size());
    for (std::uint32_t u = 0; u + 1 < roads.graph.first_arc.size(); ++u) {
        for (auto arc = roads.graph.first_arc[u]; arc < roads.graph.first_arc[u + 1]; ++arc) {
            if (is_open(u, arc)) {
                result.graph.head.push_back(roads.graph.arcs[arc].head);
                result.time.emplace_back(roads.graph.arcs[arc].time);
            }
        }
        result.graph.first_arc.push_back(static_cast<std::uint32_t>(result.graph.head.size()));
    }
    return result;
}

}  // namespace

routing::TimedGraph make_roads(Places places, std::span<const Street> streets, std::uint64_t seed) {
    auto roads = both_ways(places.plane.size(), streets);
    set_times(roads, places.plane, seed);
    for (const auto& [rank, road_class] : {std::pair(Rank::village, RoadClass::secondary),
                                           {Rank::town, RoadClass::trunk},
                                           {Rank::city, RoadClass::motorway}}) {
        lay_routes(roads, places.settlements, rank, road_class);
        set_times(roads, places.plane, seed);
    }
    auto result = open_arcs(roads, seed);
    result.graph.position = std::move(places.position);
    return result;
}

}  // namespace michinori::bench
