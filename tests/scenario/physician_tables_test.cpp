// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/physician_tables.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

#include "base/text.h"
#include "policy/physician_designation.h"
#include "policy/physician_index.h"
#include "support/faults.h"
#include "support/temp_folder.h"

using namespace michinori;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using policy::PhysicianClass;

namespace {

scenario::PhysicianIndexTable shipped(const std::string& name, const scenario::IndexColumns& columns) {
    io::InputLog log;
    return scenario::read_physician_index({std::filesystem::path(MICHINORI_SOURCE_DIR) / "geodata" / name, name},
                                          columns, log);
}

scenario::PhysicianIndexTable shipped_areas() {
    return shipped("physician_index_secondary_areas_2024-01.csv", {});
}

scenario::PhysicianIndexTable shipped_prefectures() {
    return shipped("physician_index_prefectures_2024-01.csv", scenario::prefecture_index_columns());
}

std::vector<double> indices_of(const scenario::PhysicianIndexTable& table) {
    std::vector<double> indices;
    std::ranges::transform(table.areas, std::back_inserter(indices), &scenario::PhysicianIndexTable::Area::index);
    return indices;
}

policy::ClassCounts counts_of(const scenario::PhysicianIndexTable& table, const policy::Thresholds& thresholds) {
    return policy::count_classes(policy::classes_of(indices_of(table), thresholds));
}

const scenario::PhysicianIndexTable::Area& named(const scenario::PhysicianIndexTable& table, const std::string& name) {
    const auto found = std::ranges::find(table.areas, name, &scenario::PhysicianIndexTable::Area::name);
    REQUIRE(found != table.areas.end());
    return *found;
}

constexpr policy::Thresholds areas_2024{179.3, 217.6};
constexpr policy::Thresholds prefectures_2024{228.0, 266.9};

struct FiveTables {
    policy::WorkingHours hours;
    scenario::TreatmentClasses classes;
    scenario::ByArea<policy::PhysicianCounts> counts;
    scenario::ByArea<std::vector<People>> people;
    scenario::ByArea<scenario::AreaFlows> flows;
};

/// Tables of two areas, whole and right; a test spoils one.
class Tables {
public:
    Tables() {
        text_of_["hours.csv"] = "class,hours\nall,50\n";
        text_of_["classes.csv"] =
            "class,outpatient_rate,inpatient_rate,national_population\nyoung,1000,200,900000\nold,4000,2000,300000\n";
        text_of_["counts.csv"] = "area_code,class,sole,main,second\n";
        for (const auto name : policy::physician_classes) {
            const std::string c(name);
            text_of_["hours.csv"] += c + ",50\n";
            text_of_["counts.csv"] += "0101," + c + ",10,0,0\n0102," + c + ",10,10,10\n";
        }
        text_of_["people.csv"] =
            "area_code,class,population\n0101,old,50000\n0101,young,150000\n0102,young,\"100,000\"\n0102,old,0\n";
        text_of_["flows.csv"] =
            "area_code,outpatients,outpatient_inflow,outpatient_outflow,inpatients,inpatient_inflow,inpatient_outflow\n"
            "0102,100,30,10,50,10,5\n0101,100,0,0,50,0,0\n";
    }

    Tables& spoil(const std::string& file, const std::string& part, const std::string& instead) {
        auto& text = text_of_.at(file);
        const auto at = text.find(part);
        REQUIRE(at != std::string::npos);
        text.replace(at, part.size(), instead);
        return *this;
    }

    /// All five, and that they are of the same areas.
    [[nodiscard]] FiveTables read(io::InputLog& log) const {
        const auto file = [&](const std::string& name) {
            return io::InputFile{folder_.write(name, text_of_.at(name)), name};
        };
        scenario::FaultCollector faults;
        FiveTables tables;
        tables.hours = scenario::read_working_hours(file("hours.csv"), faults, log);
        tables.classes = scenario::read_treatment_classes(file("classes.csv"), scenario::ClassRates::both, faults, log);
        tables.counts = scenario::read_physician_counts(file("counts.csv"), 4, faults, log);
        tables.flows = scenario::read_patient_flows(file("flows.csv"), 4, faults, log);
        tables.people = scenario::read_area_populations(file("people.csv"), 4, tables.classes.names, faults, log);
        scenario::compare_areas(std::vector{codes_of(tables.counts), codes_of(tables.people), codes_of(tables.flows)},
                                faults);
        faults.stop_if_any();
        return tables;
    }
    [[nodiscard]] std::vector<std::string> faults() const {
        return test::fault_lines([&] {
            io::InputLog log;
            (void)read(log);
        });
    }

private:
    test::TempFolder folder_;
    std::map<std::string, std::string> text_of_;
};

/// The only fault of the tables with one part replaced.
std::string fault_with(const std::string& file, const std::string& part, const std::string& instead) {
    const auto lines = Tables().spoil(file, part, instead).faults();
    INFO(listed(lines));
    REQUIRE(lines.size() == 1);
    return lines.front();
}

std::vector<std::string> index_faults(const std::string& text, const scenario::IndexColumns& columns = {}) {
    const test::TempFolder folder;
    const auto path = folder.write("index.csv", text);
    return test::fault_lines([&] {
        io::InputLog log;
        (void)scenario::read_physician_index({path, "index.csv"}, columns, log);
    });
}

}  // namespace

