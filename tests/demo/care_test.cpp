// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "demo/care_support.h"
#include "demo/writers.h"
#include "io/facility_table.h"
#include "io/place_readers.h"
#include "support/temp_folder.h"

namespace michinori::demo {
namespace {

using Links = std::multimap<std::string, std::string>;

/// Where a walk along the links can come from here.
std::set<std::string> reachable_from(const Links& links, const std::string& start) {
    std::set<std::string> seen;
    std::vector<std::string> open{start};
    while (!open.empty()) {
        const auto [first, last] = links.equal_range(open.back());
        open.pop_back();
        for (auto link = first; link != last; ++link) {
            if (seen.insert(link->second).second) {
                open.push_back(link->second);
            }
        }
    }
    return seen;
}

access::FacilitySet read_facilities(const std::filesystem::path& folder, io::InputLog& log) {
    access::FacilitySet set;
    io::FacilityOptions options;
    options.id_column = "ID";
    options.name_column = "正式名称";
    options.lat_column = "所在地座標（緯度）";
    options.lon_column = "所在地座標（経度）";
    for (const std::string name : {"facilities/hospitals.csv", "facilities/clinics.csv"}) {
        io::read_facilities({folder / name, name}, options, set, log);
    }
    return set;
}

}  // namespace

TEST_CASE("care tables: rectangular, each facility once, every id exists") {
    std::set<std::string> ids;
    for (const auto* list : {&made().hospitals, &made().clinics}) {
        for (const auto& f : *list) {
            ids.insert(f.id);
        }
    }
    std::set<std::string> names;
    for (const auto& table : care_tables()) {
        INFO(table.name);
        CHECK(names.insert(table.name).second);
        CHECK_FALSE(table.rows.empty());
        std::set<std::string> seen;
        for (const auto& row : table.rows) {
            CHECK(row.size() == table.columns.size());
            if (table.columns.front() == "ID") {
                CHECK(ids.contains(row[0]));
                CHECK(seen.insert(row[0]).second);
            } else if (table.columns.front() == "from") {
                CHECK(ids.contains(row[0]));
                CHECK(ids.contains(row[1]));
                CHECK(seen.insert(row[0] + (row.size() > 2 ? row[2] : "")).second);
            }
        }
    }
    CHECK(names == std::set<std::string>{"nerve_block", "nerve_block_partners", "pain", "pain_partners", "rare_disease",
                                         "rare_disease_partners", "cancer", "specialists", "children", "helicopters"});
}

TEST_CASE("referrals run in no circle") {
    for (const auto& table : care_tables()) {
        if (table.columns.front() != "from") {
            continue;
        }
        Links links;
        for (const auto& row : table.rows) {
            links.emplace(row[0], row[1]);
        }
        for (const auto& [from, to] : links) {
            INFO(table.name << " " << from << " " << to);
            CHECK_FALSE(reachable_from(links, from).contains(from));
        }
    }
}

TEST_CASE("care tables of facilities can be joined to the facilities") {
    const test::TempFolder temp;
    io::OutputFolder out(temp.path() / "demo");
    write_facilities(made(), out);
    write_care(made(), out);
    out.commit();
    io::InputLog log;
    auto set = read_facilities(temp.path() / "demo", log);
    // Not with cancer.csv too: both it and nerve_block.csv have a column radiotherapy, 1 or 0 in the one, own, partner
    // or none in the other.
    for (const std::string name : {"nerve_block", "pain", "rare_disease", "specialists", "children"}) {
        const auto file = "care/" + name + ".csv";
        io::join_facility_table({temp.path() / "demo" / file, file}, {}, set, log);
    }
    const auto column = set.column("pain_centre");
    REQUIRE(column);
    CHECK(set.facilities[0].name == "海野医科大学附属病院");
    CHECK(set.facilities[0].fields[*column] == "1");
    for (const auto& record : log.inputs) {
        CHECK(record.rows_used == record.rows_read);
    }
}

TEST_CASE("three tertiary areas: the east, the west, and the middle with the mountains and islands") {
    std::map<std::string_view, std::set<std::string_view>> members;
    for (const auto& m : municipalities()) {
        members[tertiary_of(m.secondary)].insert(m.secondary);
    }
    CHECK(members == std::map<std::string_view, std::set<std::string_view>>{
                         {"T1", {"4801", "4804", "4805"}}, {"T2", {"4802"}}, {"T3", {"4803"}}});
    CHECK(tertiary_areas().size() == 3);
    const test::TempFolder temp;
    io::OutputFolder out(temp.path() / "demo");
    write_area_tables(made(), out);
    out.commit();
    io::InputLog log;
    const auto areas = io::read_members({temp.path() / "demo/areas/membership.csv", "membership.csv"},
                                        {{}, "municipality_code", "tertiary_code", "tertiary_name"}, "areas", log);
    REQUIRE(areas.size() == municipality_count);
    for (const auto& m : municipalities()) {
        const auto& area = areas.at(std::string(m.code));
        CHECK(area.code == tertiary_of(m.secondary));
        CHECK(area.name == name_of(tertiary_areas(), area.code));
    }
}

TEST_CASE("a helicopter stands at the hospital of the east, away from the intensive-care unit") {
    const CareRows table("helicopters");
    REQUIRE(table.size() == 1);
    const auto& hospitals = made().hospitals;
    const auto east = std::ranges::find(hospitals, std::string("東浜総合病院"), &Facility::name);
    REQUIRE(east != hospitals.end());
    CHECK(table.number(0, "lat") == Approx(east->place.lat).margin(1e-6));
    CHECK(table.number(0, "lon") == Approx(east->place.lon).margin(1e-6));
    CHECK(table.number(0, "speed_kmh") == 200);
    CHECK(table.text(0, "from") == "08:30");
    CHECK(table.text(0, "to") == "17:30");
    CHECK(geo::distance(east->place, hospitals[0].place) < Metres{1000 * table.number(0, "radius_km")});
}

}  // namespace michinori::demo
