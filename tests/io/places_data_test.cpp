// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>

#include "geo/polygon_index.h"
#include "io/place_readers.h"
#include "support/faults.h"
#include "support/geodata.h"

using namespace michinori;
using namespace michinori::io;

namespace {

InputFile data(const std::string& name) {
    return {test::geodata_or_skip() / name, name};
}

struct Facilities {
    access::FacilitySet set;
    InputLog log;
};

FacilityOptions hospitals_2015() {
    FacilityOptions options;
    options.id_column = "id";
    options.name_column = "hospital_name";
    options.lon_column = "longtitude";  // as the publisher spells it
    options.lat_column = "latitude";
    return options;
}

FacilityOptions medical_information_net() {
    FacilityOptions options;
    options.id_column = "ID";
    options.name_column = "正式名称";
    options.lon_column = "所在地座標（経度）";
    options.lat_column = "所在地座標（緯度）";
    return options;
}

FacilityOptions facilities_2025() {
    FacilityOptions options;
    options.id_column = "record_id";
    options.name_column = "facility_name";
    options.lon_column = "lon";
    options.lat_column = "lat";
    return options;
}

}  // namespace

TEST_CASE("the Hokkaido mesh has 45,723 cells and 5,528,676 people, with and without header", "[needs-data]") {
    (void)test::geodata_or_skip();
    DemandOptions options;
    options.mesh_column = "mesh_code";
    options.population_column = "population";
    access::DemandSet with_header;
    InputLog log;
    read_demand(data("hokkaido/mesh500_population_2010.csv"), options, with_header, log);
    options.table.header = false;
    options.mesh_column = "#1";
    options.population_column = "#2";
    access::DemandSet without_header;
    read_demand(data("hokkaido/mesh500_population_2010_raw_noheader.csv"), options, without_header, log);
    for (const auto* const demand : {&with_header, &without_header}) {
        CHECK(demand->size() == 45723);
        CHECK(demand->total(0).value() == 5528676);
        CHECK(demand->points[0].position.lat == Approx(41.539583).margin(5e-7));
        CHECK(demand->points[0].position.lon == Approx(139.996875).margin(5e-7));
    }
    CHECK(log.refused.empty());
}

TEST_CASE("the centres decoded from the Hokkaido codes are the published ones", "[needs-data]") {
    (void)test::geodata_or_skip();
    DemandOptions options;
    options.mesh_column = "mesh_code";
    options.population_column = "population";
    access::DemandSet decoded;
    access::DemandSet published;
    InputLog log;
    read_demand(data("hokkaido/mesh500_population_2010.csv"), options, decoded, log);
    options.id_column = "mesh_code";
    options.mesh_column.clear();
    options.lon_column = "lon_center";
    options.lat_column = "lat_center";
    read_demand(data("hokkaido/mesh500_population_2010.csv"), options, published, log);
    REQUIRE(decoded.size() == published.size());
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        REQUIRE(geo::distance(decoded.points[i].position, published.points[i].position).value() < 0.1);
    }
}

TEST_CASE("all 574 hospitals of 2015 are read, line ends inside fields included", "[needs-data]") {
    (void)test::geodata_or_skip();
    Facilities read;
    read_facilities(data("hokkaido/hospitals_2015.csv"), hospitals_2015(), read.set, read.log);
    CHECK(read.set.size() == 574);
    const auto delivery = std::ranges::find(read.set.columns, "matanity_delivery") - read.set.columns.begin();
    const auto marked = std::ranges::count_if(read.set.facilities, [&](const access::FacilitySet::Facility& f) {
        return !f.fields[static_cast<std::size_t>(delivery)].empty();
    });
    CHECK(marked == 61);
    CHECK(std::ranges::count(read.set.columns, "開　設　者") == 1);
    CHECK(std::ranges::count(read.set.columns, "<病院（保健所別） H27.10.1現在>") == 1);
}

