// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "bench/nation_terrain.h"

namespace michinori::bench {

/// Two vertices that a street may join; u < v.
struct Pair {
    std::uint32_t u = 0;
    std::uint32_t v = 0;
    friend auto operator<=>(const Pair&, const Pair&) = default;
};

/// Points in square buckets, row by row, so that a row of buckets is one stretch of memory.
class PointGrid {
public:
    explicit PointGrid(std::span<const Pos> points);

    /// The pairs of the Gabriel graph (no other point in the circle over the two as diameter) in which
    /// one is among the 10 nearest of the other: it has no crossings and about two pairs a point.
    /// O(n) for even densities, parallel. Source: Gabriel, Sokal, Syst. Zool. 18 (1969).
    [[nodiscard]] std::vector<Pair> gabriel_pairs() const;

    /// The point nearest to `place` among those whose group (by point) is not `own`; nothing when all are.
    [[nodiscard]] std::optional<std::uint32_t> nearest_of_other_group(Pos place, std::uint32_t own,
                                                                      std::span<const std::uint32_t> group) const;

private:
    struct Candidate {
        double squared = 0;
        std::uint32_t slot = 0;
        friend auto operator<=>(const Candidate&, const Candidate&) = default;
    };
    [[nodiscard]] std::int64_t column(double x) const;
    [[nodiscard]] std::int64_t row(double y) const;
    /// All within `reach` buckets' size, unordered.
    void collect(Pos middle, std::int64_t reach, std::vector<Candidate>& found) const;
    /// The nearest 10 of a slot, nearest first; returns the squared radius within which none is missing.
    double nearest(std::uint32_t slot, std::vector<Candidate>& found) const;
    [[nodiscard]] bool is_gabriel(std::uint32_t slot, std::span<const Candidate> nearer, const Candidate& other) const;

    double west_ = 0;
    double south_ = 0;
    std::int64_t columns_ = 1;
    std::int64_t rows_ = 1;
    std::vector<std::uint32_t> first_;  // by bucket
    std::vector<std::uint32_t> id_;     // by slot
    std::vector<Pos> place_;            // by slot
};

}  // namespace michinori::bench
