// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/terrain.h"

#include <cmath>
#include <limits>

#include "demo/crossing.h"
#include "demo/curve.h"
#include "demo/noise.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

double bump(Coastal c, Coastal middle, double reach_u, double reach_v) {
    return std::exp(-std::pow((c.u - middle.u) / reach_u, 2) - std::pow((c.v - middle.v) / reach_v, 2));
}

/// How far inside the mainland a place lies, in kilometres (negative: sea), before roughening: a
/// rounded block with a bay before the capital, capes on both sides of it, and bights in the borders.
double inside_mainland(Coastal c) {
    const double round = std::pow(std::pow(std::abs(c.u) / 67, 4) + std::pow(std::abs(c.v) / 40, 4), 0.25);
    return 40 * (1 - round) - 16 * bump(c, {2, -42}, 11, 14) + 11 * bump(c, {-57, -37}, 8, 9) +
           10 * bump(c, {31, -44}, 6, 10) - 7 * bump(c, {46, -42}, 9, 8) - 8 * bump(c, {-34, 42}, 14, 10) -
           9 * bump(c, {72, 18}, 10, 14);
}

double inside_island(Pos p, Pos middle, double half_length, double half_width) {
    const auto c = to_coastal(p);
    const auto m = to_coastal(middle);
    return (1 - std::hypot((c.u - m.u) / half_length, (c.v - m.v) / half_width)) * half_width;
}

class Shapes {
public:
    explicit Shapes(std::uint64_t seed)
        : coast_(seed_for(seed, "coast"), 22),
          inlets_(seed_for(seed, "inlets"), 6),
          island_(seed_for(seed, "island"), 6) {}

    [[nodiscard]] Landmass at(Pos p) const {
        if (inside_mainland(to_coastal(p)) + 7.5 * coast_.rough(p, 7) + 3.2 * inlets_.rough(p, 5) > 0) {
            return Landmass::mainland;
        }
        const double rough = 1.6 * island_.rough(p, 5);
        if (inside_island(p, ferry_island_middle, 13, 6.5) + rough > 0) {
            return Landmass::ferry_island;
        }
        return inside_island(p, lone_island_middle, 4.2, 2.2) + 0.5 * rough > 0 ? Landmass::lone_island : Landmass::sea;
    }

private:
    Noise coast_;
    Noise inlets_;
    Noise island_;
};

std::vector<Pos> wandering(const std::vector<Coastal>& through, const Noise& wander) {
    auto line = smooth_curve(on_board(through), 1);
    for (auto& p : line) {
        p = p + Pos{wander.at(p), wander.at(p + Pos{77, 33})} * 1.5;
    }
    return line;
}

std::vector<std::vector<Pos>> draw_rivers(std::uint64_t seed) {
    const Noise wander(seed_for(seed, "rivers"), 5);
    return {wandering({{-9, 35}, {-13, 22}, {-3, 13}, {6, 4}, {3, -8}, {-2, -18}, {-3, -40}}, wander),
            wandering({{20, 36}, {15, 24}, {9, 15}, {6, 4}}, wander),
            wandering({{-26, 28}, {-20, 21}, {-13, 21}}, wander),
            wandering({{-22, 6}, {-12, 2}, {-4, 0}, {3, -6}}, wander),
            wandering({{46, 35}, {40, 21}, {47, 9}, {36, -3}, {38, -15}, {39, -42}}, wander),
            wandering({{60, 16}, {54, 10}, {47, 9}}, wander),
            wandering({{26, 14}, {28, 4}, {35, -2}}, wander),
            wandering({{64, -2}, {58, -8}, {57, -18}, {60, -36}}, wander),
            wandering({{-46, 32}, {-42, 19}, {-50, 6}, {-36, -2}, {-40, -14}, {-38, -44}}, wander),
            wandering({{-62, 8}, {-55, 4}, {-49, 5}}, wander),
            wandering({{-27, 12}, {-31, 3}, {-36, -2}}, wander),
            wandering({{-66, -4}, {-58, -12}, {-60, -24}, {-66, -30}}, wander)};
}

class Heights {
public:
    explicit Heights(std::uint64_t seed) : ridges_(seed_for(seed, "ridges"), 13), hills_(seed_for(seed, "hills"), 9) {}

