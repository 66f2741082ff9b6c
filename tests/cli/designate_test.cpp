// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/text.h"
#include "cli/program.h"
#include "geo/point.h"
#include "scenario/rurality_scale.h"
#include "support/catalogued.h"
#include "support/csv_rows.h"
#include "support/flat_profile.h"
#include "support/geodata.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

/// Six areas in a row from west to east, each with fewer people on the same land and farther from the only emergency
/// hospital, which stands in the first: rurality rises from A to F under every weighting. Few: 100 and less, many: 200
/// and more.
class Row {
public:
    Row() {
        folder_.write("areas.geojson", areas());
        folder_.write(
            "numbers.csv",
            "code,people,km2\n0101,60000,100\n0102,50000,100\n0103,40000,100\n0104,30000,100\n0105,20000,100\n"
            "0106,10000,100\n");
        folder_.write("index.csv",
                      "area_code,prefecture,area,physician_index\n0101,甲,A,250\n0102,甲,B,200\n0103,甲,C,150\n"
                      "0104,甲,D,100\n0105,甲,E,160.5\n0106,甲,F,150\n");
        folder_.write("hospitals.csv", "id,name,lon,lat,tier\nH1,救急,139.25,36.25,2\nH2,診療所,144.25,36.25,0\n");
        folder_.write("rule.toml",
                      "[rule]\nkind = \"designation_adjustment\"\nid = \"r\"\nfamily = \"r\"\ntitle_en = "
                      "\"r\"\ntitle_ja = \"r\"\n"
                      "source = \"test\"\nin_force_from = \"2027-04-01\"\nassumptions = [\"a guess\"]\n[adjustment]\n"
                      "form = \"few_or_rural\"\ntop = \"1/3\"\nwidest = \"middle\"\n[firmness]\ntops = [0.17, 0.34]\n");
        folder_.write(
            "study.toml",
            "[study]\nid = \"row\"\nrule = \"rule.toml\"\n[areas]\nfile = \"areas.geojson\"\napproximate = true\n"
            "columns = { code = \"code\", name = \"name\" }\n[numbers]\nfile = \"numbers.csv\"\n"
            "columns = { code = \"code\", population = \"people\", km2 = \"km2\" }\n[index]\nfile = \"index.csv\"\n"
            "thresholds = [100, 200]\n[[facilities]]\nfile = \"hospitals.csv\"\n"
            "columns = { id = \"id\", name = \"name\", lon = \"lon\", lat = \"lat\" }\n[emergency]\n"
            "where = [{ column = \"tier\", at_least = 2 }]\n[rurality]\nwhole_country = true\n");
    }
    void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
    void replace(const std::string& name, const std::string& text, const std::string& instead) const {
        auto all = file_text(folder_.path() / name);
        const auto at = all.find(text);
        REQUIRE(at != std::string::npos);
        folder_.write(name, all.replace(at, text.size(), instead));
    }
    [[nodiscard]] ProgramResult run(const std::string& options = "") const {
        return michinori_program("designate '" + (folder_.path() / "study.toml").string() + "' --out '" +
                                 (folder_.path() / "out").string() + "' --lang en " + options);
    }
    [[nodiscard]] std::vector<CsvRow> rows(const std::string& name = "designation.csv") const {
        return csv_rows(folder_.path() / "out" / name);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

private:
    static std::string areas() {
        std::string features;
        for (int a = 0; a < 6; ++a) {
            const auto west = std::to_string(139 + a);
            const auto east = std::to_string(139.5 + a);
            features += std::string(a > 0 ? "," : "") + R"({"type":"Feature","properties":{"code":"010)" +
                        std::to_string(a + 1) + R"(","name":")" + static_cast<char>('A' + a) +
                        R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + west + ",36],[" + east + ",36],[" +
                        east + ",36.5],[" + west + ",36.5],[" + west + ",36]]]}}";
        }
        return R"({"type":"FeatureCollection","features":[)" + features + "]}";
    }
    TempFolder folder_;
};

const CsvRow& of(const std::vector<CsvRow>& rows, const std::string& code) {
    return row_with(rows, {{"area_code", code}});
}

double number(const CsvRow& row, const std::string& column) {
    return michinori::to_number(row.at(column)).value();
}

}  // namespace

