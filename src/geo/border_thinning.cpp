// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/border_thinning.h"

#include <algorithm>
#include <compare>
#include <functional>
#include <numeric>
#include <queue>
#include <unordered_set>

#include "geo/vertex_grid.h"

namespace michinori::geo {
namespace {

/// Twice the area of a-b-c, positive when it turns left. Exact within largest_box.
std::int64_t turn(GridPoint a, GridPoint b, GridPoint c) {
    const auto difference = [](std::int32_t x, std::int32_t y) { return std::int64_t{x} - y; };
    return difference(b.lon, a.lon) * difference(c.lat, a.lat) - difference(b.lat, a.lat) * difference(c.lon, a.lon);
}
constexpr std::int64_t largest_box = std::int64_t{1} << 30;

/// Inside the triangle or on its edge.
bool covers(GridPoint a, GridPoint b, GridPoint c, GridPoint p) {
    const auto ab = turn(a, b, p);
    const auto bc = turn(b, c, p);
    const auto ca = turn(c, a, p);
    return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

/// A point that may go: the `change`-th state of the place it has in its arc.
struct Candidate {
    double move_m = 0;
    std::uint32_t place = 0;
    std::uint32_t change = 0;
    friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

class Thinning {
public:
    Thinning(const VertexArcs& arcs, std::span<const GridPoint> points, std::span<const std::uint32_t> levels,
             Metres tolerance)
        : arcs_(arcs),
          points_(points),
          levels_(levels),
          tolerance_m_(tolerance.value()),
          members_(members(arcs)),
          grid_(points, members_),
          gone_(points.size()),
          before_(arcs.vertex.size()),
          after_(arcs.vertex.size()),
          change_(arcs.vertex.size()) {
        std::iota(before_.begin(), before_.end(), 0U);
        std::iota(after_.begin(), after_.end(), 0U);
        for (std::size_t a = 0; a < arcs.size(); ++a) {
            for (auto place = arcs.start[a]; place + 1 < arcs.start[a + 1]; ++place) {
                after_[place] = place + 1;
                before_[place + 1] = place;
                pieces_.insert(piece_between(arcs.vertex[place], arcs.vertex[place + 1]));
            }
        }
    }

    VertexArcs run() {
        while (pass()) {  // what one pass takes away may have been in the way of others
        }
        VertexArcs left;
        for (std::size_t a = 0; a < arcs_.size(); ++a) {
            const auto last = arcs_.start[a + 1] - 1;
            for (auto place = arcs_.start[a]; place != last; place = after_[place]) {
                left.vertex.push_back(arcs_.vertex[place]);
            }
            left.vertex.push_back(arcs_.vertex[last]);
            left.start.push_back(static_cast<std::uint32_t>(left.vertex.size()));
        }
        return left;
    }

private:
    static std::vector<std::uint32_t> members(const VertexArcs& arcs) {
        auto all = arcs.vertex;
        std::ranges::sort(all);
        const auto [first, last] = std::ranges::unique(all);
        all.erase(first, last);
        return all;
    }

    /// True when a point went.
    bool pass() {
        for (std::size_t a = 0; a < arcs_.size(); ++a) {
            const auto last = arcs_.start[a + 1] - 1;
            for (auto place = after_[arcs_.start[a]]; place < last; place = after_[place]) {
                consider(place);
            }
        }
        bool some_went = false;
        while (!queue_.empty()) {
            const auto candidate = queue_.top();
            queue_.pop();
            if (candidate.change == change_[candidate.place] && may_go(candidate.place)) {
                take_away(candidate.place);
                some_went = true;
            }
        }
        return some_went;
    }

    [[nodiscard]] std::uint32_t vertex(std::uint32_t place) const { return arcs_.vertex[place]; }
    [[nodiscard]] GridPoint point(std::uint32_t place) const { return points_[vertex(place)]; }

    [[nodiscard]] bool is_inner(std::uint32_t place) const { return before_[place] < place && after_[place] > place; }

    void consider(std::uint32_t place) {
        const auto move = move_m(place);
        if (move <= tolerance_m_) {
            queue_.push({move, place, change_[place]});
        }
    }

    /// How far the line moves from the points it had: the farthest of those between the neighbours.
    [[nodiscard]] double move_m(std::uint32_t place) const {
        const auto a = before_[place];
        const auto b = after_[place];
        const LocalPlane plane(on_earth(point(a)));
        const auto end = plane.to_plane(on_earth(point(b)));
        double farthest = 0;
        for (auto p = a + 1; p < b && farthest <= tolerance_m_; ++p) {
            const auto [x, y] = plane.to_plane(on_earth(point(p)));
            farthest = std::max(farthest, nearest_on_piece({-x, -y}, {end.x - x, end.y - y}).distance.value());
        }
        return farthest;
    }

    [[nodiscard]] bool may_go(std::uint32_t place) const {
        const auto a = vertex(before_[place]);
        const auto p = vertex(place);
        const auto b = vertex(after_[place]);
        if (a == b || pieces_.contains(piece_between(a, b))) {
            return false;
        }
        GridBox box{points_[a], points_[a]};
        box.extend(points_[p]);
        box.extend(points_[b]);
        if (std::int64_t{box.high.lon} - box.low.lon > largest_box ||
            std::int64_t{box.high.lat} - box.low.lat > largest_box) {
            return false;
        }
        return !grid_.any_near(box, [&](std::uint32_t v) {
            return !gone_[v] && (levels_[v] & levels_[p]) != 0 && v != a && v != p && v != b && box.holds(points_[v]) &&
                   covers(points_[a], points_[p], points_[b], points_[v]);
        });
    }

    void take_away(std::uint32_t place) {
        const auto a = before_[place];
        const auto b = after_[place];
        pieces_.erase(piece_between(vertex(a), vertex(place)));
        pieces_.erase(piece_between(vertex(place), vertex(b)));
        pieces_.insert(piece_between(vertex(a), vertex(b)));
        gone_[vertex(place)] = true;
        after_[a] = b;
        before_[b] = a;
        ++change_[place];
        for (const auto neighbour : {a, b}) {
            ++change_[neighbour];
            if (is_inner(neighbour)) {
                consider(neighbour);
            }
        }
    }

    const VertexArcs& arcs_;
    std::span<const GridPoint> points_;
    std::span<const std::uint32_t> levels_;
    double tolerance_m_;
    std::vector<std::uint32_t> members_;
    VertexGrid grid_;
    std::vector<bool> gone_;             // by vertex
    std::vector<std::uint32_t> before_;  // by place in the arcs; an arc's first place itself
    std::vector<std::uint32_t> after_;   // its last place itself
    std::vector<std::uint32_t> change_;  // by place: how often its neighbours changed
    std::unordered_set<Piece, PieceHash> pieces_;
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue_;
};

}  // namespace

VertexArcs thinned(const VertexArcs& arcs, std::span<const GridPoint> points, std::span<const std::uint32_t> levels,
                   Metres tolerance) {
    return Thinning(arcs, points, levels, tolerance).run();
}

}  // namespace michinori::geo
