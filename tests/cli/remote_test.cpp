// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/text.h"
#include "cli/remote_region.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

using Rows = std::vector<CsvRow>;
using Texts = std::vector<std::string>;

Rows districts_of(const RemoteRegion& region) {
    const auto result = region.run("--quiet");
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return region.rows("remote_districts.csv");
}

/// "centre people cause" of each district of a kind, in its order.
Texts found(const Rows& rows, const std::string& kind) {
    Texts all;
    for (const auto& row : rows) {
        if (row.at("candidate") == kind) {
            all.push_back(row.at("centre_id") + " " + row.at("people") + " " + row.at("attend_cause"));
        }
    }
    return all;
}

const CsvRow& centred(const Rows& rows, const std::string& centre) {
    return row_with(rows, {{"centre_id", centre}});
}

}  // namespace

TEST_CASE("remote: every hamlet of the hand-worked region is what its tests say") {
    const RemoteRegion region;
    const auto rows = districts_of(region);
    // 50 people do and 49 do not; 3 round trips do; 4 and 61 minutes do; a clinic at 4.016 km or behind a ridge is no
    // matter; of overlapping circles the one with most people left comes first, and what is unknown comes last.
    CHECK(found(rows, "strict") == Texts{"o3 80 long_modelled", "t3 60 few_trips", "t4 60 long_by_transport",
                                         "k2 60 few_trips", "r 60 few_trips", "o0 60 long_modelled",
                                         "a 50 long_modelled", "u 70 no_modelled_time"});
    CHECK(found(rows, "near") ==
          Texts{"t55 60 few_trips", "k1 60 few_trips", "m60 60 long_modelled", "c 49 long_modelled"});
    for (std::size_t r = 0; r < rows.size(); ++r) {
        CHECK(rows[r].at("district") == std::to_string(r + 1));
        CHECK(rows[r].at("not_easily") == (rows[r].at("centre_id") == "u" ? "unknown" : "yes"));
        CHECK(rows[r].at("failing_tests").empty() == (rows[r].at("candidate") == "strict"));
    }
    CHECK(centred(rows, "o0").at("people_in_circle") == "60");
    CHECK(centred(rows, "a").at("cells") == "2");
}

TEST_CASE("remote: what nearly qualifies says which test it fails, and by how much") {
    const RemoteRegion region;
    const auto rows = districts_of(region);
    const auto& bus = centred(rows, "t55");
    CHECK(bus.at("failing_tests") == "attendance");
    CHECK(bus.at("lacks_trips") == "1");
    CHECK(bus.at("lacks_minutes") == "5.000");
    CHECK(bus.at("round_trips") == "4");
    CHECK(bus.at("transport_minutes") == "55.000");
    const auto& clinic = centred(rows, "k1");
    CHECK(clinic.at("failing_tests") == "institution");
    CHECK(clinic.at("institution_id") == "K1");
    const auto metres = michinori::to_number(clinic.at("institution_straight_m")).value_or(0);
    CHECK(metres == Approx(3994).margin(1));  // 0.036 degrees at 36 degrees north, 110.95 km a degree
    CHECK(michinori::to_number(clinic.at("lacks_institution_m")).value_or(0) == Approx(4000 - metres).margin(0.002));
    CHECK(centred(rows, "m60").at("failing_tests") == "attendance");
    CHECK(centred(rows, "m60").at("lacks_minutes") == "0.000");
    CHECK(centred(rows, "m60").at("lacks_trips").empty());
    CHECK(centred(rows, "c").at("failing_tests") == "people");
    CHECK(centred(rows, "c").at("lacks_people") == "1");
}

TEST_CASE("remote: the nearest institution, straight and by car, and the ridge between") {
    const RemoteRegion region;
    const auto rows = districts_of(region);
    const auto& parted = centred(rows, "r");
    CHECK(parted.at("institution_id") == "R");
    CHECK(parted.at("institution_kind") == "facility");
    CHECK(parted.at("institution_parted") == "1");
    CHECK(parted.at("car_facility_id") == "R");
    CHECK(parted.at("car_minutes") == "3.000");
    const auto& north = centred(rows, "k2");
    CHECK(north.at("institution_id") == "K2");
    CHECK(north.at("institution_parted") == "0");
    CHECK(north.at("car_facility_id") == "M");
    CHECK(north.at("car_minutes") == "40.000");
    CHECK(centred(rows, "u").at("car_status") == "outside_network");
    CHECK(centred(rows, "u").at("car_minutes").empty());
}

