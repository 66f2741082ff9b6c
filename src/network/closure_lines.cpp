// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/closure_lines.h"

#include <geos/geom/Envelope.h>
#include <geos/index/strtree/TemplateSTRtree.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace michinori::network {
namespace {

/// Halfway along the line.
geo::Point middle_of(std::span<const geo::Point> line) {
    Metres length;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += geo::distance(line[i - 1], line[i]);
    }
    double rest = length.value() / 2;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double piece = geo::distance(line[i - 1], line[i]).value();
        if (piece >= rest && piece > 0) {
            const double share = rest / piece;
            return {line[i - 1].lon + share * (line[i].lon - line[i - 1].lon),
                    line[i - 1].lat + share * (line[i].lat - line[i - 1].lat)};
        }
        rest -= piece;
    }
    return line.back();
}

/// How far along the line the place nearest to p is; nothing when p is farther than `match` from it.
std::optional<Metres> place_along(geo::Point p, const std::vector<geo::Point>& line, Metres match) {
    const geo::LocalPlane plane(p);
    std::optional<Metres> found;
    Metres nearest = match;
    Metres before;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto foot = geo::nearest_on_piece(plane.to_plane(line[i - 1]), plane.to_plane(line[i]));
        const auto piece = geo::distance(line[i - 1], line[i]);
        if (foot.distance <= nearest) {
            nearest = foot.distance;
            found = before + piece * foot.share;
        }
        before += piece;
    }
    return found;
}

/// True when the road runs along the line: its ends and middle are near, and from one end to the
/// other the line is followed for at least half the way. A side road that only starts there is not.
bool runs_along(std::span<const geo::Point> road, const std::vector<geo::Point>& line, Metres match) {
    const auto first = place_along(road.front(), line, match);
    const auto last = place_along(road.back(), line, match);
    if (!first || !last || !place_along(middle_of(road), line, match)) {
        return false;
    }
    const double followed = std::abs(last->value() - first->value());
    return followed >= geo::distance(road.front(), road.back()).value() / 2;
}

}  // namespace

struct ClosureLines::Impl {
    std::vector<std::vector<geo::Point>> lines;
    Metres match;
    geos::index::strtree::TemplateSTRtree<std::size_t> tree;
};

ClosureLines::ClosureLines(const std::vector<std::vector<geo::Point>>& lines, Metres match)
    : impl_(std::make_unique<Impl>()) {
    impl_->lines = lines;
    impl_->match = match;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        geo::Box box;
        for (const auto& p : lines[i]) {
            box.extend(p);
        }
        if (lines[i].size() >= 2) {
            impl_->tree.insert(geos::geom::Envelope(box.west, box.east, box.south, box.north), i);
        }
    }
    // The tree builds itself at the first question; asked here, later ones may come from any thread.
    impl_->tree.query(geos::geom::Envelope(0, 0, 0, 0), [](std::size_t) {});
}

ClosureLines::~ClosureLines() = default;

bool ClosureLines::follows_one(std::span<const geo::Point> road) const {
    if (impl_->lines.empty()) {
        return false;
    }
    const auto around = geo::LocalPlane(road.front()).box_around(impl_->match);
    std::vector<std::size_t> nearby;
    impl_->tree.query(geos::geom::Envelope(around.west, around.east, around.south, around.north),
                      [&](std::size_t line) { nearby.push_back(line); });
    if (nearby.empty()) {
        return false;
    }
    return std::ranges::any_of(nearby,
                               [&](std::size_t line) { return runs_along(road, impl_->lines[line], impl_->match); });
}

}  // namespace michinori::network
