// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/piece_index.h"

#include <algorithm>
#include <cmath>

#include "demo/crossing.h"

namespace michinori::demo {
namespace {

std::int32_t cell_number(double km) {
    return static_cast<std::int32_t>(std::floor(km / PieceIndex::cell_km));
}

/// Calls visit(column, row) for every cell that the box of a-b, widened by `margin`, touches.
template <class Visit>
void for_cells(Pos a, Pos b, double margin, const Visit& visit) {
    const auto last_column = cell_number(std::max(a.x, b.x) + margin);
    const auto last_row = cell_number(std::max(a.y, b.y) + margin);
    for (auto row = cell_number(std::min(a.y, b.y) - margin); row <= last_row; ++row) {
        for (auto column = cell_number(std::min(a.x, b.x) - margin); column <= last_column; ++column) {
            visit(column, row);
        }
    }
}

}  // namespace

std::uint64_t PieceIndex::key_of(std::int32_t column, std::int32_t row) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(row + 1000)) << 32U |
           static_cast<std::uint32_t>(column + 1000);
}

std::uint64_t PieceIndex::key_of(Pos p) {
    return key_of(cell_number(p.x), cell_number(p.y));
}

PieceIndex::PieceIndex(const RoadSketch& sketch) {
    for (std::uint32_t l = 0; l < sketch.lines.size(); ++l) {
        const auto points = sketch.points(sketch.lines[l]);
        for (std::uint32_t k = 0; k + 1 < points.size(); ++k) {
            pieces_.push_back({l, k, points[k], points[k + 1]});
        }
    }
    fill();
}

void PieceIndex::fill() {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
    for (std::uint32_t p = 0; p < pieces_.size(); ++p) {
        for_cells(pieces_[p].a, pieces_[p].b, 0,
                  [&](std::int32_t column, std::int32_t row) { entries.emplace_back(key_of(column, row), p); });
    }
    std::ranges::sort(entries);
    for (const auto& [key, piece] : entries) {
        if (keys_.empty() || keys_.back() != key) {
            by_key_.emplace(key, static_cast<std::uint32_t>(keys_.size()));
            keys_.push_back(key);
            cells_.emplace_back();
        }
        cells_.back().push_back(piece);
    }
}

std::optional<PieceIndex::Hit> PieceIndex::nearest_within(Pos p, double reach_km) const {
    std::optional<Hit> best;
    double best_km = reach_km;
    for_cells(p, p, reach_km, [&](std::int32_t column, std::int32_t row) {
        const auto found = by_key_.find(key_of(column, row));
        if (found == by_key_.end()) {
            return;
        }
        for (const auto id : cells_[found->second]) {
            const auto near = nearest(p, pieces_[id].a, pieces_[id].b);
            if (near.km < best_km || (near.km == best_km && best && id < best->piece)) {
                best_km = near.km;
                best = Hit{id, near.share, between(pieces_[id].a, pieces_[id].b, near.share)};
            }
        }
    });
    return best;
}

bool PieceIndex::is_crossed(Pos a, Pos b) const {
    bool crossed = false;
    for_cells(a, b, 0, [&](std::int32_t column, std::int32_t row) {
        const auto found = by_key_.find(key_of(column, row));
        crossed = crossed || (found != by_key_.end() && std::ranges::any_of(cells_[found->second], [&](auto id) {
                                  return crossing(a, b, pieces_[id].a, pieces_[id].b).has_value();
                              }));
    });
    return crossed;
}

}  // namespace michinori::demo
