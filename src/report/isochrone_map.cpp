// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/isochrone_map.h"

#include <fmt/core.h>

#include <ranges>

#include "io/gpkg_writer.h"
#include "report/gpkg_style.h"
#include "report/text_table.h"
#include "report/words.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using Type = GpkgWriter::FieldType;

std::string words(Word w, const IsochroneMap& map) {
    return std::string(word(w, map.language));
}

double limit_of(const scenario::MeasuredIsochrone& ring) {
    return minutes(ring.shape.limit);
}

void add_symbology(const IsochroneMap& map, const std::string& layer, GpkgWriter::Shape shape, GpkgWriter& file) {
    std::vector<double> limits;
    for (const auto& ring : map.isochrones) {
        limits.push_back(limit_of(ring));
    }
    file.add_style(layer, words(Word::limit_min, map), graduated_qml(shape, "limit_min", limits, map.language));
}

void add_land(const IsochroneMap& map, GpkgWriter& file) {
    file.begin_layer(
        "isochrone", words(Word::layer_isochrone, map) + " (" + map.subject + ")", GpkgWriter::Shape::polygon,
        {{"limit_min", Type::real, words(Word::limit_min, map)}, {"area_km2", Type::real, words(Word::area_km2, map)}});
    for (const auto& ring : std::views::reverse(map.isochrones)) {
        file.add(ring.shape.area, {limit_of(ring), ring.area_km2});
    }
    add_symbology(map, "isochrone", GpkgWriter::Shape::polygon, file);
}

void add_roads(const IsochroneMap& map, GpkgWriter& file) {
    file.begin_layer("roads", words(Word::layer_isochrone_roads, map) + " (" + map.subject + ")",
                     GpkgWriter::Shape::line,
                     {{"limit_min", Type::real, words(Word::limit_min, map)},
                      {"length_m", Type::real, words(Word::length_m, map)},
                      {"ferry", Type::integer, words(Word::ferry, map)}});
    for (const auto& ring : std::views::reverse(map.isochrones)) {
        for (const auto& piece : ring.shape.roads) {
            const auto line = map.network.line_between(piece.from, piece.to);
            if (line.size() > 1) {  // else a road of no length, which no line can show
                file.add(line, {limit_of(ring), scenario::length_of(map.network, piece).value(),
                                std::int64_t{map.network.segment(piece.from.segment).ferry}});
            }
        }
    }
    add_symbology(map, "roads", GpkgWriter::Shape::line, file);
}

}  // namespace

void write_isochrones(const IsochroneMap& map, const std::filesystem::path& file) {
    GpkgWriter writer(file);
    add_land(map, writer);
    add_roads(map, writer);
    writer.close();
}

std::string isochrone_table(const IsochroneMap& map) {
    TextTable table({{words(Word::limit_min, map), TextTable::right},
                     {words(Word::road_km, map), TextTable::right},
                     {words(Word::area_km2, map), TextTable::right}});
    for (const auto& ring : map.isochrones) {
        table.row({fmt::format("{:g}", limit_of(ring)), fmt::format("{:.1f}", ring.roads.value() / 1000),
                   fmt::format("{:.1f}", ring.area_km2)});
    }
    return table.text();
}

}  // namespace michinori::report
