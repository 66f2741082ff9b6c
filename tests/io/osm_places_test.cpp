// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_places.h"

#include <catch2/catch.hpp>

#include <rapidcheck/catch.h>

#include <numeric>

#include "io/osm_outline.h"
#include "io/osm_spread.h"
#include "osm_text.h"

using namespace michinori;
using namespace michinori::io;
using namespace michinori::test;
using Catch::Contains;

namespace {

struct Places {
    access::DemandSet demand;
    access::FacilitySet facilities;
    InputLog log;

    [[nodiscard]] std::string fact(std::size_t i) const { return log.inputs.at(0).facts.at(i).second; }
    [[nodiscard]] std::string counts() const {
        const auto& r = log.inputs.at(0);
        return fmt::format("{} = {} used + {} refused + {} not selected", r.rows_read, r.rows_used, r.rows_refused,
                           r.rows_not_selected);
    }
};

template <class Read, class Options>
void read_text(Read&& read, const OsmText& osm, const Options& options, Places& places) {
    const TempFolder folder;
    const auto path = folder.write("t.osm", osm.str());
    read(InputFile{path, "t.osm"}, options, places);
}

Places read_places(const OsmText& osm, const DemandOptions& options = {}) {
    Places places;
    read_text([](const InputFile& f, const DemandOptions& o, Places& p) { read_osm_places(f, o, p.demand, p.log); },
              osm, options, places);
    return places;
}

Places read_buildings(const OsmText& osm, double people, double tolerance = 0) {
    Places places;
    DemandOptions options;
    options.total_people = people;
    options.tolerance = {tolerance};
    read_text([](const InputFile& f, const DemandOptions& o, Places& p) { read_osm_buildings(f, o, p.demand, p.log); },
              osm, options, places);
    return places;
}

Places read_facilities(const OsmText& osm, const FacilityOptions& options) {
    Places places;
    read_text(
        [](const InputFile& f, const FacilityOptions& o, Places& p) { read_osm_facilities(f, o, p.facilities, p.log); },
        osm, options, places);
    return places;
}

/// Four corners of a square, ids first ... first + 3, and the way around it.
std::vector<std::int64_t> square(OsmText& osm, std::int64_t first, double x, double y, double side) {
    osm.node(first, x, y).node(first + 1, x + side, y).node(first + 2, x + side, y + side).node(first + 3, x, y + side);
    return {first, first + 1, first + 2, first + 3, first};
}

FacilityOptions hospitals() {
    FacilityOptions options;
    options.osm = true;
    options.osm_tags = {{"amenity", {"hospital", "clinic"}}};
    return options;
}

}  // namespace

TEST_CASE("places with a population become demand") {
    OsmText osm;
    osm.node(1, 0, 0, {{"place", "town"}, {"population", "1,234"}})
        .node(2, 1, 0, {{"place", "village"}, {"population", "56"}});
    osm.node(3, 2, 0, {{"place", "hamlet"}}).node(4, 3, 0, {{"place", "island"}, {"population", "9999"}});
    const auto read = read_places(osm);
    REQUIRE(read.demand.size() == 2);
    CHECK(read.demand.points[0].id == "n1");
    CHECK(read.demand.points[0].municipality.empty());
    CHECK(read.demand.points[1].position == geo::Point{139.001, 35.0});
    CHECK(read.demand.total(0) == People::from_double(1290));
    CHECK(read.counts() == "3 = 2 used + 0 refused + 1 not selected");
    CHECK(read.fact(0) == "town: 1234, village: 56");
}

TEST_CASE("what wrong places get") {
    OsmText osm;
    osm.node(1, 0, 0, {{"place", "town"}, {"population", "many"}})
        .node(2, 1, 0, {{"place", "town"}, {"population", "-5"}});
    osm.node(3, 1, 0, {{"place", "town"}, {"population", "5"}});
    DemandOptions strict;
    strict.tolerance = {0};
    const auto fault = fault_of([&] { (void)read_places(osm, strict); });
    CHECK_THAT(fault, Contains("bad_number: t.osm node 1: \"many\" in column population is not a number"));
    CHECK_THAT(fault, Contains("negative_number: t.osm node 2: -5 in column population"));
    CHECK_THAT(fault, Contains("too_many_rows_refused"));
    strict.tolerance = {0.7};
    CHECK(read_places(osm, strict).counts() == "3 = 1 used + 2 refused + 0 not selected");

    CHECK_THAT(fault_of([] { (void)read_places(OsmText().node(1, 0, 0)); }), Contains("error layer_empty: t.osm"));
    DemandOptions grouped;
    grouped.groups = {{"women_15_49", "women"}};
    CHECK_THAT(fault_of([&] { (void)read_places(osm, grouped); }),
               Contains("bad_value: t.osm: groups = women_15_49: OpenStreetMap gives only the whole population"));
}

