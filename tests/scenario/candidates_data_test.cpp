// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "scenario/candidates.h"
#include "scenario/load_candidates.h"
#include "support/csv_rows.h"
#include "support/faults.h"
#include "support/geodata.h"
#include "support/temp_folder.h"

using namespace michinori;
using policy::Judgement;
using policy::PhysicianClass;
using scenario::CandidateArea;

namespace {

/// The block that scenarios/japan-designation.toml proposes.
const std::string study = R"([[candidates]]
id = "priority"
level = "二次医療圏"
rule = "./../scenarios/rules/priority-areas-reported.toml"
[candidates.units]
file = "./../geodata/physician_index_secondary_areas_2024-01.csv"
code_digits = 4
columns = { code = "area_code", name = "area", prefecture = "prefecture" }
[candidates.prefectures]
file = "./../geodata/physician_index_prefectures_2024-01.csv"
thresholds = [228.0, 266.9]
[[candidates.facts]]
file = "japan/facilities_fy2025.csv"
columns = { code = "area_code", name = "area_name" }
rows = "sum"
facts = { physicians = "doctors_fulltime" }
note = "physicians: full-time, of hospitals and bedded clinics alone"
[[candidates.facts]]
file = "japan/facilities_fy2025.csv"
columns = { code = "area_code", name = "area_name" }
where_any = [{ column = "sanji", equals = "1" }, { column = "niji", equals = "1" }]
rows = "sum"
count = "second_line_hospitals"
[[candidates.facts]]
file = "japan/area_basic_fy2025.csv"
where = [{ column = "published_fy", equals = "R7" }]
columns = { code = "area_code", name = "area_name" }
facts = { inhabitable_km2 = "area_2020_km2" }
note = "inhabitable_km2: total land"
[[candidates.facts]]
file = "japan/area_population_2024_2040.csv"
columns = { code = "area_code", name = "area_name" }
facts = { population = "population_2024", population_later = "population_2040" }
)";

std::string source(const std::string& name) {
    return std::string(MICHINORI_SOURCE_DIR) + "/geodata/" + name;
}

std::vector<CandidateArea> published_areas() {
    std::vector<CandidateArea> areas;
    for (const auto& row : test::csv_rows(source("physician_index_secondary_areas_2024-01.csv"))) {
        const auto index = to_number(row.at("physician_index")).value();
        const auto of = policy::class_of(index, {179.3, 217.6});
        areas.push_back(
            {row.at("area_code"), row.at("area"), row.at("prefecture"), index, of, of == PhysicianClass::few});
    }
    return areas;
}

scenario::Candidates find(const std::filesystem::path& data, io::InputLog& log) {
    const test::TempFolder folder;
    const auto scenarios = std::filesystem::path(MICHINORI_SOURCE_DIR) / "scenarios";
    io::TomlFile file({folder.write("study.toml", study), "study.toml"});
    scenario::LoadContext context{{scenarios, data}, {}};
    std::vector<scenario::CandidateSettings> wanted;
    scenario::load_candidates(scenario::Section(file.root(), context), wanted);
    file.finish();
    return scenario::find_candidates(wanted.at(0), published_areas(), log);
}

/// Full-time physicians by area per km2 of land, added up by plain code; areas that another year drew otherwise are not
/// in it.
std::map<std::string, double> density_by_hand(const std::filesystem::path& data) {
    std::map<std::string, std::string> names;
    for (const auto& row : test::csv_rows(source("physician_index_secondary_areas_2024-01.csv"))) {
        names.emplace(row.at("area_code"), row.at("area"));
    }
    const auto is_same = [&](const test::CsvRow& row) {
        const auto found = names.find(row.at("area_code"));
        return found != names.end() && found->second == row.at("area_name");
    };
    std::map<std::string, double> physicians;
    for (const auto& row : test::csv_rows(data / "japan/facilities_fy2025.csv")) {
        const auto number = to_number(row.at("doctors_fulltime"));
        if (is_same(row) && number) {
            physicians[row.at("area_code")] += *number;
        }
    }
    std::map<std::string, double> density;
    for (const auto& row : test::csv_rows(data / "japan/area_basic_fy2025.csv")) {
        if (row.at("published_fy") == "R7" && is_same(row)) {
            density[row.at("area_code")] = physicians.at(row.at("area_code")) / *to_number(row.at("area_2020_km2"));
        }
    }
    return density;
}

}  // namespace

TEST_CASE("priority areas of all Japan as reported, against plain code [needs-data]", "[needs-data]") {
    const auto data = test::geodata_or_skip();
    io::InputLog log;
    const auto found = find(data, log);
    REQUIRE(found.units.size() == 330);
    const auto density = density_by_hand(data);
    CHECK(density.size() == 323);  // Akita and Mie were drawn otherwise
    std::vector<double> sorted;
    std::ranges::transform(density, std::back_inserter(sorted), [](const auto& entry) { return entry.second; });
    std::ranges::sort(sorted);
    const double limit = sorted.at(323 / 4 - 1);
    std::int64_t by_c = 0;
    for (std::size_t u = 0; u < found.units.size(); ++u) {
        const auto& judged = found.judged.units[u];
        const auto known = density.find(found.units[u].code);
        INFO(found.units[u].code << " " << found.units[u].name);
        if (known == density.end()) {
            CHECK(judged.tests.at(3).judgement == Judgement::unknown);
            continue;
        }
        CHECK(judged.tests.at(3).judgement == policy::judgement(known->second <= limit));
        CHECK(judged.tests[3].number->value() == Approx(known->second));
        by_c += judged.tests[0].judgement == Judgement::no && judged.groups.at(0) == Judgement::no &&
                        judged.groups.at(1) == Judgement::yes
                    ? 1
                    : 0;
    }
    // 89 by (a) or (b) as published; 16 of the remaining 29 by (c), on total land (109 areas were reported in all).
    CHECK(by_c == 16);
    CHECK(found.judged.ranked.size() == 105);
    CHECK(found.units.at(found.judged.ranked.front()).code == "0108");  // one second-line hospital, the lowest code
    const auto told = test::lines_of(log.findings.all());
    CHECK(std::ranges::any_of(told, [](const std::string& line) {
        return line.find("7 areas have no physicians, inhabitable_km2, second_line_hospitals") != std::string::npos;
    }));
}
