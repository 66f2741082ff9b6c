// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/dimacs.h"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>
#include <vector>

#include "support/faults.h"
#include "support/temp_folder.h"

using namespace michinori;

namespace {

const std::string good_arcs =
    "c a small graph\n"
    "p sp 3 4\n"
    "a 2 1 70\n"
    "a 1 2 80\n"
    "c between\n"
    "a 1 3 0\n"
    "a 3 3 5\n";
const std::string good_places =
    "c its places\n"
    "p aux sp co 3\n"
    "v 1 141350000 43060000\n"
    "v 3 -73530767 -40000001\n"
    "v 2 0 1\n";

class Files {
public:
    Files(const std::string& arcs, const std::string& places)
        : arcs_{folder_.write("g.gr", arcs), "g.gr"}, places_{folder_.write("g.co", places), "g.co"} {}
    routing::TimedGraph read(double scale = 1) { return io::read_dimacs(arcs_, places_, scale, log); }
    io::InputLog log;

private:
    test::TempFolder folder_;
    io::InputFile arcs_;
    io::InputFile places_;
};

std::string fault_of(const std::string& arcs, const std::string& places, double scale = 1) {
    return test::fault_line([&] { (void)Files(arcs, places).read(scale); });
}

std::string arcs_with(const std::string& line) {
    return "p sp 3 1\n" + line + "\n";
}

}  // namespace

TEST_CASE("a DIMACS graph is read: vertices from 0, arcs by tail, degrees") {
    Files files(good_arcs, good_places);
    const auto graph = files.read();
    CHECK(graph.graph.first_arc == std::vector<std::uint32_t>{0, 2, 3, 4});
    CHECK(graph.graph.head == std::vector<std::uint32_t>{1, 2, 0, 2});
    CHECK(graph.time == std::vector<TravelTime>{TravelTime{80}, TravelTime{0}, TravelTime{70}, TravelTime{5}});
    CHECK(graph.graph.position == std::vector<geo::Point>{{141.35, 43.06}, {0, 0.000001}, {-73.530767, -40.000001}});
}

TEST_CASE("what was read is in the log") {
    Files files(good_arcs, good_places);
    (void)files.read();
    REQUIRE(files.log.inputs.size() == 1);
    const auto& record = files.log.inputs.front();
    CHECK(record.file == "g.gr");
    CHECK(record.rows_read == 4);
    CHECK(record.rows_used == 4);
    CHECK(record.digests.size() == 2);
    CHECK(record.facts == std::vector<std::pair<std::string, std::string>>{{"vertices", "3"}, {"arcs", "4"}});
}

TEST_CASE("a weight is scaled and rounded once") {
    const auto graph = Files(good_arcs, good_places).read(0.107);
    CHECK(graph.time == std::vector<TravelTime>{TravelTime{9}, TravelTime{0}, TravelTime{7}, TravelTime{1}});
    CHECK_THROWS_AS(Files(good_arcs, good_places).read(0), std::invalid_argument);
    CHECK_THROWS_AS(Files(good_arcs, good_places).read(-1), std::invalid_argument);
}

TEST_CASE("line ends of Windows, tabs, empty lines and a last line without its end are read") {
    const auto graph = Files("p sp 2 1\r\n\r\n\na\t2  1 7 ", "p aux sp co 2\r\nv 1 5 6\r\nv 2 7 8").read();
    CHECK(graph.graph.first_arc == std::vector<std::uint32_t>{0, 0, 1});
    CHECK(graph.time == std::vector<TravelTime>{TravelTime{7}});
}

TEST_CASE("a graph without vertices is a graph") {
    const auto graph = Files("p sp 0 0\n", "p aux sp co 0\n").read();
    CHECK(graph.graph.vertex_count() == 0);
    CHECK(graph.graph.arc_count() == 0);
}

TEST_CASE("counts that disagree are told") {
    CHECK(fault_of("p sp 3 5\na 1 2 3\n", good_places) ==
          "error graph_counts_differ: g.gr: the header promises 5 lines \"a\", the file holds 1; copy or download it "
          "again, or correct the header");
    CHECK(fault_of("p sp 3 0\na 1 2 3\n", good_places).find("promises 0 lines \"a\", the file holds 1") !=
          std::string::npos);
    CHECK(fault_of("p sp 4 0\n", good_places) ==
          "error graph_files_differ: g.co: has 3 vertices where g.gr has 4; give the .gr and the .co of the same "
          "graph");
}

TEST_CASE("a header that promises what no file could hold takes no memory") {
    CHECK(fault_of("p sp 4294967295 4294967295\n", "p aux sp co 4294967295\n").find("graph_counts_differ") !=
          std::string::npos);
    CHECK(fault_of("p sp 4294967295 0\n", "p aux sp co 4294967295\nv 1 2 3\n") ==
          "error graph_counts_differ: g.co: the header promises 4294967295 lines \"v\", the file holds 1; copy or "
          "download it again, or correct the header");
}

