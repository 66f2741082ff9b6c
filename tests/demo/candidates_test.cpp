// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "demo/demo_support.h"
#include "demo/writers.h"
#include "geo/polygon_index.h"
#include "io/place_readers.h"
#include "io/table.h"
#include "support/temp_folder.h"

namespace michinori::demo {
namespace {

std::vector<Facility> facilities() {
    auto all = made().hospitals;
    all.insert(all.end(), made().clinics.begin(), made().clinics.end());
    return all;
}

}  // namespace

TEST_CASE("wards could be built in towns that have none, and in the capital") {
    std::set<std::size_t> with_ward;
    std::set<std::string> ids;
    for (const auto& f : facilities()) {
        ids.insert(f.id);
        if (f.deliveries > 0) {
            with_ward.insert(f.municipality);
        }
    }
    const geo::PolygonIndex polygons(made().areas.municipalities);
    std::map<std::size_t, int> candidates;
    for (const auto& c : made().candidates) {
        INFO(c.name);
        ++candidates[c.municipality];
        CHECK(c.name.ends_with("（候補地）"));
        CHECK(c.id.size() == 13);
        CHECK(ids.insert(c.id).second);
        CHECK(polygons.covering(c.place).front() == c.municipality);
        CHECK(c.deliveries > 0);
        CHECK(c.delivery_capacity > c.deliveries);
        CHECK((c.municipality == capital_index || !with_ward.contains(c.municipality)));
        for (const auto& f : facilities()) {
            CHECK(geo::distance(c.place, f.place) > Metres{1});
        }
    }
    CHECK(made().candidates.size() == 12);
    CHECK(candidates[capital_index] == 2);
    CHECK(candidates.size() == 11);
}

TEST_CASE("a ward could take somewhat more than it delivers") {
    std::map<std::string, int> capacity;
    for (const auto& f : facilities()) {
        INFO(f.name);
        capacity[f.name] = f.delivery_capacity;
        CHECK(f.delivery_capacity % 10 == 0);
        CHECK((f.deliveries > 0 ? f.delivery_capacity > 1.15 * f.deliveries && f.delivery_capacity < 2 * f.deliveries
                                : f.delivery_capacity == 0));
    }
    CHECK(capacity.at("海野医科大学附属病院") == 1300);  // 780 x 1.15 + 20 x 20 = 1,297
    CHECK(capacity.at("うみかぜ産科") == 290);           // 230 x 1.15 + 20 = 284.5
    CHECK(capacity.at("海野赤心病院") == 0);
}

TEST_CASE("candidates have the columns of hospitals") {
    const test::TempFolder folder;
    io::OutputFolder out(folder.path() / "demo");
    write_facilities(made(), out);
    out.commit();
    const auto columns = [&](const std::string& name) {
        return io::read_table({folder.path() / "demo/facilities" / name, name}, {}).columns;
    };
    CHECK(columns("candidates.csv") == columns("hospitals.csv"));
    io::FacilityOptions options;
    options.id_column = "ID";
    options.name_column = "正式名称";
    options.lat_column = "所在地座標（緯度）";
    options.lon_column = "所在地座標（経度）";
    access::FacilitySet set;
    io::InputLog log;
    io::read_facilities({folder.path() / "demo/facilities/candidates.csv", "candidates.csv"}, options, set, log);
    REQUIRE(set.size() == 12);
    CHECK(log.refused.empty());
    const auto column = std::ranges::find(set.columns, "delivery_capacity") - set.columns.begin();
    CHECK(set.facilities[0].fields.at(static_cast<std::size_t>(column)) == "700");
}

}  // namespace michinori::demo
