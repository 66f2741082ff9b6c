// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/expressway.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "demo/curve.h"
#include "demo/piece_index.h"

namespace michinori::demo {
namespace {

constexpr double vertex_km = 0.3;
constexpr std::size_t vertices_a_section = 3;
constexpr double interchange_gap_km = 9;
constexpr double longest_ramp_km = 1.1;
constexpr double tunnel_above_m = 240;

RoadFacts expressway_facts() {
    RoadFacts facts;
    facts.road_class = 4;
    facts.width = 5;
    facts.toll = true;
    return facts;
}

class ExpresswayBuilder {
public:
    ExpresswayBuilder(RoadSketch& sketch, const Terrain& terrain)
        : sketch_(sketch), terrain_(terrain), ground_(sketch) {
        find_main_nodes();
    }

    /// The line as nodes a kilometre apart; `first` is the node it starts from, if it branches off.
    std::vector<std::uint32_t> build(const std::vector<Coastal>& through, std::optional<std::uint32_t> first,
                                     double built_until_u) {
        auto line = smooth_curve(on_board(through), vertex_km);
        std::vector<std::uint32_t> stations;
        if (first) {
            line.front() = sketch_.nodes[*first];
        }
        for (std::size_t i = 0; i < line.size(); i += vertices_a_section) {
            stations.push_back(i == 0 && first ? *first : sketch_.add_node(line[i]));
            if (i > 0) {
                const std::vector<Pos> inner(line.begin() + static_cast<std::ptrdiff_t>(i - vertices_a_section) + 1,
                                             line.begin() + static_cast<std::ptrdiff_t>(i));
                add_section(stations[stations.size() - 2], stations.back(), inner, built_until_u);
            }
        }
        return stations;
    }

    /// Ramps to the nearest national or prefectural road wherever one is near, some kilometres apart.
    std::size_t join(const std::vector<std::uint32_t>& stations, double built_until_u, double first_at_km) {
        std::size_t joined = 0;
        double since = interchange_gap_km - first_at_km;
        for (std::size_t i = 1; i < stations.size(); ++i) {
            const Pos here = sketch_.nodes[stations[i]];
            since += distance_km(here, sketch_.nodes[stations[i - 1]]);
            const auto main = nearest_main(here);
            const bool near = distance_km(sketch_.nodes[main], here) < longest_ramp_km;
            if (since >= interchange_gap_km && near && to_coastal(here).u < built_until_u) {
                add_ramp(stations[i], main);
                since = 0;
                ++joined;
            }
        }
        return joined;
    }

private:
    void find_main_nodes() {
        for (const auto& line : sketch_.lines) {
            if (line.facts.road_class <= 2 && carries_cars(line.facts) && line.facts.state == 1) {
                main_nodes_.insert(main_nodes_.end(), {line.from, line.to});
            }
        }
    }

    [[nodiscard]] std::uint32_t nearest_main(Pos p) const {
        return *std::ranges::min_element(main_nodes_, {}, [&](auto n) { return distance_km(sketch_.nodes[n], p); });
    }

    void add_section(std::uint32_t from, std::uint32_t to, const std::vector<Pos>& inner, double built_until_u) {
        RoadFacts facts = expressway_facts();
        const RoadSketch::Line line{from, to, inner, facts};
        const auto points = sketch_.points(line);
        const Pos middle = points[points.size() / 2];
        if (to_coastal(middle).u > built_until_u) {
            facts.state = 5;
        } else if (terrain_.elevation(middle) > tunnel_above_m) {
            facts.state = 3;
            facts.level = -1;
        } else if (meets_ground(points) || terrain_.landmass(middle) == Landmass::sea) {
            facts.state = 2;
            facts.level = 1;
        }
        sketch_.lines.push_back({from, to, inner, facts});
    }

    [[nodiscard]] bool meets_ground(const std::vector<Pos>& points) const {
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            if (ground_.is_crossed(points[i], points[i + 1]) || terrain_.crosses_river(points[i], points[i + 1])) {
                return true;
            }
        }
        return false;
    }

    /// A curved ramp, on a viaduct where it passes over other roads.
    void add_ramp(std::uint32_t station, std::uint32_t main) {
        const Pos a = sketch_.nodes[station];
        const Pos b = sketch_.nodes[main];
        const Pos aside{-(b - a).y * 0.22, (b - a).x * 0.22};
        const std::vector<Pos> inner{between(a, b, 0.3) + aside * 0.8, between(a, b, 0.6) + aside,
                                     between(a, b, 0.85) + aside * 0.5};
        RoadFacts facts = expressway_facts();
        facts.width = 3;
        const std::vector<Pos> before_end{a, inner[0], inner[1], inner[2]};
        if (meets_ground(before_end)) {
            facts.state = 2;
            facts.level = 1;
        }
        sketch_.lines.push_back({station, main, inner, facts});
    }

    RoadSketch& sketch_;
    const Terrain& terrain_;
    PieceIndex ground_;
    std::vector<std::uint32_t> main_nodes_;
};

}  // namespace

std::size_t add_expressway(RoadSketch& sketch, const Terrain& terrain) {
    constexpr double built_until_u = 53;
    constexpr double everywhere = std::numeric_limits<double>::max();
    ExpresswayBuilder builder(sketch, terrain);
    const auto trunk = builder.build({{-63, -10},
                                      {-55, -10},
                                      {-46, -16},
                                      {-33, -18},
                                      {-20, -17},
                                      {-6, -14.5},
                                      {5, -14},
                                      {18, -17.5},
                                      {30, -19},
                                      {43, -19.5},
                                      {56, -14},
                                      {61, -15}},
                                     std::nullopt, built_until_u);
    const auto fork = *std::ranges::min_element(
        trunk, {}, [&](auto n) { return distance_km(sketch.nodes[n], from_coastal(3, -14)); });
    const auto branch =
        builder.build({{3, -14}, {3.5, -8}, {7, 1}, {7.5, 9}, {10, 17}, {9, 27}, {12, 37}}, fork, everywhere);
    return builder.join(trunk, built_until_u, 4) + builder.join(branch, everywhere, 5);
}

}  // namespace michinori::demo
