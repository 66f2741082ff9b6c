// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/map_layers.h"

#include <cpl_minixml.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <catch2/catch.hpp>

#include "report/gpkg_style.h"
#include "report/small_run.h"
#include "support/temp_folder.h"

using namespace michinori;

namespace {

struct WrittenMap {
    test::TempFolder folder;
    std::vector<report::LayerCount> layers;
    GDALDatasetUniquePtr data;

    explicit WrittenMap(Language language) {
        const test::SmallRun run;
        const auto results = run.results();
        const auto file = folder.path() / "results.gpkg";
        layers = report::write_map(results, report::summarise(results), file, language);
        GDALAllRegister();
        data.reset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
        REQUIRE(data);
    }

    [[nodiscard]] OGRFeatureUniquePtr feature(const char* layer, GIntBig number) const {
        OGRFeatureUniquePtr found(data->GetLayerByName(layer)->GetFeature(number));
        REQUIRE(found);
        return found;
    }
};

}  // namespace

TEST_CASE("the map has a layer for homes, unreached homes, areas with shapes, facilities and roads") {
    const WrittenMap map(Language::english);
    const std::vector<report::LayerCount> expected{
        {"access", 6}, {"unreached", 5}, {"areas_secondary", 2}, {"facilities", 3}, {"roads", 3}};
    CHECK(map.layers == expected);
    for (const auto& [name, count] : expected) {
        INFO(name);
        auto* layer = map.data->GetLayerByName(name.c_str());
        REQUIRE(layer);
        CHECK(layer->GetFeatureCount() == count);
    }
    CHECK(map.data->GetLayerByName("areas_pairs") == nullptr);
}

TEST_CASE("homes carry minutes per service, and null with a status when unreached") {
    const WrittenMap map(Language::english);
    const auto first = map.feature("access", 1);
    CHECK(first->GetFieldAsDouble("minutes_delivery") == 5.0);
    CHECK(first->GetFieldAsDouble("second_minutes_delivery") == 7.5);
    CHECK(std::string(first->GetFieldAsString("facility_clinic")) == "h3");
    CHECK(std::string(first->GetFieldAsString("area_secondary")) == "T");
    CHECK(first->GetFieldAsDouble("people_women") == 200);
    const auto island = map.feature("access", 5);
    CHECK(island->IsFieldNull(island->GetFieldIndex("minutes_delivery")));
    CHECK(std::string(island->GetFieldAsString("status_delivery")) == "ferry_excluded");
    const auto unreached = map.feature("unreached", 1);
    CHECK(std::string(unreached->GetFieldAsString("reason_words")) == "only by a ferry left out");
}

TEST_CASE("areas carry the main figures of each service") {
    const WrittenMap map(Language::english);
    const auto town = map.feature("areas_secondary", 2);
    CHECK(std::string(town->GetFieldAsString("area_name")) == "中央");
    CHECK(town->GetFieldAsDouble("people") == 1900.5);
    CHECK(town->GetFieldAsDouble("beyond_60_delivery") == 400);
    CHECK(town->GetFieldAsDouble("beyond_60_percent_delivery") == Approx(100 * 400 / 1900.5));
    CHECK(town->GetFieldAsDouble("unreached_clinic") == 300);
    const auto island = map.feature("areas_secondary", 1);
    CHECK(island->IsFieldNull(island->GetFieldIndex("median_min_delivery")));
}

TEST_CASE("roads carry facts and the speed used in each allowed direction") {
    const WrittenMap map(Language::english);
    auto* roads = map.data->GetLayerByName("roads");
    int one_way = 0;
    int trunk = 0;
    for (const auto& road : *roads) {
        CHECK(road->GetFieldAsDouble("speed_kmh") == Approx(36).epsilon(1e-3));
        CHECK(road->GetFieldAsDouble("length_m") == Approx(813).epsilon(0.02));
        if (std::string(road->GetFieldAsString("oneway")) == "forward") {
            ++one_way;
            CHECK(road->IsFieldNull(road->GetFieldIndex("speed_back_kmh")));
        }
        if (std::string(road->GetFieldAsString("road_class")) == "trunk") {
            ++trunk;
            CHECK(std::string(road->GetFieldAsString("name")) == "国道5号");
            CHECK(road->GetFieldAsInteger("maxspeed") == 50);
            CHECK(road->IsFieldNull(road->GetFieldIndex("maxspeed_back")));
            CHECK(road->GetFieldAsInteger64("source_id") == 7);
        }
    }
    CHECK(one_way == 1);
    CHECK(trunk == 1);
}

TEST_CASE("labels follow the language") {
    const WrittenMap map(Language::japanese);
    CHECK(std::string(map.data->GetLayerByName("access")->GetMetadataItem("DESCRIPTION")) ==
          "需要点ごとの各サービス最寄り施設までの時間(分)");
    auto* rows = map.data->ExecuteSQL(
        "SELECT title FROM gpkg_data_columns WHERE table_name = 'access' AND column_name = 'minutes_delivery'", nullptr,
        nullptr);
    REQUIRE(rows);
    CHECK(std::string(OGRFeatureUniquePtr(rows->GetNextFeature())->GetFieldAsString(0)) ==
          "所要時間(分)：分娩 (delivery)");
    map.data->ReleaseResultSet(rows);
}

TEST_CASE("a style is well-formed XML with a class per threshold and one beyond") {
    const auto qml = report::graduated_qml(io::GpkgWriter::Shape::polygon, "a\"<b", {15, 30, 60}, Language::japanese);
    CPLXMLTreeCloser tree(CPLParseXMLString(qml.c_str()));
    REQUIRE(tree);
    const auto* renderer = CPLGetXMLNode(tree.get(), "=qgis.renderer-v2");
    REQUIRE(renderer);
    CHECK(std::string(CPLGetXMLValue(renderer, "attr", "")) == "\"a\"<b\"");
    std::vector<std::string> labels;
    for (const auto* range = CPLGetXMLNode(renderer, "ranges")->psChild; range != nullptr; range = range->psNext) {
        labels.emplace_back(CPLGetXMLValue(range, "label", ""));
    }
    CHECK(labels == std::vector<std::string>{"0-15分", "15-30分", "30-60分", "60分超"});
}
