// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "demo/road_network.h"
#include "geo/mesh_code.h"

namespace michinori::demo {
namespace {

/// Edges of second-level meshes: every 7.5' of longitude and every 5' of latitude.
constexpr double meshes_per_lon = 8;
constexpr double meshes_per_lat = 12;

struct Vertex {
    geo::Point place;
    bool on_edge = false;
};

/// Where a-b crosses the edge at `edge` degrees; `along` is the coordinate that the edge fixes.
double other_coordinate(double a_along, double b_along, double a_other, double b_other, double edge) {
    return rounded7(a_other + (b_other - a_other) * (edge - a_along) / (b_along - a_along));
}

bool strictly_between(double edge, double a, double b) {
    return (a < edge && edge < b) || (b < edge && edge < a);
}

/// The edges that the open piece a-b crosses, in its direction.
std::vector<geo::Point> edge_crossings(geo::Point a, geo::Point b) {
    std::vector<geo::Point> found;
    const auto first = [](double x, double y, double per_degree) {
        return static_cast<int>(std::floor(std::min(x, y) * per_degree));
    };
    for (int k = first(a.lon, b.lon, meshes_per_lon); k / meshes_per_lon < std::max(a.lon, b.lon); ++k) {
        const double edge = rounded7(k / meshes_per_lon);
        if (strictly_between(edge, a.lon, b.lon)) {
            found.push_back({edge, other_coordinate(a.lon, b.lon, a.lat, b.lat, edge)});
        }
    }
    for (int k = first(a.lat, b.lat, meshes_per_lat); k / meshes_per_lat < std::max(a.lat, b.lat); ++k) {
        const double edge = rounded7(k / meshes_per_lat);
        if (strictly_between(edge, a.lat, b.lat)) {
            found.push_back({other_coordinate(a.lat, b.lat, a.lon, b.lon, edge), edge});
        }
    }
    std::ranges::sort(found, {}, [&](geo::Point p) { return std::abs(p.lon - a.lon) + std::abs(p.lat - a.lat); });
    return found;
}

bool lies_on_edge(geo::Point p) {
    return p.lon == rounded7(std::round(p.lon * meshes_per_lon) / meshes_per_lon) ||
           p.lat == rounded7(std::round(p.lat * meshes_per_lat) / meshes_per_lat);
}

/// The line with a vertex at every mesh edge and no vertex twice in a row.
std::vector<Vertex> with_edges(const std::vector<geo::Point>& line) {
    std::vector<Vertex> out{{line.front(), false}};
    const auto add = [&](geo::Point p, bool on_edge) {
        if (out.back().place != p) {
            out.push_back({p, on_edge});
        }
    };
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        for (const auto p : edge_crossings(line[i], line[i + 1])) {
            add(p, true);
        }
        add(line[i + 1], lies_on_edge(line[i + 1]));
    }
    return out;
}

/// Numbers the ends of sections: one number per place.
class NodeNumbers {
public:
    explicit NodeNumbers(std::vector<geo::Point>& nodes) : nodes_(nodes) {}
    std::uint32_t at(geo::Point p) {
        const auto [it, fresh] = numbers_.try_emplace(p, static_cast<std::uint32_t>(nodes_.size()));
        if (fresh) {
            nodes_.push_back(p);
        }
        return it->second;
    }

private:
    std::vector<geo::Point>& nodes_;
    std::map<geo::Point, std::uint32_t> numbers_;
};

std::string mesh_of(const std::vector<geo::Point>& line) {
    const auto a = line[line.size() / 2 - 1];
    const auto b = line[line.size() / 2];
    return geo::mesh_code({(a.lon + b.lon) / 2, (a.lat + b.lat) / 2}, geo::MeshLevel::second).value();
}

void add_section(std::vector<geo::Point> line, const RoadFacts& facts, NodeNumbers& numbers, Roads& roads) {
    if (line.size() >= 2) {
        const auto from = numbers.at(line.front());
        const auto to = numbers.at(line.back());
        auto mesh = mesh_of(line);
        roads.sections.push_back({from, to, std::move(line), std::move(mesh), facts});
    }
}

}  // namespace

void finish_sections(const RoadSketch& sketch, Roads& roads) {
    NodeNumbers numbers(roads.nodes);
    for (const auto& road : sketch.lines) {
        std::vector<geo::Point> rounded;
        for (const Pos p : sketch.points(road)) {
            rounded.push_back(to_earth(p));
        }
        const auto vertices = with_edges(rounded);
        std::vector<geo::Point> line{vertices.front().place};
        for (std::size_t i = 1; i < vertices.size(); ++i) {
            line.push_back(vertices[i].place);
            if (vertices[i].on_edge && i + 1 < vertices.size()) {
                add_section(std::exchange(line, {vertices[i].place}), road.facts, numbers, roads);
            }
        }
        add_section(std::move(line), road.facts, numbers, roads);
    }
    for (auto& ferry : roads.ferries) {
        ferry.from = numbers.at(ferry.line.front());
        ferry.to = numbers.at(ferry.line.back());
    }
}

}  // namespace michinori::demo
