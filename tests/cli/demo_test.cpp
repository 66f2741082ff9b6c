// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "cli/program.h"

using namespace michinori::test;

namespace {

const std::string scenarios = std::string(MICHINORI_SOURCE_DIR) + "/scenarios/";

std::string run_demo(const std::filesystem::path& data, const std::filesystem::path& scenario,
                     const std::filesystem::path& out, int threads) {
    const auto result = michinori_program("run '" + scenario.string() + "' --data '" + data.string() + "' --out '" +
                                          out.string() + "' --threads " + std::to_string(threads));
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return file_text(out / "access.csv");
}

}  // namespace

TEST_CASE("the demonstration prefecture: any threads, and roads from N13 or from OpenStreetMap, give the same") {
    const TempFolder folder;
    const auto data = folder.path() / "data";
    REQUIRE(michinori_program("demo '" + data.string() + "'").exit_code == 0);
    const auto one = run_demo(data, scenarios + "demo.toml", folder.path() / "one", 1);
    const auto two = run_demo(data, scenarios + "demo.toml", folder.path() / "two", 2);
    CHECK(one.size() > 1000000);
    CHECK(one == two);
    for (const char* name : {"areas.csv", "facilities.csv", "results.gpkg", "run.json"}) {
        INFO(name);
        CHECK(file_text(folder.path() / "one" / name) == file_text(folder.path() / "two" / name));
    }
    const auto from_osm = folder.write("osm.toml", tables_alone(shipped_paths(file_text(scenarios + "demo-osm.toml"))));
    const auto osm = run_demo(data, from_osm, folder.path() / "osm", 2);
    CHECK(one == osm);
}
