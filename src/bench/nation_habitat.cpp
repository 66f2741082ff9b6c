// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation_habitat.h"

#include <tbb/parallel_for.h>

namespace michinori::bench {
namespace {

constexpr double square_km = 0.25;

}  // namespace

Habitat::Habitat(const Terrain& terrain)
    : columns_(static_cast<std::size_t>(terrain.length() / square_km) + 1),
      rows_(static_cast<std::size_t>(terrain.width() / square_km) + 1),
      share_(columns_ * rows_) {
    tbb::parallel_for(std::size_t{0}, rows_, [&](std::size_t row) {
        for (std::size_t column = 0; column < columns_; ++column) {
            const Pos middle{static_cast<double>(column) + 0.5, static_cast<double>(row) + 0.5};
            share_[row * columns_ + column] = static_cast<float>(terrain.habitable(middle * square_km));
        }
    });
}

double Habitat::at(Pos p) const {
    if (p.x < 0 || p.y < 0) {
        return 0;
    }
    const auto column = static_cast<std::size_t>(p.x / square_km);
    const auto row = static_cast<std::size_t>(p.y / square_km);
    return column < columns_ && row < rows_ ? share_[row * columns_ + column] : 0.0F;
}

}  // namespace michinori::bench
