// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/input_log.h"

#include <catch2/catch.hpp>

#include "base/digest.h"
#include "support/faults.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;

namespace {

RowGate gate_with(int good, int bad, int not_selected, double tolerated) {
    RowGate gate("d.csv", Tolerance{tolerated});
    for (int i = 0; i < good + bad + not_selected; ++i) {
        gate.read();
    }
    for (int i = 0; i < bad; ++i) {
        gate.refuse({FindingCode::empty_value, {"d.csv", i + 1, {}}, {"people"}});
    }
    for (int i = 0; i < not_selected; ++i) {
        gate.not_selected();
    }
    return gate;
}

}  // namespace

TEST_CASE("rows read are rows used, refused and not selected") {
    InputLog log;
    InputRecord record;
    gate_with(98, 1, 1, 0.01).close(record, log);
    CHECK(record.rows_read == 100);
    CHECK(record.rows_used == 98);
    CHECK(record.rows_refused == 1);
    CHECK(record.rows_not_selected == 1);
    REQUIRE(log.refused.size() == 1);
    CHECK(to_line(log.refused[0], Language::english) ==
          "error empty_value: d.csv row 1: column people is empty; fill it in");
    REQUIRE(log.findings.all().size() == 1);
    CHECK(to_line(log.findings.all()[0], Language::english) ==
          "warning rows_refused: d.csv: 1 of 100 rows were refused; see refused.csv for each row and its reason");
}

TEST_CASE("nothing is said when nothing is wrong") {
    InputLog log;
    InputRecord record;
    gate_with(3, 0, 0, 0).close(record, log);
    CHECK(record.rows_used == 3);
    CHECK(log.refused.empty());
    CHECK(log.findings.empty());
}

TEST_CASE("one row more than tolerated stops the run with every refusal") {
    InputLog log;
    InputRecord record;
    const auto lines = test::fault_lines([&] { gate_with(97, 3, 0, 0.02).close(record, log); });
    REQUIRE(lines.size() == 4);
    CHECK(lines[2] == "error empty_value: d.csv row 3: column people is empty; fill it in");
    CHECK(lines[3] ==
          "error too_many_rows_refused: d.csv: 3 of 100 rows are wrong; the scenario tolerates 2; mend the rows "
          "named above, or raise refuse_at_most for this input in the scenario");
}

TEST_CASE("a thousand wrong rows are fifty lines") {
    InputLog log;
    InputRecord record;
    const auto lines = test::fault_lines([&] { gate_with(0, 1000, 0, 0).close(record, log); });
    REQUIRE(lines.size() == 50);
    CHECK(lines.back().find("1000 of 1000 rows are wrong") != std::string::npos);
}

TEST_CASE("digests cover the companions of a Shapefile, under the user's own name for it") {
    const test::TempFolder folder;
    const auto shp = folder.write("r.shp", "1");
    (void)folder.write("r.DBF", "2");
    (void)folder.write("r.prj", "3");
    const auto txt = folder.write("r.txt", "4");
    const auto digests = digests_of({shp, "data/r.shp"});
    REQUIRE(digests.size() == 3);
    CHECK(digests[0] == std::pair<std::string, std::string>{"data/r.shp", digest("1")});
    CHECK(digests[1] == std::pair<std::string, std::string>{"data/r.DBF", digest("2")});
    CHECK(digests[2] == std::pair<std::string, std::string>{"data/r.prj", digest("3")});
    CHECK(digests_of({txt, "r.txt"}).size() == 1);
    CHECK(test::fault_line([&] {
              (void)digests_of({folder.path() / "no.shp", "no.shp"});
          }).starts_with("error file_missing: no.shp: "));
}
