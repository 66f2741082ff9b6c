// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <catch2/catch.hpp>

#include "cli/program.h"
#include "cli/small_region.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

ProgramResult isochrones(const SmallRegion& region, const std::string& arguments) {
    return michinori_program("isochrone " + region.path() + " --lang en --out '" +
                             (region.folder().path() / "out").string() + "' " + arguments);
}

bool nothing_written(const SmallRegion& region) {
    return !std::filesystem::exists(region.folder().path() / "out");
}

/// The map that a run of the command left.
class WrittenMap {
public:
    WrittenMap(const SmallRegion& region, const std::string& arguments) {
        const auto result = isochrones(region, arguments);
        INFO(result.err);
        REQUIRE(result.exit_code == 0);
        GDALAllRegister();
        data_.reset(GDALDataset::Open((region.folder().path() / "out/isochrones.gpkg").c_str(), GDAL_OF_VECTOR));
        REQUIRE(data_);
    }

    [[nodiscard]] OGRLayer& layer(const char* name) const {
        auto* found = data_->GetLayerByName(name);
        REQUIRE(found);
        return *found;
    }
    /// The one feature of the layer `isochrone` with that limit.
    [[nodiscard]] OGRFeatureUniquePtr land(double limit) const {
        layer("isochrone").SetAttributeFilter(("limit_min = " + std::to_string(limit)).c_str());
        REQUIRE(layer("isochrone").GetFeatureCount() == 1);
        layer("isochrone").ResetReading();
        return OGRFeatureUniquePtr(layer("isochrone").GetNextFeature());
    }
    [[nodiscard]] bool covers(double limit, double lon, double lat) const {
        const OGRPoint point(lon, lat);
        const auto feature = land(limit);
        return feature->GetGeometryRef() != nullptr && feature->GetGeometryRef()->Contains(&point);
    }
    [[nodiscard]] double road_m(double limit) const {
        double sum = 0;
        for (const auto& feature : layer("roads")) {
            CHECK(feature->GetGeometryRef()->getGeometryType() == wkbLineString);
            sum += feature->GetFieldAsDouble("limit_min") == limit ? feature->GetFieldAsDouble("length_m") : 0;
        }
        return sum;
    }

private:
    GDALDatasetUniquePtr data_;
};

}  // namespace

TEST_CASE("the isochrones of a service are roads and land, and the larger limit holds the smaller") {
    const SmallRegion region;
    const WrittenMap map(region, "--service birth --limits 4,7.5,60");
    // A minute is a kilometre, from both ends of 30 km; within the hour the two meet.
    CHECK(map.road_m(4) == Approx(8000));
    CHECK(map.road_m(7.5) == Approx(15000));
    CHECK(map.road_m(60) == Approx(30000));
    CHECK(map.covers(4, 139.03, 36.0));
    CHECK(map.covers(4, 139.27, 36.0005));
    CHECK_FALSE(map.covers(4, 139.05, 36.0));
    CHECK(map.covers(7.5, 139.05, 36.0));
    CHECK_FALSE(map.covers(7.5, 139.15, 36.0));
    CHECK(map.covers(60, 139.15, 36.0));
    CHECK_FALSE(map.covers(60, 139.15, 36.002));
    CHECK_FALSE(map.covers(60, 139.05, 36.5));
    CHECK(map.land(60)->GetGeometryRef()->Contains(map.land(7.5)->GetGeometryRef()->Buffer(-1e-7)));
    CHECK(map.land(7.5)->GetGeometryRef()->Contains(map.land(4)->GetGeometryRef()->Buffer(-1e-7)));
    // 27 km from 139.0 to 139.3 degrees, less than 200 m wide.
    const double km2 = map.land(60)->GetFieldAsDouble("area_km2");
    CHECK(km2 < 27.06 * 0.2);
    CHECK(km2 > 27.03 * 0.2 * 0.7);
}

TEST_CASE("the table of isochrones has a line per limit, and the map one style per layer") {
    const SmallRegion region;
    const auto result = isochrones(region, "--service birth --limits 4,7.5 --quiet");
    CHECK(result.exit_code == 0);
    CHECK(result.out.empty());
    const auto loud = isochrones(region, "--service birth --limits 4,7.5");
    CHECK_THAT(loud.out, Contains("Within min  Road km  Area km²") && Contains("         4      8.0") &&
                             Contains("       7.5     15.0") && Contains("isochrones.gpkg"));
    const WrittenMap map(region, "--service birth --limits 4,7.5");
    CHECK(map.layer("layer_styles").GetFeatureCount() == 2);
    map.layer("isochrone").ResetReading();
    const OGRFeatureUniquePtr first(map.layer("isochrone").GetNextFeature());
    CHECK(first->GetFieldAsDouble("limit_min") == 7.5);  // drawn first, so that the nearer one lies on top
}

