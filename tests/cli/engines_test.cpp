// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "cli/program.h"
#include "cli/small_region.h"
#include "support/geodata.h"

namespace {

using namespace michinori;
using Catch::Matchers::Contains;
using test::file_text;
using test::michinori_program;

/// Runs a scenario with each engine and requires the same files with the same bytes.
void require_same_outputs(const std::string& scenario_and_options) {
    const test::TempFolder folder;
    for (const char* engine : {"dijkstra", "hierarchy"}) {
        const auto result = michinori_program("run " + scenario_and_options + " --quiet --engine " + engine +
                                              " --out '" + (folder.path() / engine).string() + "'");
        INFO(result.err);
        REQUIRE(result.exit_code == 0);
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "dijkstra")) {
        const auto name = entry.path().filename();
        INFO(name.string());
        CHECK(file_text(entry.path()) == file_text(folder.path() / "hierarchy" / name));
        ++files;
    }
    CHECK(files >= 5);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path() / "hierarchy"), {}) ==
          static_cast<std::ptrdiff_t>(files));
}

std::string shipped(const std::string& name) {
    return std::string("'") + MICHINORI_SOURCE_DIR + "/scenarios/" + name + ".toml' --data '" +
           test::geodata_or_skip().string() + "'";
}

}  // namespace

TEST_CASE("both engines leave the same bytes on a small region, routes included") {
    const test::SmallRegion region;
    auto text = file_text(region.folder().path() / "small.toml");
    text += "\n[outputs]\nroutes_for = [\"*\"]\n";
    region.folder().write("small.toml", text);
    require_same_outputs(region.path());
}

TEST_CASE("both engines leave the same bytes on the demonstration prefecture") {
    const test::TempFolder folder;
    REQUIRE(michinori_program("demo '" + folder.path().string() + "' --quiet").exit_code == 0);
    require_same_outputs(std::string("'") + MICHINORI_SOURCE_DIR + "/scenarios/demo.toml' --data '" +
                         folder.path().string() + "'");
}

TEST_CASE("both engines leave the same bytes on Sapporo", "[needs-data]") {
    require_same_outputs(shipped("sapporo"));
}

TEST_CASE("both engines leave the same bytes on Malta", "[needs-data]") {
    require_same_outputs(shipped("malta"));
}

TEST_CASE("a scenario may name its engine, and an unknown one is refused with the names there are") {
    const test::SmallRegion region;
    auto text = file_text(region.folder().path() / "small.toml");
    const auto head = text.find("[scenario]\n");
    REQUIRE(head != std::string::npos);
    text.insert(head + 11, "engine = \"steam\"\n");
    region.folder().write("small.toml", text);
    const auto result =
        michinori_program("run " + region.path() + " --out '" + (region.folder().path() / "o").string() + "'");
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("steam") && Contains("hierarchy") && Contains("dijkstra"));
}
