// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/vertex_grid.h"

#include <algorithm>
#include <cmath>

namespace michinori::geo {
namespace {

std::int64_t extent(std::int32_t low, std::int32_t high) {
    return std::int64_t{high} - low;
}

}  // namespace

void GridBox::extend(GridPoint p) {
    low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
    high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
}

VertexGrid::VertexGrid(std::span<const GridPoint> points, std::span<const std::uint32_t> members) {
    if (members.empty()) {
        first_.assign(2, 0);
        return;
    }
    extent_ = {points[members[0]], points[members[0]]};
    for (const auto v : members) {
        extent_.extend(points[v]);
    }
    const auto wide = static_cast<double>(extent(extent_.low.lon, extent_.high.lon));
    const auto high = static_cast<double>(extent(extent_.low.lat, extent_.high.lat));
    const auto count = static_cast<double>(members.size());
    side_ = 1 + static_cast<std::int64_t>(std::max(std::sqrt(wide * high / count), std::max(wide, high) / count));
    const auto [column, row] = cell_of(extent_.high);
    columns_ = column + 1;
    first_.assign(columns_ * (row + 1) + 1, 0);
    for (const auto v : members) {
        ++first_[number_of(points[v]) + 1];
    }
    for (std::size_t c = 1; c < first_.size(); ++c) {
        first_[c] += first_[c - 1];
    }
    auto next = first_;
    vertex_.resize(members.size());
    for (const auto v : members) {
        vertex_[next[number_of(points[v])]++] = v;
    }
}

VertexGrid::CellPlace VertexGrid::cell_of(GridPoint p) const {
    return {static_cast<std::size_t>(extent(extent_.low.lon, p.lon) / side_),
            static_cast<std::size_t>(extent(extent_.low.lat, p.lat) / side_)};
}

std::size_t VertexGrid::number_of(GridPoint p) const {
    const auto [column, row] = cell_of(p);
    return row * columns_ + column;
}

}  // namespace michinori::geo
