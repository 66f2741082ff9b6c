// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "io/vector_layer.h"
#include "support/faults.h"
#include "support/layer_file.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;
using test::LayerFile;
namespace fs = std::filesystem;

namespace {

struct Fixture {
    test::TempFolder folder;

    [[nodiscard]] std::string at(const std::string& name) const { return (folder.path() / name).string(); }
    /// What a user reads who gives this file.
    [[nodiscard]] std::string fault(const std::string& name, const VectorFormat& format = {}) const {
        return test::fault_line([&] {
            VectorReader reader({at(name), name}, format);
            Feature feature;
            while (reader.next(feature)) {
            }
        });
    }
    void write(const std::string& name, const std::string& text = "x", const std::string& driver = "ESRI Shapefile",
               const std::string& crs = "EPSG:6668") const {
        LayerFile file;
        file.driver = driver;
        file.crs = crs;
        for (int i = 0; i < 20; ++i) {
            file.features.push_back({"LINESTRING (140 40, 141 41, 142 " + std::to_string(40 + i) + ")", {"1", text}});
        }
        test::write_layer(at(name), file);
    }
    void cut(const std::string& name, std::uintmax_t bytes) const {
        fs::resize_file(at(name), fs::file_size(at(name)) - bytes);
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a map layer that is not there") {
    CHECK(fault("no.shp") ==
          "error file_missing: no.shp: the file does not exist; check the path; relative paths start at --data or, "
          "without it, at the scenario's folder");
}

TEST_CASE_METHOD(Fixture, "a file that only has the name of a Shapefile") {
    (void)folder.write(
        "fake.shp",
        "hello, this is a text and long enough to hold a header of a hundred bytes, if it were one, you see");
    CHECK(fault("fake.shp") ==
          "error not_a_shapefile: fake.shp: has the name of a Shapefile but is not one; give the .shp file of a "
          "Shapefile, "
          "with .shx and .dbf beside it");
}

TEST_CASE_METHOD(Fixture, "a Shapefile that is cut off") {
    write("a.shp");
    const auto size = fs::file_size(at("a.shp"));
    cut("a.shp", 40);
    CHECK(fault("a.shp") == "error file_truncated: a.shp: ends too early: " + std::to_string(size - 40) +
                                " bytes of the " + std::to_string(size) +
                                " its header promises; copy or download it again");
    fs::resize_file(at("a.shp"), 0);
    CHECK(fault("a.shp").starts_with("error file_truncated: a.shp: ends too early: 0 bytes"));
}

TEST_CASE_METHOD(Fixture, "a .dbf or .shx that is cut off, or missing, or of another Shapefile") {
    write("a.shp");
    cut("a.dbf", 100);
    CHECK(fault("a.shp").starts_with("error file_truncated: a.dbf: ends too early: "));
    write("b.shp");
    cut("b.shx", 8);
    CHECK(fault("b.shp").starts_with("error file_truncated: b.shx: ends too early: "));
    write("c.shp");
    fs::remove(at("c.shx"));
    CHECK(
        fault("c.shp").starts_with("error file_unreadable: c.shp: cannot be read: the .shx file beside it is missing"));
    write("d.shp");
    LayerFile other;
    other.features = {{"POINT (140 40)", {"1", "a"}}};
    test::write_layer(at("e.shp"), other);
    fs::copy_file(at("e.dbf"), at("d.dbf"), fs::copy_options::overwrite_existing);
    CHECK(fault("d.shp").starts_with(
        "error file_unreadable: d.dbf: cannot be read: it has 1 records and the .shp 20 shapes"));
}

TEST_CASE_METHOD(Fixture, "a cut-off Shapefile inside a zip") {
    write("a.shp");
    cut("a.shp", 40);
    test::write_zip(at("a.zip"), test::parts_of(at("a.shp")));
    CHECK(fault("a.zip").starts_with("error file_truncated: a.zip/a.shp: ends too early: "));
}

TEST_CASE_METHOD(Fixture, "other formats that are cut off") {
    write("a.gpkg", "x", "GPKG");
    cut("a.gpkg", 5000);
    CHECK(fault("a.gpkg").starts_with("error file_truncated: a.gpkg: ends too early: "));
    write("a.geojson", "x", "GeoJSON", "EPSG:4326");
    cut("a.geojson", 200);
    CHECK(fault("a.geojson").starts_with("error file_unreadable: a.geojson: cannot be read: "));
    write("a.fgb", "x", "FlatGeobuf");
    cut("a.fgb", 200);
    const auto line = fault("a.fgb");
    CAPTURE(line);
    CHECK((line.starts_with("error file_truncated: a.fgb") || line.starts_with("error file_unreadable: a.fgb")));
}

TEST_CASE_METHOD(Fixture, "kinds of files that are no map layers") {
    (void)folder.write("a.docx", "PK");
    CHECK(fault("a.docx") ==
          "error format_unknown: a.docx: is of a kind that is not known: .docx; use one of: .shp, .gpkg, .geojson, "
          ".json, "
          ".fgb, or a .zip that holds one of them");
    (void)folder.write("a.geojson", "[1, 2, 3]");
    CHECK(fault("a.geojson").starts_with("error file_unreadable: a.geojson: cannot be read: "));
    (void)folder.write("a.gpkg", std::string(200, 'x'));
    CHECK(fault("a.gpkg").starts_with("error file_unreadable: a.gpkg: cannot be read: "));
}

TEST_CASE_METHOD(Fixture, "a zip without a layer") {
    test::write_zip(at("a.zip"), {folder.write("a.pdf", "%PDF")});
    CHECK(fault("a.zip") ==
          "error zip_without_layer: a.zip: the zip file holds no map layer or table; check that it is the right "
          "download");
}

TEST_CASE_METHOD(Fixture, "a layer that is not in the file, and one of several") {
    write("a.gpkg", "x", "GPKG");
    VectorFormat format;
    format.layer = "roads";
    CHECK(fault("a.gpkg", format) ==
          "error layer_missing: a.gpkg: has no layer \"roads\" (it has: layer); name one of its layers");
    LayerFile second;
    second.driver = "GPKG";
    second.layer = "second";
    second.features = {{"POINT (140 40)", {"1", "a"}}};
    test::write_layer(at("a.gpkg"), second, true);
    CHECK(fault("a.gpkg").starts_with("error layer_ambiguous: a.gpkg: holds 2 layers or tables (layer, second)"));
    format.layer = "second";
    CHECK(fault("a.gpkg", format).empty());
}

TEST_CASE_METHOD(Fixture, "an empty layer, and a filter that lets nothing pass") {
    LayerFile empty;
    empty.type = wkbPoint;
    test::write_layer(at("a.shp"), empty);
    CHECK(fault("a.shp") ==
          "error layer_empty: a.shp: the layer holds no feature; check the file or the filter in the scenario");
    write("b.shp");
    VectorFormat format;
    format.where = "code = '2'";
    CHECK(fault("b.shp", format).starts_with("error layer_empty: b.shp: "));
    format.where = "colour = 'red'";
    CHECK(fault("b.shp", format).starts_with("error bad_value: b.shp: where = colour = 'red': "));
}

TEST_CASE_METHOD(Fixture, "no coordinate reference system, and one nobody knows") {
    write("a.shp", "x", "ESRI Shapefile", "");
    CHECK(
        fault("a.shp") ==
        "error crs_missing: a.shp: says nothing about its coordinate reference system; put the .prj file beside it, or "
        "write crs = \"EPSG:6668\" (or the right code) for this input in the scenario");
    VectorFormat format;
    format.crs = "EPSG:4326";
    CHECK(fault("a.shp", format).empty());
    format.crs = "EPSG:999999";
    CHECK(fault("a.shp", format) ==
          "error crs_unknown: a.shp: the coordinate reference system \"EPSG:999999\" is not known; write an EPSG code "
          "such as "
          "EPSG:6668 (JGD2011) or EPSG:4326 (WGS 84)");
    write("b.gpkg", "x", "GPKG", "");
    CHECK(fault("b.gpkg").starts_with("error crs_missing: b.gpkg: "));
}

TEST_CASE_METHOD(Fixture, "texts in another encoding than the .cpg or the scenario says") {
    write("a.shp", "\x8e\x44\x96\x79");  // 札幌 in CP932
    (void)folder.write("a.cpg", "UTF-8");
    CHECK(fault("a.shp") ==
          "error encoding_wrong: a.dbf: the text is not valid UTF-8 (for example row 1: 札幌); "
          "set encoding = \"CP932\" for this input in the scenario");
    VectorFormat format;
    format.encoding = "CP932";
    CHECK(fault("a.shp", format).empty());
    write("b.shp", "札幌市");
    CHECK(fault("b.shp", format) ==
          "error encoding_wrong: b.dbf: the text is not valid CP932 (for example row 1: 札幌市); "
          "set encoding = \"UTF-8\" for this input in the scenario");
    format.encoding = "klingon";
    CHECK(fault("b.shp", format).starts_with("error bad_value: b.shp: encoding = klingon: "));
}

TEST_CASE_METHOD(Fixture, "a GeoJSON that is not UTF-8") {
    (void)folder.write(
        "a.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"\x8e\x44"
        "\x96\x79\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[141,43]}}]}");
    CHECK(fault("a.geojson") ==
          "error encoding_wrong: a.geojson row 1: the text is not valid UTF-8 (for example 札幌); "
          "set encoding = \"CP932\" for this input in the scenario");
}

TEST_CASE_METHOD(Fixture, "mojibake that an earlier program saved into the file") {
    write("a.shp", "譛ｭ蟷悟ｸ");
    CHECK(fault("a.shp").starts_with(
        "error text_broken: a.shp: the text was broken by an earlier conversion (for example row 1: "));
}

TEST_CASE_METHOD(Fixture, "a column that is not there") {
    write("a.shp");
    const VectorReader reader({at("a.shp"), "a.shp"}, {});
    CHECK(test::fault_line([&] { (void)reader.info().column("N03_007"); }) ==
          "error column_missing: a.shp: has no column \"N03_007\" (it has: code, name); name an existing column in the "
          "scenario");
}
