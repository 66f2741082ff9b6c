// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "demo/road_sketch.h"

namespace michinori::demo {

/// One straight piece of a line of a sketch.
struct Piece {
    std::uint32_t line = 0;
    std::uint32_t number = 0;  ///< of the piece within its line
    Pos a;
    Pos b;
};

/// A place on a line where it will be cut, and the node that will stand there.
struct Split {
    std::uint32_t line = 0;
    std::uint32_t piece = 0;
    double share = 0;
    std::uint32_t node = 0;
};

/// The pieces of all lines of a sketch by square cells: for "what is near".
class PieceIndex {
public:
    static constexpr double cell_km = 0.2;

    explicit PieceIndex(const RoadSketch& sketch);

    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
    /// Cells in ascending order of their key, each with its pieces ascending.
    [[nodiscard]] std::span<const std::vector<std::uint32_t>> cells() const { return cells_; }
    /// True when the crossing of two pieces is to be handled in this cell, of the several they share.
    [[nodiscard]] static bool same_cell(std::uint64_t key, Pos p) { return key_of(p) == key; }
    [[nodiscard]] std::uint64_t key(std::size_t cell) const { return keys_[cell]; }

    struct Hit {
        std::uint32_t piece;
        double share;
        Pos place;
    };
    /// The nearest place on any line within `reach_km` (at most a cell), ties to the earlier piece.
    [[nodiscard]] std::optional<Hit> nearest_within(Pos p, double reach_km) const;
    /// True when the straight piece a-b crosses any line.
    [[nodiscard]] bool is_crossed(Pos a, Pos b) const;

private:
    [[nodiscard]] static std::uint64_t key_of(std::int32_t column, std::int32_t row);
    [[nodiscard]] static std::uint64_t key_of(Pos p);
    void fill();
    std::vector<Piece> pieces_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::vector<std::uint32_t>> cells_;
    std::unordered_map<std::uint64_t, std::uint32_t> by_key_;
};

}  // namespace michinori::demo
