// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/candidates.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "scenario/load_candidates.h"
#include "support/faults.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Matchers::Contains;
using policy::Judgement;
using policy::PhysicianClass;
using scenario::CandidateArea;
using scenario::Candidates;

namespace {

/// Six areas of two prefectures as a study designated them: 0103 by its rurality.
std::vector<CandidateArea> six_areas() {
    return {
        {"0101", "A", "甲", 90, PhysicianClass::few, true},     {"0102", "B", "甲", 120, PhysicianClass::few, true},
        {"0103", "C", "甲", 160, PhysicianClass::middle, true}, {"0201", "D", "乙", 150, PhysicianClass::few, true},
        {"0202", "E", "乙", 230, PhysicianClass::many, false},  {"0203", "F", "乙", 140, PhysicianClass::few, true}};
}

/// A study's part with its tables: priority areas out of the six areas, spots out of five municipalities.
class Toy {
public:
    Toy() {
        files_["areas.csv"] =
            "code,name,prefecture\n0101,A,甲\n0102,B,甲\n0103,C,甲\n0201,D,乙\n0202,E,乙\n0203,F,乙\n";
        files_["prefectures.csv"] = "prefecture_code,prefecture,physician_index\n00,全国,200\n01,甲,110\n02,乙,190\n";
        // Physicians by facility: A 10 + 2, B 30 and one that does not say, C 8, D 4, E 90, F says nothing.
        files_["facilities.csv"] =
            "area,area_name,physicians,tier\n0101,A,10,2\n0101,A,2,0\n0102,B,30,0\n0102,B,未報告,2\n0103,C,8,2\n"
            "0201,D,4,0\n0202,E,90,3\n0202,E,,0\n0203,F,*,0\n";
        // km2: A 120, B 100, C 160, D 100, E 90, F 50
        files_["land.csv"] =
            "year,code,km2\n2020,0101,120\n2020,0102,100\n2020,0103,160\n2020,0201,100\n2020,0202,90\n2020,0203,50\n"
            "2015,0101,1\n";
        files_["towns.csv"] =
            "code,name,prefecture,area\n01001,a,甲,0101\n01002,b,甲,0103\n02001,d,乙,0201\n02002,e,乙,0202\n"
            "02003,f,乙,0202\n";
        files_["people.csv"] =
            "code,now,later,minutes\n01001,900,600,40\n01002,800,400,10\n02001,700,700,5\n02002,5000,4000,12\n"
            "02003,600,300,28\n";
        files_["clinics.csv"] = "town,doctors\n01001,1\n02002,2\n02002,1\n02001,1\n";
        files_["study.toml"] = study;
    }
    /// Writes other text into a file.
    Toy& replace(const std::string& name, const std::string& text, const std::string& instead) {
        auto& all = files_.at(name);
        const auto at = all.find(text);
        REQUIRE(at != std::string::npos);
        all.replace(at, text.size(), instead);
        return *this;
    }
    [[nodiscard]] std::vector<scenario::CandidateSettings> settings() const {
        for (const auto& [name, text] : files_) {
            folder_.write(name, text);
        }
        io::TomlFile file({folder_.path() / "study.toml", "study.toml"});
        scenario::LoadContext context{{folder_.path(), folder_.path()}, {}};
        std::vector<scenario::CandidateSettings> all;
        scenario::load_candidates(scenario::Section(file.root(), context), all);
        file.finish();
        return all;
    }
    [[nodiscard]] Candidates find(std::size_t which, const std::vector<CandidateArea>& areas = six_areas()) {
        log = {};
        return scenario::find_candidates(settings().at(which), areas, log);
    }
    [[nodiscard]] std::string faults(std::size_t which) {
        return test::fault_line([&] { (void)find(which); });
    }
    [[nodiscard]] std::string warnings() const {
        std::string all;
        for (const auto& line : test::lines_of(log.findings.all())) {
            all += line + "\n";
        }
        return all;
    }
    io::InputLog log;

private:
    static const std::string study;
    test::TempFolder folder_;
    std::map<std::string, std::string> files_;
};

const std::string Toy::study = R"([[candidates]]
id = "priority"
level = "areas"
rule = ")" + std::string(MICHINORI_SOURCE_DIR) +
                               R"(/scenarios/rules/priority-areas-reported.toml"
[candidates.units]
file = "areas.csv"
code_digits = 4
columns = { code = "code", name = "name", prefecture = "prefecture" }
[candidates.prefectures]
file = "prefectures.csv"
thresholds = [110, 200]
[[candidates.facts]]
file = "facilities.csv"
columns = { code = "area", name = "area_name" }
rows = "sum"
facts = { physicians = "physicians" }
[[candidates.facts]]
file = "facilities.csv"
columns = { code = "area" }
where_any = [{ column = "tier", at_least = 2 }]
rows = "sum"
count = "second_line_hospitals"
[[candidates.facts]]
file = "land.csv"
where = [{ column = "year", equals = "2020" }]
columns = { code = "code" }
facts = { inhabitable_km2 = "km2" }
note = "all land"
[[candidates]]
id = "spots"
level = "towns"
rule = ")" + std::string(MICHINORI_SOURCE_DIR) +
                               R"(/scenarios/rules/shortage-spot-example.toml"
[candidates.units]
file = "towns.csv"
code_digits = 5
columns = { code = "code", name = "name", prefecture = "prefecture", area = "area" }
[[candidates.facts]]
file = "people.csv"
columns = { code = "code" }
facts = { population = "now", population_later = "later", minutes_to_second_line = "minutes" }
[[candidates.facts]]
file = "clinics.csv"
columns = { code = "town" }
rows = "sum"
complete = true
facts = { physicians = "doctors" }
)";

