// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <cpl_minixml.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <catch2/catch.hpp>

#include "report/care_parts.h"
#include "report/small_care.h"
#include "support/temp_folder.h"

using namespace michinori;

namespace {

struct WrittenMap {
    test::TempFolder folder;
    std::vector<report::LayerCount> layers;
    GDALDatasetUniquePtr data;

    explicit WrittenMap(const test::SmallCare& care, Language language = Language::english) {
        const auto file = folder.path() / "care.gpkg";
        layers = report::write_care_map(care.outputs(language), file);
        GDALAllRegister();
        data.reset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
        REQUIRE(data);
    }

    [[nodiscard]] OGRLayer* layer(const char* name) const {
        auto* found = data->GetLayerByName(name);
        REQUIRE(found);
        return found;
    }
    [[nodiscard]] OGRFeatureUniquePtr feature(const char* name, GIntBig number) const {
        OGRFeatureUniquePtr found(layer(name)->GetFeature(number));
        REQUIRE(found);
        return found;
    }
};

}  // namespace

TEST_CASE("care.gpkg: homes, areas that have a shape, sites, referrals, candidates") {
    const test::SmallCare care;
    const WrittenMap map(care);
    const std::vector<report::LayerCount> expected{{"care_cells_net-2026", 4},
                                                   {"care_areas_secondary_net-2026", 2},
                                                   {"care_sites_net-2026", 5},
                                                   {"care_links_net-2026", 2},
                                                   {"care_new_sites_net-2026", 2}};
    CHECK(map.layers == expected);
    for (const auto& [name, count] : expected) {
        INFO(name);
        CHECK(map.layer(name.c_str())->GetFeatureCount() == count);
    }
}

TEST_CASE("care.gpkg: a home's chain and minutes") {
    const test::SmallCare care;
    const WrittenMap map(care);
    const auto whole = map.feature("care_cells_net-2026", 1);
    CHECK(whole->GetFieldAsDouble("people") == 400);
    CHECK(whole->GetFieldAsString("status_refer") == std::string("complete"));
    CHECK(whole->GetFieldAsDouble("minutes_refer") == 30);
    CHECK(whole->GetFieldAsDouble("to_hub") == 25);
    CHECK(whole->GetFieldAsDouble("capacity_e2sfca") == Approx(2500));
    const auto far = map.feature("care_cells_net-2026", 2);
    CHECK(far->GetFieldAsString("status_refer") == std::string("too_far"));
    CHECK(far->GetFieldAsString("missing_refer") == std::string("hub"));
    CHECK(far->GetFieldAsString("tele_refer") == std::string("hub:with_physician"));
    CHECK(map.feature("care_cells_net-2026", 3)->IsFieldNull(far->GetFieldIndex("minutes_refer")));
}

TEST_CASE("care.gpkg: what an area lacks") {
    const test::SmallCare care;
    const WrittenMap map(care);
    const auto island = map.feature("care_areas_secondary_net-2026", 1);
    CHECK(island->GetFieldAsString("area_code") == std::string("I"));
    CHECK(island->GetFieldAsString("lacks") == std::string("yes"));
    CHECK(island->GetFieldAsString("lacking") == std::string("Hub"));
    CHECK(island->GetFieldAsDouble("sites_clinic") == 1);
    CHECK(island->GetFieldAsDouble("complete_percent_refer") == 0);
    CHECK(island->GetFieldAsString("few_skin") == std::string("yes"));
    CHECK(island->IsFieldNull(island->GetFieldIndex("unmet_percent")));  // no cases there
    const auto town = map.feature("care_areas_secondary_net-2026", 2);
    CHECK(town->GetFieldAsString("lacks") == std::string("no"));
    CHECK(town->GetFieldAsDouble("within_percent_block") == Approx(100 * 400 / 600.0));
    CHECK(town->GetFieldAsDouble("unmet_percent") == Approx(62.5));  // 25 of 40
}

TEST_CASE("care.gpkg: sites with their loads, referrals as lines, candidates by rank") {
    const test::SmallCare care;
    const WrittenMap map(care);
    const auto hub = map.feature("care_sites_net-2026", 3);
    CHECK(hub->GetFieldAsString("facility_id") == std::string("h1"));
    CHECK(hub->GetFieldAsString("capabilities") == std::string("Block"));
    CHECK(hub->GetFieldAsDouble("capacity") == 15);
    CHECK(hub->GetFieldAsDouble("assigned") == 15);
    CHECK(hub->GetFieldAsDouble("nearest_people") == 400);
    const auto link = map.feature("care_links_net-2026", 1);
    CHECK(link->GetFieldAsDouble("minutes") == 20);
    const auto* line = link->GetGeometryRef()->toLineString();
    REQUIRE(line->getNumPoints() == 2);
    CHECK(line->getX(0) == 141.01);
    CHECK(line->getX(1) == 141.05);
    const auto best = map.feature("care_new_sites_net-2026", 1);
    CHECK(best->GetFieldAsInteger("rank") == 1);
    CHECK(best->GetFieldAsString("rank_band") == std::string("1"));
    CHECK(best->GetFieldAsDouble("newly_served") == 2);
}

TEST_CASE("care.gpkg: styles that parse, proxies named in the titles, Japanese") {
    test::SmallCare care;
    care.settings.proxies = {"a stand-in"};
    const WrittenMap map(care, Language::japanese);
    auto* styles = map.layer("layer_styles");
    CHECK(styles->GetFeatureCount() == 10);  // cells: a chain and four offers; areas: tiers, specialty; three others
    for (const auto& style : *styles) {
        CPLXMLTreeCloser qml(CPLParseXMLString(style->GetFieldAsString("styleQML")));
        CHECK(qml);
    }
    const std::string told = map.layer("care_cells_net-2026")->GetMetadataItem("DESCRIPTION");
    CHECK(told == "疼痛ネットワーク：需要点（代用値）");
}

TEST_CASE("care.gpkg: layers that a network has nothing for are not written") {
    test::SmallCare care;
    care.network().links.all.clear();
    care.network().new_sites.clear();
    care.network().levels = {0};  // without polygons
    for (auto& tables : care.network().offer_areas) {
        tables.clear();
    }
    const WrittenMap map(care);
    CHECK(map.layers.size() == 2);
}