TEST_CASE("isochrones from a point and to it differ on a one-way road") {
    const SmallRegion region;
    region.folder().write("links.csv",
                          "u,v,m,class,name,way\n1,2,10000,trunk,a,F\n2,3,10000,trunk,a,F\n3,4,10000,trunk,a,F\n");
    auto text = file_text(region.folder().path() / "small.toml");
    const std::string column = "length_m = \"m\"";
    region.folder().write("small.toml", text.replace(text.find(column), column.size(), column + ", oneway = \"way\""));
    const WrittenMap from(region, "--from 139.1,36.0 --limits 5");
    CHECK(from.covers(5, 139.13, 36.0));
    CHECK_FALSE(from.covers(5, 139.07, 36.0));
    const WrittenMap to(region, "--to 139.1,36.0 --limits 5");
    CHECK(to.covers(5, 139.07, 36.0));
    CHECK_FALSE(to.covers(5, 139.13, 36.0));
}

TEST_CASE("a ferry is drawn and marked, but is neither road nor land") {
    const SmallRegion region;
    region.folder().write("links.csv", "u,v,m,class,name\n1,2,10000,trunk,a\n2,3,10000,ferry,b\n3,4,10000,trunk,c\n");
    const auto result = isochrones(region, "--from 139.0,36.0 --limits 60");
    CHECK_THAT(result.out, Contains("        60     20.0"));  // 10 + 30 + 10 minutes
    const WrittenMap map(region, "--from 139.0,36.0 --limits 60");
    CHECK(map.road_m(60) == Approx(30000));
    CHECK(map.covers(60, 139.25, 36.0));
    CHECK_FALSE(map.covers(60, 139.15, 36.0));
    map.layer("roads").SetAttributeFilter("ferry = 1");
    CHECK(map.road_m(60) == Approx(10000));
}

TEST_CASE("a narrower strip is smaller") {
    const SmallRegion region;
    const double wide = WrittenMap(region, "--from 139.1,36.0 --limits 5").land(5)->GetFieldAsDouble("area_km2");
    const double narrow =
        WrittenMap(region, "--from 139.1,36.0 --limits 5 --width-m 25").land(5)->GetFieldAsDouble("area_km2");
    CHECK(wide / narrow == Approx(4).epsilon(0.05));
}

TEST_CASE("faults of an isochrone's places end with 1 and write nothing") {
    const SmallRegion region;
    const auto unknown = isochrones(region, "--service death --limits 15");
    CHECK(unknown.exit_code == 1);
    CHECK_THAT(unknown.err, Contains("error unknown_reference") && Contains("death") && Contains("birth"));
    const auto away = isochrones(region, "--from 139.0,38.0 --limits 15");
    CHECK(away.exit_code == 1);
    CHECK_THAT(away.err, Contains("error bad_value") && Contains("--from = 139,38") && Contains("outside_network") &&
                             Contains("km from the nearest road"));
    CHECK(nothing_written(region));
}

TEST_CASE("wrong arguments of isochrone end with 2 and write nothing") {
    const SmallRegion region;
    for (const char* limits : {"30,15", "15,15", "0,15", "-5", "15,,30", "15,", "soon", "nan", "1e9", "''"}) {
        INFO(limits);
        const auto result = isochrones(region, std::string("--service birth --limits=") + limits);
        CHECK(result.exit_code == 2);
        CHECK_THAT(result.err, Contains("--limits"));
    }
    CHECK(isochrones(region, "--limits 15").exit_code == 2);
    CHECK(isochrones(region, "--service birth").exit_code == 2);
    CHECK(isochrones(region, "--service birth --to 139,36 --limits 15").exit_code == 2);
    CHECK(isochrones(region, "--to here --limits 15").exit_code == 2);
    CHECK(isochrones(region, "--service birth --limits 15 --width-m 0").exit_code == 2);
    CHECK(isochrones(region, "--service birth --limits 15 --width-m 50 --tolerance-m 20").exit_code == 2);
    CHECK(isochrones(region, "--service birth --limits 15 --engine dijkstra").exit_code == 2);
    CHECK(nothing_written(region));
}
