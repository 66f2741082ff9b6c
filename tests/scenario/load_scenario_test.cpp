// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "load_support.h"

using namespace michinori;
using scenario::Scenario;
using Kind = access::Condition::Kind;
using test::ScenarioFolder;
using test::small_scenario;
using test::small_scenario_with;

TEST_CASE("the smallest scenario gets the documented defaults") {
    const ScenarioFolder folder;
    const auto s = folder.load(small_scenario);
    CHECK(s.id == "small");
    CHECK(s.title_en == "small");
    CHECK(s.language == Language::english);
    CHECK(s.speed.season == network::Season::summer);
    CHECK(s.speed.profile.path == folder.path() / "profiles/legal-speed.toml");
    CHECK(s.speed.profile.shown == "profiles/legal-speed.toml");
    CHECK(s.roads.files.at(0).shown == "roads.zip");
    CHECK(s.roads.ferries.include);
    CHECK(s.snapping.limit == Metres{1000});
    CHECK(s.snapping.outside == Metres{5000});
    CHECK(s.demand.at(0).options.tolerance.share == 0.01);
    CHECK(s.facilities.at(0).options.tolerance.share == 0);
    CHECK_FALSE(s.facilities.at(0).options.bounds);
    CHECK_FALSE(s.facilities.at(0).skip_unsnapped);
    CHECK(s.services.at(0).thresholds_min == std::vector<double>{15, 30, 45, 60, 90});
    CHECK_FALSE(s.services.at(0).cutoff_min);
    CHECK(s.areas.empty());
    CHECK(s.outputs.access_csv);
}

TEST_CASE("one road file may stand without the list's brackets") {
    const ScenarioFolder folder;
    const auto s = folder.load(small_scenario_with("files = [\"roads.zip\"]", "files = \"roads.zip\""));
    CHECK(s.roads.files.at(0).shown == "roads.zip");
}

TEST_CASE("a scenario without id is called by its file") {
    const ScenarioFolder folder;
    CHECK(folder.load(small_scenario_with("id = \"small\"\n", "")).id == "s");
}

