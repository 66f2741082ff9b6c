// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/digest.h"
#include "base/progress.h"
#include "demo/demo.h"
#include "demo/demo_support.h"
#include "io/demo_files.h"
#include "support/temp_folder.h"

namespace michinori::demo {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> digests(const fs::path& folder) {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            all[fs::relative(entry.path(), folder).string()] = file_digest(entry.path());
        }
    }
    return all;
}

std::string bytes(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

}  // namespace

TEST_CASE("the demonstration prefecture: promised counts, and the same bytes for the same seed") {
    const test::TempFolder temp;
    NoProgress silent;
    const auto summary = write_prefecture(temp.path() / "a", {}, silent);

    CHECK(summary.road_nodes > 85000);
    CHECK(summary.road_nodes < 125000);
    CHECK(summary.interchanges >= 8);
    CHECK(summary.first_level_meshes >= 5);
    CHECK(summary.winter_closed_sections > 20);
    CHECK(summary.inhabited_cells >= 20000);
    CHECK(summary.population == 900000);
    CHECK(summary.births > 4000);
    CHECK(summary.municipalities == 25);
    CHECK(summary.clinics == 400);
    CHECK(summary.delivery_facilities == 14);
    CHECK(summary.perinatal_centres == 3);
    CHECK(summary.nerve_block_hospitals == 6);

    const auto first = digests(temp.path() / "a");
    const auto read_me = bytes(temp.path() / "a" / "README.txt");
    CHECK(first.size() == summary.files.size());
    CHECK(first.contains("roads/N13-24_5434_SHP.zip"));
    CHECK(first.contains("roads/demo.osm.pbf"));
    CHECK(first.contains("areas/N03-20260101_48.shp"));
    CHECK(first.contains("addresses/48000-24.0a.csv"));
    CHECK(first.contains("addresses/48000-19.0b.csv"));
    CHECK(first.contains("population/mesh500_2025.csv"));
    CHECK(first.contains("population/mesh500_2050.csv"));
    CHECK(first.contains("facilities/candidates.csv"));
    CHECK(first.contains("homes.csv"));
    for (const std::string name : {"nerve_block", "nerve_block_partners", "pain", "pain_partners", "rare_disease",
                                   "rare_disease_partners", "cancer", "specialists", "children", "helicopters"}) {
        CHECK(first.contains("care/" + name + ".csv"));
        CHECK(read_me.find(name) != std::string::npos);
    }
    CHECK_FALSE(first.contains("areas/N03-20260101_48.cpg"));
    // Neither the language byte of the .dbf nor its date depends on the machine.
    const auto dbf = bytes(temp.path() / "a" / "areas" / "N03-20260101_48.dbf");
    CHECK(dbf[29] == '\0');
    CHECK(dbf.substr(1, 3) == "\x7E\x04\x01");
    CHECK(dbf.find("\x8A\x43\x96\xEC\x8C\xA7") != std::string::npos);  // 海野県 in CP932

    write_prefecture(temp.path() / "b", {.cells = 1000}, silent);  // there are more: nothing changes
    CHECK(digests(temp.path() / "b") == first);
}

TEST_CASE("another seed makes another prefecture with the same counts") {
    NoProgress silent;
    const auto other = make_prefecture(7, silent);
    CHECK(other.roads.nodes.size() > 85000);
    CHECK(other.roads.nodes.size() < 125000);
    CHECK(other.cells.size() == inhabited_cell_count);
    CHECK(other.clinics.size() == clinic_count);
    CHECK(other.hospitals.size() == made().hospitals.size());
    CHECK(other.homes.size() == home_count);
    CHECK(other.roads.nodes != made().roads.nodes);
    CHECK(other.hospitals.front().place != made().hospitals.front().place);
}

TEST_CASE("a zip archive carries its entries with a fixed date") {
    const auto zip = io::zip_archive({{"a.txt", "hello hello hello"}, {"b.txt", ""}});
    CHECK(zip.substr(0, 4) == "PK\x03\x04");
    CHECK(zip.substr(10, 4) == std::string("\x00\x00\x81\x5C", 4));  // midnight, 1 April 2026
    CHECK(zip.substr(30, 5) == "a.txt");
    const std::string end_mark = "PK\x05\x06";
    const auto end = zip.rfind(end_mark);
    REQUIRE(end != std::string::npos);
    CHECK(zip[end + 10] == 2);
    CHECK(io::zip_archive({{"a.txt", "hello hello hello"}, {"b.txt", ""}}) == zip);
}

TEST_CASE("text for Japanese offices is CP932") {
    CHECK(io::to_cp932("海野県") == "\x8A\x43\x96\xEC\x8C\xA7");
    CHECK(io::to_cp932("０～１４") == "\x82\x4F\x81\x60\x82\x50\x82\x53");
}

}  // namespace michinori::demo
