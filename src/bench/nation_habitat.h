// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <vector>

#include "bench/nation_terrain.h"

namespace michinori::bench {

/// Terrain::habitable, looked up in squares of 250 m instead of worked out for every place that is
/// tried. O(area) to make, parallel; O(1) to ask.
class Habitat {
public:
    explicit Habitat(const Terrain& terrain);
    /// 0 at sea and outside, else in (0, 1].
    [[nodiscard]] double at(Pos p) const;

private:
    std::size_t columns_;
    std::size_t rows_;
    std::vector<float> share_;
};

}  // namespace michinori::bench