TEST_CASE("the published index of 330 areas: 112 many, 110 middle, 108 few under the frozen thresholds") {
    const auto areas = shipped_areas();
    CHECK(areas.areas.size() == 330);
    CHECK(counts_of(areas, areas_2024) == policy::ClassCounts{108, 110, 112});
    CHECK(named(areas, "両毛").index == 179.3);
    CHECK(named(areas, "両毛").code == "0906");
    CHECK(policy::class_of(named(areas, "両毛").index, areas_2024) == PhysicianClass::few);
    CHECK(named(areas, "湖北").index == 217.6);
    CHECK(policy::class_of(named(areas, "湖北").index, areas_2024) == PhysicianClass::many);
    const auto [least, most] =
        std::ranges::minmax_element(areas.areas, {}, &scenario::PhysicianIndexTable::Area::index);
    CHECK((least->name == "釜石" && least->index == 107.8));
    CHECK((most->name == "区中央部" && most->index == 789.8));
}

TEST_CASE("the published index of the prefectures: 16, 15, 16, and thirds give the published thresholds") {
    const auto prefectures = shipped_prefectures();
    CHECK(prefectures.areas.size() == 47);
    CHECK(prefectures.national == 255.6);
    CHECK(counts_of(prefectures, prefectures_2024) == policy::ClassCounts{16, 15, 16});
    CHECK(named(prefectures, "山口県").index == 228.0);
    CHECK(policy::class_of(named(prefectures, "山口県").index, prefectures_2024) == PhysicianClass::few);
    CHECK(named(prefectures, "香川県").index == 266.9);
    CHECK(policy::class_of(named(prefectures, "香川県").index, prefectures_2024) == PhysicianClass::many);
    const auto thirds = policy::thresholds_by_thirds(indices_of(prefectures));
    CHECK(std::get<policy::Thresholds>(thirds) == prefectures_2024);
}

TEST_CASE("thirds of today's 330 areas are not the published thresholds, which were set on those of 2022") {
    const auto thirds = std::get<policy::Thresholds>(policy::thresholds_by_thirds(indices_of(shipped_areas())));
    CHECK(thirds == policy::Thresholds{180.1, 217.8});  // the 110th from either end
    CHECK(counts_of(shipped_areas(), thirds) == policy::ClassCounts{110, 110, 110});
}

TEST_CASE("a row is sorted by code and knows where it stood, and the log knows the file") {
    const test::TempFolder folder;
    const auto path =
        folder.write("i.csv", "physician_index,area,prefecture,area_code\n200,乙,県,0102\n100.5,甲,県,0101\n");
    io::InputLog log;
    const auto table = scenario::read_physician_index({path, "i.csv"}, {}, log);
    REQUIRE(table.areas.size() == 2);
    CHECK(table.areas[0].code == "0101");
    CHECK(table.areas[0].row == 2);
    CHECK(table.areas[0].prefecture == "県");
    CHECK(table.areas[0].index == 100.5);
    CHECK_FALSE(table.national);
    REQUIRE(log.inputs.size() == 1);
    CHECK(log.inputs[0].role == "physician_index");
    CHECK((log.inputs[0].rows_read == 2 && log.inputs[0].rows_used == 2));
}

