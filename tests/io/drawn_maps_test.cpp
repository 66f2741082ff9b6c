// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
//
// Small maps drawn in characters, written as OpenStreetMap and as a Shapefile, read back and driven:
// every form has to give the times worked out by hand.
#include <fmt/core.h>
#include <gdal.h>
#include <gdal_utils.h>

#include <catch2/catch.hpp>
#include <map>
#include <optional>

#include "base/progress.h"
#include "io/road_readers.h"
#include "network/components.h"
#include "network/snapping.h"
#include "support/ascii_map.h"
#include "support/engines.h"
#include "support/temp_folder.h"

namespace {

using namespace michinori;
using test::AsciiMap;

std::string oneway_of(const network::RawSection& section) {
    return section.forward && section.backward ? "no" : section.forward ? "yes" : "-1";
}

bool is_ferry(const network::RawRoads& roads, const network::RawSection& section) {
    return roads.attributes[section.attributes.index()].road_class == network::RoadClass::ferry;
}

std::string osm_way(const network::RawRoads& roads, const network::RawSection& s) {
    auto text = fmt::format("<way id='{}'><nd ref='{}'/><nd ref='{}'/>", s.source_id, s.from.raw() + 1, s.to.raw() + 1);
    if (is_ferry(roads, s)) {  // 10 s a step, as on land
        const auto seconds = static_cast<int>(s.stated_length_m / 10);
        text += fmt::format("<tag k='route' v='ferry'/><tag k='motorcar' v='yes'/><tag k='duration' v='00:00:{:02}'/>",
                            seconds);
    } else {
        text += fmt::format("<tag k='highway' v='residential'/><tag k='oneway' v='{}'/>", oneway_of(s));
    }
    return text + "</way>\n";
}

std::string as_osm(const network::RawRoads& roads) {
    std::string text = "<?xml version='1.0'?>\n<osm version='0.6'>\n";
    for (std::size_t n = 0; n < roads.nodes.size(); ++n) {
        text += fmt::format("<node id='{}' lon='{:.7f}' lat='{:.7f}'/>\n", n + 1, roads.nodes[n].position.lon,
                            roads.nodes[n].position.lat);
    }
    for (const auto& section : roads.sections) {
        text += osm_way(roads, section);
    }
    int id = 1;
    for (const auto& r : roads.restrictions) {
        text += fmt::format(
            "<relation id='{}'><member type='way' ref='{}' role='from'/><member type='node' ref='{}' role='via'/>"
            "<member type='way' ref='{}' role='to'/><tag k='type' v='restriction'/><tag k='restriction' "
            "v='{}'/></relation>\n",
            id++, r.from_source, r.via.raw() + 1, r.to_source, r.only ? "only_straight_on" : "no_left_turn");
    }
    return text + "</osm>\n";
}

std::string as_geojson(const network::RawRoads& roads) {
    std::string features;
    for (const auto& s : roads.sections) {
        const auto a = roads.nodes[s.from.index()].position;
        const auto b = roads.nodes[s.to.index()].position;
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"class":"{}","way":"{}"}},"geometry":{{"type":"LineString","coordinates":[[{:.7f},{:.7f}],[{:.7f},{:.7f}]]}}}})",
            features.empty() ? "" : ",", is_ferry(roads, s) ? "ferry" : "residential", oneway_of(s), a.lon, a.lat,
            b.lon, b.lat);
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

