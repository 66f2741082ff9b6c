// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/gpkg_writer.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <catch2/catch.hpp>

#include <chrono>
#include <limits>
#include <thread>

#include "base/digest.h"
#include "base/finding.h"
#include "support/temp_folder.h"

using namespace michinori;
using io::GpkgWriter;
using Type = GpkgWriter::FieldType;

namespace {

void write_sample(const std::filesystem::path& file) {
    GpkgWriter gpkg(file);
    gpkg.begin_layer("places", "Homes and their minutes", GpkgWriter::Shape::point,
                     {{"id", Type::text, "識別子"}, {"minutes", Type::real, "所要時間(分)"}, {"n", Type::integer, ""}});
    gpkg.add(geo::Point{141.35, 43.06}, {std::string("自宅"), 12.5, std::int64_t{7}});
    gpkg.add(geo::Point{141.45, 43.16}, {std::string("b"), std::monostate{}, std::int64_t{5000000000}});
    gpkg.add(geo::Point{std::numeric_limits<double>::quiet_NaN(), 0}, {std::string("c"), 1.0, std::monostate{}});
    gpkg.begin_layer("roads", "", GpkgWriter::Shape::line, {{"name", Type::text, ""}});
    gpkg.add(std::vector<geo::Point>{{141, 43}, {142, 43}, {142, 44}}, {std::string("国道5号")});
    gpkg.begin_layer("areas", "", GpkgWriter::Shape::polygon, {{"code", Type::text, ""}});
    const std::vector<geo::Point> shell{{140, 40}, {141, 40}, {141, 41}, {140, 41}};
    const std::vector<geo::Point> hole{{140.2, 40.2}, {140.4, 40.2}, {140.4, 40.4}};
    gpkg.add(geo::MultiPolygon{{{{shell, hole}}}}, {std::string("A")});
    gpkg.add(geo::MultiPolygon{}, {std::string("table only")});
    gpkg.add_style("places", "minutes", "<qgis/>");
    gpkg.add_style("places", "other", "<qgis/>");
    gpkg.close();
}

GDALDatasetUniquePtr open(const std::filesystem::path& file) {
    GDALAllRegister();
    return GDALDatasetUniquePtr(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
}

}  // namespace

TEST_CASE("what is written can be read back: layers, labels, values, geometry") {
    const test::TempFolder folder;
    const auto file = folder.path() / "r.gpkg";
    write_sample(file);
    const auto data = open(file);
    REQUIRE(data);
    auto* places = data->GetLayerByName("places");
    REQUIRE(places);
    CHECK(places->GetFeatureCount() == 3);
    CHECK(std::string(places->GetMetadataItem("DESCRIPTION")) == "Homes and their minutes");
    CHECK(std::string(places->GetSpatialRef()->GetAuthorityCode(nullptr)) == "6668");
    CHECK(places->TestCapability(OLCFastSpatialFilter));
    auto* label =
        data->ExecuteSQL("SELECT title FROM gpkg_data_columns WHERE table_name = 'places' AND column_name = 'minutes'",
                         nullptr, nullptr);
    REQUIRE(label);
    CHECK(std::string(OGRFeatureUniquePtr(label->GetNextFeature())->GetFieldAsString(0)) == "所要時間(分)");
    data->ReleaseResultSet(label);

    const OGRFeatureUniquePtr first(places->GetNextFeature());
    CHECK(std::string(first->GetFieldAsString("id")) == "自宅");
    CHECK(first->GetFieldAsDouble("minutes") == 12.5);
    CHECK(first->GetGeometryRef()->toPoint()->getX() == 141.35);
    CHECK(first->GetGeometryRef()->toPoint()->getY() == 43.06);
    const OGRFeatureUniquePtr second(places->GetNextFeature());
    CHECK(second->IsFieldNull(second->GetFieldIndex("minutes")));
    CHECK(second->GetFieldAsInteger64("n") == 5000000000);
    const OGRFeatureUniquePtr third(places->GetNextFeature());
    CHECK(third->GetGeometryRef() == nullptr);
}

TEST_CASE("lines and polygons with holes keep their shape, and an area without shape has none") {
    const test::TempFolder folder;
    const auto file = folder.path() / "r.gpkg";
    write_sample(file);
    const auto data = open(file);
    const OGRFeatureUniquePtr road(data->GetLayerByName("roads")->GetNextFeature());
    CHECK(road->GetGeometryRef()->toLineString()->getNumPoints() == 3);
    auto* areas = data->GetLayerByName("areas");
    const OGRFeatureUniquePtr area(areas->GetNextFeature());
    const auto* polygon = area->GetGeometryRef()->toMultiPolygon()->getGeometryRef(0);
    CHECK(polygon->getNumInteriorRings() == 1);
    CHECK(polygon->getExteriorRing()->get_IsClosed());
    CHECK(polygon->get_Area() == Approx(1 - 0.02));
    const OGRFeatureUniquePtr none(areas->GetNextFeature());
    CHECK(none->GetGeometryRef() == nullptr);
}

TEST_CASE("styles stand where QGIS looks for them, the first as default") {
    const test::TempFolder folder;
    const auto file = folder.path() / "r.gpkg";
    write_sample(file);
    const auto data = open(file);
    auto* styles = data->GetLayerByName("layer_styles");
    REQUIRE(styles);
    const OGRFeatureUniquePtr first(styles->GetNextFeature());
    CHECK(std::string(first->GetFieldAsString("f_table_name")) == "places");
    CHECK(std::string(first->GetFieldAsString("f_geometry_column")) == "geom");
    CHECK(first->GetFieldAsInteger("useAsDefault") == 1);
    const OGRFeatureUniquePtr second(styles->GetNextFeature());
    CHECK(second->GetFieldAsInteger("useAsDefault") == 0);
}

TEST_CASE("the same calls give the same bytes, whatever the clock and folder") {
    const test::TempFolder folder;
    std::filesystem::create_directories(folder.path() / "other");
    write_sample(folder.path() / "a.gpkg");
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));
    std::thread([&] { write_sample(folder.path() / "other/b.gpkg"); }).join();
    CHECK(file_digest(folder.path() / "a.gpkg") == file_digest(folder.path() / "other/b.gpkg"));
}