std::optional<double> fact(const Candidates& found, std::size_t unit, const std::string& name) {
    const auto at = std::ranges::find(found.facts, name) - found.facts.begin();
    return found.units.at(unit).facts.at(static_cast<std::size_t>(at));
}

std::vector<Judgement> verdicts(const Candidates& found) {
    std::vector<Judgement> all;
    std::ranges::transform(found.judged.units, std::back_inserter(all), &policy::UnitResult::judgement);
    return all;
}

constexpr auto no = Judgement::no;
constexpr auto unknown = Judgement::unknown;
constexpr auto near = Judgement::near_limit;
constexpr auto yes = Judgement::yes;

scenario::PhysicianIndexTable shipped(const std::string& name, const scenario::IndexColumns& columns) {
    io::InputLog log;
    return scenario::read_physician_index({std::string(MICHINORI_SOURCE_DIR) + "/geodata/" + name, name}, columns, log);
}

/// The 330 areas as published in January 2024, without geography.
std::vector<CandidateArea> published_areas() {
    std::vector<CandidateArea> areas;
    for (const auto& row : shipped("physician_index_secondary_areas_2024-01.csv", {}).areas) {
        const auto of = policy::class_of(row.index, {179.3, 217.6});
        areas.push_back({row.code, row.name, row.prefecture, row.index, of, of == PhysicianClass::few});
    }
    return areas;
}

std::string geodata(const std::string& name) {
    return std::string(MICHINORI_SOURCE_DIR) + "/geodata/" + name;
}

}  // namespace

