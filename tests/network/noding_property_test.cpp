// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numeric>

#include "../support/flat_lines.h"
#include "network/noding.h"

using namespace michinori;
using network::LineToNode;

namespace {

using Vector = geo::LocalPlane::Vector;
constexpr Metres tolerance{1};

/// Lines on a 60 m square, on a grid of 0.5 m so that they often touch, overlap or nearly meet.
std::vector<LineToNode> random_lines() {
    const auto coordinate = rc::gen::map(rc::gen::inRange(0, 121), [](int half_metres) { return half_metres * 0.5; });
    const auto vertex =
        rc::gen::build<Vector>(rc::gen::set(&Vector::x, coordinate), rc::gen::set(&Vector::y, coordinate));
    const auto count = *rc::gen::inRange<std::size_t>(1, 25);
    std::vector<LineToNode> lines;
    for (std::size_t i = 0; i < count; ++i) {
        const auto points = *rc::gen::container<std::vector<Vector>>(*rc::gen::inRange<std::size_t>(2, 6), vertex);
        auto line = test::flat_line(points);
        line.level = *rc::gen::element(0, 0, 0, 1);
        lines.push_back(line);
    }
    return lines;
}

struct Piece {
    Vector a;
    Vector b;
    std::int32_t level;
};

std::vector<Piece> pieces_of(const network::NodedLines& noded, const std::vector<LineToNode>& lines) {
    std::vector<Piece> pieces;
    for (const auto& section : noded.sections) {
        for (std::size_t i = 1; i < section.points.size(); ++i) {
            pieces.push_back({test::plane().to_plane(section.points[i - 1]), test::plane().to_plane(section.points[i]),
                              lines[section.line].level});
        }
    }
    return pieces;
}

double side(Vector a, Vector b, Vector p) {
    return ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / std::hypot(b.x - a.x, b.y - a.y);
}

/// They cross, each passing the other by more than a micrometre on both sides.
bool cross_properly(const Piece& p, const Piece& q) {
    constexpr double by = 1e-6;
    const auto apart = [](double s, double t) { return (s > by && t < -by) || (s < -by && t > by); };
    return apart(side(p.a, p.b, q.a), side(p.a, p.b, q.b)) && apart(side(q.a, q.b, p.a), side(q.a, q.b, p.b));
}

std::vector<std::size_t> components_of(std::size_t nodes,
                                       const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
    std::vector<std::size_t> name(nodes);
    std::iota(name.begin(), name.end(), std::size_t{0});
    const auto find = [&](std::size_t x) {
        while (name[x] != x) {
            x = name[x];
        }
        return x;
    };
    for (const auto& [a, b] : edges) {
        name[find(a)] = find(b);
    }
    for (auto& n : name) {
        n = find(n);
    }
    return name;
}

}  // namespace

TEST_CASE("no two sections of one level cross after noding") {
    CHECK(rc::check([] {
        const auto lines = random_lines();
        const auto pieces = pieces_of(network::node_lines(lines, tolerance), lines);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            for (std::size_t j = i + 1; j < pieces.size(); ++j) {
                RC_ASSERT(pieces[i].level != pieces[j].level || !cross_properly(pieces[i], pieces[j]));
            }
        }
    }));
}

TEST_CASE("noding keeps the length of each line but for its ends") {
    CHECK(rc::check([] {
        const auto lines = random_lines();
        const auto noded = network::node_lines(lines, tolerance);
        double before = 0;
        for (const auto& line : lines) {
            before += test::metres_of(line.points);
        }
        const double after = test::metres_of(noded);
        // each of a line's two ends may move by the tolerance, twice
        RC_ASSERT(std::abs(after - before) <= 4 * tolerance.value() * static_cast<double>(lines.size()));
    }));
}

TEST_CASE("a line's sections follow each other from its start to its end") {
    CHECK(rc::check([] {
        const auto noded = network::node_lines(random_lines(), tolerance);
        for (std::size_t i = 1; i < noded.sections.size(); ++i) {
            const auto& last = noded.sections[i - 1];
            const auto& next = noded.sections[i];
            RC_ASSERT(last.line <= next.line);
            RC_ASSERT(last.line != next.line || last.to == next.from);
        }
    }));
}

TEST_CASE("ends within the tolerance of each other are connected after noding") {
    CHECK(rc::check([] {
        const auto lines = random_lines();
        const auto noded = network::node_lines(lines, tolerance);
        std::vector<std::pair<std::size_t, std::size_t>> edges;
        std::map<std::size_t, std::size_t> first;
        std::map<std::size_t, std::size_t> last;
        for (const auto& section : noded.sections) {
            edges.emplace_back(section.from, section.to);
            first.try_emplace(section.line, section.from);
            last[section.line] = section.to;
        }
        const auto component = components_of(noded.nodes.size(), edges);
        for (const auto& [i, start] : first) {
            for (const auto& [j, end] : last) {
                const auto metres = geo::distance(lines[i].points.front(), lines[j].points.back());
                RC_ASSERT(metres.value() > tolerance.value() * 0.999 || component[start] == component[end]);
            }
        }
    }));
}

TEST_CASE("noding the same lines again gives the same result") {
    CHECK(rc::check([] {
        const auto lines = random_lines();
        const auto once = network::node_lines(lines, tolerance);
        const auto again = network::node_lines(lines, tolerance);
        RC_ASSERT(once.nodes == again.nodes);
        RC_ASSERT(once.sections.size() == again.sections.size());
    }));
}
