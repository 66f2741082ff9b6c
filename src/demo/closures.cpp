// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <utility>

#include "demo/road_network.h"

namespace michinori::demo {
namespace {

/// Readers take a road for closed when it runs within 30 m of a closure line; this much more is clear.
constexpr double clear_m = 36;

double metres_from(geo::Point p, const std::vector<geo::Point>& line) {
    const geo::LocalPlane plane(p);
    double best = geo::distance(p, line.front()).value();
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto foot = geo::nearest_on_piece(plane.to_plane(line[i]), plane.to_plane(line[i + 1]));
        best = std::min(best, foot.distance.value());
    }
    return best;
}

geo::Box around(const std::vector<geo::Point>& line) {
    constexpr double margin = 0.0006;  // degrees, more than clear_m
    geo::Box box;
    for (const auto p : line) {
        box.extend(geo::Point{p.lon - margin, p.lat - margin});
        box.extend(geo::Point{p.lon + margin, p.lat + margin});
    }
    return box;
}

/// Closed sections with a box around each, to look a place up quickly.
class ClosedSections {
public:
    explicit ClosedSections(const Roads& roads) : roads_(roads) {
        for (std::size_t s = 0; s < roads.sections.size(); ++s) {
            if (roads.sections[s].facts.winter_closed) {
                closed_.emplace_back(s, around(roads.sections[s].line));
            }
        }
    }

    [[nodiscard]] std::vector<std::size_t> near(geo::Point p) const {
        std::vector<std::size_t> found;
        for (const auto& [s, box] : closed_) {
            if (box.contains(p) && metres_from(p, roads_.sections[s].line) < clear_m) {
                found.push_back(s);
            }
        }
        return found;
    }

private:
    const Roads& roads_;
    std::vector<std::pair<std::size_t, geo::Box>> closed_;
};

}  // namespace

void keep_closures_apart(Roads& roads) {
    for (bool reopened = true; reopened;) {
        reopened = false;
        const ClosedSections closed(roads);
        for (const auto& section : roads.sections) {
            if (section.facts.winter_closed || !carries_cars(section.facts)) {
                continue;
            }
            const auto at_from = closed.near(section.line.front());
            const auto at_to = at_from.empty() ? at_from : closed.near(section.line.back());
            if (!at_to.empty() && !closed.near(section.line[section.line.size() / 2]).empty()) {
                for (const auto s : at_from) {
                    roads.sections[s].facts.winter_closed = false;
                    reopened = true;
                }
            }
        }
    }
}

std::vector<std::vector<geo::Point>> closed_stretches(const Roads& roads) {
    std::vector<std::vector<std::size_t>> at_node(roads.nodes.size());
    for (std::size_t s = 0; s < roads.sections.size(); ++s) {
        if (roads.sections[s].facts.winter_closed) {
            at_node[roads.sections[s].from].push_back(s);
            at_node[roads.sections[s].to].push_back(s);
        }
    }
    std::vector<bool> done(roads.sections.size(), false);
    std::vector<std::vector<geo::Point>> stretches;
    const auto walk = [&](std::uint32_t node) {
        std::vector<geo::Point> line{roads.nodes[node]};
        for (bool further = true; further;) {
            further = false;
            for (const auto s : at_node[node]) {
                if (!done[s]) {
                    const auto& section = roads.sections[s];
                    auto points = section.line;
                    if (section.from != node) {
                        std::ranges::reverse(points);
                    }
                    line.insert(line.end(), points.begin() + 1, points.end());
                    node = section.from == node ? section.to : section.from;
                    done[s] = further = true;
                    break;
                }
            }
        }
        if (line.size() > 1) {
            stretches.push_back(std::move(line));
        }
    };
    for (std::uint32_t node = 0; node < at_node.size(); ++node) {
        for (std::size_t k = at_node[node].size(); k != 2 && k > 0; --k) {
            walk(node);  // stretches begin where a closed road ends or forks
        }
    }
    return stretches;
}

}  // namespace michinori::demo
