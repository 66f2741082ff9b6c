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

/// Makes a profile file out of a prefecture's road traffic census (箇所別基本表 as CSV): length-weighted
/// harmonic means of the measured speeds by road class. The text is a complete profile file with its
/// source lines; classes the census does not cover keep those of `base`, marked as assumptions.
struct CensusOptions {
    std::string encoding;
    std::string class_column = "#2";
    std::string length_column = "#6";        ///< km
    std::string up_column = "#29";           ///< measured speed, one direction, km/h
    std::string down_column = "#30";         ///< the other
    std::string region;                      ///< for the title: "北海道 2010"
};
[[nodiscard]] std::string profile_from_census(const InputFile& census, const CensusOptions& options,
                                              const network::SpeedProfile& base, InputLog& log);

}  // namespace michinori::io
