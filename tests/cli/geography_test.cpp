// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/program.h"
#include "cli/small_region.h"
#include "geo/point.h"
#include "support/csv_rows.h"

using namespace michinori::test;
using Catch::Matchers::Contains;
using Rows = std::vector<CsvRow>;

namespace {

/// The small region (W 10 km A 10 km B 10 km E on one road at 60 km/h, C alone in the north) with both hospitals of the
/// second line and W of the third. In winter the road from B to E is closed and the one from A to B, in special heavy
/// snow, is driven at half the speed. C is on an island without a hospital, A on one with W.
class Geography {
public:
    Geography() {
        const auto& folder = region_.folder();
        folder.write("snow.geojson", layer(box("kind", "2", 139.1, 35.9, 139.2, 36.1)));
        folder.write("islands.geojson", layer(box("name", "C", 138.95, 36.4, 139.05, 36.6) + "," +
                                              box("name", "WA", 138.95, 35.9, 139.12, 36.1)));
        folder.write("closed.geojson",
                     layer(R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":)"
                           R"([[139.2,36.0],[139.3,36.0]]}})"));
        folder.write("offices.csv", "code,lon,lat\n11,139.1,36.0\n");
        folder.write("land.csv", "code,km2,living_km2\n11,200,50\n");
        folder.write("scale.toml", scale("by_road", "town", "road_km") + scale("in_winter", "town", "minutes_winter") +
                                       scale("of_cells", "cell", "straight_km") +
                                       scale("elsewhere", "county", "straight_km"));
        auto text = file_text(folder.path() / "small.toml");
        const std::string profile = "profile = \"profile.toml\"\n";
        text.replace(text.find(profile), profile.size(),
                     profile +
                         "snow_areas = { file = \"snow.geojson\", column = \"kind\" }\n"
                         "winter_closures = { file = \"closed.geojson\" }\n");
        folder.write("winter.toml", file_text(folder.path() / "profile.toml") +
                                        "[winter]\nheavy_factor = 1\nspecial_heavy_factor = 0.5\nclosures = true\n");
        text.replace(text.find("profile.toml"), 12, "winter.toml");
        folder.write("geography.toml", text + sections());
    }
    [[nodiscard]] ProgramResult run(const std::string& command = "run", const std::string& options = "") const {
        return michinori_program(command + " " + region_.path("geography.toml") + " --lang en --out '" +
                                 (path() / "out").string() + "' " + options);
    }
    [[nodiscard]] Rows rows(const std::string& name) const { return csv_rows(path() / "out" / name); }
    [[nodiscard]] const std::filesystem::path& path() const { return region_.folder().path(); }
    void write(const std::string& name, const std::string& text) const { region_.folder().write(name, text); }
    void replace(const std::string& name, const std::string& from, const std::string& to) const {
        auto text = file_text(path() / name);
        REQUIRE(text.find(from) != std::string::npos);
        write(name, text.replace(text.find(from), from.size(), to));
    }

private:
    static std::string layer(const std::string& features) {
        return R"({"type":"FeatureCollection","features":[)" + features + "]}";
    }
    static std::string box(const char* key, const char* value, double west, double south, double east, double north) {
        const auto point = [](double lon, double lat) {
            return "[" + std::to_string(lon) + "," + std::to_string(lat) + "]";
        };
        return std::string(R"({"type":"Feature","properties":{")") + key + R"(":")" + value +
               R"("},"geometry":{"type":"Polygon","coordinates":[[)" + point(west, south) + "," + point(east, south) +
               "," + point(east, north) + "," + point(west, north) + "," + point(west, south) + "]]}}";
    }
    /// Score = distance + 10 where there is snow without a hospital; cut points at 0.5, 1.5 ... 98.5: a score of 20 has
    /// 20 of them below it, so it is percentile 21.
    static std::string scale(const std::string& id, const std::string& unit, const std::string& metric) {
        std::string text = "[[scale]]\nid = \"" + id + "\"\nunit = \"" + unit + "\"\nmetric = \"" + metric +
                           "\"\nsource = \"by hand\"\nunits = 1000\nmade_up = true\ndensity_transform = \"raw\"\n"
                           "distance_transform = \"raw\"\nno_distance_is_farthest = true\nfarthest = 60\n"
                           "density = { centre = 0, spread = 1, weight = 0 }\n"
                           "distance = { centre = 0, spread = 1, weight = 1 }\n"
                           "island = { centre = 0, spread = 1, weight = 0 }\n"
                           "snow = { centre = 0, spread = 1, weight = 10 }\ncuts = [";
        for (int cut = 0; cut < 99; ++cut) {
            text += (cut == 0 ? "" : ", ") + std::to_string(cut) + ".5";
        }
        return text + "]\n";
    }
    static std::string sections() {
        return R"(
[[service]]
id = "third"
ids = ["W"]
[geography]
second_line = "birth"
third_line = "third"
limits_min = [10, 15]
centres = ["office", "people", "polygon"]
scales = ["scale.toml"]
[geography.islands]
file = "islands.geojson"
[geography.offices]
file = "offices.csv"
[geography.land]
file = "land.csv"
columns = { inhabitable_km2 = "living_km2" }
)";
    }
    SmallRegion region_;
};

void check_ok(const ProgramResult& result) {
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
}

const CsvRow& cell(const Rows& rows, const std::string& id) {
    return row_with(rows, {{"demand_id", id}});
}
const CsvRow& area(const Rows& rows, const std::string& code) {
    return row_with(rows, {{"area_code", code}});
}

}  // namespace

