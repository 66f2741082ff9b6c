// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "scenario/scenario.h"
#include "support/geodata.h"

using namespace michinori;

namespace {

scenario::Scenario load_shipped(const std::string& name) {
    const auto data = test::geodata_or_skip();
    return scenario::load_scenario(std::filesystem::path(MICHINORI_SOURCE_DIR) / "scenarios" / name, data);
}

}  // namespace

TEST_CASE("sapporo.toml finds its inputs", "[needs-data]") {
    const auto s = load_shipped("sapporo.toml");
    CHECK(s.services.size() == 3);
    CHECK(s.areas.size() == 2);
    CHECK(s.roads.lines.tolerance == Metres{1});
    REQUIRE(s.facilities.at(0).options.bounds);
    CHECK_FALSE(s.facilities[0].options.bounds->contains({136.9617354, 34.918466}));  // id 478, in Aichi
    CHECK(s.facilities[0].options.tolerance.rows(574) == 1);
}

TEST_CASE("malta.toml and malta-no-ferry.toml differ in the ferry alone", "[needs-data]") {
    const auto with = load_shipped("malta.toml");
    const auto without = load_shipped("malta-no-ferry.toml");
    CHECK(with.roads.osm.ferries.include);
    CHECK_FALSE(without.roads.osm.ferries.include);
    CHECK(with.services.size() == without.services.size());
    CHECK(with.facilities.at(0).options.osm_tags == without.facilities.at(0).options.osm_tags);
}

TEST_CASE("suzu.toml finds its inputs, the made-up homes beside it", "[needs-data]") {
    const auto s = load_shipped("suzu.toml");
    CHECK(s.roads.files.at(0).shown == "suzu/N13-24_5637_suzu_sample.geojson");
    CHECK(s.demand.at(0).file.shown == "./suzu-homes.csv");
}
