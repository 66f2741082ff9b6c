// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation_terrain.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "demo/noise.h"
#include "demo/random.h"

namespace michinori::bench {
namespace {

using demo::mixed;
using demo::Noise;
using demo::seed_for;

constexpr double full_vertices = 20e6;
constexpr double full_length_km = 2000;
constexpr double full_width_km = 300;
constexpr double main_island_share = 0.62;
constexpr double warp_share = 0.2;  // how far a border swings, of the cell's size
constexpr unsigned bits_per_level = 12;

std::uint64_t cell_id(std::uint64_t seed, std::int64_t column, std::int64_t row, std::size_t level) {
    const auto key = (static_cast<std::uint64_t>(column) << 32U) ^ static_cast<std::uint32_t>(row);
    return mixed(seed + 0xd1342543de82ef95ULL * (key + (std::uint64_t{level} << 60U)));
}

/// Where in its square of the lattice the middle of a cell stands: away from the edges, so that the
/// nearest middle is always within one square.
Pos place_in_square(std::uint64_t id) {
    constexpr double unit = 0x1.0p-32;
    return {0.1 + 0.8 * unit * static_cast<double>(id >> 32U),
            0.1 + 0.8 * unit * static_cast<double>(id & 0xffffffffU)};
}

}  // namespace

Terrain::Terrain(std::size_t vertices, std::uint64_t seed) : seed_(seed_for(seed, "terrain")) {
    const double scale = std::sqrt(static_cast<double>(std::max<std::size_t>(vertices, 1)) / full_vertices);
    length_ = full_length_km * scale;
    width_ = full_width_km * scale;
    strait_ = std::clamp(0.01 * length_, 0.0, 8.0);
    const auto islands = std::clamp<std::size_t>(static_cast<std::size_t>(std::sqrt(length_ / 100)), 1, 6);
    const double others = static_cast<double>(islands - 1);
    for (std::size_t i = 0; i < islands; ++i) {
        const double main = i >= islands / 2 ? main_island_share : 0.0;
        const double small = static_cast<double>(i >= islands / 2 ? i : i + 1);
        ends_.push_back(islands == 1 ? length_ : length_ * (main + (1 - main_island_share) * small / others));
    }
}

std::size_t Terrain::island_of(Pos p) const {
    const auto end = std::ranges::upper_bound(ends_, p.x);
    return std::min(ends_.size() - 1, static_cast<std::size_t>(end - ends_.begin()));
}

bool Terrain::is_land(Pos p) const {
    const auto island = island_of(p);
    const double start = island == 0 ? 0.0 : ends_[island - 1];
    const double from_end = std::min(p.x - start, ends_[island] - p.x) - strait_ / 2;
    if (from_end <= 0) {
        return false;
    }
    const double bend = Noise(seed_ + 1, 1.3 * width_).at({p.x, 0});
    const double coast = Noise(seed_ + 2, 0.25 * width_).rough(p, 3);
    const double taper = std::sqrt(std::min(1.0, from_end / (0.3 * width_)));
    const double from_middle = std::abs(p.y - width_ * (0.5 + 0.15 * bend));
    return from_middle < width_ * taper * (0.33 + 0.1 * coast);
}

/// The cell of the nearest middle, after the place was pushed about a little.
Terrain::NearestCell Terrain::cell(Pos p, std::size_t level) const {
    const double size = cell_km[level];
    const Pos warp{Noise(seed_ + 10 + level, 0.5 * size).at(p), Noise(seed_ + 20 + level, 0.5 * size).at(p)};
    const Pos q = p + warp * (warp_share * size);
    const auto column = static_cast<std::int64_t>(std::floor(q.x / size));
    const auto row = static_cast<std::int64_t>(std::floor(q.y / size));
    double first = std::numeric_limits<double>::infinity();
    double second = first;
    NearestCell found;
    for (auto r = row - 1; r <= row + 1; ++r) {
        for (auto c = column - 1; c <= column + 1; ++c) {
            const auto id = cell_id(seed_, c, r, level);
            const Pos corner{static_cast<double>(c), static_cast<double>(r)};
            const Pos away = (corner + place_in_square(id)) * size - q;
            const double squared = away.x * away.x + away.y * away.y;
            if (squared < first) {
                second = first;
                first = squared;
                found.id = id;
            } else {
                second = std::min(second, squared);
            }
        }
    }
    found.border = (std::sqrt(second) - std::sqrt(first)) / size;
    return found;
}

double Terrain::habitable(Pos p) const {
    if (!is_land(p)) {
        return 0;
    }
    const double range = demo::smooth_step(0.02, 0.30, cell(p, 0).border);
    const double ridge = demo::smooth_step(0.02, 0.25, cell(p, 1).border);
    return (0.04 + 0.96 * range) * (0.1 + 0.9 * ridge);
}

Terrain::Cells Terrain::cells(Pos p) const {
    Cells all = 0;
    for (std::size_t level = 0; level < levels; ++level) {
        all = (all << bits_per_level) | (cell(p, level).id >> (64 - bits_per_level));
    }
    return all;
}

std::size_t Terrain::coarsest_border(Cells a, Cells b) {
    constexpr auto unused = 64 - levels * bits_per_level;
    return a == b ? levels : (static_cast<unsigned>(std::countl_zero(a ^ b)) - unused) / bits_per_level;
}

std::vector<Pos> Terrain::middles(std::size_t level) const {
    std::vector<Pos> found;
    const auto columns = static_cast<std::int64_t>(length_ / cell_km[level]) + 1;
    const auto rows = static_cast<std::int64_t>(width_ / cell_km[level]) + 1;
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t column = 0; column < columns; ++column) {
            const Pos corner{static_cast<double>(column), static_cast<double>(row)};
            const auto place = (corner + place_in_square(cell_id(seed_, column, row, level))) * cell_km[level];
            if (is_land(place)) {
                found.push_back(place);
            }
        }
    }
    return found;
}

}  // namespace michinori::bench