TEST_CASE("geography of a road that can be reckoned by hand: cells") {
    const Geography geography;
    check_ok(geography.run());
    const auto cells = geography.rows("geography_cells.csv");
    REQUIRE(cells.size() == 3);
    // Summer: A is 10 km from W, B is 10 km from E: 10 minutes each. C has no way.
    CHECK(cell(cells, "A").at("road_km") == "10.000");
    CHECK(cell(cells, "A").at("minutes_summer") == "10.000");
    CHECK(cell(cells, "A").at("minutes_summer_hospital_id") == "W");
    CHECK(cell(cells, "B").at("road_km_hospital_id") == "E");
    CHECK(cell(cells, "B").at("minutes_summer") == "10.000");
    CHECK(cell(cells, "C").at("minutes_summer").empty());
    CHECK(cell(cells, "C").at("minutes_summer_status") == "other_component");
    // Winter: B cannot go to E; 10 km at 30 km/h and 10 km at 60 km/h to W.
    CHECK(cell(cells, "B").at("minutes_winter") == "30.000");
    CHECK(cell(cells, "B").at("minutes_winter_hospital_id") == "W");
    CHECK(cell(cells, "A").at("minutes_winter") == "10.000");
    // Straight: a tenth of a degree along the parallel.
    const auto straight = michinori::geo::distance({139.1, 36.0}, {139.0, 36.0}).value() / 1000;
    CHECK(michinori::to_number(cell(cells, "A").at("straight_km")).value() == Approx(straight).margin(0.0006));
    // Islands and snow: C has no hospital on its island, A has W on its own; B's snow area has none.
    CHECK(cell(cells, "C").at("island_without_hospital") == "1");
    CHECK(cell(cells, "A").at("island_without_hospital") == "0");
    CHECK(cell(cells, "B").at("island_without_hospital") == "0");
    CHECK(cell(cells, "B").at("snow_without_hospital") == "1");
    CHECK(cell(cells, "C").at("snow_without_hospital") == "0");
    CHECK(cell(cells, "A").at("km2").empty());  // its id is no mesh code
    CHECK(cell(cells, "A").at("rurality_of_cells").empty());
}

TEST_CASE("geography of a road that can be reckoned by hand: areas") {
    const Geography geography;
    const auto result = geography.run();
    check_ok(result);
    const auto areas = geography.rows("geography.csv");
    REQUIRE(areas.size() == 2);
    const auto& west = area(areas, "11");  // A and C
    CHECK(west.at("population") == "107");
    CHECK(west.at("km2") == "200.00");
    CHECK(west.at("people_per_km2") == "0.54");  // 107 / 200
    CHECK(west.at("people_per_inhabitable_km2") == "2.14");
    CHECK(west.at("population_on_islands_without_hospital") == "7");
    CHECK(west.at("island_without_hospital") == "0");  // 7 of 107 are not most
    CHECK(west.at("centre") == "office");
    CHECK(west.at("road_km") == "10.000");
    CHECK(west.at("snow_without_hospital") == "1");  // A, on the border of the snow area, is in it
    CHECK(west.at("rurality_by_road") == "21");      // 10 km + 10 of snow
    CHECK(west.at("rurality_in_winter") == "21");    // 10 minutes + 10
    const auto& east = area(areas, "12");            // B alone, without an office
    CHECK(east.at("centre") == "people");
    CHECK(east.at("centre_lon") == "139.2000000");
    CHECK(east.at("snow_without_hospital") == "1");
    CHECK(east.at("inhabitable_km2").empty());
    CHECK(east.at("minutes_winter") == "30.000");
    CHECK(east.at("rurality_by_road") == "21");    // 10 km + 10 of snow
    CHECK(east.at("rurality_in_winter") == "41");  // 30 minutes + 10
    CHECK(west.at("road_from") == "centre");
    // The mean position of A and C lies off the roads: ways by road begin at A, the nearest home that is on them.
    const auto centres = geography.rows("geography_centres.csv");
    CHECK(centres.size() == 5);
    const auto& people = row_with(centres, {{"area_code", "11"}, {"centre", "people"}});
    CHECK(people.at("road_from") == "A");
    CHECK(people.at("minutes_summer") == "10.000");
    CHECK(michinori::to_number(people.at("lat")).value() == Approx((100 * 36.0 + 7 * 36.5) / 107).margin(1e-6));
    CHECK_THAT(result.err, Contains("measures_not_given") && Contains("rurality by elsewhere"));
    CHECK_THAT(result.out, Contains("The scale of rurality is made up"));
}

