// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/vector_layer.h"

#include <catch2/catch.hpp>

#include "support/faults.h"
#include "support/layer_file.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;
using test::LayerFile;

namespace {

const std::string sapporo_cp932 = "\x8e\x44\x96\x79";
const std::string sapporo = "札幌";

LayerFile two_points(const std::string& name) {
    LayerFile file;
    file.features = {{"POINT (141.35 43.06)", {"01101", name}}, {"POINT (140.73 41.77)", {"01202", "x"}}};
    return file;
}

struct Read {
    VectorLayerInfo info;
    std::vector<Feature> features;
    std::int64_t filtered_out = 0;
};

struct Fixture {
    test::TempFolder folder;

    [[nodiscard]] std::string at(const std::string& name) const { return (folder.path() / name).string(); }
    [[nodiscard]] Read read(const std::string& name, const VectorFormat& format = {}) const {
        VectorReader reader({at(name), name}, format);
        Read read{reader.info(), {}, 0};
        Feature feature;
        while (reader.next(feature)) {
            read.features.push_back(feature);
        }
        read.filtered_out = reader.filtered_out();
        return read;
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "each format gives the same features") {
    const auto [name, driver] = GENERATE(table<std::string, std::string>({{"a.shp", "ESRI Shapefile"},
                                                                          {"a.gpkg", "GPKG"},
                                                                          {"a.geojson", "GeoJSON"},
                                                                          {"a.json", "GeoJSON"},
                                                                          {"a.fgb", "FlatGeobuf"}}));
    CAPTURE(name);
    auto file = two_points(sapporo);
    file.driver = driver;
    file.encoding = "UTF-8";
    file.crs = driver == "GeoJSON" ? "EPSG:4326" : "EPSG:6668";
    test::write_layer(at(name), file);
    const auto read = this->read(name);
    CHECK(read.info.format == driver);
    CHECK(read.info.encoding == "UTF-8");
    CHECK(read.info.crs == file.crs + " (file)");
    CHECK(read.info.features == 2);
    CHECK(read.info.columns == file.columns);
    REQUIRE(read.features.size() == 2);
    const auto first = std::ranges::find(read.features, "01101", [](const Feature& f) { return f.fields[0]; });
    REQUIRE(first != read.features.end());  // FlatGeobuf puts features in its own order
    CHECK(first->kind == GeometryKind::point);
    CHECK(first->point == geo::Point{141.35, 43.06});
    CHECK(first->fields[1] == sapporo);
}

TEST_CASE_METHOD(Fixture, "the encoding of a Shapefile: .cpg, the DBF's mark, UTF-8 by its texts, else CP932") {
    test::write_layer(at("cp932.shp"), two_points(sapporo_cp932));
    CHECK(read("cp932.shp").info.encoding == "CP932");
    CHECK(read("cp932.shp").features[0].fields[1] == sapporo);

    test::write_layer(at("utf8.shp"), two_points(sapporo));
    std::filesystem::remove(at("utf8.cpg"));
    CHECK(read("utf8.shp").info.encoding == "UTF-8");
    CHECK(read("utf8.shp").features[0].fields[1] == sapporo);

    (void)folder.write("cp932.cpg", "SHIFT_JIS\r\n");
    CHECK(read("cp932.shp").info.encoding == "CP932");

    VectorFormat stated;
    stated.encoding = "sjis";
    CHECK(read("cp932.shp", stated).features[0].fields[1] == sapporo);
}

TEST_CASE_METHOD(Fixture, "a field that its writer cut in the middle of a letter is still text") {
    auto file = two_points("\x8e\x44\x96\x79\x8e");  // 札幌 and half of 市, in five bytes
    file.width = 5;
    test::write_layer(at("cut.shp"), file);
    const auto read = this->read("cut.shp");
    CHECK(read.info.encoding == "CP932");
    CHECK(read.features[0].fields[1] == sapporo);
    auto utf8 = two_points("札幌\xE5\xB8");
    utf8.width = 8;
    test::write_layer(at("cut8.shp"), utf8);
    CHECK(this->read("cut8.shp").features[0].fields[1] == sapporo);
}

TEST_CASE_METHOD(Fixture, "a Shapefile without .dbf, with a name beyond ASCII") {
    auto file = two_points("x");
    test::write_layer(at("路線.shp"), file);
    std::filesystem::remove(at("路線.dbf"));
    const auto read = this->read("路線.shp");
    CHECK(read.features.size() == 2);
    CHECK(read.info.columns.empty());
    CHECK(read.info.encoding.empty());
    CHECK(read.features[1].row == 2);
}

TEST_CASE_METHOD(Fixture, "projected coordinates become degrees, longitude first") {
    auto file = two_points("x");
    file.crs = "EPSG:2454";  // JGD2000 plane rectangular XII; figures worked out apart, from its parameters
    file.features = {{"POINT (-72949.373 -103804.299)", {"1", "a"}}};
    test::write_layer(at("a.shp"), file);
    const auto read = this->read("a.shp");
    CHECK(read.info.crs == "EPSG:2454 (file)");
    CHECK(read.features[0].point.lon == Approx(141.354376).margin(1e-6));
    CHECK(read.features[0].point.lat == Approx(43.062096).margin(1e-6));
}

TEST_CASE_METHOD(Fixture, "the old Tokyo datum is shifted by its four hundred metres") {
    auto file = two_points("x");
    file.crs = "EPSG:4301";
    file.features = {{"POINT (139.7447 35.6544)", {"1", "a"}}};  // the old origin's neighbourhood
    test::write_layer(at("a.shp"), file);
    const auto point = this->read("a.shp").features[0].point;
    CHECK(geo::distance(point, {139.7447, 35.6544}).value() == Approx(460).margin(30));
    CHECK(point.lat > 35.6544);
    CHECK(point.lon < 139.7447);
}

TEST_CASE_METHOD(Fixture, "coordinates in degrees are not touched, JGD2000 and WGS 84 alike") {
    const std::string crs = GENERATE("EPSG:4612", "EPSG:4326", "EPSG:6668");
    auto file = two_points("x");
    file.crs = crs;
    file.features = {{"POINT (141.123456789012 43.987654321098)", {"1", "a"}}};
    test::write_layer(at("a.shp"), file);
    CHECK(this->read("a.shp").features[0].point == geo::Point{141.123456789012, 43.987654321098});
}

TEST_CASE_METHOD(Fixture, "a CRS that the scenario states serves only files that say nothing") {
    auto file = two_points("x");
    file.crs.clear();
    test::write_layer(at("none.shp"), file);
    VectorFormat stated;
    stated.crs = "EPSG:6668";
    CHECK(read("none.shp", stated).info.crs == "EPSG:6668 (scenario)");
    CHECK(read("none.shp", stated).features[0].point == geo::Point{141.35, 43.06});
    test::write_layer(at("has.shp"), two_points("x"));
    stated.crs = "EPSG:2454";
    CHECK(read("has.shp", stated).info.crs == "EPSG:6668 (file)");
}

TEST_CASE_METHOD(Fixture, "lines, polygons with holes, several parts, and features without geometry") {
    LayerFile lines;
    lines.driver = "GPKG";
    lines.features = {{"MULTILINESTRING ((140 40, 141 41), (142 42, 143 43, 144 44))", {"1", "a"}}, {"", {"2", "b"}}};
    test::write_layer(at("lines.gpkg"), lines);
    const auto read_lines = read("lines.gpkg");
    CHECK(read_lines.features[0].kind == GeometryKind::line);
    REQUIRE(read_lines.features[0].lines.size() == 2);
    CHECK(read_lines.features[0].lines[1][2] == geo::Point{144, 44});
    CHECK(read_lines.features[1].kind == GeometryKind::none);
    CHECK(read_lines.features[1].lines.empty());

    LayerFile areas;
    areas.features = {
        {"MULTIPOLYGON (((140 40, 140 44, 144 44, 144 40, 140 40), (141 41, 142 41, 142 42, 141 41)), "
         "((150 40, 150 41, 151 41, 150 40)))",
         {"1", "a"}}};
    test::write_layer(at("areas.shp"), areas);
    const auto polygon = read("areas.shp").features[0];
    CHECK(polygon.kind == GeometryKind::polygon);
    REQUIRE(polygon.polygon.parts.size() == 2);
    CHECK(polygon.polygon.parts[0].rings.size() == 2);
    CHECK(polygon.polygon.parts[1].rings.size() == 1);
}

TEST_CASE_METHOD(Fixture, "a single point among several is a point, several points are no place") {
    LayerFile file;
    file.driver = "GPKG";
    file.features = {{"MULTIPOINT ((140 40))", {"1", "a"}}, {"MULTIPOINT ((140 40), (141 41))", {"2", "b"}}};
    test::write_layer(at("a.gpkg"), file);
    const auto read = this->read("a.gpkg");
    CHECK(read.features[0].kind == GeometryKind::point);
    CHECK(read.features[1].kind == GeometryKind::other);
}

TEST_CASE_METHOD(Fixture, "a filter leaves features out, counts them, and rows keep their numbers") {
    auto file = two_points(sapporo_cp932);
    test::write_layer(at("a.shp"), file);
    VectorFormat format;
    format.where = "name <> '札幌'";
    const auto read = this->read("a.shp", format);
    REQUIRE(read.features.size() == 1);
    CHECK(read.features[0].row == 2);
    CHECK(read.filtered_out == 1);
    CHECK(read.info.features == 2);
}

TEST_CASE_METHOD(Fixture, "a zipped Shapefile is read without unpacking") {
    auto file = two_points(sapporo_cp932);
    test::write_layer(at("roads.shp"), file);
    test::write_zip(at("roads.zip"), test::parts_of(at("roads.shp")), "N13-24/");
    const auto read = this->read("roads.zip");
    CHECK(read.info.shown == "roads.zip/N13-24/roads.shp");
    CHECK(read.info.encoding == "CP932");
    CHECK(read.features[0].fields[1] == sapporo);
}

TEST_CASE_METHOD(Fixture, "a zip that holds one layer several times gives the Shapefile of its UTF-8 copy") {
    auto file = two_points(sapporo_cp932);
    std::filesystem::create_directories(at("sj"));
    test::write_layer(at("sj/P04.shp"), file);
    file.features[0].values[1] = "utf8 copy";
    std::filesystem::create_directories(at("u8"));
    test::write_layer(at("u8/P04.shp"), file);
    file.driver = "GeoJSON";
    file.crs = "EPSG:4326";
    test::write_layer(at("P04.geojson"), file);
    test::write_zip(at("P04.zip"), test::parts_of(at("sj/P04.shp")), "Shift-JIS/");
    test::write_zip(at("P04.zip"), test::parts_of(at("u8/P04.shp")), "UTF-8/");
    test::write_zip(at("P04.zip"), {at("P04.geojson")});
    const auto read = this->read("P04.zip");
    CHECK(read.info.shown == "P04.zip/UTF-8/P04.shp");
    CHECK(read.features[0].fields[1] == "utf8 copy");
}

TEST_CASE_METHOD(Fixture, "a zip with several layers is read by layer name") {
    test::write_layer(at("A38-20_1.shp"), two_points("one"));
    test::write_layer(at("A38-20_2.shp"), two_points("two"));
    auto parts = test::parts_of(at("A38-20_1.shp"));
    std::ranges::move(test::parts_of(at("A38-20_2.shp")), std::back_inserter(parts));
    test::write_zip(at("A38.zip"), parts);
    VectorFormat format;
    format.layer = "A38-20_2";
    CHECK(read("A38.zip", format).features[0].fields[1] == "two");
    CHECK(test::fault_line([&] { (void)read("A38.zip"); }) ==
          "error layer_ambiguous: A38.zip: holds 2 layers or tables (A38-20_1, A38-20_2); name the one to read with "
          "layer "
          "= \"...\", or unpack it");
}

TEST_CASE_METHOD(Fixture, "the kind of a layer can be asked before it is read") {
    LayerFile lines;
    lines.features = {{"LINESTRING (140 40, 141 41)", {"1", "a"}}};
    test::write_layer(at("lines.shp"), lines);
    CHECK(kind_of_layer({at("lines.shp"), "lines.shp"}, {}) == GeometryKind::line);
}
