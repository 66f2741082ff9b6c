// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "demo/plane.h"

namespace michinori::demo {

inline constexpr std::string_view prefecture_name = "海野県";
inline constexpr std::string_view prefecture_code = "48";  // the real ones end at 47

enum class MunicipalityKind { city, town, village };

/// One of the 25 municipalities: all names are made up. `where` is roughly where its hall stands.
struct Municipality {
    std::string_view code;      ///< five digits, as in N03_007
    std::string_view district;  ///< 郡 of towns and villages
    std::string_view name;
    MunicipalityKind kind;
    int population;  ///< they add up to 900,000
    Coastal where;
    std::string_view secondary;
    std::string_view perinatal;
    std::string_view cancer;
};

inline constexpr std::size_t municipality_count = 25;
inline constexpr std::size_t capital_index = 0;

[[nodiscard]] std::span<const Municipality, municipality_count> municipalities();

/// "海野市", or with its district "北海野郡浜里町".
[[nodiscard]] std::string full_name(const Municipality& m);

struct AreaName {
    std::string_view code;
    std::string_view name;
};
[[nodiscard]] std::span<const AreaName> secondary_areas();
[[nodiscard]] std::span<const AreaName> perinatal_areas();
[[nodiscard]] std::span<const AreaName> cancer_areas();
[[nodiscard]] std::span<const AreaName> tertiary_areas();
/// Code of the tertiary area that a secondary area lies in.
[[nodiscard]] std::string_view tertiary_of(std::string_view secondary);
/// The entry with this code; it must be there.
[[nodiscard]] std::string_view name_of(std::span<const AreaName> areas, std::string_view code);

}  // namespace michinori::demo
