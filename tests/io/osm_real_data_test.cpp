// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
// Real extracts of two countries: a ferry that is kept, ferries that are not, whole counts.
#include <catch2/catch.hpp>

#include <tbb/global_control.h>

#include <chrono>
#include <fstream>
#include <iostream>

#include "io/osm_places.h"
#include "osm_text.h"
#include "support/geodata.h"

using namespace michinori;
using namespace michinori::test;
using Catch::Contains;

namespace {

std::filesystem::path osm_folder() {
    return geodata_or_skip() / "osm";
}

ReadRoads timed(const std::string& name, const io::OsmOptions& options = {}) {
    const auto start = std::chrono::steady_clock::now();
    auto read = read_roads(osm_folder() / name, options);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const auto& record = read.log.inputs[0];
    std::cout << fmt::format("{}: {} ways read, {} used, {} refused, {} not selected, {:.2f} s\n", name,
                             record.rows_read, record.rows_used, record.rows_refused, record.rows_not_selected,
                             took.count());
    for (const auto& [key, value] : record.facts) {
        std::cout << "  " << key << ": " << value << "\n";
    }
    CHECK(record.rows_read == record.rows_used + record.rows_refused + record.rows_not_selected);
    return read;
}

std::vector<std::int64_t> ferry_ways(const ReadRoads& read) {
    std::vector<std::int64_t> ways;
    for (const auto& section : read.roads.sections) {
        const bool ferry = read.attributes(section).road_class == network::RoadClass::ferry;
        if (ferry && (ways.empty() || ways.back() != section.source_id)) {
            ways.push_back(section.source_id);
        }
    }
    return ways;
}

constexpr std::int64_t malta_gozo = 176522568;
constexpr std::int64_t malta_pozzallo = 216267459;
constexpr std::int64_t gozo_comino_untagged = 593393957;

}  // namespace

TEST_CASE("Malta: the car ferry to Gozo is kept without duration, passenger ferries are not", "[needs-data]") {
    const auto read = timed("malta.osm.pbf");
    CHECK(read.log.inputs[0].format == "OSM PBF");
    CHECK(ferry_ways(read) == std::vector<std::int64_t>{malta_gozo, malta_pozzallo, gozo_comino_untagged});
    CHECK_THAT(read.lines().at(0), Contains("9 ferries carry no cars"));
    CHECK_THAT(read.lines().at(1), Contains("ferry \"Malta-Gozo\" has no duration; 5.3 km"));
    for (const auto& section : read.roads.sections) {
        if (section.source_id == malta_gozo) {
            CHECK(read.attributes(section).ferry_kmh == 0);
        }
        if (section.source_id == malta_pozzallo) {  // 99 km in 1:45
            CHECK(read.attributes(section).ferry_kmh == Approx(56.6).margin(0.2));
        }
    }
    CHECK(read.log.inputs[0].rows_read == 26209);
    CHECK(read.roads.restrictions.size() > 200);
    CHECK(read.fact("ways not selected") ==
          "area: 540, closed to cars: 93, emergency access only: 1, ferry without cars: 9, not a road for cars: 3757, "
          "track of grade 3 or worse: 109");
}

TEST_CASE("Malta: ferries that the scenario leaves out stay known", "[needs-data]") {
    const auto without = timed("malta.osm.pbf", {.ferries = {.include = false, .include_untagged = true}});
    CHECK(ferry_ways(without).empty());
    REQUIRE(without.roads.excluded_ferries.size() == 1);
    const auto link = without.roads.excluded_ferries[0];
    const auto south = without.node(link.from).position;
    const auto north = without.node(link.to).position;
    CHECK(geo::distance(south, {14.3291, 35.9891}).value() < 50);  // Cirkewwa
    CHECK(geo::distance(north, {14.2985, 36.0239}).value() < 50);  // Mgarr
    const auto tagged_only = timed("malta.osm.pbf", {.ferries = {.include = true, .include_untagged = false}});
    CHECK(ferry_ways(tagged_only) == std::vector<std::int64_t>{malta_gozo, malta_pozzallo});
}

TEST_CASE("Malta: the result does not depend on the number of threads", "[needs-data]") {
    const auto many = read_roads(osm_folder() / "malta.osm.pbf");
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    const auto single = read_roads(osm_folder() / "malta.osm.pbf");
    CHECK(shape(many.roads) == shape(single.roads));
    CHECK(many.roads.points == single.roads.points);
    CHECK(many.roads.attributes == single.roads.attributes);
}

TEST_CASE("Porto", "[needs-data]") {
    const auto read = timed("porto.osm.pbf");
    CHECK(read.log.inputs[0].rows_read == 51349);
    CHECK(ferry_ways(read).empty());
    CHECK(read.roads.sections.size() == 91386);
    CHECK(read.roads.restrictions.size() == 332);
}

TEST_CASE("a file of nodes alone", "[needs-data]") {
    CHECK_THAT(fault_of([] { (void)read_roads(osm_folder() / "nodes_only.osm.pbf"); }),
               Contains("error osm_without_ways: nodes_only.osm.pbf: holds nodes but no ways"));
}

TEST_CASE("a PBF that ends early", "[needs-data]") {
    const TempFolder folder;
    const auto copy = folder.path() / "cut.osm.pbf";
    for (const double share : {0.1, 0.5, 0.999}) {
        std::filesystem::copy_file(osm_folder() / "malta.osm.pbf", copy,
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(
            copy, static_cast<std::uintmax_t>(share * static_cast<double>(std::filesystem::file_size(copy))));
        CHECK_THAT(fault_of([&] { (void)read_roads(copy); }),
                   Contains("error file_truncated: cut.osm.pbf: ends too early"));
    }
}

TEST_CASE("Malta: places, buildings and hospitals", "[needs-data]") {
    const io::InputFile file{osm_folder() / "malta.osm.pbf", "malta.osm.pbf"};
    io::InputLog log;
    access::DemandSet places;
    io::read_osm_places(file, {}, places, log);
    access::DemandSet homes;
    io::DemandOptions options;
    options.total_people = 475701;
    io::read_osm_buildings(file, options, homes, log);
    access::FacilitySet hospitals;
    io::FacilityOptions wanted;
    wanted.osm_tags = {{"amenity", {"hospital", "clinic"}}};
    io::read_osm_facilities(file, wanted, hospitals, log);
    for (const auto& record : log.inputs) {
        std::cout << fmt::format("{}: {} read, {} used, {} refused, {} not selected\n", record.role, record.rows_read,
                                 record.rows_used, record.rows_refused, record.rows_not_selected);
        for (const auto& [key, value] : record.facts) {
            std::cout << "  " << key << ": " << value << "\n";
        }
        CHECK(record.rows_read == record.rows_used + record.rows_refused + record.rows_not_selected);
    }
    CHECK(homes.total(0) == People::from_double(475701));
    CHECK(hospitals.size() == 26);
}
