// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "io/input_log.h"
#include "network/speed_profile.h"

namespace michinori::io {

/// Reads a speed profile (TOML; every key is explained in scenarios/profiles/README.md). Unknown
/// keys, wrong types and speeds out of (0, 200] are errors with file, line and the nearest valid key.
[[nodiscard]] network::SpeedProfile read_speed_profile(const InputFile& file, InputLog& log);

/// Makes a profile file out of a prefecture's road traffic census (箇所別基本表 as CSV): the speed of a
/// section is the mean of its two directions, the speed of a class the length-weighted harmonic mean
/// of its sections' speeds. The text is a complete profile file with its source lines.
///
///     class code        1, 2 expressways  3 national  4 major prefectural  6 prefectural  5, 7 municipal
///     road class        motorway          trunk       primary              secondary      tertiary, unclassified
///
/// Municipal roads are measured in cities only, so their figure becomes the dense speed. Links take
/// link_factor x their class; dense speeds of the other classes keep the ratio dense / open of `base`;
/// what the census does not cover is that of `base`. All of these are marked as assumptions.
/// Errors per row: empty_value, bad_number, negative_number, bad_value; a section that has not been
/// measured in both directions is counted as not selected. Throws InputError table_empty when no
/// section has speeds.
struct CensusOptions {
    std::string encoding;
    std::string class_column = "#2";
    std::string length_column = "#6";  ///< km
    std::string up_column = "#29";     ///< measured speed, one direction, km/h
    std::string down_column = "#30";   ///< the other
    std::string region;                ///< for the title: "北海道 2010"
    double link_factor = 0.5;          ///< no source: ramps at about half the speed of their road
    Tolerance tolerance{0.01};
};
[[nodiscard]] std::string profile_from_census(const InputFile& census, const CensusOptions& options,
                                              const network::SpeedProfile& base, InputLog& log);

}  // namespace michinori::io
