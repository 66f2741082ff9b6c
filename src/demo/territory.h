// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "demo/municipalities.h"
#include "demo/raster.h"
#include "demo/terrain.h"

namespace michinori::demo {

/// Which municipality each raster cell belongs to: the one whose hall is the least walk away, where
/// climbing counts, so that borders follow the ridges. Land that no hall reaches (skerries) is sea.
class Territory {
public:
    static constexpr std::int8_t sea = -1;

    Territory(const Terrain& terrain, std::uint64_t seed);

    /// Where the municipality's hall stands: low, even ground near the wished place.
    [[nodiscard]] Pos hall(std::size_t municipality) const { return halls_[municipality]; }
    [[nodiscard]] const Raster<std::int8_t>& labels() const { return labels_; }
    [[nodiscard]] bool is_land(Pos p) const { return labels_.at(p) != sea; }
    [[nodiscard]] std::optional<std::size_t> municipality(Pos p) const;

private:
    std::array<Pos, municipality_count> halls_;
    Raster<std::int8_t> labels_{sea};
};

}  // namespace michinori::demo