TEST_CASE("remote: hubs, the minutes of every district, and those no hub reaches") {
    const RemoteRegion region;
    const auto rows = districts_of(region);
    CHECK(centred(rows, "a").at("hub_id") == "M");
    CHECK(centred(rows, "a").at("hub_car_minutes") == "70.000");
    CHECK(centred(rows, "a").at("hubs_in_reach") == "1");
    CHECK(centred(rows, "c").at("hub_car_minutes") == "80.000");
    CHECK(centred(rows, "c").at("hubs_in_reach") == "0");
    CHECK(centred(rows, "u").at("hub_id").empty());
    const auto hubs = region.rows("remote_hubs.csv");
    REQUIRE(hubs.size() == 1);
    // Within 75 minutes of M: t3, t4, k2, a and, nearly, t55, k1, m60.
    CHECK(hubs[0].at("districts") == "4");
    CHECK(hubs[0].at("near") == "3");
    CHECK(hubs[0].at("people") == "410");
    const auto minutes = region.rows("remote_hub_minutes.csv");
    CHECK(minutes.size() == 12);
    CHECK(row_with(minutes, {{"district", "1"}}).at("car_minutes") == "309.000");
    CHECK(row_with(minutes, {{"district", "8"}}).at("status") == "outside_network");
    const auto text = region.run("--lang en").out;
    CHECK_THAT(text, Contains("Districts that no hub reaches within 75 minutes (5): 1, 5, 6, 8, 12"));
    CHECK_THAT(text, Contains("These are candidates"));
    CHECK_THAT(region.run("--lang ja").out, Contains("候補であり、指定ではありません"));
}

TEST_CASE("remote: cells stand in one district or are left over, and all people are accounted for") {
    const RemoteRegion region;
    static_cast<void>(districts_of(region));
    const auto cells = region.rows("remote_cells.csv");
    CHECK(cells.size() == 16);  // all but b1, b2 and v
    CHECK(row_with(cells, {{"cell_id", "o2"}}).at("district") == "1");
    CHECK(row_with(cells, {{"cell_id", "o1"}}).at("district") == "6");
    CHECK(row_with(cells, {{"cell_id", "c"}}).at("candidate") == "near");
    const auto run = nlohmann::json::parse(file_text(region.path() / "out/run.json"));
    const auto& rule = run.at("remote").at("rules").at(0);
    CHECK(rule.at("districts") == 8);
    CHECK(rule.at("near_districts") == 4);
    CHECK(rule.at("unsure_districts") == 1);
    CHECK(rule.at("without_hub_in_reach") == 5);
    const auto& people = rule.at("people");
    CHECK(people.at("read") == 849);
    CHECK(people.at("in_districts") == 500);
    CHECK(people.at("in_near_districts") == 229);
    CHECK(people.at("left_over") == 0);
    CHECK(people.at("not_qualifying") == 120);
}

TEST_CASE("remote: cells that overlaps leave are told, and added up") {
    const RemoteRegion region;
    const auto left = [&] {
        static_cast<void>(districts_of(region));
        Texts cells;
        for (const auto& row : region.rows("remote_cells.csv")) {
            if (row.at("candidate") == "left_over") {
                cells.push_back(row.at("cell_id"));
            }
        }
        return cells;
    };
    region.change("homes.csv", "o0,140.300,36,30", "o0,140.300,36,9");
    CHECK(left() == Texts{"o1"});  // in the circle of o2 (70 people); its own holds 49, o0's 39
    region.change("homes.csv", "o1,140.333,36,30", "o1,140.333,36,29.5");
    region.change("homes.csv", "o2,140.366,36,10", "o2,140.366,36,12");
    CHECK(left() == Texts{"o0", "o1"});  // o1's circle holds 50.5, of which o3 takes 12
    const auto run = nlohmann::json::parse(file_text(region.path() / "out/run.json"));
    CHECK(run.at("remote").at("rules").at(0).at("people").at("left_over") == 38.5);
}

