// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "io/input_log.h"
#include "policy/rurality.h"

namespace michinori::scenario {

/// A frozen scale of rurality: the model of a national set of units with its cut points, so that a part of the country
/// gets the percentiles it has in the nation. `michinori designate` writes such files (rurality_scales.toml).
struct RuralityScale {
    std::string id;
    std::string unit;    ///< "cell", or the level of areas it was made of ("secondary")
    std::string metric;  ///< of its distances: "straight_km", "road_km", "minutes_summer" ...
    std::string source;  ///< what the nation was made of, for people
    std::size_t units = 0;
    bool made_up = false;      ///< a scale for demonstrations: told in every output
    bool approximate = false;  ///< the nation's polygons were
    policy::FrozenRurality frozen;
};

/// Reads [[scale]] tables of TOML files; scenarios/README.md explains the keys. Throws InputError with every fault:
/// missing keys, 99 cut points that do not ascend, ids that stand twice.
[[nodiscard]] std::vector<RuralityScale> read_rurality_scales(const std::vector<io::InputFile>& files,
                                                              io::InputLog& log);

/// The file of these scales, as read_rurality_scales() reads it: numbers in the shortest form that gives the same bits.
[[nodiscard]] std::string rurality_scales_toml(const std::vector<RuralityScale>& scales);

/// How many of Japan's 47 prefectures the codes begin with ("01" to "47"): a national set has all of them.
[[nodiscard]] std::size_t prefectures_of(const std::vector<std::string>& codes);
inline constexpr std::size_t prefectures_of_japan = 47;

[[nodiscard]] std::string_view name(policy::Transform transform);

}  // namespace michinori::scenario