TEST_CASE("priority areas out of six areas, by hand") {
    Toy toy;
    const auto found = toy.find(0);
    REQUIRE(found.units.size() == 6);
    CHECK(found.units[0].code == "0101");
    CHECK(fact(found, 0, "physicians") == 12);
    CHECK(fact(found, 1, "physicians") == 30);
    CHECK(found.rows_not_known[1][0] == 1);
    CHECK(fact(found, 4, "physicians") == 90);
    CHECK_FALSE(fact(found, 5, "physicians"));  // its only row does not say
    CHECK(fact(found, 0, "inhabitable_km2") == 120);
    CHECK(fact(found, 0, "second_line_hospitals") == 1);
    CHECK(fact(found, 3, "second_line_hospitals") == 0);  // it has rows, none of them second-line
    CHECK(fact(found, 4, "second_line_hospitals") == 1);
    CHECK_FALSE(fact(found, 0, "clinics"));
    // Physicians per km2: A 0.1, B 0.3, C 0.05, D 0.04, E 1, F not known. The lowest quarter of five is one: D.
    // A and F are the lowest of their prefectures; B is few in 甲, which is few (110 is on the threshold).
    CHECK(verdicts(found) == std::vector{yes, yes, no, yes, no, yes});
    const auto& d = found.judged.units[3];
    CHECK(d.tests.at(0).judgement == no);  // 150 against the 140 of F
    CHECK(d.groups == std::vector{no, yes, yes});
    CHECK(d.tests.at(3).number == policy::Quotient::number(0.04));
    CHECK(found.judged.units[5].tests.at(3).judgement == unknown);
    // By second-line hospitals: D and F none, A and B one; then by code.
    CHECK(found.judged.ranked == std::vector<std::size_t>{3, 5, 0, 1});
    CHECK(found.notes == std::vector<std::string>{"all land"});
    CHECK_THAT(toy.warnings(), Contains("rule_assumption") &&
                                   Contains("what rests on clinics cannot be told, because the fact clinics") &&
                                   Contains("1 areas have no physicians: 0203 F") &&
                                   Contains("2 areas have no physicians in some of their rows") &&
                                   Contains("0102 B, 0202 E"));
    CHECK(found.sums == std::vector<std::string>{"physicians"});
    CHECK(toy.log.inputs.size() == 6);  // rule, units, prefectures and three tables of facts
    CHECK(toy.log.inputs.back().rows_not_selected == 1);
}

TEST_CASE("spots out of five municipalities, by hand") {
    Toy toy;
    const auto found = toy.find(1);
    REQUIRE(found.units.size() == 5);
    CHECK(found.rule.use == policy::AreaRule::Use::shortage_spot);
    CHECK(fact(found, 3, "physicians") == 3);
    CHECK(fact(found, 4, "physicians") == 0);  // the table names every clinic
    // a lies in a designated area; b in one that geography designated; d in one of the class few.
    // e: 5,000 / 3 people per physician and 12 minutes. f: no physician.
    CHECK(verdicts(found) == std::vector{no, no, no, no, yes});
    CHECK(found.judged.units[1].tests.at(1).judgement == yes);   // no physician, and yet inside
    CHECK(found.judged.units[4].tests.at(2).judgement == yes);   // 600 people and nobody
    CHECK(found.judged.units[4].tests.at(3).judgement == near);  // 28 minutes, about 30
    CHECK(found.judged.units[0].tests.at(2).judgement == no);
    CHECK(found.judged.units[4].keys.at(1) == policy::Quotient::number(-0.5));
    // 1,850 people a physician are near 2,000; without the designation by geography b is a spot too.
    toy.replace("people.csv", "02002,5000", "02002,5550");
    auto areas = six_areas();
    areas[2].designated = false;
    const auto changed = toy.find(1, areas);
    CHECK(verdicts(changed) == std::vector{no, yes, no, near, yes});
    CHECK(changed.judged.ranked == std::vector<std::size_t>{4, 1, 3});  // 28 minutes before 10, near ones last
}

TEST_CASE("a table that is not complete says nothing of a unit without a row") {
    Toy toy;
    toy.replace("study.toml", "complete = true\n", "");
    const auto found = toy.find(1);
    CHECK_FALSE(fact(found, 4, "physicians"));
    CHECK(found.judged.units[4].tests.at(1).judgement == unknown);
    CHECK(verdicts(found)[4] == near);  // 28 minutes alone
    CHECK_THAT(toy.warnings(), Contains("2 areas have no physicians: 01002 b, 02003 f"));
}