TEST_CASE("six areas in a row, designated by hand") {
    const Row row;
    const auto result = row.run();
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto rows = row.rows();
    REQUIRE(rows.size() == 6);
    CHECK(not_catalogued(row.path() / "out") == std::vector<std::string>());
    CHECK(of(rows, "0101").at("class") == "many");
    CHECK(of(rows, "0102").at("class") == "many");  // 200 is on the upper threshold
    CHECK(of(rows, "0103").at("class") == "middle");
    CHECK(of(rows, "0104").at("class") == "few");  // 100 is on the lower one
    CHECK(of(rows, "0101").at("people_per_km2") == "600.00");
    CHECK(of(rows, "0106").at("hospital_id") == "H1");
    // ceil(100 x rank / 6)
    const std::vector<std::string> percentiles{"17", "34", "50", "67", "84", "100"};
    for (std::size_t a = 0; a < 6; ++a) {
        for (const char* variant : {"log_factor", "raw_factor", "log_equal", "raw_equal"}) {
            CHECK(rows[a].at(std::string("rurality_straight_km_") + variant) == percentiles[a]);
        }
        const michinori::geo::Point centre{number(rows[a], "centre_lon"), number(rows[a], "centre_lat")};
        CHECK(number(rows[a], "straight_km") ==
              Approx(michinori::geo::distance(centre, {139.25, 36.25}).value() / 1000).margin(0.002));
    }
    // The top third of six are two, E and F; both are middle, so both enter beside D, which is few.
    CHECK(of(rows, "0104").at("cause") == "few_by_index");
    CHECK(of(rows, "0105").at("change") == "enters");
    CHECK(of(rows, "0106").at("change") == "enters");
    CHECK(of(rows, "0106").at("cause") == "rural");
    CHECK(of(rows, "0103").at("designated") == "no");
    // The grid: the top 17 % (one area) and 34 % (two), each under four ruralities.
    CHECK(of(rows, "0106").at("firm_points") == "8");
    CHECK(of(rows, "0105").at("firm_points") == "4");
    CHECK(of(rows, "0104").at("firm_points") == "8");
    CHECK(of(rows, "0103").at("firm_points") == "0");
    CHECK(of(rows, "0103").at("grid_points") == "8");
    const auto changes = row.rows("changes.csv");
    REQUIRE(changes.size() == 8);
    CHECK(changes[0].at("area_code") == "0106");  // the most rural first
    CHECK_THAT(result.out, Contains("few 1, middle 3, many 2") && Contains("2 enter, 0 leave") &&
                               Contains("must not be applied mechanically") && Contains("approximate"));
    const auto manifest = nlohmann::json::parse(file_text(row.path() / "out/designation.json"));
    CHECK(manifest.at("rule").at("assumptions").at(0) == "a guess");
    CHECK(manifest.at("variants").at(0).at("weights").at("island").is_null());  // it does not vary here
}

TEST_CASE("any number of threads leaves the same bytes") {
    const Row row;
    REQUIRE(row.run("--threads 1").exit_code == 0);
    const auto one = file_text(row.path() / "out/designation.csv") + file_text(row.path() / "out/designation.gpkg");
    REQUIRE(row.run("--threads 2").exit_code == 0);
    CHECK(one == file_text(row.path() / "out/designation.csv") + file_text(row.path() / "out/designation.gpkg"));
}

TEST_CASE("areas that do not come together are told and not judged") {
    const Row row;
    row.replace("index.csv", "0105,甲,E,", "0105,甲,Another,");
    row.replace("index.csv", "0103,甲,C,150\n", "0199,甲,Z,150\n");
    const auto result = row.run();
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto rows = row.rows();
    REQUIRE(rows.size() == 8);
    CHECK(of(rows, "0103").at("status") == "no_index");
    CHECK(of(rows, "0199").at("status") == "no_polygon");
    CHECK(row_with(rows, {{"area_code", "0105"}, {"area_name", "E"}}).at("status") == "name_differs");
    CHECK(row_with(rows, {{"area_code", "0105"}, {"area_name", "Another"}}).at("status") == "name_differs");
    CHECK(row_with(rows, {{"area_code", "0105"}, {"area_name", "E"}}).at("designated").empty());
    CHECK_THAT(result.err, Contains("areas_not_joined") && Contains("no_index (0103 C)") && Contains("0103 C") &&
                               Contains("0199 Z") && Contains("0105 Another"));
}

