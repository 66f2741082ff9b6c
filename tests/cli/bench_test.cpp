// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "cli/program.h"
#include "cli/small_region.h"

using namespace michinori::test;
using Catch::Contains;

namespace {

/// Three places in a row, both ways, and a place that cannot be left.
class SmallGraph {
public:
    explicit SmallGraph(const std::string& last_arc = "a 3 4 7\n") {
        folder_.write("small.gr", "c small\np sp 4 5\na 1 2 5\na 2 1 5\na 2 3 6\na 3 2 6\n" + last_arc);
        folder_.write("small.co",
                      "p aux sp co 4\nv 1 139000000 36000000\nv 2 139100000 36000000\nv 3 139200000 36000000\n"
                      "v 4 139300000 36000000\n");
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return "'" + (folder_.path() / name).string() + "'";
    }

private:
    TempFolder folder_;
};

}  // namespace

TEST_CASE("bench measures a generated nation and finds every answer exact") {
    const auto result = michinori_program("bench --nation 2000 --quick --sites 3,50");
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    for (const char* row : {"kernels portable", "generated nation: 2000 vertices", "\norder ", "\nhierarchy ",
                            "\nnearest of 3 ", "\nnearest of 50 ", "\n3 nearest of 50 ", "\none source, every vertex ",
                            "\nwide pass, against a copy ", "\nwhole new set of 50 ", "\ncustomisation, 2 threads ",
                            "\nclosed road, median ", "\n1 % of arcs, all over "}) {
        CHECK_THAT(result.out, Contains(row));
    }
    CHECK_THAT(result.out, Contains("exact") && !Contains("DIFFER"));
    CHECK_THAT(result.err, Contains("preparation"));
}

TEST_CASE("bench measures anyone's graph and a scenario's network") {
    const SmallGraph graph;
    const auto dimacs = michinori_program("bench --quick --quiet --markdown --gr " + graph.path("small.gr") + " --co " +
                                          graph.path("small.co"));
    INFO(dimacs.err);
    REQUIRE(dimacs.exit_code == 0);
    CHECK(dimacs.err.empty());
    CHECK_THAT(dimacs.out, Contains("### small.gr: 4 vertices, 5 arcs") && Contains("| nearest of 500 "));
    const SmallRegion region;
    const auto scenario = michinori_program("bench --quick --quiet --scenario " + region.path());
    INFO(scenario.err);
    REQUIRE(scenario.exit_code == 0);
    CHECK_THAT(scenario.out, Contains("\nsmall: ") && Contains("\nnearest of 500 ") && !Contains("DIFFER"));
}

TEST_CASE("bench tells what is wrong with a graph or with its arguments") {
    const SmallGraph wrong("a 3 9 7\n");
    const auto result =
        michinori_program("bench --quick --gr " + wrong.path("small.gr") + " --co " + wrong.path("small.co"));
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("graph_vertex_unknown") && Contains("small.gr") && Contains("7"));
    const auto missing = michinori_program("bench --quick --gr nowhere.gr --co " + wrong.path("small.co"));
    CHECK(missing.exit_code == 1);
    CHECK_THAT(missing.err, Contains("file_missing") && Contains("nowhere.gr"));
    CHECK(michinori_program("bench --gr " + wrong.path("small.gr")).exit_code == 2);
    CHECK(michinori_program("bench --nation 0").exit_code == 2);
    CHECK(michinori_program("bench --nation 10 --sites 0").exit_code == 2);
}