TEST_CASE("the wrong geocode of 2015 falls outside the prefecture's bounds", "[needs-data]") {
    (void)test::geodata_or_skip();
    auto options = hospitals_2015();
    options.bounds = geo::Box{139.3, 41.3, 145.9, 45.6};
    options.tolerance.share = 0.01;
    Facilities read;
    read_facilities(data("hokkaido/hospitals_2015.csv"), options, read.set, read.log);
    REQUIRE_FALSE(read.log.refused.empty());
    CHECK(std::ranges::any_of(test::lines_of(read.log.refused),
                              [](const std::string& line) { return line.find("(136.96") != std::string::npos; }));
}

TEST_CASE("CP932 Shapefiles give 21 areas and 194 municipalities by their Japanese names", "[needs-data]") {
    (void)test::geodata_or_skip();
    InputLog log;
    AreaOptions options;
    options.code_column = "area_code";
    options.name_column = "area_name";
    const auto areas = read_areas(data("hokkaido/medical_areas_secondary.shp"), options, "areas:secondary", log);
    CHECK(areas.size() == 21);
    CHECK(std::ranges::any_of(areas, [](const auto& area) { return area.name == "札幌"; }));
    options.code_column = "muni_code";
    options.name_column = "name";
    const auto municipalities =
        read_areas(data("hokkaido/municipalities_2015.shp"), options, "areas:municipality", log);
    CHECK(municipalities.size() == 194);
    CHECK(std::ranges::any_of(municipalities, [](const auto& area) { return area.name == "函館市"; }));
    CHECK(log.inputs[0].encoding == "CP932");
    CHECK(log.inputs[0].crs == "EPSG:4326 (file)");
    CHECK(log.inputs[0].digests.size() == 4);
}

TEST_CASE("the zipped list of all hospitals: 7,587 rows, 270 of them at 0, 0", "[needs-data]") {
    (void)test::geodata_or_skip();
    const auto file = data("japan/01-1_hospital_facility_info_20250601.zip");
    auto options = medical_information_net();
    options.tolerance.share = 0.05;
    Facilities read;
    read_facilities(file, options, read.set, read.log);
    CHECK(read.log.inputs[0].rows_read == 7587);
    CHECK(std::ranges::count(read.log.refused, FindingCode::zero_coordinate, &Finding::code) == 270);
    CHECK(read.set.size() + read.log.refused.size() == 7587);
    CHECK(read.log.inputs[0].format == "CSV in zip");
    options.tolerance.share = 0;
    Facilities strict;
    const auto lines = test::fault_lines([&] { read_facilities(file, options, strict.set, strict.log); });
    CHECK(lines.size() == 50);
}

TEST_CASE("the facility list of 2025: 11,760 rows, 11,074 with coordinates", "[needs-data]") {
    (void)test::geodata_or_skip();
    auto options = facilities_2025();
    options.skip_missing_coordinates = true;
    Facilities read;
    read_facilities(data("japan/facilities_fy2025.csv"), options, read.set, read.log);
    CHECK(read.log.inputs[0].rows_read == 11760);
    CHECK(read.set.size() == 11074);
    CHECK(read.log.inputs[0].rows_not_selected == 686);
}

TEST_CASE("Sapporo's road lines: no .dbf, a Japanese name, plane coordinates", "[needs-data]") {
    (void)test::geodata_or_skip();
    VectorReader reader(data("sapporo/路線区間オープンデータ.shp"), {});
    CHECK(reader.info().features == 22212);
    CHECK(reader.info().crs.ends_with(" (file)"));
    geo::Box extent;
    std::size_t vertices = 0;
    Feature feature;
    while (reader.next(feature)) {
        for (const auto& line : feature.lines) {
            vertices += line.size();
            std::ranges::for_each(line, [&](geo::Point p) { extent.extend(p); });
        }
    }
    CHECK(vertices == 169518);
    CHECK(extent.west > 140.9);
    CHECK(extent.east < 141.6);
    CHECK(extent.south > 42.7);
    CHECK(extent.north < 43.3);
}

TEST_CASE("a zipped Shapefile whose DBF unpacks to 106 MB streams by", "[needs-data]") {
    (void)test::geodata_or_skip();
    VectorReader reader(data("ube/ube_roads.zip"), {});
    CHECK(reader.info().features == 30750);
    Feature feature;
    std::int64_t rows = 0;
    while (reader.next(feature)) {
        ++rows;
    }
    CHECK(rows == 30750);
}
