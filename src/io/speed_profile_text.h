// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <string>

#include "network/speed_profile.h"

namespace michinori::io {

/// What a profile file says beside the two speeds of a class.
struct SpeedNote {
    std::string source;             ///< empty: none is written
    bool open_assumption = false;   ///< the open speed has no source
    bool dense_assumption = false;  ///< the dense speed has no source
};

/// A complete profile file that read_speed_profile() reads back to the same profile. Every number
/// outside the class speeds is marked as an assumption unless `rest_source` names where it is from.
/// The same profile gives the same text.
[[nodiscard]] std::string profile_text(const network::SpeedProfile& profile,
                                       const std::array<SpeedNote, network::road_class_count>& speed_notes,
                                       const std::string& rest_source, const std::string& notes);

}  // namespace michinori::io
