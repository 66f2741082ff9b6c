// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/area.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace michinori;
using namespace michinori::access;

namespace {

geo::MultiPolygon square(double west, double south, double size) {
    return {{{{{{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}}}}}};
}

DemandSet demand_at(const std::vector<geo::Point>& places) {
    DemandSet demand;
    for (const auto& place : places) {
        demand.points.push_back({"d" + std::to_string(demand.size()), place, ""});
        demand.people[0].push_back(People::from_double(10));
    }
    return demand;
}

/// Squares of one degree side by side: A (140-141), B (141-142); C overlaps B's eastern half.
AreaLevel three_squares() {
    AreaLevel level;
    level.id = "secondary";
    level.file = "areas.shp";
    level.areas = {{"A", "", square(140, 40, 1)}, {"B", "", square(141, 40, 1)}, {"C", "", square(141.5, 40, 1)}};
    return level;
}

std::string lines(const Findings& findings) {
    std::string all;
    for (const auto& finding : findings.all()) {
        all += to_line(finding, Language::english) + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("a point belongs to the polygon that holds it, and a shared border to the lowest code, without a warning") {
    Findings findings;
    const auto area_of = assign_by_polygon(
        three_squares(), demand_at({{140.5, 40.5}, {141.2, 40.5}, {141, 40.5}, {142.3, 40.5}}), findings);
    CHECK(area_of == AreaOfDemand{0, 1, 0, 2});
    CHECK(lines(findings).empty());
}

TEST_CASE("a point in an overlap goes to the lowest code and the pair is reported") {
    Findings findings;
    const auto area_of = assign_by_polygon(
        three_squares(), demand_at({{141.7, 40.5}, {141.8, 40.2}, {140.5, 40.5}, {142.2, 40.5}}), findings);
    CHECK(area_of == AreaOfDemand{1, 1, 0, 2});
    CHECK(lines(findings) ==
          "warning polygons_overlap: areas.shp: areas B and C overlap; 2 demand points inside both went to B; "
          "mend the boundaries if that matters\n");
}

TEST_CASE("points off every polygon go to the nearest within the limit, else to none, and are reported") {
    auto level = three_squares();
    level.snap_limit = Metres{1000};
    Findings findings;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    // 0.005 degrees of longitude at 40.5 N: 424 m; 0.5 degrees: 42 km.
    const auto area_of =
        assign_by_polygon(level, demand_at({{139.995, 40.5}, {139.5, 40.5}, {nan, 40.5}, {141.2, 40.5}}), findings);
    CHECK(area_of == AreaOfDemand{0, std::nullopt, std::nullopt, 1});
    CHECK(lines(findings).find("2 demand points (20 people) lie in no secondary area") != std::string::npos);
    CHECK(lines(findings).find("1 areas of secondary hold no demand point") != std::string::npos);
}

TEST_CASE("without a limit nothing is moved to the nearest area") {
    Findings findings;
    CHECK(assign_by_polygon(three_squares(), demand_at({{139.9999, 40.5}}), findings) == AreaOfDemand{std::nullopt});
}

TEST_CASE("areas made of members follow their members") {
    const AreaOfDemand lower{0, 2, std::nullopt, 1};
    const std::vector<std::optional<std::uint32_t>> member_of{1, 0, std::nullopt};
    CHECK(assign_by_members(lower, member_of) == AreaOfDemand{1, std::nullopt, std::nullopt, 0});
}

TEST_CASE("areas by the code of the row: unknown codes are errors, an empty code is no area") {
    AreaLevel level;
    level.id = "municipality";
    level.areas = {{"01101", "", {}}, {"01102", "", {}}};
    auto demand = demand_at({{141, 43}, {141, 43}, {141, 43}});
    demand.points[0].municipality = "01102";
    demand.points[2].municipality = "01101";
    CHECK(assign_by_code(level, demand) == AreaOfDemand{1, std::nullopt, 0});

    demand.points[0].municipality = "1102";
    demand.points[1].municipality = "99999";
    demand.points[2].municipality = "99999";
    try {
        (void)assign_by_code(level, demand);
        FAIL("no error");
    } catch (const InputError& error) {
        REQUIRE(error.findings().size() == 2);
        CHECK(to_line(error.findings()[1], Language::english)
                  .find("error area_unknown: demand d1: area code \"99999\" is not in municipality") == 0);
    }
}