TEST_CASE("every wrong row of an index table is told, none is mended") {
    const auto lines = index_faults(
        "area_code,prefecture,area,physician_index\n"
        "0101,県,甲,100\n101,県,乙,100\n0101,県,丙,90\n0103,県,丁,*\n0104,県,戊,未報告\n0105,県,,120\n0106,県,己,\n"
        "0107,県,庚,-3\n０１０８,県,辛,80\n01091,県,壬,80\n0110,県,癸,1e10\n");
    REQUIRE(lines.size() == 10);
    CHECK_THAT(lines[0], StartsWith("error bad_value: index.csv row 2: area_code = 101: a code has 4 digits; a "
                                    "spreadsheet may have removed its leading zero"));
    CHECK_THAT(lines[1], StartsWith("error duplicate_id: index.csv row 3: the id \"0101\" stands already in row 1"));
    CHECK_THAT(lines[2], StartsWith("error bad_number: index.csv row 4: \"*\" in column physician_index"));
    CHECK_THAT(lines[3], StartsWith("error bad_number: index.csv row 5: \"未報告\" in column physician_index"));
    CHECK_THAT(lines[4], StartsWith("error empty_value: index.csv row 6: column area is empty"));
    CHECK_THAT(lines[5], StartsWith("error empty_value: index.csv row 7: column physician_index is empty"));
    CHECK_THAT(lines[6], StartsWith("error negative_number: index.csv row 8: -3 in column physician_index"));
    CHECK_THAT(lines[7],
               StartsWith("error bad_value: index.csv row 9: area_code = ０１０８: a code has 4 digits (0-9)"));
    CHECK_THAT(lines[8], StartsWith("error bad_value: index.csv row 10: area_code = 01091"));
    CHECK_THAT(lines[9], StartsWith("error bad_value: index.csv row 11: physician_index = 1e10: must be at most"));
}

TEST_CASE("every column that an index table lacks is told, and an empty prefecture once") {
    const auto lines = index_faults("code,prefecture,physician_index\n0101,県,1\n");
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[0], StartsWith("error column_missing") && Contains("area_code"));
    CHECK_THAT(lines[1], StartsWith("error column_missing") && Contains("\"area\""));
    CHECK(index_faults("prefecture_code,prefecture,physician_index\n01,,1\n", scenario::prefecture_index_columns())
              .size() == 1);
}

TEST_CASE("the five tables, joined by area and class in one order") {
    io::InputLog log;
    const auto tables = Tables().read(log);
    CHECK(tables.hours.mean == 50);
    CHECK(tables.hours.by_class == std::vector<double>(12, 50));
    CHECK(tables.classes.names == std::vector<std::string>{"young", "old"});
    CHECK(tables.classes.rates.inpatient == std::vector<double>{200, 2000});
    REQUIRE(tables.people.areas.size() == 2);
    CHECK(tables.people.areas.at("0101").value == std::vector{People::from_double(150000), People::from_double(50000)});
    CHECK(tables.people.areas.at("0102").value == std::vector{People::from_double(100000), People{}});
    CHECK(tables.flows.areas.at("0102").value.outpatients.inflow == People::from_double(30));
    CHECK(tables.flows.areas.at("0102").value.inpatients.outflow == People::from_double(5));
    CHECK(tables.counts.areas.at("0102").value.second == std::vector(12, People::from_double(10)));
    CHECK(log.inputs.size() == 5);
}

TEST_CASE("the tables are what the index asks for") {
    io::InputLog log;
    const auto tables = Tables().read(log);
    policy::NationTreatment nation{
        {80000, 80000, People::from_double(1000000), People::from_double(400000), {80, 0, 0}, {100, 0, 0}},
        tables.classes.rates,
        tables.classes.national_population};
    const auto reference = std::get<policy::NationReference>(policy::nation_reference(nation));
    // The nation's own mix: need 2; 12 classes of 10 at the mean hours: 60.
    const auto& flows = tables.flows.areas.at("0101").value;
    const auto index =
        policy::physician_index({tables.counts.areas.at("0101").value, tables.hours, {}}, reference,
                                {tables.people.areas.at("0101").value, flows.outpatients, flows.inpatients});
    CHECK(std::get<policy::PhysicianIndex>(index).value == Approx(60));
}

