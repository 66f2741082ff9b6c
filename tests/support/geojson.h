// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

namespace michinori::test {

/// One line of a GeoJSON layer: coordinates as "[0,0],[1,0]", properties as "\"a\":1,\"b\":\"x\"".
struct JsonLine {
    std::string coordinates;
    std::string properties;
};

/// A layer of lines with a field of each kind that GeoJSON has. Empty coordinates: no geometry.
inline std::string geojson(const std::vector<JsonLine>& lines) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto geometry = lines[i].coordinates.empty()
                                  ? "null"
                                  : R"({"type":"LineString","coordinates":[)" + lines[i].coordinates + "]}";
        text += (i == 0 ? "" : ",") + std::string(R"({"type":"Feature","properties":{)") + lines[i].properties +
                R"(},"geometry":)" + geometry + "}";
    }
    return text + "]}";
}

}  // namespace michinori::test