TEST_CASE("what does not come together is told, and nothing is guessed") {
    Toy toy;
    SECTION("a unit whose name is not the area's") {
        toy.replace("areas.csv", "0203,F", "0203,G");
        const auto found = toy.find(0);
        CHECK_FALSE(found.units[5].area);
        CHECK(found.judged.units[5].tests.at(0).judgement == unknown);
        CHECK_THAT(toy.warnings(), Contains("units whose code and name are no area of the study (0203 G)") &&
                                       Contains("areas with an index that are no unit (0203 F)") &&
                                       Contains("name_differs (0203 G)"));
    }
    SECTION("facts of another area under the same code are not its facts") {
        toy.replace("facilities.csv", "0201,D,4", "0201,X,4");
        const auto found = toy.find(0);
        CHECK_FALSE(fact(found, 3, "physicians"));
        CHECK(fact(found, 3, "second_line_hospitals") == 0);  // that table names no areas
        CHECK_THAT(toy.warnings(), Contains("name_differs (0201 D)"));
    }
    SECTION("one row of another area is enough to doubt a sum") {
        toy.replace("facilities.csv", "0101,A,2,0", "0101,X,2,0");
        CHECK_FALSE(fact(toy.find(0), 0, "physicians"));
    }
    SECTION("facts of no unit") {
        toy.replace("land.csv", "2020,0203,50", "2020,0204,50");
        (void)toy.find(0);
        CHECK_THAT(toy.warnings(),
                   Contains("land.csv: the facts of 1 areas are not used: of no unit that is tested (0204)") &&
                       Contains("1 areas have no physicians, inhabitable_km2: 0203 F"));
    }
    SECTION("no prefectures") {
        toy.replace("study.toml", "[candidates.prefectures]\nfile = \"prefectures.csv\"\nthresholds = [110, 200]\n",
                    "");
        const auto found = toy.find(0);
        CHECK(verdicts(found) == std::vector{yes, unknown, no, yes, no, yes});
        CHECK_THAT(toy.warnings(), Contains("the test few_prefecture cannot be told"));
    }
    SECTION("two areas of one code") {
        auto areas = six_areas();
        areas.push_back({"0202", "another", "乙", {}, {}, false});
        const auto found = toy.find(1, areas);
        CHECK_FALSE(found.units[4].area);
        CHECK_THAT(toy.warnings(), Contains("units whose area code stands for two areas (02002 e, 02003 f)"));
        CHECK(toy.find(0, areas).units[4].area == 4U);  // by name
    }
}

TEST_CASE("faults of the tables of candidates, each a line") {
    struct Slip {
        std::size_t which;
        std::string file;
        std::string text;
        std::string instead;
        std::string fault;
    };
    const std::vector<Slip> slips{
        {0, "areas.csv", "0102,B", "102,B",
         "bad_value: areas.csv row 2: code = 102: a code has 4 digits; a spreadsheet"},
        {0, "areas.csv", "0102,B", "0101,B", "duplicate_id: areas.csv row 2"},
        {0, "areas.csv", "0102,B", "0102,", "empty_value: areas.csv row 2"},
        {0, "areas.csv", "0102,B,甲", "0102,B,丙", "unknown_reference: areas.csv row 2: prefecture \"丙\""},
        {0, "areas.csv", "code,name", "id,name", "column_missing"},
        {0, "land.csv", "2020,0101", "2020,101", "bad_value: land.csv row 1: code = 101: a code has 4 digits"},
        {0, "facilities.csv", "0101,A,10", "0101,A,-1", "negative_number: facilities.csv row 1"},
        {0, "facilities.csv", "0101,A,10", "0101,A,ten", "bad_number: facilities.csv row 1"},
        {0, "facilities.csv", "0101,A,10,2\n0101,A,2", "0101,A,999999999,2\n0101,A,2",
         "bad_value: facilities.csv: physicians = 0101: adds up to more than"},
        {0, "land.csv", "2015,0101", "2020,0101", "duplicate_id: land.csv row 7"},
        {0, "prefectures.csv", "01,甲", "1,甲", "bad_value: prefectures.csv row 2"},
        {1, "towns.csv", "02001,d,乙,0201", "02001,d,乙,0299", "area_unknown: towns.csv row 3: area code \"0299\""},
        {1, "towns.csv", "02001,d,乙,0201", "02001,d,乙,", "empty_value: towns.csv row 3"},
        {0, "study.toml", "code_digits = 4", "",
         "missing_key: study.toml line 5: candidates[1].units needs the key \"code"},
        {0, "study.toml", "code_digits = 4", "code_digits = 0", "bad_value: study.toml line 7"},
        {0, "study.toml", "thresholds = [110, 200]", "thresholds = [200, 110]", "bad_value: study.toml line 11"},
        {0, "study.toml", "thresholds = [110, 200]", "", "missing_key: study.toml line 9"},
        {0, "study.toml", "count = \"second", "count = \"Second", "bad_value: study.toml line 22"},
        {0, "study.toml", "{ inhabitable_km2 = ", "{ physicians = ", "gives the fact \"physicians\" a second time"},
        {0, "study.toml", "facts = { inhabitable_km2 = \"km2\" }\n", "", "missing_key: study.toml line 23"},
        {0, "study.toml", "note = ", "complete = true\nnote = ", "candidates[1].facts[3].complete = true: is for rows"},
        {0, "study.toml", "note = ", "count = \"n\"\nnote = ", "candidates[1].facts[3].count = 'n': is for rows"},
        {0, "study.toml", "rows = \"sum\"", "rows = \"all\"", "bad_value: study.toml line 15"},
        {0, "study.toml", "id = \"spots\"", "id = \"priority\"", "is the id of earlier candidates"},
        {0, "study.toml", "level = \"areas\"\n", "",
         "missing_key: study.toml line 1: candidates[1] needs the key \"level\""},
    };
    for (const auto& slip : slips) {
        INFO(slip.file << ": " << slip.instead << " instead of " << slip.text);
        Toy toy;
        const auto line = toy.replace(slip.file, slip.text, slip.instead).faults(slip.which);
        CHECK_THAT(line, Contains(slip.fault));
        CHECK(std::ranges::count(line, '\n') == 0);
    }
}