TEST_CASE("an area that one table has and another lacks: which and where") {
    const auto lacking = Tables().spoil("flows.csv", "0101,100,0,0,50,0,0\n", "").faults();
    REQUIRE(lacking.size() == 2);
    CHECK_THAT(lacking[0], StartsWith("error area_unknown: counts.csv row 1: area code \"0101\" is not in flows.csv"));
    CHECK_THAT(lacking[1], StartsWith("error area_unknown: people.csv row 1: area code \"0101\" is not in flows.csv"));
    const auto extra = Tables().spoil("flows.csv", "0101,100", "0103,100,0,0,50,0,0\n0101,100").faults();
    REQUIRE(extra.size() == 2);
    CHECK_THAT(extra[0], StartsWith("error area_unknown: flows.csv row 2: area code \"0103\" is not in counts.csv"));
    CHECK_THAT(extra[1], StartsWith("error area_unknown: flows.csv row 2: area code \"0103\" is not in people.csv"));
}

TEST_CASE("wrong hours") {
    CHECK_THAT(fault_with("hours.csv", "male_40s,50", "male_40s,0"),
               StartsWith("error bad_value: hours.csv row 4: hours = 0: must be above zero"));
    CHECK_THAT(fault_with("hours.csv", "male_40s,50", "male_40s,-50"),
               StartsWith("error negative_number: hours.csv row 4: -50 in column hours"));
    CHECK_THAT(fault_with("hours.csv", "male_40s,50", "male_40s,…"), StartsWith("error bad_number: hours.csv row 4"));
    CHECK_THAT(fault_with("hours.csv", "male_40s,50", "male_40s,169"),
               StartsWith("error bad_value: hours.csv row 4: hours = 169: a week has 168 hours"));
    CHECK_THAT(fault_with("hours.csv", "female_70s,50\n", ""),
               StartsWith("error bad_value: hours.csv: class = female_70s: the table has no row for it"));
    CHECK_THAT(fault_with("hours.csv", "all,50\n", ""),
               StartsWith("error bad_value: hours.csv: class = all: the table has no row for it"));
    CHECK_THAT(fault_with("hours.csv", "all,50\n", "all,50\nall,50\n"),
               StartsWith("error duplicate_id: hours.csv row 2: the id \"all\" stands already in row 1"));
    CHECK_THAT(fault_with("hours.csv", "all,50\n", "all,50\nmale_80s,50\n"),
               StartsWith("error unknown_reference: hours.csv row 2: class \"male_80s\" is not defined"));
}

TEST_CASE("wrong classes of people") {
    CHECK_THAT(fault_with("classes.csv", "4000", "*"),
               StartsWith("error bad_number: classes.csv row 2: \"*\" in column outpatient_rate"));
    CHECK_THAT(fault_with("classes.csv", "old,4000,2000,300000\n", "old,4000,2000,300000\nyoung,1,1,1\n"),
               StartsWith("error duplicate_id: classes.csv row 3: the id \"young\" stands already in row 1"));
    CHECK_THAT(Tables().spoil("classes.csv", "900000", "0").spoil("classes.csv", "300000", "0").faults().front(),
               StartsWith("error bad_value: classes.csv: national_population = 0: the nation has no people"));
}

TEST_CASE("a table of outpatient rates alone needs no inpatients") {
    const test::TempFolder folder;
    io::InputLog log;
    scenario::FaultCollector faults;
    const auto path = folder.write("c.csv", "class,outpatient_rate,national_population\nyoung,1000,7\nold,4000,3\n");
    const auto classes =
        scenario::read_treatment_classes({path, "c.csv"}, scenario::ClassRates::outpatient, faults, log);
    faults.stop_if_any();
    CHECK(classes.rates.outpatient == std::vector<double>{1000, 4000});
    CHECK(classes.rates.inpatient.empty());
    CHECK(classes.national_population == std::vector{People::from_double(7), People::from_double(3)});
}

TEST_CASE("wrong physicians of an area") {
    CHECK_THAT(fault_with("counts.csv", "0102,male_20s,10,10,10", "0102,male_20s,10,-1,10"),
               StartsWith("error negative_number: counts.csv row 2: -1 in column main"));
    CHECK_THAT(fault_with("counts.csv", "0102,male_20s,10,10,10\n", ""),
               StartsWith("error bad_value: counts.csv row 3: area_code = 0102: has no row for class") &&
                   Contains(": male_20s"));
    CHECK_THAT(
        fault_with("counts.csv", "0101,female_70s,10,0,0\n", "0101,female_70s,10,0,0\n0101,female_70s,1,0,0\n"),
        StartsWith("error duplicate_id: counts.csv row 24: the id \"0101 female_70s\" stands already in row 23"));
    // A code without its zero is told; that its row is missing, or its area, is not guessed from it.
    CHECK_THAT(fault_with("counts.csv", "0102,male_20s", "102,male_20s"),
               StartsWith("error bad_value: counts.csv row 2: area_code = 102: a code has 4 digits"));
}

