// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

namespace michinori::test {

/// The text of a speed profile by which every road is driven at one speed, without delays.
inline std::string flat_profile(const std::string& id = "flat", int kmh = 60) {
    const auto speed = std::to_string(kmh);
    auto text = "id = \"" + id + "\"\ntitle_en = \"" + id + "\"\ntitle_ja = \"" + id + "\"\nsource = \"test\"\n";
    for (const char* road :
         {"motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link",
          "tertiary", "tertiary_link", "unclassified", "residential", "living_street", "service", "track", "road"}) {
        text += std::string("[speeds.") + road + "]\nopen = " + speed + "\ndense = " + speed + "\n";
    }
    return text + "[maxspeed]\nrule = \"ignore\"\n[ferry]\nspeed_kmh = 20\nboarding_min = 0\nwaiting_min = 0\n";
}

}  // namespace michinori::test