TEST_CASE("every fault of several tables is told at once") {
    Toy toy;
    toy.replace("areas.csv", "0102,B", "102,B").replace("land.csv", "2020,0103,160", "2020,0103,x");
    const auto lines = toy.faults(0);
    CHECK_THAT(lines, Contains("areas.csv row 2") && Contains("land.csv row 3"));
}

TEST_CASE("the published figures: 47 lowest, 58 few in prefectures of few, 89 of either, 29 areas of few beside them") {
    scenario::CandidateSettings wanted;
    wanted.rule_file = {std::string(MICHINORI_SOURCE_DIR) + "/scenarios/rules/priority-areas-reported.toml", "rule"};
    wanted.units.file = {geodata("physician_index_secondary_areas_2024-01.csv"), "areas"};
    wanted.units.code_digits = 4;
    wanted.units.code_column = "area_code";
    wanted.units.name_column = "area";
    wanted.units.prefecture_column = "prefecture";
    wanted.prefectures.emplace();
    wanted.prefectures->file = {geodata("physician_index_prefectures_2024-01.csv"), "prefectures"};
    wanted.prefectures->thresholds = {228.0, 266.9};
    io::InputLog log;
    const auto found = scenario::find_candidates(wanted, published_areas(), log);
    REQUIRE(found.units.size() == 330);
    const auto count = [&](auto of) { return std::ranges::count_if(found.judged.units, of); };
    const auto lowest = [](const policy::UnitResult& unit) { return unit.tests.at(0).judgement == yes; };
    const auto few = [](const policy::UnitResult& unit) { return unit.tests.at(1).judgement == yes; };
    const auto few_in_few = [](const policy::UnitResult& unit) { return unit.groups.at(0) == yes; };
    CHECK(count(lowest) == 47);
    CHECK(count(few) == 108);
    CHECK(count(few_in_few) == 58);
    CHECK(count([&](const auto& unit) { return lowest(unit) || few_in_few(unit); }) == 89);
    CHECK(count([&](const auto& unit) { return few(unit) && !lowest(unit) && !few_in_few(unit); }) == 29);
    // Without physicians and land these 29 are left open, and nothing else is.
    CHECK(count([](const auto& unit) { return unit.judgement == yes; }) == 89);
    CHECK(count([](const auto& unit) { return unit.judgement == unknown; }) == 29);
    CHECK(found.judged.ranked.size() == 89);
}