TEST_CASE("faults of a study's inputs, each a line") {
    const auto faults = [](const std::string& file, const std::string& text, const std::string& instead) {
        const Row row;
        row.replace(file, text, instead);
        const auto result = row.run();
        CHECK(result.exit_code == 1);
        CHECK_FALSE(std::filesystem::exists(row.path() / "out"));
        return result.err;
    };
    CHECK_THAT(faults("numbers.csv", "0103,40000,100\n", ""), Contains("area_unknown") && Contains("\"0103\""));
    CHECK_THAT(faults("numbers.csv", "0103,40000", "0103,0"), Contains("row 3") && Contains("no density"));
    CHECK_THAT(faults("numbers.csv", "0103,40000", "0103,*"), Contains("\"*\" in column people is not a number"));
    CHECK_THAT(faults("numbers.csv", "0103,40000", "0102,40000"), Contains("duplicate_id") && Contains("row 3"));
    CHECK_THAT(faults("index.csv", "0103,甲,C,150", "103,甲,C,150"), Contains("row 3") && Contains("103"));
    CHECK_THAT(faults("index.csv", "0103,甲,C,150", "0102,甲,C,150"), Contains("duplicate_id"));
    CHECK_THAT(faults("index.csv", "0103,甲,C,150", "0103,甲,C,未報告"), Contains("bad_number") && Contains("未報告"));
    CHECK_THAT(faults("study.toml", "at_least = 2", "at_least = 9"), Contains("service_without_facility"));
    CHECK_THAT(faults("study.toml", "thresholds = [100, 200]", "thresholds = [200, 100]"), Contains("bad_value"));
    CHECK_THAT(faults("study.toml", "approximate = true", "aproximate = true"), Contains("unknown_key"));
    CHECK_THAT(faults("rule.toml", "top = \"1/3\"", "top = \"4/3\""), Contains("must be a fraction"));
    CHECK_THAT(faults("rule.toml", "kind = \"designation_adjustment\"", "kind = \"travel_support\""),
               Contains("designation_adjustment"));
    CHECK_THAT(faults("rule.toml", "tops = [0.17, 0.34]", ""), Contains("missing_key") && Contains("tops"));
}

TEST_CASE("a study of tables takes measures by road from a scenario where it holds the area") {
    const Row row;
    row.write("flat.toml", flat_profile());
    // Two roads of 10 km meet at the hospital in A. 300 people live at the western end and 100 at the eastern one:
    // their mean position is half-way along the western road. In B live 10 people, far from every road.
    row.write("nodes.csv", "id,lon,lat\n1,139.1,36.25\n2,139.25,36.25\n3,139.4,36.25\n");
    row.write("links.csv", "u,v,m,class\n1,2,10000,trunk\n2,3,10000,trunk\n");
    row.write("homes.csv", "id,lon,lat,people\nW,139.1,36.25,300\nE,139.4,36.25,100\nB,140.25,36.25,10\n");
    row.write("small.toml", R"([roads]
format = "links"
files = ["links.csv"]
columns = { class = "class", length_m = "m" }
nodes = { file = "nodes.csv" }
[speed]
profile = "flat.toml"
[[demand]]
file = "homes.csv"
columns = { id = "id", lon = "lon", lat = "lat", population = "people" }
[[facilities]]
file = "hospitals.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
unsnapped = "skip"
[[service]]
id = "second"
where = [{ column = "tier", at_least = 2 }]
[[area]]
level = "secondary"
file = "areas.geojson"
columns = { code = "code", name = "name" }
[geography]
second_line = "second"
)");
    row.replace("study.toml", "[index]", "[roads]\nscenarios = [\"small.toml\"]\n[index]");
    const auto result = row.run();
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto rows = row.rows();
    CHECK(number(of(rows, "0101"), "road_km") == Approx(5).margin(0.01));
    CHECK(number(of(rows, "0101"), "minutes_summer") == Approx(5).margin(0.05));
    CHECK(of(rows, "0102").at("road_km").empty());        // its people are not on the roads
    CHECK(of(rows, "0103").at("road_km").empty());        // the scenario knows nobody there
    CHECK(of(rows, "0101").at("population") == "60000");  // the table's
    CHECK_THAT(result.err, Contains("areas_partly_on_network") && Contains("measures by road, 5 have none"));
    // Not all areas have measures by road, so none of these is ranked.
    CHECK_FALSE(rows.front().contains("rurality_road_km_log_factor"));
    // A scenario without a section [geography] cannot say what an emergency hospital is.
    row.replace("small.toml", "[geography]\nsecond_line = \"second\"\n", "");
    CHECK_THAT(row.run().err, Contains("missing_key") && Contains("small.toml needs the key \"[geography]\""));
}