TEST_CASE("a layer of a whole prefecture is written with its index, the same each time") {
    const test::TempFolder folder;
    const auto write = [&](const char* name) {
        GpkgWriter gpkg(folder.path() / name);
        for (const char* layer : {"first", "second"}) {
            gpkg.begin_layer(layer, "", GpkgWriter::Shape::point, {{"n", Type::integer, ""}});
            for (std::int64_t i = 0; i < 150000; ++i) {
                const double step = static_cast<double>(i) / 150000;
                gpkg.add(geo::Point{140 + step, 43 - step}, {i});
            }
        }
        gpkg.close();
    };
    write("a.gpkg");
    write("b.gpkg");
    CHECK(file_digest(folder.path() / "a.gpkg") == file_digest(folder.path() / "b.gpkg"));
    const auto data = open(folder.path() / "a.gpkg");
    auto* layer = data->GetLayerByName("second");
    CHECK(layer->TestCapability(OLCFastSpatialFilter));
    layer->SetSpatialFilterRect(140.5 - 1e-9, 42, 140.5 + 1e-9, 44);
    CHECK(layer->GetFeatureCount() >= 1);  // the index keeps single precision: a few neighbours come with it
    CHECK(layer->GetFeatureCount() < 20);
}

TEST_CASE("a place that cannot be written is an error that names the file") {
    try {
        const GpkgWriter gpkg("/nowhere/at/all/r.gpkg");
        FAIL("no error");
    } catch (const InputError& error) {
        const auto line = to_line(error.findings().front(), Language::english);
        CHECK(line.find("error output_unwritable: r.gpkg: cannot be written") == 0);
    }
}