TEST_CASE("remote: visits count as institutions, or are only told") {
    const RemoteRegion region;
    auto rows = districts_of(region);
    CHECK(std::ranges::none_of(rows, [](const CsvRow& row) { return row.at("centre_id") == "v"; }));
    const auto visits = region.rows("remote_visits.csv");
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].at("people_within") == "60");
    CHECK(visits[0].at("districts_without_visits") == "1");
    CHECK(visits[0].at("people_of_those") == "60");
    CHECK(visits[0].at("hub_id") == "M");
    region.change("remote.toml", "file = \"visits.csv\"", "file = \"visits.csv\"\nare_institutions = false");
    rows = districts_of(region);
    CHECK(centred(rows, "v").at("candidate") == "strict");
    CHECK(centred(rows, "v").at("visits") == "V1");
    CHECK(centred(rows, "v").at("institution_id") == "R");
    CHECK(region.rows("remote_visits.csv")[0].at("districts_without_visits") == "1");
}

TEST_CASE("remote: without barriers a ridge parts nobody") {
    const RemoteRegion region;
    region.change("remote.toml", "[remote.barriers]\nfile = \"ridges.geojson\"\n", "");
    const auto rows = districts_of(region);
    CHECK(centred(rows, "b1").at("people") == "60");
    CHECK(std::ranges::none_of(rows, [](const CsvRow& row) { return row.at("centre_id") == "r"; }));
}

TEST_CASE("remote: places may be parted by the length of the way between them") {
    const RemoteRegion region;
    region.change("remote.toml", "date = ", "part_by_road_km = 2\ndate = ");
    const auto rows = districts_of(region);
    // a and b are just 2 km apart by road; o0 to o4 3 km; the clinics of k1 and k2 70 km, the visits of v 4.5 km.
    CHECK(found(rows, "strict") == Texts{"t3 60 few_trips", "t4 60 long_by_transport", "k2 60 few_trips",
                                         "k1 60 few_trips", "r 60 few_trips", "v 60 few_trips", "a 50 long_modelled",
                                         "u 70 no_modelled_time"});
    CHECK(found(rows, "near") ==
          Texts{"t55 60 few_trips", "m60 60 long_modelled", "c 49 long_modelled", "o4 40 long_modelled"});
    CHECK(centred(rows, "k1").at("institution_parted") == "1");
    region.change("remote.toml", "part_by_road_km = 2", "part_by_road_km = 1.999");
    CHECK(found(districts_of(region), "strict").size() == 7);  // a and b are parted now
}

TEST_CASE("remote: a table of stops that is complete says where no bus goes, and stops that serve nobody are told") {
    const RemoteRegion region;
    const auto result = region.run("--lang en");
    CHECK_THAT(result.err, Contains("transport_not_used") && Contains("stops.csv") && Contains("rows 8"));
    region.change("remote.toml", "file = \"stops.csv\"", "file = \"stops.csv\"\ncomplete = true");
    const auto rows = districts_of(region);
    CHECK(centred(rows, "m60").at("candidate") == "strict");
    CHECK(centred(rows, "m60").at("attend_cause") == "no_service");
    CHECK(centred(rows, "m60").at("round_trips") == "0");
    CHECK(centred(rows, "u").at("not_easily") == "yes");
}

TEST_CASE("remote: the walk to the stop counts, and the easiest of several stops") {
    const RemoteRegion region;
    // t3's stop, 450 m off: 6.75 minutes on foot at 4 km/h. 55 minutes' ride is then over 60.
    region.change("stops.csv", "139.10,36,3,10", "139.105,36,4,55");
    auto rows = districts_of(region);
    CHECK(centred(rows, "t3").at("attend_cause") == "long_by_transport");
    CHECK(michinori::to_number(centred(rows, "t3").at("transport_minutes")).value_or(0) == Approx(61.76).margin(0.02));
    region.change("remote.toml", "file = \"stops.csv\"", "file = \"stops.csv\"\nwalk_kmh = 8");
    rows = districts_of(region);
    CHECK(centred(rows, "t3").at("candidate") == "near");
    region.change("remote.toml", "walk_kmh = 8", "reach_m = 400");
    rows = districts_of(region);  // nobody reaches the stop: 10 minutes by car
    CHECK(std::ranges::none_of(rows, [](const CsvRow& row) { return row.at("centre_id") == "t3"; }));
    region.change("remote.toml", "reach_m = 400", "");
    region.change("stops.csv", "139.20,36,4,61", "139.20,36,4,61\n139.20,36,9,20");
    rows = districts_of(region);
    CHECK(std::ranges::none_of(rows, [](const CsvRow& row) { return row.at("centre_id") == "t4"; }));
}