TEST_CASE("people are spread over homes by floor area, exactly") {
    OsmText osm;
    const auto a = square(osm, 1, 0, 0, 0.1);
    const auto b = square(osm, 11, 1, 0, 0.1);
    const auto c = square(osm, 21, 2, 0, 0.1);
    const auto d = square(osm, 31, 3, 0, 0.1);
    osm.way(101, a, {{"building", "house"}}).way(102, b, {{"building", "apartments"}, {"building:levels", "3"}});
    osm.way(103, c, {{"building", "yes"}, {"shop", "books"}}).way(104, d, {{"building", "industrial"}});
    const auto read = read_buildings(osm, 100);
    REQUIRE(read.demand.size() == 2);
    CHECK(read.demand.points[0].id == "w101");
    CHECK(read.demand.points[0].position.lon == Approx(139.00005));
    CHECK(read.demand.people[0][0].value() == Approx(25).margin(0.001));
    CHECK(read.demand.people[0][1].value() == Approx(75).margin(0.001));
    CHECK(read.demand.total(0) == People::from_double(100));
    CHECK(read.counts() == "4 = 2 used + 0 refused + 2 not selected");
    CHECK(read.fact(2) == "1 of 2 (the others count as one level)");
}

TEST_CASE("a building relation counts once, without its courtyard") {
    OsmText osm;
    const auto shell = square(osm, 1, 0, 0, 0.3);
    const auto yard = square(osm, 11, 0.1, 0.1, 0.1);
    const auto other = square(osm, 21, 1, 0, 0.1);
    osm.way(101, shell, {{"building", "apartments"}})
        .way(102, yard, {{"source", "x"}})
        .way(103, other, {{"building", "house"}});
    osm.relation(201, {{"way", 101, "outer"}, {"way", 102, "inner"}},
                 {{"type", "multipolygon"}, {"building", "apartments"}});
    const auto read = read_buildings(osm, 90);
    REQUIRE(read.demand.size() == 2);
    CHECK(read.demand.points[1].id == "r201");
    CHECK(read.demand.people[0][1].value() == Approx(80).margin(0.01));  // 9 - 1 squares against 1
    CHECK(read.counts() == "3 = 2 used + 0 refused + 1 not selected");
    // The centre lies in the courtyard: the point moves into the building.
    const auto p = read.demand.points[1].position;
    const bool in_yard = p.lon > 139.0001 && p.lon < 139.0002 && p.lat > 35.0001 && p.lat < 35.0002;
    CHECK_FALSE(in_yard);
    CHECK((p.lon > 139 && p.lon < 139.0003 && p.lat > 35 && p.lat < 35.0003));
}

TEST_CASE("what wrong buildings get") {
    OsmText osm;
    const auto a = square(osm, 1, 0, 0, 0.1);
    osm.way(101, a, {{"building", "house"}}).way(102, {1, 2, 99, 1}, {{"building", "house"}});
    CHECK_THAT(fault_of([&] { (void)read_buildings(osm, 10); }), Contains("geometry_missing: t.osm way 102"));
    CHECK(read_buildings(osm, 10, 0.5).counts() == "2 = 1 used + 1 refused + 0 not selected");
    CHECK_THAT(fault_of([&] { (void)read_buildings(osm, 0, 0.5); }),
               Contains("bad_value: t.osm: total_people = 0: must be above 0"));
    CHECK_THAT(fault_of([] { (void)read_buildings(OsmText().node(1, 0, 0), 10); }), Contains("layer_empty"));
}

TEST_CASE("spreading keeps the total to the millionth") {
    rc::prop("sum of parts = total, and no part is a micro-person off its share", [] {
        const auto weights = *rc::gen::suchThat(
            rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 1000000)),
            [](const auto& w) { return std::accumulate(w.begin(), w.end(), std::int64_t{0}) > 0; });
        const auto total = People::from_micro(*rc::gen::inRange<std::int64_t>(0, 1000000000000));
        const auto parts = spread_people(total, weights);
        const double sum = static_cast<double>(std::accumulate(weights.begin(), weights.end(), std::int64_t{0}));
        People back;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            back += parts[i];
            const double share = static_cast<double>(total.micro()) * static_cast<double>(weights[i]) / sum;
            RC_ASSERT(std::abs(static_cast<double>(parts[i].micro()) - share) <= 1.001);
        }
        RC_ASSERT(back == total);
    });
}

TEST_CASE("facilities from nodes, ways and relations") {
    OsmText osm;
    osm.node(1, 0, 0, {{"amenity", "hospital"}, {"name", "市立病院"}, {"emergency", "yes"}});
    osm.node(2, 5, 5, {{"amenity", "school"}});
    const auto around = square(osm, 11, 1, 1, 0.2);
    osm.way(101, around, {{"amenity", "clinic"}, {"name:en", "East Clinic"}});
    osm.node(21, 2, 0).node(22, 2.2, 0).node(23, 2.2, 0.2).node(24, 2, 0.2);
    osm.way(102, {21, 22, 23}, {{"source", "x"}}).way(103, {21, 24, 23}, {{"source", "x"}});
    osm.relation(201, {{"way", 102, "outer"}, {"way", 103, "outer"}},
                 {{"type", "multipolygon"}, {"amenity", "hospital"}});
    const auto read = read_facilities(osm, hospitals());
    const auto& all = read.facilities.facilities;
    REQUIRE(all.size() == 3);
    CHECK(read.facilities.columns ==
          std::vector<std::string>{"osm_type", "osm_id", "amenity", "emergency", "name", "name:en", "type"});
    CHECK(all[0].id == "n1");
    CHECK(all[0].name == "市立病院");
    CHECK(all[0].fields == std::vector<std::string>{"node", "1", "hospital", "yes", "市立病院", "", ""});
    CHECK(all[1].id == "w101");
    CHECK(all[1].name == "East Clinic");
    CHECK(all[1].position.lon == Approx(139.0011).epsilon(1e-9));
    CHECK(all[1].position.lat == Approx(35.0011).epsilon(1e-9));
    CHECK(all[2].id == "r201");
    CHECK(all[2].position.lon == Approx(139.0021).epsilon(1e-9));
    CHECK(read.counts() == "3 = 3 used + 0 refused + 0 not selected");
    CHECK(read.fact(0) == "node: 1, relation: 1, way: 1");
}

