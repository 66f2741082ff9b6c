// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <array>

#include "demo/writers.h"
#include "geo/line_buffer.h"
#include "io/csv_writer.h"

namespace michinori::demo {
namespace {

constexpr Metres half_river{30};

void write_dentists(const Prefecture& made, io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("facilities/dental.csv"),
                      {"ID", "正式名称", "機関区分", "都道府県コード", "市区町村コード", "所在地", "所在地座標（緯度）",
                       "所在地座標（経度）"});
    for (const auto& f : made.dentists) {
        csv.text(f.id).text(f.name).text("3").text(prefecture_code);
        csv.text(municipalities()[f.municipality].code.substr(2)).text(f.address);
        csv.fixed(f.place.lat, 7).fixed(f.place.lon, 7).end_row();
    }
    csv.close();
}

void write_stops(const Prefecture& made, io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("remote/stops.csv"), {"lon", "lat", "round_trips", "minutes", "role"});
    for (const auto& stop : made.remote.stops) {
        csv.fixed(stop.place.lon, 7).fixed(stop.place.lat, 7).integer(stop.round_trips);
        stop.minutes ? csv.integer(*stop.minutes) : csv.empty();
        csv.text(stop.role).end_row();
    }
    csv.close();
}

void write_visits(const Prefecture& made, io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("remote/visits.csv"), {"id", "name", "lon", "lat", "role", "sessions", "hub"});
    for (const auto& visit : made.remote.visits) {
        csv.text(visit.id).text(visit.name).fixed(visit.place.lon, 7).fixed(visit.place.lat, 7);
        csv.text(visit.role).integer(visit.sessions).text(visit.hub).end_row();
    }
    csv.close();
}

std::string ring_text(const std::vector<geo::Point>& ring) {
    std::string text;
    for (const auto p : ring) {
        text += fmt::format("{}[{:.7f},{:.7f}]", text.empty() ? "" : ",", p.lon, p.lat);
    }
    return "[" + text + "]";
}

/// A feature a part, so that each is a plain polygon.
void write_rivers(const Prefecture& made, io::OutputFolder& out) {
    const std::array<std::vector<geo::Line>, 1> lines{made.remote.rivers};
    const auto land = geo::nested_buffers(lines, {.width = half_river, .tolerance = Metres{5}}).front();
    std::string features;
    for (const auto& part : land.parts) {
        std::string rings;
        for (const auto& ring : part.rings) {
            rings += (rings.empty() ? "" : ",") + ring_text(ring);
        }
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"kind":"河川"}},"geometry":{{"type":"Polygon","coordinates":[{}]}}}})",
            features.empty() ? "" : ",\n", rings);
    }
    out.write_text("remote/rivers.geojson",
                   R"({"type":"FeatureCollection","name":"rivers",)"
                   R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6668"}},"features":[)"
                   "\n" +
                       features + "\n]}\n");
}

}  // namespace

void write_remote_care(const Prefecture& made, io::OutputFolder& out) {
    write_dentists(made, out);
    write_stops(made, out);
    write_visits(made, out);
    write_rivers(made, out);
}

}  // namespace michinori::demo