    [[nodiscard]] double at(Pos p, Landmass land, double river_km) const {
        if (land == Landmass::sea) {
            return 0;
        }
        if (land != Landmass::mainland) {
            return island(p, land);
        }
        const auto c = to_coastal(p);
        const double shore = smooth_step(0, 5, inside_mainland(c) + 2);
        const double range = 1550 * smooth_step(-30, 38, c.v);
        const double ends = 420 * smooth_step(38, 66, std::abs(c.u));
        const double crest = std::pow(ridges_.ridged(p, 5), 3) * 2.3;
        const double hills = 430 * smooth_step(-0.05, 0.45, hills_.rough(p, 4));
        // A valley is wide where the river is old, near the sea, and narrow in the mountains; here and
        // there it widens to a basin.
        const double basins = 3.4 * (bump(c, {4, 9}, 6, 6) + bump(c, {-13, 20}, 5, 5) + bump(c, {35, -3}, 6, 5) +
                                     bump(c, {46, 9}, 4, 4) + bump(c, {-49, 6}, 5, 5) + bump(c, {57, -9}, 5, 5));
        const double half_width = 3.0 - 0.9 * smooth_step(-15, 30, c.v) + basins;
        const double valley = 0.04 + 0.96 * (1 - std::exp(-std::pow(river_km / half_width, 2)));
        return 3 + shore * valley * ((range + ends) * crest + hills) + 170 * smooth_step(-12, 38, c.v);
    }

private:
    [[nodiscard]] double island(Pos p, Landmass land) const {
        const bool ferry = land == Landmass::ferry_island;
        const double inside =
            ferry ? inside_island(p, ferry_island_middle, 13, 6.5) : inside_island(p, lone_island_middle, 4.2, 2.2);
        return 3 + smooth_step(0.8, ferry ? 6 : 2.5, inside) * (ferry ? 620 : 180) * std::pow(ridges_.ridged(p, 5), 2);
    }
    Noise ridges_;
    Noise hills_;
};

}  // namespace

Terrain::Terrain(std::uint64_t seed) : rivers_(draw_rivers(seed)) {
    const Shapes shapes(seed);
    const Heights heights(seed);
    for (int row = 0; row < raster_rows; ++row) {
        for (int column = 0; column < raster_columns; ++column) {
            const Pos p = cell_middle(column, row);
            const auto land = shapes.at(p);
            land_.at(column, row) = land;
            height_.at(column, row) =
                static_cast<float>(heights.at(p, land, land == Landmass::mainland ? river_distance(p) : 0));
        }
    }
}

double Terrain::elevation(Pos p) const {
    const double x = std::clamp(p.x / raster_cell_km - 0.5, 0.0, raster_columns - 1.001);
    const double y = std::clamp(p.y / raster_cell_km - 0.5, 0.0, raster_rows - 1.001);
    const int i = static_cast<int>(x);
    const int j = static_cast<int>(y);
    const double south = std::lerp<double, double, double>(height_.at(i, j), height_.at(i + 1, j), x - i);
    const double north = std::lerp<double, double, double>(height_.at(i, j + 1), height_.at(i + 1, j + 1), x - i);
    return std::lerp(south, north, y - j);
}

double Terrain::steepness(Pos p) const {
    constexpr double step = 0.25;
    const double east = elevation(p + Pos{step, 0}) - elevation(p - Pos{step, 0});
    const double north = elevation(p + Pos{0, step}) - elevation(p - Pos{0, step});
    return std::hypot(east, north) / (2 * step);
}

double Terrain::river_distance(Pos p) const {
    double best = std::numeric_limits<double>::max();
    for (const auto& river : rivers_) {
        for (std::size_t i = 0; i + 1 < river.size(); ++i) {
            best = std::min(best, nearest(p, river[i], river[i + 1]).km);
        }
    }
    return best;
}

bool Terrain::crosses_river(Pos a, Pos b) const {
    const double reach = distance_km(a, b) + 3;
    for (const auto& river : rivers_) {
        for (std::size_t i = 0; i + 1 < river.size(); ++i) {
            if (distance_km(a, river[i]) < reach && crossing(a, b, river[i], river[i + 1])) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace michinori::demo