TEST_CASE("facilities of a bent outline lie inside it") {
    // A U: its centroid lies in the gap.
    OsmText osm;
    osm.node(1, 0, 0).node(2, 3, 0).node(3, 3, 3).node(4, 2, 3).node(5, 2, 1).node(6, 1, 1).node(7, 1, 3).node(8, 0, 3);
    osm.way(101, {1, 2, 3, 4, 5, 6, 7, 8, 1}, {{"amenity", "hospital"}});
    const auto p = read_facilities(osm, hospitals()).facilities.facilities.at(0).position;
    const bool left = p.lon > 139 && p.lon < 139.001;
    const bool right = p.lon > 139.002 && p.lon < 139.003;
    CHECK((left || right));
    CHECK((p.lat > 35 && p.lat < 35.003));
}

TEST_CASE("conditions choose among facilities before any check") {
    OsmText osm;
    osm.node(1, 0, 0, {{"amenity", "hospital"}, {"emergency", "yes"}}).node(2, 1, 0, {{"amenity", "hospital"}});
    osm.way(101, {98, 99}, {{"amenity", "clinic"}});
    auto options = hospitals();
    SECTION("a facility without a place is refused") {
        CHECK_THAT(fault_of([&] { (void)read_facilities(osm, options); }), Contains("geometry_missing: t.osm way 101"));
    }
    SECTION("but not when it is not selected") {
        options.where = {{"amenity", access::Condition::Kind::equals, {"hospital"}, 0}};
        CHECK(read_facilities(osm, options).counts() == "3 = 2 used + 0 refused + 1 not selected");
    }
    SECTION("a key that nothing has is an error") {
        options.where = {{"emergncy", access::Condition::Kind::equals, {"yes"}, 0}};
        CHECK_THAT(
            fault_of([&] { (void)read_facilities(osm, options); }),
            Contains(
                "column_missing: t.osm: has no column \"emergncy\" (it has: osm_type, osm_id, amenity, emergency)"));
    }
    SECTION("nothing found") {
        options.osm_tags = {{"healthcare", {}}};
        CHECK_THAT(fault_of([&] { (void)read_facilities(osm, options); }), Contains("layer_empty: t.osm"));
    }
}

TEST_CASE("a second file adds its columns and must not repeat ids") {
    OsmText osm;
    osm.node(1, 0, 0, {{"amenity", "hospital"}});
    const TempFolder folder;
    const InputFile first{folder.write("a.osm", osm.str()), "a.osm"};
    const InputFile second{
        folder.write("b.osm", OsmText().node(2, 0, 0, {{"amenity", "clinic"}, {"beds", "19"}}).str()), "b.osm"};
    access::FacilitySet set;
    InputLog log;
    read_osm_facilities(first, hospitals(), set, log);
    read_osm_facilities(second, hospitals(), set, log);
    CHECK(set.columns == std::vector<std::string>{"osm_type", "osm_id", "amenity", "beds"});
    CHECK(set.facilities.at(0).fields.size() == 4);
    CHECK(set.facilities.at(1).fields.at(3) == "19");
    CHECK_THAT(fault_of([&] { read_osm_facilities(first, hospitals(), set, log); }),
               Contains("duplicate_id: a.osm node 1: the id \"n1\" stands already in row 1"));
}

TEST_CASE("the area of an outline") {
    OsmRing ring{{139, 35}, {139.01, 35}, {139.01, 35.01}, {139, 35.01}, {139, 35}};
    const OsmRing hole{{139.002, 35.002}, {139.007, 35.002}, {139.007, 35.007}, {139.002, 35.007}, {139.002, 35.002}};
    // 0.01 degrees at 35 degrees: 912.9 m east, 1109.5 m north.
    CHECK(area_m2({{ring}, {}}) == Approx(912.9 * 1109.5).epsilon(0.001));
    CHECK(area_m2({{ring}, {hole}}) == Approx(912.9 * 1109.5 * 0.75).epsilon(0.001));
    CHECK_FALSE(inner_point({{{{139, 35}, {139.01, 35}, {139, 35}}}, {}}));
    CHECK_FALSE(inner_point({}));
}