TEST_CASE("remote: a stop of another role serves nobody who asks for this one") {
    const RemoteRegion region;
    auto dental = file_text(region.path() / "rule.toml");
    for (const char* word : {"no-doctor", "no-doctor", "medical"}) {
        const std::string instead = std::string(word) == "medical" ? "dental" : "no-dentist";
        dental.replace(dental.find(word), std::string(word).size(), instead);
    }
    std::ofstream(region.path() / "dental.toml") << dental;
    region.change("remote.toml", "rules = [\"rule.toml\"]",
                  "rules = [\"rule.toml\", \"dental.toml\"]\nroles = { dental = \"medical\" }");
    region.change("stops.csv", "lon,lat,round_trips,minutes", "lon,lat,round_trips,minutes,role");
    for (const char* row : {"139.10,36,3,10", "139.20,36,4,61", "139.30,36,4,55", "139.40,36,1,5", "139.50,36,1,5",
                            "140.00,36,1,5", "140.10,36,1,5", "139.15,36,9,5"}) {
        region.change("stops.csv", row, std::string(row) + (std::string(row) == "139.10,36,3,10" ? ",medical" : ","));
    }
    const auto rows = districts_of(region);
    CHECK(row_with(rows, {{"rule", "no-doctor"}, {"centre_id", "t3"}}).at("candidate") == "strict");
    CHECK(std::ranges::none_of(
        rows, [](const CsvRow& row) { return row.at("rule") == "no-dentist" && row.at("centre_id") == "t3"; }));
    CHECK(row_with(rows, {{"rule", "no-dentist"}, {"centre_id", "t4"}}).at("candidate") == "strict");
    // Visits of the medical role are none of the other.
    CHECK(row_with(rows, {{"rule", "no-dentist"}, {"centre_id", "v"}}).at("candidate") == "strict");
}

TEST_CASE("remote: a rule that is not in force on the day is told and left out") {
    const RemoteRegion region;
    region.change("remote.toml", "2025-10-01", "2024-10-01");
    const auto result = region.run("--lang en");
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.err, Contains("rule_not_in_force"));
    const auto table = file_text(region.path() / "out/remote_districts.csv");
    CHECK(std::ranges::count(table, '\n') == 1);  // its header alone
}

