// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>

#include "demo/plane.h"

namespace michinori::demo {

/// A smooth random field over the board: value noise with cubic fading between lattice values.
class Noise {
public:
    Noise(std::uint64_t seed, double wavelength_km) : seed_(seed), wavelength_(wavelength_km) {}

    /// In (-1, 1), one octave.
    [[nodiscard]] double at(Pos p) const;
    /// In (-1, 1): `octaves` fields, each of half the wavelength and half the height of the one before.
    [[nodiscard]] double rough(Pos p, int octaves) const;
    /// In (0, 1): sharp crests, as ridges have.
    [[nodiscard]] double ridged(Pos p, int octaves) const;

private:
    [[nodiscard]] double octave(Pos p, int number) const;
    std::uint64_t seed_;
    double wavelength_;
};

}  // namespace michinori::demo
