// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/perinatal_tables.h"

#include <catch2/catch.hpp>

#include "support/faults.h"
#include "ward_region.h"

using namespace michinori;
using Catch::Matchers::Contains;
using test::WardFiles;
using test::WardRegion;

namespace {

People people(double number) {
    return People::from_double(number);
}

}  // namespace

TEST_CASE("perinatal areas of a region") {
    const WardFiles files;
    const WardRegion region(files);
    const auto tables = scenario::perinatal_tables(region.context, WardRegion::births(), from_minutes(5));
    REQUIRE(tables);
    REQUIRE(tables->areas.size() == 3);
    const auto& p1 = tables->areas[0];
    CHECK(p1.delivery_hospitals == 2U);
    CHECK(p1.delivery_clinics == 1U);
    CHECK(p1.deliveries == policy::KnownSum{people(800), 0});
    CHECK(p1.obstetricians == policy::KnownSum{people(8.5), 0});
    CHECK_FALSE(p1.centres_general);  // the scenario has no service of general centres
    CHECK_FALSE(p1.centres_regional);
    CHECK(p1.births == policy::AreaBirths{people(23), people(23), {}, {}, people(0)});
    CHECK(tables->areas[1].obstetricians == policy::KnownSum{{}, 1});  // I1: "*"
    // P3: the home beside K1 is 10 minutes from H2, with check-ups at its door.
    CHECK(tables->areas[2].without_delivery());
    CHECK(tables->areas[2].births == policy::AreaBirths{people(2), {}, people(2), {}, people(2)});
    CHECK(policy::areas_without_delivery(tables->areas) == std::vector<std::uint32_t>{2});
}

TEST_CASE("at an hour the same home is near") {
    const WardFiles files;
    const WardRegion region(files);
    const auto tables = scenario::perinatal_tables(region.context, WardRegion::births());
    CHECK(tables->areas[2].births == policy::AreaBirths{people(2), {}, {}, {}, people(0)});
}

TEST_CASE("a redraw: no area is left without a ward, and the towns that move") {
    const WardFiles files;
    const WardRegion region(files);
    const auto tables = scenario::perinatal_tables(region.context, WardRegion::births());
    REQUIRE(tables->redraw);
    const auto& redraw = *tables->redraw;
    REQUIRE(redraw.level.areas.size() == 3);  // P1, P2, P4
    CHECK(policy::areas_without_delivery(redraw.areas).empty());
    CHECK(redraw.areas[0].births->all == people(15));
    CHECK(redraw.areas[2].births == policy::AreaBirths{people(10), people(10), {}, {}, people(0)});
    // Towns in the order of their codes: 11, 12, 13, 14, 15.
    const std::vector<policy::Move> expected{{2, "P1", "P4"}, {4, "P3", "P4"}};
    CHECK(redraw.moves == expected);
    const std::vector<std::optional<People>> births{people(8), people(2)};
    CHECK(redraw.births_of_moves == births);
    CHECK_FALSE(redraw.level.areas[2].shape.parts.empty());
}

TEST_CASE("a town without people has the area that the table of members says") {
    const WardFiles files;
    files.write("homes.csv", "id,lon,lat,people\nA,139.0,36.0,100\nE,139.0,36.5,10\n");
    const WardRegion region(files);
    const auto tables = scenario::perinatal_tables(region.context, {});
    const std::vector<policy::Move> expected{{2, "P1", "P4"}, {4, "P3", "P4"}};
    CHECK(tables->redraw->moves == expected);
}

TEST_CASE("today's area of a town whose areas are polygons is that of most of its people") {
    const WardFiles files;
    files.write("areas.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"code":"P1"},"geometry":{"type":"Polygon","coordinates":[[[138,35],[139.5,35],[139.5,36.3],[138,36.3],[138,35]]]}},
{"type":"Feature","properties":{"code":"P2"},"geometry":{"type":"Polygon","coordinates":[[[138,36.3],[141,36.3],[141,38],[138,38],[138,36.3]]]}},
{"type":"Feature","properties":{"code":"P4"},"geometry":{"type":"Polygon","coordinates":[[[139.5,35],[141,35],[141,36.3],[139.5,36.3],[139.5,35]]]}}]})");
    auto text = std::string();
    {
        std::ifstream in(files.file("wards.toml").path);
        text.assign(std::istreambuf_iterator<char>(in), {});
    }
    text.erase(text.find("[[area]]\nlevel = \"perinatal\""));
    files.write("wards.toml",
                text + "[[area]]\nlevel = \"perinatal\"\nfile = \"areas.geojson\"\ncolumns = { code = \"code\" }\n");
    const WardRegion region(files);
    const auto tables = scenario::perinatal_tables(region.context, WardRegion::births());
    CHECK(tables->redraw->moves.empty());  // the polygons draw what the proposal asks for
    CHECK(tables->redraw->areas.at(2).births->all == tables->areas.at(2).births->all);
}

TEST_CASE("without births, without a level, without a service") {
    const WardFiles files;
    auto settings = files.settings();
    const WardRegion region(files, settings);
    const auto tables = scenario::perinatal_tables(region.context, {});
    REQUIRE(tables);
    CHECK_FALSE(tables->births_known);
    CHECK_FALSE(tables->areas[0].births);
    CHECK_FALSE(tables->redraw->births_of_moves.at(0));

    settings.proposal.reset();
    settings.perinatal_level = "none";
    CHECK_FALSE(scenario::perinatal_tables(WardRegion(files, settings).context, {}));
    settings.perinatal_level = "perinatal";
    settings.roles["delivery"] = "none";
    CHECK_FALSE(scenario::perinatal_tables(WardRegion(files, settings).context, {}));
}

TEST_CASE("faults of a proposal") {
    const WardFiles files;
    SECTION("a town that does not exist, and one that is missing") {
        files.write("proposal.csv", "town,area,name\n11,P1,West\n12,P1,West\n13,P4,East\n14,P2,Island\n");
        WardRegion partial(files);
        CHECK_THAT(test::lines_of(partial.region.log().findings.all()).back(),
                   Contains("members_missing") && Contains("15"));
        const auto tables = scenario::perinatal_tables(partial.context, WardRegion::births());
        CHECK(tables->redraw->moves.back() == policy::Move{4, "P3", std::nullopt});
        CHECK_FALSE(tables->redraw->areas.back().area);
        CHECK(tables->redraw->areas.back().births->all == people(2));
        files.write("proposal.csv", "town,area,name\n11,P1,West\n99,P1,West\n");
        CHECK_THAT(test::fault_line([&] { const WardRegion wrong(files); }),
                   Contains("municipality_unknown") && Contains("proposal.csv") && Contains("\"99\""));
    }
    SECTION("a level of towns that the scenario does not have") {
        auto settings = files.settings();
        settings.municipality_level = "village";
        CHECK_THAT(test::fault_line([&] { const WardRegion wrong(files, settings); }),
                   Contains("unknown_reference") && Contains("village") && Contains("town"));
    }
}
