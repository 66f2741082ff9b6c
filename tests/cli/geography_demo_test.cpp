// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <set>

#include "base/text.h"
#include "cli/program.h"
#include "geo/mesh_code.h"
#include "geo/point.h"
#include "io/toml_reader.h"
#include "support/catalogued.h"
#include "support/csv_rows.h"

using namespace michinori::test;
using michinori::geo::Point;

namespace {

using Rows = std::vector<CsvRow>;

double number(const CsvRow& row, const std::string& column) {
    const auto value = michinori::to_number(row.at(column));
    INFO(column << ": " << row.at(column));
    REQUIRE(value);
    return *value;
}

/// The geography of the demonstration prefecture, and other runs over the same roads by which its numbers are made
/// again: none of them has a section [geography].
class Demo {
public:
    static const Demo& once() {
        static const Demo demo;
        return demo;
    }
    [[nodiscard]] Rows rows(const std::string& name) const { return csv_rows(folder_.path() / name); }
    [[nodiscard]] Rows data(const std::string& name) const { return rows("data/" + name); }
    [[nodiscard]] std::filesystem::path path() const { return folder_.path(); }
    /// The geography with another reference for rurality.
    [[nodiscard]] ProgramResult refer_to(const std::string& reference) const {
        const auto text = file_text(folder_.path() / "geography.toml");
        return program(reference, replaced(text, "[geography]\n", "[geography]\nreference = \"" + reference + "\"\n"));
    }
    /// The shipped study of this prefecture, changed; its rows.
    [[nodiscard]] Rows designate(const std::string& name, const std::function<std::string(std::string)>& change) const {
        auto text = shipped_paths(file_text(std::string(MICHINORI_SOURCE_DIR) + "/scenarios/demo-designation.toml"));
        folder_.write(name + ".toml", change(std::move(text)));
        const auto result = michinori_program("designate '" + (folder_.path() / (name + ".toml")).string() +
                                              "' --data '" + (folder_.path() / "data").string() + "' --quiet --out '" +
                                              (folder_.path() / name).string() + "'");
        INFO(result.err);
        REQUIRE(result.exit_code == 0);
        return rows(name + "/designation.csv");
    }

private:
    Demo() {
        REQUIRE(michinori_program("demo '" + (folder_.path() / "data").string() + "' --quiet").exit_code == 0);
        const auto text = shipped_paths(file_text(std::string(MICHINORI_SOURCE_DIR) + "/scenarios/demo.toml"));
        const auto begin = text.find("\n[geography]\n") + 1;
        const auto end = text.find("\n# ", begin);  // the next section's comment
        const auto base = text.substr(0, begin);
        run("geography", base + text.substr(begin, end - begin));
        run("summer", base);
        run("winter", replaced(base, "season = \"summer\"", "season = \"winter\""));
        // On roads of 60 km/h everywhere, off the road too, minutes are kilometres.
        folder_.write("flat-profile.toml", flat_profile());
        const auto flat = replaced(base, "profile = \"legal-speed\"", "profile = \"flat-profile.toml\"");
        run("flat", flat + "[snapping]\naccess_speed_kmh = 60\n");
        write_centres();
        for (const auto& [name, of] :
             {std::pair{"centres_summer", base},
              std::pair{"centres_winter", replaced(base, "season = \"summer\"", "season = \"winter\"")}}) {
            run(name, with_centres(of));
        }
    }
    [[nodiscard]] ProgramResult program(const std::string& name, const std::string& text) const {
        folder_.write(name + ".toml", text);
        return michinori_program("run '" + (folder_.path() / (name + ".toml")).string() + "' --data '" +
                                 (folder_.path() / "data").string() + "' --lang en --quiet --out '" +
                                 (folder_.path() / name).string() + "'");
    }
    void run(const std::string& name, const std::string& text) const {
        const auto result = program(name, tables_alone(text));
        INFO(name << "\n" << result.err);
        REQUIRE(result.exit_code == 0);
    }
    static std::string replaced(std::string text, const std::string& from, const std::string& to) {
        REQUIRE(text.find(from) != std::string::npos);
        return text.replace(text.find(from), from.size(), to);
    }
    static std::string flat_profile() {
        std::string flat = "id = \"flat\"\ntitle_en = \"flat\"\ntitle_ja = \"flat\"\nsource = \"test\"\n";
        for (const char* road : {"motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link",
                                 "secondary", "secondary_link", "tertiary", "tertiary_link", "unclassified",
                                 "residential", "living_street", "service", "track", "road"}) {
            flat += std::string("[speeds.") + road + "]\nopen = 60\ndense = 60\n";
        }
        return flat + "[maxspeed]\nrule = \"ignore\"\n[ferry]\nspeed_kmh = 60\nboarding_min = 0\nwaiting_min = 0\n";
    }
    void write_centres() const {
        std::string table = "id,lon,lat,people\n";
        for (const auto& row : rows("geography/geography_centres.csv")) {
            table += row.at("area_code") + "_" + row.at("centre") + "," + row.at("lon") + "," + row.at("lat") + ",1\n";
        }
        folder_.write("data/centres.csv", table);
    }
    static std::string with_centres(const std::string& base) {
        const auto begin = base.find("[[demand]]");
        const auto end = base.find("[[facilities]]");
        auto text = base;
        return text.replace(begin, end - begin,
                            "[[demand]]\nfile = \"centres.csv\"\n"
                            "columns = { id = \"id\", lon = \"lon\", lat = \"lat\", population = \"people\" }\n");
    }
    TempFolder folder_;
};

/// Minutes to the nearest second-line hospital by demand point; nothing where there is no way.
std::map<std::string, std::optional<double>> minutes_of(const Rows& access, const std::string& service = "emergency2") {
    std::map<std::string, std::optional<double>> minutes;
    for (const auto& row : access) {
        if (row.at("service") == service) {
            minutes[row.at("demand_id")] =
                row.at("status") == "reached" ? michinori::to_number(row.at("minutes")) : std::nullopt;
        }
    }
    return minutes;
}

std::map<std::string, std::string> municipality_of_cell() {
    std::map<std::string, std::string> of;
    for (const auto& row : Demo::once().data("population/mesh500_2025.csv")) {
        of[row.at("mesh_code")] = row.at("municipality_code");
    }
    return of;
}

struct Hospital {
    Point place;
    std::string municipality;
};
std::vector<Hospital> second_line() {
    std::vector<Hospital> hospitals;
    for (const char* file : {"facilities/hospitals.csv", "facilities/clinics.csv"}) {
        for (const auto& row : Demo::once().data(file)) {
            if (michinori::to_number(row.at("emergency_tier")).value_or(0) >= 2) {
                hospitals.push_back({{number(row, "所在地座標（経度）"), number(row, "所在地座標（緯度）")},
                                     row.at("都道府県コード") + row.at("市区町村コード")});
            }
        }
    }
    return hospitals;
}

double straight_km(Point from, const std::vector<Hospital>& hospitals) {
    double nearest = 1e9;
    for (const auto& hospital : hospitals) {
        nearest = std::min(nearest, michinori::geo::distance(from, hospital.place).value() / 1000);
    }
    return nearest;
}

void check_same(const CsvRow& row, const std::string& column, const std::optional<double>& again, double margin) {
    INFO(column << " of " << (row.contains("demand_id") ? row.at("demand_id") : row.at("area_code")));
    CHECK(row.at(column).empty() == !again.has_value());
    if (again && !row.at(column).empty()) {
        CHECK(number(row, column) == Approx(*again).margin(margin));
    }
}

/// Minutes of cells in summer and winter are those of runs in those seasons.
void check_seasons() {
    const auto& demo = Demo::once();
    const auto cells = demo.rows("geography/geography_cells.csv");
    const auto summer = minutes_of(demo.rows("summer/access.csv"));
    const auto winter = minutes_of(demo.rows("winter/access.csv"));
    REQUIRE(cells.size() == summer.size());
    std::size_t longer = 0;
    std::size_t slower = 0;
    for (const auto& row : cells) {
        check_same(row, "minutes_summer", summer.at(row.at("demand_id")), 0);
        check_same(row, "minutes_winter", winter.at(row.at("demand_id")), 0);
        const auto& a = summer.at(row.at("demand_id"));
        const auto& b = winter.at(row.at("demand_id"));
        longer += a && b && *b > *a ? 1 : 0;
        const auto c = michinori::to_number(row.at("minutes_winter_summer"));
        const auto d = michinori::to_number(row.at("minutes_winter_winter"));
        slower += c && d && *d > *c ? 1 : 0;
    }
    CHECK(longer > 100);   // closed passes alone
    CHECK(slower > 1000);  // and slower roads, under a profile that knows snow
}

/// Kilometres by road are minutes at 60 km/h.
void check_road_kilometres() {
    const auto& demo = Demo::once();
    const auto flat = minutes_of(demo.rows("flat/access.csv"));
    const auto municipality = municipality_of_cell();
    std::size_t compared = 0;
    for (const auto& row : demo.rows("geography/geography_cells.csv")) {
        const auto& code = municipality.at(row.at("demand_id"));
        if (code == "48381" || code == "48382") {
            continue;  // ferries keep their timetable
        }
        check_same(row, "road_km", flat.at(row.at("demand_id")), 0.005);
        ++compared;
    }
    CHECK(compared > 20000);
}

/// Straight distance, islands and snow by plain code.
void check_straight_islands_snow() {
    const auto hospitals = second_line();
    REQUIRE(hospitals.size() > 5);
    const auto municipality = municipality_of_cell();
    std::set<std::string> with_hospital;
    for (const auto& hospital : hospitals) {
        with_hospital.insert(hospital.municipality);
    }
    std::set<std::string> snow;
    for (const auto& row : Demo::once().data("municipalities.csv")) {
        if (row.at("snow") == "2" && !with_hospital.contains(row.at("municipality_code"))) {
            snow.insert(row.at("municipality_code"));
        }
    }
    std::size_t i = 0;
    std::size_t in_snow = 0;
    std::size_t on_island = 0;
    for (const auto& row : Demo::once().rows("geography/geography_cells.csv")) {
        const auto box = michinori::geo::mesh_cell(row.at("demand_id")).value();
        const Point place{(box.west + box.east) / 2, (box.south + box.north) / 2};
        if (i++ % 7 == 0) {
            check_same(row, "straight_km", straight_km(place, hospitals), 0.0006);
        }
        const double km2 = michinori::geo::distance({box.west, place.lat}, {box.east, place.lat}).value() *
                           michinori::geo::distance({place.lon, box.south}, {place.lon, box.north}).value() / 1e6;
        check_same(row, "km2", km2, 0.001);
        CHECK(row.at("snow_without_hospital") == (snow.contains(municipality.at(row.at("demand_id"))) ? "1" : "0"));
        in_snow += row.at("snow_without_hospital") == "1" ? 1 : 0;
        on_island += row.at("island_without_hospital") == "1" ? 1 : 0;
    }
    CHECK(in_snow > 0);
    CHECK(on_island > 0);
}

/// Areas by plain code.
void check_areas() {
    const auto& demo = Demo::once();
    std::map<std::string, std::vector<const CsvRow*>> cells_of;  // by area of either level
    const auto cells = demo.rows("geography/geography_cells.csv");
    const auto municipality = municipality_of_cell();
    std::map<std::string, std::string> secondary;
    std::map<std::string, double> km2;
    for (const auto& row : demo.data("areas/membership.csv")) {
        secondary[row.at("municipality_code")] = row.at("secondary_code");
    }
    for (const auto& row : demo.data("municipalities.csv")) {
        km2[row.at("municipality_code")] += number(row, "area_km2");
        km2[secondary.at(row.at("municipality_code"))] += number(row, "area_km2");
    }
    for (const auto& row : cells) {
        const auto& code = municipality.at(row.at("demand_id"));
        cells_of[code].push_back(&row);
        cells_of[secondary.at(code)].push_back(&row);
    }
    const auto hospitals = second_line();
    std::size_t areas = 0;
    for (const auto& row : demo.rows("geography/geography.csv")) {
        double people = 0;
        double island = 0;
        double snow = 0;
        double lat = 0;
        double lon = 0;
        double turned = 0;
        std::map<std::string, double> rurality;
        for (const auto* cell : cells_of.at(row.at("area_code"))) {
            const double here = number(*cell, "population");
            const auto box = michinori::geo::mesh_cell(cell->at("demand_id")).value();
            const double y = (box.south + box.north) / 2;
            people += here;
            island += cell->at("island_without_hospital") == "1" ? here : 0;
            snow += cell->at("snow_without_hospital") == "1" ? here : 0;
            lat += here * y;
            turned += here * std::cos(y * std::numbers::pi / 180);
            lon += here * std::cos(y * std::numbers::pi / 180) * (box.west + box.east) / 2;
            for (const char* scale : {"cell_straight", "cell_road", "cell_summer"}) {
                rurality[scale] += here * number(*cell, std::string("rurality_") + scale);
            }
        }
        check_same(row, "population", people, 1e-6);
        check_same(row, "km2", km2.at(row.at("area_code")), 0.015 * km2.at(row.at("area_code")));  // of a raster there
        check_same(row, "people_per_km2", people / number(row, "km2"), 0.01);
        check_same(row, "population_on_islands_without_hospital", island, 1e-6);
        CHECK(row.at("island_without_hospital") == (2 * island > people ? "1" : "0"));
        CHECK(row.at("snow_without_hospital") == (2 * snow > people ? "1" : "0"));
        CHECK(row.at("centre") == "people");
        check_same(row, "centre_lat", lat / people, 1e-6);
        check_same(row, "centre_lon", lon / turned, 1e-6);
        check_same(row, "straight_km", straight_km({lon / turned, lat / people}, hospitals), 0.001);
        for (const auto& [scale, sum] : rurality) {
            check_same(row, "mean_rurality_" + scale, sum / people, 0.006);
        }
        ++areas;
    }
    CHECK(areas == 25 + std::set<std::string>([&] {
                            std::set<std::string> codes;
                            for (const auto& [m, s] : secondary) {
                                codes.insert(s);
                            }
                            return codes;
                        }())
                            .size());
}

/// Centres of areas are places like any other.
void check_centres() {
    const auto& demo = Demo::once();
    const auto summer = minutes_of(demo.rows("centres_summer/access.csv"));
    const auto winter = minutes_of(demo.rows("centres_winter/access.csv"));
    std::set<std::string> kinds;
    const auto cells = minutes_of(demo.rows("summer/access.csv"));
    std::size_t off_roads = 0;
    for (const auto& row : demo.rows("geography/geography_centres.csv")) {
        const auto id = row.at("area_code") + "_" + row.at("centre");
        kinds.insert(row.at("centre"));
        if (row.at("road_from") == "centre") {
            check_same(row, "minutes_summer", summer.at(id), 0.002);  // places are written to a centimetre
            check_same(row, "minutes_winter", winter.at(id), 0.002);
        } else {
            CHECK_FALSE(summer.at(id));
            check_same(row, "minutes_summer", cells.at(row.at("road_from")), 0);
            ++off_roads;
        }
    }
    CHECK(off_roads > 0);
    CHECK(kinds == std::set<std::string>{"people", "polygon", "office"});
}

/// People within limits by plain sums.
void check_people_within_limits() {
    const auto& demo = Demo::once();
    std::map<std::string, double> population;
    for (const auto& row : demo.data("population/mesh500_2025.csv")) {
        population[row.at("mesh_code")] = number(row, "population");
    }
    const auto municipality = municipality_of_cell();
    const auto reach = demo.rows("geography/geography_reach.csv");
    for (const auto& [metric, run] :
         {std::pair{"minutes_summer", "summer/access.csv"}, std::pair{"minutes_winter", "winter/access.csv"}}) {
        for (const char* service : {"emergency2", "emergency3"}) {
            std::map<std::string, std::array<double, 3>> sums;  // within 30, within 60, unreached
            for (const auto& [cell, minutes] : minutes_of(demo.rows(run), service)) {
                for (const auto& area : {municipality.at(cell), std::string()}) {
                    sums[area][0] += minutes && *minutes <= 30 ? population.at(cell) : 0;
                    sums[area][1] += minutes && *minutes <= 60 ? population.at(cell) : 0;
                    sums[area][2] += minutes ? 0 : population.at(cell);
                }
            }
            for (const auto& row : reach) {
                const bool here = row.at("metric") == metric && row.at("service") == service &&
                                  (row.at("level") == "municipality" || row.at("level") == "region");
                if (here) {
                    const auto& sum = sums.at(row.at("area_code"));
                    check_same(row, "within", row.at("limit_min") == "30" ? sum[0] : sum[1], 1e-6);
                    check_same(row, "unreached", sum[2], 1e-6);
                }
            }
        }
    }
}

/// Rurality by the scale's numbers.
void check_rurality() {
    const michinori::io::InputFile file{std::string(MICHINORI_SOURCE_DIR) + "/scenarios/demo-rurality-scales.toml",
                                        "s"};
    const michinori::io::TomlFile toml(file);
    const auto cells = Demo::once().rows("geography/geography_cells.csv");
    const auto areas = Demo::once().rows("geography/geography.csv");
    std::size_t compared = 0;
    for (const auto& scale : toml.root().tables("scale")) {
        const auto id = scale.text("id").value();
        const auto metric = scale.text("metric").value();
        const auto cuts = scale.numbers("cuts");
        const bool of_cells = scale.text("unit") == "cell";
        for (const auto& row : of_cells ? cells : areas) {
            if (!of_cells && row.at("level") != "secondary") {
                CHECK(row.at("rurality_" + id).empty());
                continue;
            }
            const auto distance = michinori::to_number(row.at(metric)).value_or(scale.number("farthest").value());
            const double people = number(row, "population");
            const std::map<std::string, double> elements{{"density", -std::log(people / number(row, "km2"))},
                                                         {"distance", std::log(1 + distance)},
                                                         {"island", number(row, "island_without_hospital")},
                                                         {"snow", number(row, "snow_without_hospital")}};
            double score = 0;
            for (const auto& [name, value] : elements) {
                const auto table = scale.table(name);
                score += table.number("weight").value() * (value - table.number("centre").value()) /
                         table.number("spread").value();
            }
            // The table's rounding moves a score by little: it may only cross a cut point that is as near.
            const auto below = [&](double s) { return 1 + (std::ranges::lower_bound(cuts, s) - cuts.begin()); };
            const auto told = number(row, "rurality_" + id);
            CHECK(told >= static_cast<double>(below(score - 2e-3)));
            CHECK(told <= static_cast<double>(below(score + 2e-3)));
            ++compared;
        }
    }
    CHECK(compared > 3 * cells.size());
}

/// A prefecture is no nation, unless the user says so.
void check_reference() {
    const auto& demo = Demo::once();
    const auto refused = demo.refer_to("japan");
    CHECK(refused.exit_code == 1);
    CHECK(refused.err.find("reference_not_national") != std::string::npos);
    CHECK(refused.err.find("only 0 of 47 prefectures") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(demo.path() / "japan"));
    const auto stated = demo.refer_to("whole_country");
    INFO(stated.err);
    REQUIRE(stated.exit_code == 0);
    // Ranked among themselves, the inhabited cells have the percentiles 1 to 100, a hundredth of them each.
    std::map<int, int> count;
    for (const auto& row : demo.rows("whole_country/geography_cells.csv")) {
        ++count[static_cast<int>(number(row, "rurality_cell_minutes_winter"))];
    }
    CHECK(count.size() == 100);
    CHECK(count.begin()->first == 1);
    CHECK(std::abs(count.at(1) - count.at(50)) <= 2);
    // Frozen, they give the same again.
    const auto text = file_text(demo.path() / "whole_country/rurality_scales.toml");
    CHECK(text.find("id = \"cell_straight_km\"") != std::string::npos);
    CHECK(text.find("id = \"cell_minutes_winter_winter\"") != std::string::npos);
}

/// Areas short of physicians, by road, by plain code.
void check_designation() {
    const auto& demo = Demo::once();
    const auto designated = demo.designate("designation", [](std::string study) { return study; });
    REQUIRE(designated.size() == 5);
    const auto geography = demo.rows("geography/geography.csv");
    const std::vector<std::string> variants{"area_straight",      "area_road",   "area_summer",
                                            "area_summer_winter", "area_winter", "area_winter_winter"};
    for (const auto& row : designated) {
        const auto& here = row_with(geography, {{"area_code", row.at("area_code")}});
        for (const char* same : {"population", "km2", "straight_km", "road_km", "minutes_summer", "minutes_winter",
                                 "minutes_winter_winter", "rurality_area_road", "rurality_area_winter"}) {
            if (here.contains(same)) {
                CHECK(row.at(same) == here.at(same));
            }
        }
        const double index = number(row, "physician_index");
        const std::string its_class = index <= 179.3 ? "few" : index >= 217.6 ? "many" : "middle";
        CHECK(row.at("class") == its_class);
        // few, or middle and above the national percentile; unless the percentile is in the vetoed lowest share.
        const auto is_designated = [&](double percentile, double top, double veto) {
            const bool met = its_class == "few" || (its_class == "middle" && percentile > 100 * (1 - top) + 1e-9);
            return met && percentile > 100 * veto;
        };
        CHECK((row.at("designated") == "yes") == is_designated(number(row, "rurality_area_winter"), 0.1, 0));
        int firm = 0;
        int points = 0;
        for (const auto& [column, value] : row) {
            if (!column.starts_with("rurality_")) {
                continue;
            }
            for (const double top : {0.05, 0.1, 0.15, 0.2}) {
                for (const double veto : {0.0, 0.05, 0.1}) {
                    firm += is_designated(number(row, column), top, veto) ? 1 : 0;
                    ++points;
                }
            }
        }
        CHECK(points == 6 * 4 * 3);  // four scales, two of them under a second speed profile
        CHECK(number(row, "firm_points") == firm);
        CHECK(number(row, "grid_points") == points);
    }
}

/// As a country of its own, every metric by road is a variant.
void check_own_country() {
    const auto& demo = Demo::once();
    const auto areas = demo.designate("country", [](std::string study) {
        const auto begin = study.find("[rurality]");
        return study.replace(begin, std::string::npos,
                             "[rurality]\nwhole_country = true\nvariant = \"minutes_winter_raw_equal\"\n");
    });
    REQUIRE(areas.size() == 5);
    for (const char* metric : {"straight_km", "road_km", "minutes_summer", "minutes_winter", "minutes_winter_summer"}) {
        for (const char* way : {"log_factor", "raw_factor", "log_equal", "raw_equal"}) {
            std::set<std::string> percentiles;
            for (const auto& row : areas) {
                percentiles.insert(row.at(std::string("rurality_") + metric + "_" + way));
            }
            CHECK(percentiles == std::set<std::string>{"20", "40", "60", "80", "100"});
        }
    }
}

/// Spots short of physicians from the minutes that a run leaves.
void check_spots() {
    const auto& demo = Demo::once();
    const auto geography = (demo.path() / "geography/geography.csv").string();
    const auto designated = demo.designate("spots", [&](std::string study) {
        return study + R"(
[[candidates]]
id = "spots"
level = "市町村"
rule = ")" + MICHINORI_SOURCE_DIR +
               R"(/scenarios/rules/shortage-spot-example.toml"
[candidates.units]
file = "areas/membership.csv"
code_digits = 5
columns = { code = "municipality_code", name = "municipality_name", prefecture = "prefecture_name", area = "secondary_code" }
[[candidates.facts]]
file = ")" + geography +
               R"("
where = [{ column = "level", equals = "municipality" }]
columns = { code = "area_code" }
facts = { minutes_to_second_line = "minutes_summer", population = "population" }
)";
    });
    std::map<std::string, std::optional<double>> minutes;
    for (const auto& row : demo.rows("geography/geography.csv")) {
        if (row.at("level") == "municipality") {
            minutes[row.at("area_code")] = michinori::to_number(row.at("minutes_summer"));
        }
    }
    std::set<std::string> outside;
    for (const auto& row : designated) {
        if (row.at("designated") == "no") {
            outside.insert(row.at("area_code"));
        }
    }
    std::map<std::string, std::string> secondary;
    for (const auto& row : demo.data("areas/membership.csv")) {
        secondary[row.at("municipality_code")] = row.at("secondary_code");
    }
    const auto spots = demo.rows("spots/candidates_spots.csv");
    CHECK(not_catalogued(demo.path() / "spots") == std::vector<std::string>());
    REQUIRE(spots.size() == 25);
    for (const auto& row : spots) {
        INFO(row.at("code"));
        const auto far = minutes.at(row.at("code"));
        CHECK(row.at("test_far") == (!far ? "unknown" : *far > 35 ? "yes" : *far >= 25 ? "near_limit" : "no"));
        const bool is_outside = outside.contains(secondary.at(row.at("code")));
        CHECK((row.at("test_outside") == "yes") == is_outside);
        if (!is_outside) {
            CHECK(row.at("result") == "no");
        }
    }
}

}  // namespace

// One case: the prefecture and the runs are made once.
TEST_CASE("demonstration: geography by plain code") {
    SECTION("minutes of cells in summer and winter are those of runs in those seasons") {
        check_seasons();
    }
    SECTION("kilometres by road are minutes at 60 km/h") {
        check_road_kilometres();
    }
    SECTION("straight distance, islands and snow by plain code") {
        check_straight_islands_snow();
    }
    SECTION("areas by plain code") {
        check_areas();
    }
    SECTION("centres of areas are places like any other") {
        check_centres();
    }
    SECTION("people within limits by plain sums") {
        check_people_within_limits();
    }
    SECTION("rurality by the scale's numbers") {
        check_rurality();
    }
    SECTION("a prefecture is no nation, unless the user says so") {
        check_reference();
    }
    SECTION("areas short of physicians, by road, by plain code") {
        check_designation();
    }
    SECTION("as a country of its own, every metric by road is a variant") {
        check_own_country();
    }
    SECTION("spots short of physicians from the minutes that a run leaves") {
        check_spots();
    }
}
