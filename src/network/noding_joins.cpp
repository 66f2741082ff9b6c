// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/noding_joins.h"

#include <geos/geom/Envelope.h>
#include <geos/index/strtree/TemplateSTRtree.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace michinori::network::noding {
namespace {

struct Piece {
    std::size_t line;
    std::size_t number;  ///< from vertex `number` to the next
    friend auto operator<=>(const Piece&, const Piece&) = default;
};

/// Where a line comes nearest to a joint.
struct Touch {
    Piece piece;
    double share = 0;
    double metres = 0;
    [[nodiscard]] double along() const { return static_cast<double>(piece.number) + share; }
};

Place between(Place a, Place b, double share) {
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/// Where the straight lines through two pieces cross, if both pieces hold the crossing.
std::optional<Place> crossing(Place a, Place b, Place c, Place d) {
    const double determinant = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if (determinant == 0) {
        return std::nullopt;
    }
    const double s = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / determinant;
    const double t = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / determinant;
    return s >= 0 && s <= 1 && t >= 0 && t <= 1 ? std::optional(between(a, b, s)) : std::nullopt;
}

class Joiner {
public:
    Joiner(const std::vector<FlatLine>& lines, const Joints& joints, double tolerance)
        : lines_(lines), joints_(joints), tolerance_(tolerance) {
        for (std::size_t line = 0; line < lines.size(); ++line) {
            double sum = 0;
            along_metres_.push_back({0.0});
            for (std::size_t i = 0; i + 1 < lines[line].points.size(); ++i) {
                const auto& a = lines[line].points[i];
                const auto& b = lines[line].points[i + 1];
                tree_.insert(geos::geom::Envelope(a.x, b.x, a.y, b.y), Piece{line, i});
                along_metres_.back().push_back(sum += distance(a, b));
            }
        }
    }

    /// Lines the joint is to be joined to, nearest first.
    std::vector<Touch> touches(std::size_t joint) {
        std::vector<Touch> found;
        for (const auto& t : nearest_of_each_line(joint)) {
            if (t.along() > 0 && t.along() < static_cast<double>(lines_[t.piece.line].points.size() - 1)) {
                found.push_back(t);
            }
        }
        std::ranges::stable_sort(found, {}, [](const Touch& t) { return std::tuple(t.metres, t.piece); });
        return found;
    }

    /// Where the joint goes: the nearest line's vertex or foot, or its crossing with the next line.
    [[nodiscard]] Place target(std::size_t joint, const std::vector<Touch>& found) const {
        const auto& first = found.front();
        if (first.share != 0 && found.size() > 1) {
            const auto cross = crossing(begin(first), end(first), begin(found[1]), end(found[1]));
            if (cross && distance(*cross, joints_.all()[joint].position) <= tolerance_) {
                return *cross;
            }
        }
        return first.share == 0 ? begin(first) : between(begin(first), end(first), first.share);
    }

private:
    [[nodiscard]] Place begin(const Touch& t) const { return lines_[t.piece.line].points[t.piece.number]; }
    [[nodiscard]] Place end(const Touch& t) const { return lines_[t.piece.line].points[t.piece.number + 1]; }

    [[nodiscard]] bool has_level(std::size_t joint, std::int32_t level) const {
        return std::ranges::any_of(joints_.all()[joint].ends,
                                   [&](std::size_t end) { return lines_[end / 2].level == level; });
    }

    [[nodiscard]] Touch touch(Piece piece, Place place) const {
        const auto& a = lines_[piece.line].points[piece.number];
        const auto& b = lines_[piece.line].points[piece.number + 1];
        const auto foot = geo::nearest_on_piece({a.x - place.x, a.y - place.y}, {b.x - place.x, b.y - place.y});
        return {piece, foot.share, foot.distance.value()};
    }

    /// A vertex within the tolerance takes the joint rather than a new vertex beside it.
    [[nodiscard]] Touch onto_vertex(Touch t, Place place) const {
        const double to_begin = distance(begin(t), place);
        const double to_end = distance(end(t), place);
        if (std::min(to_begin, to_end) <= tolerance_) {
            t.piece.number += to_end < to_begin ? 1 : 0;
            t.share = 0;
        } else if (t.share == 1) {
            t.piece.number += 1;
            t.share = 0;
        }
        return t;
    }

    [[nodiscard]] std::vector<Touch> nearest_of_each_line(std::size_t joint) {
        const auto place = joints_.all()[joint].position;
        std::vector<Piece> pieces;
        const geos::geom::Envelope around(place.x - tolerance_, place.x + tolerance_, place.y - tolerance_,
                                          place.y + tolerance_);
        tree_.query(around, [&](const Piece& piece) { pieces.push_back(piece); });
        std::ranges::sort(pieces);
        const auto close_by = joints_.close_by(joint);
        std::vector<Touch> nearest;
        for (const auto& piece : pieces) {
            const auto here = touch(piece, place);
            if (here.metres > tolerance_ || !has_level(joint, lines_[piece.line].level) ||
                is_met_already(here, close_by)) {
                continue;
            }
            const bool same_line = !nearest.empty() && nearest.back().piece.line == piece.line;
            if (!same_line) {
                nearest.push_back(here);
            } else if (here.metres < nearest.back().metres) {
                nearest.back() = here;
            }
        }
        for (auto& t : nearest) {
            t = onto_vertex(t, place);
        }
        return nearest;
    }

    /// True when a way of at most twice the tolerance leads from the joint to the touch.
    [[nodiscard]] bool is_met_already(const Touch& t, const std::map<std::size_t, double>& close_by) const {
        const auto& metres = along_metres_[t.piece.line];
        const auto next = std::min(t.piece.number + 1, metres.size() - 1);
        const double here = metres[t.piece.number] + t.share * (metres[next] - metres[t.piece.number]);
        const auto way_by = [&](std::size_t end, double rest) {
            const auto known = close_by.find(joints_.of_end(end));
            return known != close_by.end() && known->second + rest <= 2 * tolerance_;
        };
        return way_by(2 * t.piece.line, here) || way_by(2 * t.piece.line + 1, metres.back() - here);
    }

    const std::vector<FlatLine>& lines_;
    const Joints& joints_;
    double tolerance_;
    std::vector<std::vector<double>> along_metres_;  // by line and vertex
    geos::index::strtree::TemplateSTRtree<Piece> tree_;
};

}  // namespace

Joins join_to_lines(const std::vector<FlatLine>& lines, const Joints& joints, double tolerance) {
    Joiner joiner(lines, joints, tolerance);
    Joins joins;
    for (std::size_t joint = 0; joint < joints.all().size(); ++joint) {
        const auto found = joiner.touches(joint);
        joins.positions.push_back(found.empty() ? joints.all()[joint].position : joiner.target(joint, found));
        for (const auto& touch : found) {
            joins.all.push_back({touch.piece.line, touch.along(), joint});
        }
    }
    std::ranges::stable_sort(joins.all, {}, [](const Join& j) { return std::tuple(j.line, j.along, j.joint); });
    return joins;
}

}  // namespace michinori::network::noding
