// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/program.h"
#include "geo/point.h"
#include "support/csv_rows.h"
#include "support/physician_files.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

/// The nation of six areas of physician_files.h from the physicians' heads to the designation. Its areas lie in a row
/// from west to east, 乙 甲 戊 己 丁 丙, each with fewer people to the square kilometre and farther from the only
/// emergency hospital, which stands in 乙: rurality rises in this order under every weighting.
///
/// Index (by hand in physician_files.h): 甲 150, 乙 196, 丙 110, 丁 100, 戊 200, 己 110.0; few (at most 110) 丙 丁 己,
/// many (at least 196) 乙 戊, middle 甲.
class Nation {
public:
    Nation() {
        std::string features;
        const std::vector<std::pair<std::string, std::string>> row{{"0102", "乙"}, {"0101", "甲"}, {"0202", "戊"},
                                                                   {"0203", "己"}, {"0201", "丁"}, {"0103", "丙"}};
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto west = std::to_string(139 + i);
            const auto east = std::to_string(139 + i) + ".5";
            features += std::string(i > 0 ? "," : "") + R"({"type":"Feature","properties":{"code":")" + row[i].first +
                        R"(","name":")" + row[i].second + R"("},"geometry":{"type":"Polygon","coordinates":[[[)" +
                        west + ",36],[" + east + ",36],[" + east + ",36.5],[" + west + ",36.5],[" + west + ",36]]]}}";
        }
        files_.put("areas.geojson", R"({"type":"FeatureCollection","features":[)" + features + "]}");
        files_.put("numbers.csv",
                   "code,people,km2\n0102,300000,100\n0101,200000,100\n0202,250000,250\n0203,150000,300\n"
                   "0201,200000,800\n0103,100000,1000\n");
        files_.put("hospitals.csv", "id,name,lon,lat,tier\nH,救急,139.25,36.25,2\n");
        files_.put("rule.toml", rule);
        files_.put("designate.toml", designate);
    }
    PhysicianFiles& files() { return files_; }
    [[nodiscard]] ProgramResult run() const {
        return michinori_program("designate '" + (files_.path() / "designate.toml").string() + "' --out '" +
                                 (files_.path() / "out").string() + "' --lang en");
    }
    [[nodiscard]] CsvRow area(const std::string& code) const {
        return row_with(csv_rows(files_.path() / "out/designation.csv"), {{"area_code", code}});
    }

private:
    /// Two thirds of six are four areas: 戊 己 丁 丙. The grid: the top half (three, all few), the top 67 % (four), and
    /// as many as are few by rurality alone (the same three); each under four variants.
    static constexpr const char* rule = R"([rule]
kind = "designation_adjustment"
id = "toy"
family = "toy"
title_en = "toy"
title_ja = "toy"
source = "test"
in_force_from = "2027-04-01"
assumptions = ["a guess"]
[adjustment]
form = "few_or_rural"
top = "2/3"
widest = "many"
[firmness]
tops = [0.5, 0.67]
weights = [1.0]
)";
    static constexpr const char* designate = R"([study]
id = "toy-designation"
rule = "rule.toml"
[areas]
file = "areas.geojson"
columns = { code = "code", name = "name" }
[numbers]
file = "numbers.csv"
columns = { code = "code", population = "people", km2 = "km2" }
[index]
study = "study.toml"
[[facilities]]
file = "hospitals.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
[emergency]
where = [{ column = "tier", at_least = 2 }]
[rurality]
whole_country = true
)";
    PhysicianFiles files_;
};

}  // namespace

TEST_CASE("a nation of six areas by hand, from physicians and patients to the designation") {
    Nation nation;
    const auto result = nation.run();
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    struct Expected {
        const char* code;
        const char* index;
        const char* physician_class;
        const char* density;
        const char* rurality;
        const char* designated;
        const char* firm;
    };
    const std::vector<Expected> by_hand{
        {"0102", "196.0", "many", "3000.00", "17", "no", "0"},  {"0101", "150.0", "middle", "2000.00", "34", "no", "0"},
        {"0202", "200.0", "many", "1000.00", "50", "yes", "4"}, {"0203", "110.0", "few", "500.00", "67", "yes", "12"},
        {"0201", "100.0", "few", "250.00", "84", "yes", "12"},  {"0103", "110.0", "few", "100.00", "100", "yes", "12"}};
    double before = -1;
    for (const auto& hand : by_hand) {
        INFO(hand.code);
        const auto row = nation.area(hand.code);
        CHECK(row.at("physician_index") == hand.index);
        CHECK(row.at("class") == hand.physician_class);
        CHECK(row.at("people_per_km2") == hand.density);
        for (const char* variant : {"log_factor", "raw_factor", "log_equal", "raw_equal"}) {
            CHECK(row.at(std::string("rurality_straight_km_") + variant) == hand.rurality);
        }
        CHECK(row.at("designated") == hand.designated);
        CHECK(row.at("firm_points") == hand.firm);
        CHECK(row.at("grid_points") == "12");
        const auto km = michinori::to_number(row.at("straight_km")).value();
        CHECK(km > before);
        before = km;
    }
    CHECK(nation.area("0202").at("cause") == "rural");
    CHECK(nation.area("0202").at("change") == "enters");
    CHECK(nation.area("0203").at("cause") == "few_by_index");
    CHECK(nation.area("0203").at("change").empty());
    // The steps behind the index stand beside the designation.
    const auto index = csv_rows(nation.files().path() / "out/physician_index.csv");
    CHECK(row_with(index, {{"area_code", "0203"}}).at("physician_index_unrounded") == "110.04");
    CHECK(csv_rows(nation.files().path() / "out/targets.csv").size() == 6);
    CHECK_THAT(file_text(nation.files().path() / "out/notice.txt"), Contains("must not be applied mechanically"));
    CHECK_THAT(result.out, Contains("few 3, middle 1, many 2 (thresholds 110 / 196)") && Contains("1 enter, 0 leave"));
}

TEST_CASE("a veto for the least rural areas makes one leave") {
    Nation nation;
    // The lowest two thirds are 乙 甲 戊 己; of these 己 is few.
    nation.files().replace("rule.toml", "[firmness]", "[veto]\nlowest = \"2/3\"\n[firmness]");
    const auto result = nation.run();
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    CHECK(nation.area("0203").at("cause") == "urban_veto");
    CHECK(nation.area("0203").at("change") == "leaves");
    CHECK(nation.area("0202").at("cause") == "urban_veto");
    CHECK(nation.area("0202").at("change").empty());  // it was not few and is not designated
}

TEST_CASE("faults of the index inputs are those of the designation, and nothing is written") {
    Nation nation;
    nation.files().replace("people.csv", "0203,young,150000", "0203,young,0");
    const auto result = nation.run();
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("people.csv"));
    CHECK_FALSE(std::filesystem::exists(nation.files().path() / "out"));
}