TEST_CASE("remote: each slip is one clear line, by run and by check") {
    struct Slip {
        const char* file;
        const char* text;
        const char* instead;
        Texts said;
    };
    const std::vector<Slip> slips{
        {"stops.csv", "139.10,36,3,", "139.10,36,-3,", {"negative_number", "stops.csv", "row 1", "round_trips"}},
        {"stops.csv", "139.10,36,3,", "139.10,36,*,", {"bad_number", "stops.csv", "row 1", "\"*\""}},
        {"stops.csv", "139.10,36,3,", "139.10,36,2.5,", {"bad_integer", "stops.csv", "row 1", "2.5"}},
        {"stops.csv", "139.20,36,4,61", "139.20,96,4,61", {"bad_coordinate", "stops.csv", "row 2"}},
        {"stops.csv", "139.20,36,4,61", "139.20,,4,61", {"empty_value", "stops.csv", "row 2", "lat"}},
        {"stops.csv", "round_trips", "trips", {"column_missing", "stops.csv", "round_trips"}},
        {"visits.csv", "medical", "surgery", {"bad_choice", "visits.csv", "row 1", "surgery", "medical"}},
        {"visits.csv", "medical,2", "medical,0", {"bad_value", "visits.csv", "row 1", "sessions"}},
        {"visits.csv", ",M\n", ",R\n", {"unknown_facility", "visits.csv", "row 1", "\"R\""}},
        {"visits.csv", ",M\n", ",M\nV1,140.2,36,medical,1,\n", {"duplicate_id", "visits.csv", "row 2", "V1"}},
        {"rule.toml", "least_people = 50\n", "", {"missing_key", "rule.toml", "least_people"}},
        {"rule.toml", "radius_km = 4", "radius_km = 40", {"bad_value", "rule.toml", "radius_km"}},
        {"rule.toml", "modelled_minutes = 50", "modelled_minutes = 70", {"bad_value", "rule.toml", "near", "stricter"}},
        {"rule.toml", "most_trips = 4", "most_trips = 2", {"bad_value", "rule.toml", "near.most_trips", "stricter"}},
        {"rule.toml", "institution_km = 3.5", "institution_kmm = 3.5", {"unknown_key", "rule.toml", "institution_km"}},
        {"rule.toml", "bad_coordinate = \"undecided\"\n", "", {"missing_key", "rule.toml", "bad_coordinate"}},
        {"rule.toml", "remote_district", "ward_support", {"bad_value", "rule.toml", "remote_district"}},
        {"rule.toml", "role = \"medical\"", "role = \"surgery\"", {"unknown_reference", "surgery", "medical"}},
        {"remote.toml", "service = \"hub\"", "service = \"hubs\"", {"unknown_reference", "hubs", "hub"}},
        {"remote.toml", "minutes = 75", "", {"missing_key", "remote.hubs", "minutes"}},
        {"remote.toml", "\"stops.csv\"", "\"stop.csv\"", {"named_file_missing", "stop.csv"}},
        {"remote.toml",
         "ids = [\"M\"]\n[remote]",
         "ids = [\"M\"]\n[[service]]\nid = \"x\"\n[remote]\nroles = { medical = \"y\" }",
         {"unknown_reference", "\"y\""}},
        {"remote.toml",
         "[[service]]\nid = \"hub\"",
         "cutoff_min = 45\n[[service]]\nid = \"hub\"",
         {"bad_value", "cutoff_min", "45", "60"}},
        {"ridges.geojson",
         "\"Polygon\",\"coordinates\":[[[139.905,35.9],[139.915,35.9],[139.915,36.1],[139.905,36.1],[139.905,35.9]]]",
         "\"Point\",\"coordinates\":[139.905,35.9]",
         {"geometry_wrong_kind", "ridges.geojson"}},
    };
    for (const auto& slip : slips) {
        const RemoteRegion region;
        region.change(slip.file, slip.text, slip.instead);
        for (const auto& result : {region.run("--lang en --quiet"), region.check()}) {
            INFO(slip.file << ": " << slip.instead << "\n" << result.err);
            CHECK(result.exit_code == 1);
            std::size_t lines = 0;
            for (const auto& line : michinori::split_list(result.err, '\n')) {
                lines += line.starts_with("error") ? 1 : 0;
            }
            CHECK(lines == 1);
            for (const auto& said : slip.said) {
                CHECK_THAT(result.err, Contains(said));
            }
        }
    }
}

TEST_CASE("remote: a run needs the day, a check does not") {
    const RemoteRegion region;
    region.change("remote.toml", "date = \"2025-10-01\"\n", "");
    const auto result = region.run("--lang en");
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("missing_key") && Contains("date"));
    CHECK(region.check().exit_code == 0);
}

TEST_CASE("remote: the same bytes for any number of threads and either engine") {
    const RemoteRegion region;
    REQUIRE(region.run("--quiet --threads 1 --engine dijkstra").exit_code == 0);
    std::map<std::string, std::string> first;
    for (const auto& entry : std::filesystem::directory_iterator(region.path() / "out")) {
        first[entry.path().filename().string()] = file_text(entry.path());
    }
    CHECK(first.contains("remote.gpkg"));
    REQUIRE(region.run("--quiet --threads 2").exit_code == 0);
    for (const auto& [name, bytes] : first) {
        INFO(name);
        CHECK(file_text(region.path() / "out" / name) == bytes);
    }
}
