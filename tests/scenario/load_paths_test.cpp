// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_paths.h"

#include <catch2/catch.hpp>

#include "support/temp_folder.h"

using namespace michinori;
using scenario::files_named;
using scenario::fits;
using scenario::Folders;

namespace {

std::vector<std::string> shown(const std::vector<io::InputFile>& files) {
    std::vector<std::string> names;
    for (const auto& file : files) {
        names.push_back(file.shown);
    }
    return names;
}

}  // namespace

TEST_CASE("a pattern's * takes any characters and ? takes one") {
    CHECK(fits("N13-24_5339_SHP.zip", "N13-24_*_SHP.zip"));
    CHECK(fits("a", "*"));
    CHECK(fits("", "*"));
    CHECK(fits("aXbXc", "*b*c"));
    CHECK(fits("abcbc", "*bc"));
    CHECK(fits("5339", "53?9"));
    CHECK_FALSE(fits("N13-24_5339_GEOJSON.zip", "N13-24_*_SHP.zip"));
    CHECK_FALSE(fits("5339", "53?"));
    CHECK_FALSE(fits("", "?"));
    CHECK_FALSE(fits("abc", "ab"));
}

TEST_CASE("paths start at the data folder, ./ and ../ at the scenario's") {
    const Folders folders{"/plans", "/data"};
    CHECK(folders.resolve("roads/a.zip") == "/data/roads/a.zip");
    CHECK(folders.resolve("./homes.csv").lexically_normal() == "/plans/homes.csv");
    CHECK(folders.resolve("../homes.csv").lexically_normal() == "/homes.csv");
    CHECK(folders.resolve("/elsewhere/a.zip") == "/elsewhere/a.zip");
}

TEST_CASE("a pattern gives its files in the order of their names, shown as written") {
    const test::TempFolder folder;
    for (const auto* name : {"roads/b.zip", "roads/a.zip", "roads/c.txt", "roads/d.zip/inside"}) {
        (void)folder.write(name, "");
    }
    const Folders folders{folder.path(), folder.path()};
    CHECK(shown(files_named(folders, "roads/*.zip")) == std::vector<std::string>{"roads/a.zip", "roads/b.zip"});
    CHECK(shown(files_named(folders, "./roads/?.txt")) == std::vector<std::string>{"./roads/c.txt"});
    CHECK(shown(files_named(folders, "roads/a.zip")) == std::vector<std::string>{"roads/a.zip"});
    CHECK(files_named(folders, "roads/*.gpkg").empty());
    CHECK(files_named(folders, "nowhere/*").empty());
    CHECK(files_named(folders, "roads/e.zip").empty());
}

TEST_CASE("the nearest name in the folder of a missing file") {
    const test::TempFolder folder;
    (void)folder.write("hospitals_2015.csv", "");
    (void)folder.write("mesh.csv", "");
    CHECK(scenario::nearest_file_name(folder.path() / "hospital_2015.csv") == "hospitals_2015.csv");
    CHECK(scenario::nearest_file_name(folder.path() / "nowhere" / "a.csv") == "-");
}