TEST_CASE("missing and repeated places are told") {
    CHECK(fault_of("p sp 2 0\n", "p aux sp co 2\nv 1 5 6\n").find("promises 2 lines \"v\", the file holds 1") !=
          std::string::npos);
    CHECK(fault_of("p sp 2 0\n", "p aux sp co 2\nv 1 5 6\nv 1 7 8\n") ==
          "error graph_vertex_repeated: g.co line 3: vertex 1 has its place already in line 2; keep one of the two "
          "lines\n"
          "error graph_places_missing: g.co: 1 vertices have no place, the first of them is 2; add a line \"v\" for "
          "each");
}

TEST_CASE("a vertex out of range is told with its line") {
    CHECK(fault_of(arcs_with("a 1 4 9"), good_places) ==
          "error graph_vertex_unknown: g.gr line 2: vertex 4 does not exist (1 to 3); correct the number or the "
          "header");
    CHECK(fault_of(arcs_with("a 0 1 9"), good_places).find("vertex 0 does not exist") != std::string::npos);
    CHECK(fault_of(arcs_with("a 4294967297 1 9"), good_places).find("vertex 4294967297 does not") != std::string::npos);
    CHECK(fault_of("p sp 1 0\n", "p aux sp co 1\nv 2 5 6\n").find("g.co line 2: vertex 2 does not exist (1 to 1)") !=
          std::string::npos);
}

TEST_CASE("negative and too large weights are told") {
    CHECK(fault_of(arcs_with("a 1 2 -1"), good_places) ==
          "error graph_weight_out_of_range: g.gr line 2: weight -1 x 1 is not a time from 0 to 4294967294 "
          "milliseconds; correct the weight, or give another scale");
    CHECK(fault_of(arcs_with("a 1 2 4294967295"), good_places).find("weight 4294967295 x 1 is not") !=
          std::string::npos);
    CHECK(fault_of(arcs_with("a 1 2 4294967294"), good_places).empty());
    CHECK(fault_of(arcs_with("a 1 2 429496730"), good_places, 10).find("weight 429496730 x 10 is not") !=
          std::string::npos);
    CHECK(fault_of(arcs_with("a 1 2 -1"), good_places, 1e-9).find("weight -1 x 1e-09") != std::string::npos);
}

TEST_CASE("a missing or second header is told") {
    CHECK(fault_of("a 1 2 3\na 1 2 3\n", good_places) ==
          "error graph_header_missing: g.gr line 1: has no line \"p sp N M\" before its data; check that it is the "
          "right file of the graph (.gr for arcs, .co for places) and that it is unpacked");
    CHECK(fault_of("", good_places).find("graph_header_missing: g.gr") != std::string::npos);
    CHECK(fault_of("p sp 3 0\n", "v 1 2 3\n").find("graph_header_missing: g.co line 1") != std::string::npos);
    CHECK(fault_of("p sp 3 0\np sp 3 0\n", good_places).find("graph_header_repeated: g.gr line 2") !=
          std::string::npos);
    CHECK(fault_of(good_places, good_places).find("graph_line_unread: g.gr line 2") != std::string::npos);
}

TEST_CASE("a line that is no arc is told, all of them at once") {
    for (const std::string line : {"a 1 2", "a 1 2 3 4", "a 1 2 3.5", "a 1 x 3", "a1 2 3", "b 1 2 3", "a 1 2 3z",
                                   "a 1 2 99999999999999999999", "a -1 2 3"}) {
        INFO(line);
        const auto fault = fault_of(arcs_with(line), good_places);
        CHECK(fault.find("error graph_line_unread: g.gr line 2: \"" + line + "\" is not a line \"a U V W\"") == 0);
    }
    const auto lines =
        test::fault_lines([] { (void)Files("p sp 3 3\na 1 2\na 9 1 1\na 1 1 -5\n", good_places).read(); });
    CHECK(lines.size() == 3);
}

TEST_CASE("a place that is not on earth is told") {
    CHECK(fault_of("p sp 1 0\n", "p aux sp co 1\nv 1 43060000 141350000\n") ==
          "error bad_coordinate: g.co line 2: the coordinate (43.06, 141.35) is not a place on earth; correct it; "
          "longitude comes first");
}

TEST_CASE("a file that is not there is told") {
    io::InputLog log;
    const auto line = test::fault_line([&] {
        (void)io::read_dimacs({"/nowhere/x.gr", "x.gr"}, {"/nowhere/x.co", "x.co"}, 1, log);
    });
    CHECK(line.find("error file_missing: x.gr") == 0);
}