TEST_CASE("geography of a road that can be reckoned by hand: people within limits") {
    const Geography geography;
    check_ok(geography.run());
    const auto reach = geography.rows("geography_reach.csv");
    const auto of = [&](const char* level, const char* code, const char* service, const char* metric,
                        const char* limit) {
        return row_with(
            reach,
            {{"level", level}, {"area_code", code}, {"service", service}, {"metric", metric}, {"limit_min", limit}});
    };
    const auto summer = of("region", "", "birth", "minutes_summer", "10");
    CHECK(summer.at("population") == "157.5");
    CHECK(summer.at("within") == "150.5");  // 10 minutes are within 10
    CHECK(summer.at("beyond") == "0");
    CHECK(summer.at("unreached") == "7");
    CHECK(summer.at("share_not_within") == "0.0444");
    const auto winter = of("region", "", "birth", "minutes_winter", "15");
    CHECK(winter.at("within") == "100");
    CHECK(winter.at("beyond") == "50.5");
    CHECK(of("town", "12", "third", "minutes_summer", "15").at("within") == "0");  // B is 20 minutes from W
    CHECK(of("town", "11", "third", "minutes_summer", "15").at("within") == "100");
    CHECK(reach.size() == 2 * 2 * 2 * 3);  // lines, seasons, limits; two towns and the region
    const auto json = nlohmann::json::parse(file_text(geography.path() / "out/run.json")).at("geography");
    CHECK(json.at("metrics").size() == 3);
    CHECK(json.at("rurality").at(0).at("made_up") == true);
    CHECK(json.at("reach").size() == 8);
}

TEST_CASE("geography is the same by plain search and by any number of threads") {
    const Geography geography;
    check_ok(geography.run());
    const std::vector<std::string> names{"geography.csv", "geography_cells.csv", "geography_reach.csv",
                                         "geography_centres.csv", "geography.gpkg"};
    std::string first;
    for (const auto& name : names) {
        first += file_text(geography.path() / "out" / name);
    }
    for (const char* options : {"--engine dijkstra", "--threads 1", "--threads 2"}) {
        check_ok(geography.run("run", options));
        std::string again;
        for (const auto& name : names) {
            again += file_text(geography.path() / "out" / name);
        }
        CHECK(first == again);
    }
}

TEST_CASE("what is wrong in the inputs of geography is told, and nothing is written") {
    struct Fault {
        std::string file;
        std::string from;
        std::string to;
        std::string told;
    };
    const std::vector<Fault> faults{
        {"geography.toml", "second_line = \"birth\"", "second_line = \"none\"", "unknown_reference"},
        {"geography.toml", "second_line = \"birth\"\n", "", "needs the key \"second_line\""},
        {"geography.toml", "limits_min = [10, 15]", "limits_min = [15, 10]", "must be minutes above 0 that ascend"},
        {"geography.toml", "\"office\", \"people\"", "\"office\", \"office\"", "must be different ones of"},
        {"geography.toml", "limits_min", "limit_min", "limit_min"},
        {"offices.csv", "11,139.1", "99,139.1", "area_unknown"},
        {"offices.csv", "139.1,36.0", "139.1,*", "offices.csv row 1"},
        {"offices.csv", "139.1,36.0", "139.1,136.0", "offices.csv row 1"},
        {"offices.csv", "11,139.1,36.0\n", "11,139.1,36.0\n11,139.1,36.0\n", "offices.csv row 2"},
        {"land.csv", "200,50", "0,50", "land.csv row 1"},
        {"land.csv", "200,50", "200,201", "inhabitable land is part of all land"},
        {"land.csv", "200,50", "未報告,50", "bad_number"},
        {"scale.toml", "98.5", "90.5", "must be 99 numbers that do not descend"},
        {"scale.toml", "weight = 10", "wait = 10", "weight"},
        {"scale.toml", "distance_transform = \"raw\"", "distance_transform = \"cube\"", "distance_transform"},
        {"scale.toml", "units = 1000", "units = 50", "units"},
        {"scale.toml", "id = \"in_winter\"", "id = \"by_road\"", "duplicate_id"},
    };
    for (const auto& fault : faults) {
        const Geography geography;
        geography.replace(fault.file, fault.from, fault.to);
        for (const char* command : {"run", "check"}) {
            const auto result = geography.run(command);
            INFO(command << " " << fault.to << "\n" << result.err);
            CHECK(result.exit_code == 1);
            CHECK_THAT(result.err, Contains(fault.told));
            CHECK_FALSE(std::filesystem::exists(geography.path() / "out"));
        }
    }
}