/// The same lines as a Shapefile, made by GDAL.
std::filesystem::path as_shapefile(const test::TempFolder& folder, const network::RawRoads& roads) {
    GDALAllRegister();
    const auto json = folder.write("roads.geojson", as_geojson(roads));
    const auto shape = folder.path() / "roads.shp";
    GDALDatasetH source = GDALOpenEx(json.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    REQUIRE(source != nullptr);
    GDALDatasetH made = GDALVectorTranslate(shape.c_str(), nullptr, 1, &source, nullptr, nullptr);
    REQUIRE(made != nullptr);
    GDALClose(made);
    GDALClose(source);
    return shape;
}

network::RawRoads read_osm(const test::TempFolder& folder, const network::RawRoads& drawn) {
    network::RawRoads roads;
    io::InputLog log;
    NoProgress silent;
    io::read_osm_roads({folder.write("map.osm", as_osm(drawn)), "map.osm"}, {}, roads, log, silent);
    return roads;
}

network::RawRoads read_shapefile(const test::TempFolder& folder, const network::RawRoads& drawn) {
    network::RawRoads roads;
    io::InputLog log;
    NoProgress silent;
    io::LineOptions options;
    options.noding = false;
    options.columns.road_class = "class";
    options.columns.oneway = "way";
    io::read_lines({{as_shapefile(folder, drawn), "roads.shp"}}, options, roads, log, silent);
    return roads;
}

std::optional<double> seconds(const network::RawRoads& roads, geo::Point from, geo::Point to) {
    const auto net = network::RoadNetwork::build(roads);
    const network::TravelModel model(net, AsciiMap::profile(), network::Season::summer);
    const auto components = network::Components::find(model);
    const network::Snapper snapper(model, components, {.smallest_component = Metres{0}});
    const auto start = std::get<network::Snapped>(snapper.snap(from));
    const auto goal = std::get<network::Snapped>(snapper.snap(to));
    const auto found = test::Engines(model).nearest({{goal.position, TravelTime{0}}}, 1, start.position);
    return found.empty() ? std::nullopt : std::optional(found[0].time.count() / 1000.0);
}

/// Both forms give the time, to the 1 % by which a drawn step differs from 100 m on the ground.
void check(AsciiMap& map, char from, char to, std::optional<double> expected, bool shapefile_too = true) {
    const test::TempFolder folder;
    std::vector<network::RawRoads> forms{read_osm(folder, map.roads())};
    if (shapefile_too) {
        forms.push_back(read_shapefile(folder, map.roads()));
    }
    for (const auto& roads : forms) {
        const auto found = seconds(roads, map.place(from), map.place(to));
        INFO(from << " to " << to);
        REQUIRE(found.has_value() == expected.has_value());
        if (expected) {
            CHECK(*found == Approx(*expected).epsilon(0.01));
        }
    }
}

}  // namespace

TEST_CASE("drawn maps give their times out of OpenStreetMap and out of a Shapefile") {
    SECTION("one-way") {
        AsciiMap map({"A->-B", "|   |", "C---D"});
        check(map, 'A', 'B', 40);
        check(map, 'B', 'A', 80);
    }
    SECTION("bridge over a road") {
        AsciiMap map({"  B  ", "  |  ", "A-#-C", "  |  ", "  D  "});
        check(map, 'A', 'C', 40);
        check(map, 'B', 'D', 40);
        check(map, 'A', 'B', std::nullopt);
    }
    SECTION("dead end") {
        AsciiMap map({"A-B-C", "  |  ", "  D  "});
        check(map, 'D', 'C', 40);
    }
    SECTION("ferry to an island, and an island without") {
        AsciiMap map({"A-B~C-D", "       ", "E-F    "});
        check(map, 'A', 'D', 60);
        check(map, 'E', 'D', std::nullopt);
    }
    SECTION("turn restriction (a Shapefile cannot say one)") {
        AsciiMap map({"  B  ", "  |  ", "A-E-C", "  |  ", "  D  "});
        map.roads().restrictions.push_back({map.road('A', 'E'), map.node('E'), map.road('B', 'E'), false});
        check(map, 'A', 'B', 80, false);
        check(map, 'C', 'B', 40, false);
    }
    SECTION("grid") {
        AsciiMap map({"A-B-C-D", "| | | |", "E>F-G-H", "| | ^ |", "I-J-K-L"});
        check(map, 'A', 'L', 100);
        check(map, 'F', 'E', 60);
        check(map, 'G', 'K', 60);
    }
}