TEST_CASE("wrong people of an area") {
    CHECK_THAT(fault_with("people.csv", "\"100,000\"", "0"),
               StartsWith("error bad_value: people.csv row 3: population = 0: area 0102 has no people in any class"));
    CHECK_THAT(fault_with("people.csv", "\"100,000\"", "-100"),
               StartsWith("error negative_number: people.csv row 3: -100 in column population"));
    CHECK_THAT(
        fault_with("people.csv", "0102,old,0\n", ""),
        StartsWith("error bad_value: people.csv row 3: area_code = 0102: has no row for class") && Contains(": old"));
    CHECK_THAT(
        fault_with("people.csv", "0102,old,0\n", "0102,old,0\n0102,aged,0\n"),
        StartsWith("error unknown_reference: people.csv row 5: class \"aged\" is not defined; use one of: young, "
                   "old"));
}

TEST_CASE("wrong flows") {
    CHECK_THAT(fault_with("flows.csv", "0101,100,0,0,50", "0101,0,0,0,50"),
               StartsWith("error bad_value: flows.csv row 2: outpatients = 0: must be above zero"));
    CHECK_THAT(fault_with("flows.csv", "50,10,5", "50,10,61"),
               StartsWith("error bad_value: flows.csv row 1: inpatient_outflow = 61: more patients leave"));
    CHECK_THAT(fault_with("flows.csv", "50,10,5", "50,未報告,5"),
               StartsWith("error bad_number: flows.csv row 1: \"未報告\" in column inpatient_inflow"));
    CHECK_THAT(fault_with("flows.csv", "0101,100,0,0,50,0,0\n", "0101,100,0,0,50,0,0\n0101,100,0,0,50,0,0\n"),
               StartsWith("error duplicate_id: flows.csv row 3: the id \"0101\" stands already in row 2"));
}

TEST_CASE("faults of all tables are told in one run") {
    const auto lines = Tables()
                           .spoil("hours.csv", "male_40s,50", "male_40s,*")
                           .spoil("people.csv", "150000", "-")
                           .spoil("flows.csv", "50,10,5", "50,,5")
                           .faults();
    REQUIRE(lines.size() == 3);
    CHECK_THAT(lines[0], StartsWith("error bad_number: hours.csv"));
    CHECK_THAT(lines[1], StartsWith("error empty_value: flows.csv"));
    CHECK_THAT(lines[2], StartsWith("error bad_number: people.csv"));
}

TEST_CASE("numbers of areas of any kind") {
    const test::TempFolder folder;
    io::InputLog log;
    scenario::FaultCollector faults;
    const auto path = folder.write("d.csv", "area_code,deliveries,note\n02,1600,x\n01,12.5,y\n");
    const auto numbers = scenario::read_area_numbers({path, "d.csv"}, "deliveries", 2, {"deliveries"}, faults, log);
    faults.stop_if_any();
    REQUIRE(numbers.areas.size() == 2);
    CHECK(numbers.areas.at("01").value == std::vector<double>{12.5});
    CHECK(numbers.areas.at("01").row == 2);
    CHECK(numbers.every_code_read);
    CHECK(log.inputs.front().role == "deliveries");
}

TEST_CASE("published areas against another list: the first fifty of many, and how many more") {
    const auto areas = scenario::codes_of(shipped_areas());
    scenario::FaultCollector none;
    scenario::compare_areas(std::vector{areas, areas}, none);
    CHECK(test::fault_lines([&] { none.stop_if_any(); }).empty());
    scenario::AreaCodes other{"other.csv", true, {{"0101", 1}}};
    scenario::FaultCollector faults;
    scenario::compare_areas(std::vector{areas, other}, faults);
    const auto lines = test::fault_lines([&] { faults.stop_if_any(); });
    REQUIRE(lines.size() == 51);
    CHECK_THAT(lines[0], Contains("physician_index_secondary_areas_2024-01.csv row 2: area code \"0102\" is not in "
                                  "other.csv"));
    CHECK_THAT(lines[50], Contains("279"));  // 330 - 1 - 50
    other.every_code_read = false;
    scenario::FaultCollector doubtful;
    scenario::compare_areas(std::vector{areas, other}, doubtful);
    CHECK(test::fault_lines([&] { doubtful.stop_if_any(); }).empty());
}
