// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "demo/writers.h"

namespace michinori::demo {
namespace {

std::string coordinates(const std::vector<geo::Point>& line) {
    std::string out;
    for (const auto p : line) {
        out += fmt::format("{}[{:.7f},{:.7f}]", out.empty() ? "" : ",", p.lon, p.lat);
    }
    return "[" + out + "]";
}

std::string feature(const std::string& properties, const std::vector<geo::Point>& line) {
    return fmt::format(
        R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"LineString","coordinates":{}}}}})", properties,
        coordinates(line));
}

std::string collection(const std::string& name, const std::vector<std::string>& features) {
    std::string out = fmt::format(R"({{"type":"FeatureCollection","name":"{}",)", name) +
                      R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6668"}},"features":[)"
                      "\n";
    for (std::size_t i = 0; i < features.size(); ++i) {
        out += features[i] + (i + 1 < features.size() ? ",\n" : "\n");
    }
    return out + "]}\n";
}

}  // namespace

void write_road_extras(const Prefecture& made, io::OutputFolder& out) {
    std::vector<std::string> ferries;
    for (const auto& ferry : made.roads.ferries) {
        ferries.push_back(feature(fmt::format(R"("name":"{}","minutes":{},"cars":"{}")", ferry.name, ferry.minutes,
                                              ferry.cars ? "yes" : "no"),
                                  ferry.line));
    }
    out.write_text("roads/ferries.geojson", collection("ferries", ferries));
    std::vector<std::string> closed;
    for (const auto& stretch : closed_stretches(made.roads)) {
        closed.push_back(feature(R"("note":"冬期通行止 11/15-4/20")", stretch));
    }
    out.write_text("roads/winter_closed.geojson", collection("winter_closed", closed));
}

}  // namespace michinori::demo
