// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace michinori::network {

/// Classes of road, named as OpenStreetMap names them; the Japanese administrative class that each
/// stands for is given beside it. Speed profiles give a speed for each.
enum class RoadClass : std::uint8_t {
    motorway,  ///< 高速自動車国道, 自動車専用道路
    motorway_link,
    trunk,  ///< 一般国道
    trunk_link,
    primary,  ///< 主要地方道
    primary_link,
    secondary,  ///< 一般都道府県道
    secondary_link,
    tertiary,  ///< 市町村道 (main)
    tertiary_link,
    unclassified,  ///< 市町村道
    residential,   ///< 市町村道 in built-up places
    living_street,
    service,  ///< access and private roads
    track,    ///< 農道, 林道
    road,     ///< class unknown
    ferry,    ///< car ferry
};
inline constexpr std::size_t road_class_count = 17;

inline constexpr std::array<std::string_view, road_class_count> road_class_names{
    "motorway",      "motorway_link",  "trunk",    "trunk_link",    "primary",      "primary_link",
    "secondary",     "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential",
    "living_street", "service",        "track",    "road",          "ferry"};

[[nodiscard]] constexpr std::string_view name(RoadClass c) {
    return road_class_names[static_cast<std::size_t>(c)];
}

[[nodiscard]] constexpr std::optional<RoadClass> road_class(std::string_view name) {
    for (std::size_t i = 0; i < road_class_count; ++i) {
        if (road_class_names[i] == name) {
            return static_cast<RoadClass>(i);
        }
    }
    return std::nullopt;
}

/// Width of the carriageway, in the classes of the national road data (N13_006).
enum class WidthClass : std::uint8_t { under_3m, from_3m, from_5_5m, from_13m, from_19_5m, unknown };
inline constexpr std::size_t width_class_count = 6;
inline constexpr std::array<std::string_view, width_class_count> width_class_names{
    "under_3m", "from_3m", "from_5_5m", "from_13m", "from_19_5m", "unknown"};

/// The class of a width in metres (not negative).
[[nodiscard]] constexpr WidthClass width_class(double metres) {
    return metres < 3      ? WidthClass::under_3m
           : metres < 5.5  ? WidthClass::from_3m
           : metres < 13   ? WidthClass::from_5_5m
           : metres < 19.5 ? WidthClass::from_13m
                           : WidthClass::from_19_5m;
}

/// Special heavy-snow areas are the harsher kind (特別豪雪地帯).
enum class SnowZone : std::uint8_t { none, heavy, special_heavy };

}  // namespace michinori::network
