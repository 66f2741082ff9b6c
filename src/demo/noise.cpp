// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/noise.h"

#include <cmath>

#include "demo/random.h"

namespace michinori::demo {
namespace {

double lattice_value(std::uint64_t seed, std::int64_t i, std::int64_t j) {
    const auto key = static_cast<std::uint64_t>(i) * 0x100000001b3ULL + static_cast<std::uint64_t>(j);
    return 2 * to_unit(mixed(seed ^ mixed(key))) - 1;
}

double faded(double t) {
    return t * t * (3 - 2 * t);
}

}  // namespace

double Noise::octave(Pos p, int number) const {
    const double scale = std::ldexp(1 / wavelength_, number);
    const std::uint64_t seed = seed_ + static_cast<std::uint64_t>(number) * 0x632be59bd9b4e019ULL;
    const double x = p.x * scale;
    const double y = p.y * scale;
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const auto i = static_cast<std::int64_t>(fx);
    const auto j = static_cast<std::int64_t>(fy);
    const double tx = faded(x - fx);
    const double ty = faded(y - fy);
    const double south = std::lerp(lattice_value(seed, i, j), lattice_value(seed, i + 1, j), tx);
    const double north = std::lerp(lattice_value(seed, i, j + 1), lattice_value(seed, i + 1, j + 1), tx);
    return std::lerp(south, north, ty);
}

double Noise::at(Pos p) const {
    return octave(p, 0);
}

double Noise::rough(Pos p, int octaves) const {
    double sum = 0;
    double most = 0;
    for (int k = 0; k < octaves; ++k) {
        const double height = std::ldexp(1.0, -k);
        sum += height * octave(p, k);
        most += height;
    }
    return sum / most;
}

double Noise::ridged(Pos p, int octaves) const {
    double sum = 0;
    double most = 0;
    for (int k = 0; k < octaves; ++k) {
        const double height = std::ldexp(1.0, -k);
        sum += height * (1 - std::abs(octave(p, k)));
        most += height;
    }
    return sum / most;
}

}  // namespace michinori::demo
