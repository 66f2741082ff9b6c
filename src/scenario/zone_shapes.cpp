// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/zone_shapes.h"

#include <utility>

namespace michinori::scenario {

std::vector<geo::MultiPolygon> read_zone_shapes(const io::InputFile& file, const io::VectorFormat& format,
                                                const std::string& role, io::InputLog& log) {
    std::vector<geo::MultiPolygon> shapes;
    for (auto& zone : io::read_zones(file, format, "", role, log)) {
        shapes.push_back(std::move(zone.shape));
    }
    return shapes;
}

}  // namespace michinori::scenario
