// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/units.h"
#include "demo/people.h"
#include "geo/polygon_index.h"

namespace michinori::demo {

/// A quarter (250 m) or eighth (125 m) cell of JIS X 0410 in an inhabited 500 m cell.
struct FinerCell {
    std::string mesh;      ///< ten or eleven digits
    std::size_t cell = 0;  ///< the 500 m cell it lies in
    double weight = 0;     ///< people live in a cell in proportion to it
};

/// Those on the ground of their cell's municipality, by mesh code. Towns are denser in their middle here too.
[[nodiscard]] std::vector<FinerCell> divide(const std::vector<Cell>& cells, int per_side,
                                            const geo::PolygonIndex& municipal_polygons,
                                            const std::vector<Settlement>& settlements, std::uint64_t seed);

/// What finer cells have of the people of theirs: expected values, which add up to the cell's exactly. People in
/// thousandths, births and deaths in millionths.
struct FinerPeople {
    People population;
    People female;
    People women_15_49;
    People aged_65;
    People births;
    People cancer_deaths;
};
[[nodiscard]] std::vector<FinerPeople> share_out(const std::vector<Cell>& cells, const std::vector<FinerCell>& finer);

}  // namespace michinori::demo
