// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/point.h"
#include "io/address_index.h"
#include "io/table.h"
#include "scenario/home_row.h"

namespace michinori::scenario {

/// How a home's position was found.
enum class Located { coordinates, mesh, address_block, address_town };
[[nodiscard]] std::string_view name(Located located);

/// Where a home is.
struct HomePlace {
    geo::Point position;
    Located located = Located::coordinates;
    std::string matched;  ///< the address as the address files write it, or the mesh code
};

/// The point in two columns of a row; nothing leaves its fault with the row.
[[nodiscard]] std::optional<geo::Point> point_in(HomeRow& row, HomeColumn lon, HomeColumn lat);

/// Where the home of a row is: by its coordinates, else its mesh code, else its address. Faults stay with the row:
/// home_unplaced, empty_value, bad_number, bad_mesh_code, address_unmatched. `addresses` null: none can be looked up.
[[nodiscard]] HomePlace place_in(HomeRow& row, const io::AddressIndex* addresses);

/// Where the home in the first row of a table is, whatever its other columns say. Throws InputError with the fault as
/// above, zero_coordinate, bad_coordinate or swapped_coordinates.
[[nodiscard]] HomePlace only_place(const io::Table& table, const io::AddressIndex* addresses);

}  // namespace michinori::scenario