TEST_CASE("head, snapping and outputs") {
    const ScenarioFolder folder;
    const auto s = folder.load(small_scenario_with("id = \"small\"\n", R"(id = "x-1"
title_en = "Title"
title_ja = "題"
language = "ja"
attribution = "データの出典"
)") + R"([snapping]
limit_m = 700
outside_m = 3000.5
access_speed_kmh = 30
smallest_component_m = 0
[outputs]
access_csv = false
gpkg = false
routes_for = ["*"]
)");
    CHECK(s.id == "x-1");
    CHECK(s.title_en == "Title");
    CHECK(s.title_ja == "題");
    CHECK(s.language == Language::japanese);
    CHECK(s.attribution == "データの出典");
    CHECK(s.snapping.limit == Metres{700});
    CHECK(s.snapping.outside == Metres{3000.5});
    CHECK(s.snapping.access_speed == KmPerHour{30});
    CHECK(s.snapping.smallest_component == Metres{0});
    CHECK_FALSE(s.outputs.access_csv);
    CHECK_FALSE(s.outputs.gpkg);
    CHECK(s.outputs.routes_for == std::vector<std::string>{"*"});
}

TEST_CASE("data paths start at the data root, profiles at the scenario") {
    const ScenarioFolder plans({"./homes.csv", "profiles/legal-speed.toml"});
    const ScenarioFolder data({"roads.zip", "hospitals.csv"});
    const auto file = plans.path() / "p.toml";
    std::ofstream(file) << small_scenario_with("file = \"people.csv\"", "file = \"./homes.csv\"");
    const auto s = scenario::load_scenario(file, data.path());
    CHECK(s.roads.files.at(0).path == data.path() / "roads.zip");
    CHECK(s.facilities.at(0).file.path == data.path() / "hospitals.csv");
    CHECK(s.demand.at(0).file.path.lexically_normal() == plans.path() / "homes.csv");
    CHECK(s.demand.at(0).file.shown == "./homes.csv");
    CHECK(s.speed.profile.path == plans.path() / "profiles/legal-speed.toml");
}

TEST_CASE("road lines: columns, class values, noding") {
    const ScenarioFolder folder;
    const auto roads = folder
                           .load(small_scenario_with("format = \"n13\"", R"(format = "lines"
layer = "roads"
crs = "EPSG:2454"
encoding = "Shift_JIS"
filter = "fclass <> 'footway'"
noding = false
tolerance_m = 2.5
default_class = "residential"
class_values = { "1" = "trunk", "国道" = "trunk" }
columns = { class = "c", name = "n", oneway = "o", maxspeed = "m", level = "l", bridge = "b", tunnel = "t", width_m = "w", toll = "y" })"))
                           .roads;
    CHECK(roads.format == Scenario::RoadFormat::lines);
    CHECK(roads.lines.format.layer == "roads");
    CHECK(roads.lines.format.crs == "EPSG:2454");
    CHECK(roads.lines.format.encoding == "CP932");
    CHECK(roads.lines.format.where == "fclass <> 'footway'");
    CHECK_FALSE(roads.lines.noding);
    CHECK(roads.lines.tolerance == Metres{2.5});
    const auto& columns = roads.lines.columns;
    CHECK(columns.default_class == network::RoadClass::residential);
    CHECK(columns.class_values.at("国道") == network::RoadClass::trunk);
    CHECK(columns.road_class + columns.name + columns.oneway + columns.maxspeed + columns.level + columns.bridge +
              columns.tunnel + columns.width_m + columns.toll ==
          "cnomlbtwy");
}

TEST_CASE("links: node columns, node table, tolerance") {
    ScenarioFolder folder;
    folder.add("nodes.csv");
    const auto links = folder
                           .load(small_scenario_with("format = \"n13\"", R"(format = "links"
directed = true
delimiter = "tab"
header = false
skip_lines = 1
refuse_at_most = "2.5%"
columns = { from = "#1", to = "#2", length_m = "#3" }
nodes = { file = "nodes.csv", id = "n", lon = "x", lat = "y" })"))
                           .roads.links;
    CHECK(links.directed);
    CHECK(links.table.delimiter == '\t');
    CHECK_FALSE(links.table.header);
    CHECK(links.table.skip_lines_after_header == 1);
    CHECK(links.tolerance.share == Approx(0.025));
    CHECK(links.from_column + links.to_column + links.length_column == "#1#2#3");
    REQUIRE(links.nodes);
    CHECK(links.nodes->shown == "nodes.csv");
    CHECK(links.node_id_column + links.node_lon_column + links.node_lat_column == "nxy");
}

TEST_CASE("OpenStreetMap roads and the choice of ferries") {
    ScenarioFolder folder;
    folder.add("ferries.geojson");
    const auto roads = folder
                           .load(small_scenario_with("format = \"n13\"", R"(format = "osm"
private_roads = false
tracks = false
ferries = { use = false, untagged = false }
ferry_layer = [{ file = "ferries.geojson", join_m = 500, columns = { name = "n", minutes = "m", cars = "c" } }])"))
                           .roads;
    CHECK(roads.format == Scenario::RoadFormat::osm);
    CHECK_FALSE(roads.osm.private_roads);
    CHECK_FALSE(roads.osm.tracks);
    CHECK_FALSE(roads.ferries.include);
    CHECK_FALSE(roads.osm.ferries.include);
    CHECK_FALSE(roads.osm.ferries.include_untagged);
    REQUIRE(roads.ferry_layers.size() == 1);
    CHECK(roads.ferry_layers[0].options.join == Metres{500});
    CHECK(roads.ferry_layers[0].options.minutes_column == "m");
}

TEST_CASE("a pattern of people's files is an entry per file, and N13 files keep their order") {
    ScenarioFolder folder;
    for (const auto* name : {"mesh/t2.txt", "mesh/t1.txt", "n13/b.zip", "n13/a.zip"}) {
        folder.add(name);
    }
    auto text = small_scenario_with("file = \"people.csv\"\ncolumns = { mesh = \"mesh\", population = \"people\" }",
                                    R"(format = "estat_mesh"
file = "mesh/t*.txt"
encoding = "CP932"
refuse_at_most = 0
columns = { population = "T001141001" }
groups = { women_15_64 = "T001141012" })");
    text.replace(text.find("roads.zip"), 9, "n13/*.zip");
    const auto s = folder.load(text);
    REQUIRE(s.demand.size() == 2);
    CHECK(s.demand[0].file.shown == "mesh/t1.txt");
    CHECK(s.demand[1].file.shown == "mesh/t2.txt");
    CHECK(s.demand[1].options.kind == io::DemandKind::estat_mesh);
    CHECK(s.demand[1].options.groups.at("women_15_64") == "T001141012");
    CHECK(s.demand[1].options.tolerance.share == 0);
    CHECK(s.roads.files.at(0).shown == "n13/a.zip");
    CHECK(s.roads.files.at(1).shown == "n13/b.zip");
}

TEST_CASE("facilities: conditions, bounds, tags") {
    ScenarioFolder folder;
    folder.add("m.osm.pbf");
    const auto s = folder.load(small_scenario + R"(
[[facilities]]
format = "osm"
file = "m.osm.pbf"
tags = { amenity = ["hospital", "clinic"] }
where = [{ column = "name", not_empty = true }, { column = "beds", at_least = 20 }]
bounds = [14.1, 35.7, 14.7, 36.1]
skip_missing_coordinates = true
refuse_at_most = 0.5
unsnapped = "skip"
)");
    REQUIRE(s.facilities.size() == 2);
    const auto& osm = s.facilities[1].options;
    CHECK(osm.osm);
    CHECK(osm.osm_tags.at("amenity") == std::vector<std::string>{"hospital", "clinic"});
    REQUIRE(osm.where.size() == 2);
    CHECK(osm.where[0].kind == Kind::not_empty);
    CHECK(osm.where[1].kind == Kind::at_least);
    CHECK(osm.where[1].number == 20);
    REQUIRE(osm.bounds);
    CHECK(osm.bounds->contains({14.5, 35.9}));
    CHECK_FALSE(osm.bounds->contains({136.96, 34.918}));
    CHECK(osm.skip_missing_coordinates);
    CHECK(s.facilities[1].skip_unsnapped);
}

TEST_CASE("services: every kind of test") {
    const ScenarioFolder folder;
    const auto s = folder
                       .load(small_scenario + R"(
[[service]]
id = "s2"
title_ja = "分娩"
where = [{ column = "a", equals = "○" }, { column = "b", not_equals = "0" }, { column = "c", one_of = ["1", "2"] },
         { column = "d", contains = "産婦" }, { column = "e", above = 0 }]
where_any = [{ column = "f", below = 1.5 }, { column = "g", at_most = -1 }]
ids = ["R7-0101-14"]
thresholds_min = [30, 60]
cutoff_min = 180
)")
                       .services.at(1);
    CHECK(s.title_en == "s2");
    CHECK(s.title_ja == "分娩");
    REQUIRE(s.all_of.size() == 5);
    CHECK(s.all_of[0].texts == std::vector<std::string>{"○"});
    CHECK(s.all_of[1].kind == Kind::not_equals);
    CHECK(s.all_of[2].kind == Kind::one_of);
    CHECK(s.all_of[2].texts == std::vector<std::string>{"1", "2"});
    CHECK(s.all_of[3].kind == Kind::contains);
    CHECK(s.all_of[4].kind == Kind::above);
    REQUIRE(s.any_of.size() == 2);
    CHECK(s.any_of[0].number == 1.5);
    CHECK(s.any_of[1].number == -1);
    CHECK(s.ids == std::vector<std::string>{"R7-0101-14"});
    CHECK(s.thresholds_min == std::vector<double>{30, 60});
    CHECK(s.cutoff_min == 180.0);
}

TEST_CASE("area levels from polygons, members and codes") {
    const ScenarioFolder folder;
    const auto areas = folder
                           .load(small_scenario + R"(
[[area]]
level = "municipality"
file = "areas.zip"
encoding = "CP932"
columns = { code = "N03_007", name = "N03_004" }
snap_limit_m = 50
[[area]]
level = "perinatal"
source = "members"
of = "municipality"
file = "people.csv"
columns = { member = "m", code = "c", name = "n" }
[[area]]
level = "own"
source = "code"
file = "areas.zip"
columns = { code = "N03_007" }
)")
                           .areas;
    REQUIRE(areas.size() == 3);
    CHECK(areas[0].source == Scenario::Areas::Source::polygons);
    CHECK(areas[0].polygons.format.encoding == "CP932");
    CHECK(areas[0].polygons.name_column == "N03_004");
    CHECK(areas[0].snap_limit == Metres{50});
    CHECK(areas[1].lower_level == "municipality");
    CHECK(areas[1].members.member_column == "m");
    CHECK(areas[1].members.code_column == "c");
    CHECK(areas[2].source == Scenario::Areas::Source::code);
    CHECK(areas[2].polygons.code_column == "N03_007");
}

TEST_CASE("speed: season, zones, a profile by path") {
    ScenarioFolder folder;
    folder.add("own/mine.toml");
    const auto speed = folder
                           .load(small_scenario_with("profile = \"legal-speed\"", R"(profile = "own/mine.toml"
season = "winter"
dense_areas = { file = "areas.zip", layer = "A16" }
snow_areas = { file = "areas.zip", column = "A22_009", special_heavy = ["2", "3"] }
winter_closures = { file = "areas.zip", match_m = 10 })"))
                           .speed;
    CHECK(speed.profile.shown == "own/mine.toml");
    CHECK(speed.season == network::Season::winter);
    CHECK(speed.dense->format.layer == "A16");
    CHECK(speed.snow->value_column == "A22_009");
    CHECK(speed.snow->heavy_values == std::vector<std::string>{"1"});
    CHECK(speed.snow->special_values == std::vector<std::string>{"2", "3"});
    CHECK(speed.winter_closures);
    CHECK(speed.closure_match == Metres{10});
}