TEST_CASE("areas of some prefectures are no nation") {
    const Row row;
    row.replace("study.toml", "whole_country = true", "whole_country = false");
    const auto result = row.run();
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err,
               Contains("reference_not_national") && Contains("1 of 47 prefectures") && Contains("rurality.scales"));
    CHECK_FALSE(std::filesystem::exists(row.path() / "out"));
}

TEST_CASE("islands, snow, centres and weights of a study without roads") {
    const Row row;
    const auto square = [](const char* kind, const char* west, const char* east) {
        return std::string(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":")") +
               kind + R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + west + ",35.9],[" + east + ",35.9],[" +
               east + ",36.6],[" + west + ",36.6],[" + west + ",35.9]]]}}]}";
    };
    row.write("islands.geojson", square("x", "142.9", "143.6"));  // E, without a hospital
    row.write("snow.geojson", square("2", "138.9", "139.6"));     // A, which has H1
    row.write("offices.csv", "code,lon,lat\n0103,141.1,36.1\n");
    row.replace("study.toml", "approximate = true\n",
                "centres = [\"office\", \"polygon\"]\nislands = { file = \"islands.geojson\" }\n"
                "offices = { file = \"offices.csv\" }\nsnow_areas = { file = \"snow.geojson\", column = \"kind\" }\n");
    row.replace("study.toml", "whole_country = true",
                "whole_country = true\nweights = [0, 0, 1, 0]\nvariant = \"straight_km_log_given\"");
    const auto result = row.run();
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto rows = row.rows();
    CHECK(of(rows, "0103").at("centre") == "office");
    CHECK(of(rows, "0103").at("centre_lon") == "141.1000000");
    CHECK(of(rows, "0104").at("centre") == "polygon");
    CHECK(of(rows, "0105").at("island_without_hospital") == "1");
    CHECK(of(rows, "0104").at("island_without_hospital") == "0");
    CHECK(of(rows, "0101").at("snow_without_hospital") == "0");
    // By the island alone E is the most rural and the others are equal: the top third are two, E and, tied for the
    // second place, all the others, so that every middle area is designated.
    CHECK(of(rows, "0105").at("rurality_straight_km_log_given") == "100");
    CHECK(of(rows, "0103").at("change") == "enters");
    CHECK(of(rows, "0102").at("designated") == "no");  // many
    CHECK(of(rows, "0105").at("polygons") == "as_given");
    const auto manifest = nlohmann::json::parse(file_text(row.path() / "out/designation.json"));
    CHECK(manifest.at("rule_variant") == "straight_km_log_given");
    row.replace("study.toml", "variant = \"straight_km_log_given\"", "variant = \"straight_km_log_gven\"");
    CHECK_THAT(row.run().err, Contains("unknown_reference") && Contains("straight_km_log_given"));
}

TEST_CASE("all of Japan: the published classes, and areas that change under the reported rule [needs-data]",
          "[needs-data]") {
    const auto geodata = geodata_or_skip();
    const TempFolder folder;
    const auto result = michinori_program(std::string("designate '") + MICHINORI_SOURCE_DIR +
                                          "/scenarios/japan-designation.toml' --data '" + geodata.string() +
                                          "' --out '" + (folder.path() / "out").string() + "' --lang en");
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    CHECK_THAT(result.out, Contains("few 108, middle 110, many 112"));
    const auto rows = csv_rows(folder.path() / "out/designation.csv");
    CHECK(rows.size() == 339 + 4 + 3);  // Mie's four areas have no polygon, Akita's three have other ones' codes
    CHECK(std::ranges::count(rows, "complete", [](const CsvRow& r) { return r.at("status"); }) == 323);
    CHECK(of(rows, "0104").at("area_name") == "札幌");
    CHECK(of(rows, "0104").at("polygons") == "approximate");
    michinori::io::InputLog log;
    const auto scales =
        michinori::scenario::read_rurality_scales({{folder.path() / "out/rurality_scales.toml", "scales"}}, log);
    CHECK(scales.size() == 4);
    CHECK(scales.front().units == 339);
    CHECK(scales.front().approximate);
}
