// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "cli/program.h"
#include "support/catalogued.h"
#include "support/csv_rows.h"
#include "support/physician_files.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

ProgramResult run(const PhysicianFiles& files, const std::string& options = "--lang en") {
    return michinori_program("physicians '" + (files.path() / "study.toml").string() + "' --out '" +
                             (files.path() / "out").string() + "' " + options);
}

/// Runs it; it must succeed.
ProgramResult done(const PhysicianFiles& files, const std::string& options = "--lang en") {
    auto result = run(files, options);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return result;
}

std::vector<CsvRow> rows(const PhysicianFiles& files, const std::string& name) {
    return csv_rows(files.path() / "out" / name);
}

std::vector<std::string> lines_of_file(const std::filesystem::path& file) {
    auto lines = michinori::split_list(file_text(file), '\n');
    lines.pop_back();  // after the last line end
    return lines;
}

double number(const CsvRow& row, const std::string& column) {
    INFO(column << " = " << row.at(column));
    const auto value = michinori::to_number(row.at(column));
    REQUIRE(value);
    return *value;
}

nlohmann::json manifest(const PhysicianFiles& files) {
    return nlohmann::json::parse(file_text(files.path() / "out/physicians.json"));
}

/// What the program says of the toy with one part replaced; it must refuse it and leave the folder as it was.
std::string refusal(const std::string& file, const std::string& part, const std::string& instead) {
    PhysicianFiles files;
    files.put("out/physician_index.csv", "as it was");
    files.replace(file, part, instead);
    const auto result = run(files, "--lang en --quiet");
    CHECK(result.exit_code == 1);
    CHECK(result.out.empty());
    CHECK(file_text(files.path() / "out/physician_index.csv") == "as it was");
    CHECK(std::distance(std::filesystem::directory_iterator(files.path() / "out"), {}) == 1);
    CHECK(std::ranges::count(result.err, '\n') == 1);
    return result.err;
}

}  // namespace

TEST_CASE("the tables of six areas, byte by byte") {
    const PhysicianFiles files;
    done(files);
    const auto index = lines_of_file(files.path() / "out/physician_index.csv");
    REQUIRE(index.size() == 7);
    CHECK(
        index[0] ==
        "\xEF\xBB\xBF"
        "area_code,prefecture,area,physician_index,physician_index_unrounded,class,physicians,standardised_physicians,"
        "outpatients,outpatient_inflow,outpatient_outflow,outpatient_flow_factor,inpatients,inpatient_inflow,"
        "inpatient_outflow,inpatient_flow_factor,weighted_rates,population,expected_rate,national_expected_rate,"
        "rate_ratio,clinic_outpatients,hospital_outpatients,clinic_share,deliveries,per,need");
    CHECK(index[1] ==
          "0101,東県,甲,150.0,150,middle,300.000000,300.000000,100,0,0,1.000000,100,0,0,1.000000,160000000.000000,"
          "200000,800.000000,800.000000,1.000000,,,,,100000,2.000000");
    CHECK(index[5] ==
          "0202,西県,戊,200.0,200,many,350.000000,385.000000,200,0,40,0.800000,200,0,20,0.900000,154000000.000000,"
          "250000,616.000000,800.000000,0.770000,,,,,100000,1.925000");
    CHECK_THAT(index[6], Catch::StartsWith("0203,西県,己,110.0,110.04,few,91.700000,82.530000,"));
    const auto classes = lines_of_file(files.path() / "out/physician_classes.csv");
    REQUIRE(classes.size() == 1 + 6 * 12);
    CHECK(classes[0] ==
          "\xEF\xBB\xBF"
          "area_code,class,sole,main,second,physicians,hours,mean_hours,hours_ratio,standardised");
    CHECK(classes[12 + 8] == "0102,female_30s,0,50,0,40.000000,45.000000,50.000000,0.900000,36.000000");
    const auto treatment = lines_of_file(files.path() / "out/treatment_classes.csv");
    REQUIRE(treatment.size() == 1 + 6 * 2 * 2);
    CHECK(treatment[0] ==
          "\xEF\xBB\xBF"
          "area_code,when,class,population,outpatient_rate,inpatient_rate,adjusted_rate,product");
    CHECK(treatment[13] == "0201,now,young,100000,400.000000,200.000000,520.000000,52000000.000000");
    CHECK(treatment[16] == "0201,plan_end,old,100000,1600.000000,1200.000000,2000.000000,200000000.000000");
}

TEST_CASE("a published index is rounded halves up, and its class goes by that") {
    PhysicianFiles files;
    files.replace("counts.csv", "0101,male_50s,300", "0101,male_50s,300.5");  // 300.5 / 2 = 150.25
    files.replace("study.toml", "[targets]", "[thresholds]\nfrozen = [110, 150.3]\n[targets]");
    done(files);
    CHECK_THAT(lines_of_file(files.path() / "out/physician_index.csv").at(1),
               Catch::StartsWith("0101,東県,甲,150.3,150.25,many,"));
    CHECK(manifest(files).at("thresholds").at("origin") == "frozen");
}

TEST_CASE("targets and progress of six areas") {
    const PhysicianFiles files;
    done(files);
    const auto targets = lines_of_file(files.path() / "out/targets.csv");
    REQUIRE(targets.size() == 7);
    CHECK_THAT(targets[1], Catch::EndsWith(",100000,3.000000,110.0,330.000000,300.000000,no,330.000000,30.000000"));
    CHECK_THAT(targets[2], Catch::EndsWith(",0.750000,110.0,82.500000,294.000000,yes,294.000000,0.000000"));
    CHECK(lines_of_file(files.path() / "out/progress.csv") ==
          std::vector<std::string>{
              "\xEF\xBB\xBF"
              "area_code,prefecture,area,index_before,class_before,index_after,class_after,change,progress",
              "0101,東県,甲,105.0,few,150.0,middle,45.0,left", "0102,東県,乙,190.0,middle,196.0,many,6.0,not_few",
              "0103,東県,丙,111.0,middle,110.0,few,-1.0,entered", "0201,西県,丁,100.0,few,100.0,few,0.0,stayed",
              "0202,西県,戊,,,200.0,many,,new_area", "0203,西県,己,110.0,few,110.0,few,0.0,stayed",
              "0299,西県,旧,90.0,few,,,,gone"});
}

TEST_CASE("physicians.json: inputs, parameters, the nation's notes, limits, counts, notices") {
    const PhysicianFiles files;
    done(files);
    const auto json = manifest(files);
    CHECK(json.at("kind") == "physician");
    CHECK(json.at("parameters").at("workplaces").at("second") == 0.2);
    const auto& demand = json.at("nation").at("clinic_demand");
    CHECK(demand.at("note_8").at("bedless_outpatients") == 800000);
    CHECK(demand.at("note_5").at("clinic_demand") == 0.5);
    CHECK(json.at("nation").at("note_3").at("expected_rate") == 800);
    CHECK(json.at("nation").at("population_of_these_areas") == 1200000);
    CHECK(json.at("nation").at("classes").at(1).at("adjusted_rate") == 2000);
    CHECK(json.at("thresholds") == nlohmann::json{{"origin", "thirds"}, {"few_at_most", 110}, {"many_at_least", 196}});
    CHECK(json.at("classes") == nlohmann::json{{"few", 3}, {"middle", 1}, {"many", 2}});
    CHECK(json.at("progress").at("gone") == 1);
    CHECK(json.at("targets").at("extra_of_areas_that_lack").get<double>() == Approx(30 + 137.47));
    CHECK_THAT(json.at("notices").dump(),
               Contains("must not be applied mechanically") && Contains("thirds of the 6 areas of this study"));
    REQUIRE(json.at("inputs").size() == 9);
    for (const auto& input : json.at("inputs")) {
        CHECK(input.at("digests").at(0).at("digest").get<std::string>().size() >= 16);
    }
    CHECK(json.at("outputs").size() == 6);
    CHECK(json.dump().find(files.path().string()) == std::string::npos);
}

TEST_CASE("words for a terminal, in both languages") {
    const PhysicianFiles files;
    CHECK_THAT(done(files).out, Contains("Six areas: Physician index\nfew 3 (at most 110), middle 1, many 2 (at least "
                                         "196)\n") &&
                                    Contains("0201 丁") &&
                                    Contains("few: 1 entered, 1 left, 2 stayed, 1 in neither; "
                                             "areas: 1 new, 1 gone") &&
                                    Contains("must not be applied mechanically"));
    CHECK_THAT(done(files, "--lang ja").out, Contains("六つの区域: 医師偏在指標\n少数 3（110以下）、中程度 1、多数 "
                                                      "2（196以上）\n") &&
                                                 Contains("機械的な運用"));
    CHECK(done(files, "--quiet").out.empty());
    const auto first = file_text(files.path() / "out/physician_index.csv");
    done(files, "--lang ja --threads 1");
    CHECK(first == file_text(files.path() / "out/physician_index.csv"));
}

TEST_CASE("the other kinds of index by the command") {
    PhysicianFiles files;
    files.make_outpatient();
    CHECK_THAT(done(files).out, Contains("Outpatient physician index") && Contains("few 2 (at most 183.3), middle 2, "
                                                                                   "many 2 (at least 245)"));
    CHECK_THAT(lines_of_file(files.path() / "out/physician_index.csv").at(3),
               Catch::EndsWith(",100000,2000.000000,800.000000,2.500000,50,50,0.500000,,100000,1.250000"));
    CHECK(rows(files, "treatment_classes.csv").at(0).at("inpatient_rate").empty());
    CHECK_FALSE(std::filesystem::exists(files.path() / "out/targets.csv"));
    std::filesystem::remove_all(files.path() / "out");
    files.make_delivery();
    CHECK_THAT(done(files).out, Contains("relatively few 2 (at most 5), other 4") && Contains("NOT confirmed"));
    CHECK(rows(files, "physician_index.csv").at(2).at("class") == "relatively_few");
    CHECK_THAT(lines_of_file(files.path() / "out/physician_index.csv").at(3),
               Catch::EndsWith(",,,,,,,,,,,,,,,,,55000,1000,55.000000"));
    CHECK_FALSE(std::filesystem::exists(files.path() / "out/treatment_classes.csv"));
    CHECK(manifest(files).at("thresholds").at("lowest_share") == "1/3");
    CHECK(manifest(files).at("thresholds").at("many_at_least").is_null());
    PhysicianFiles children;
    children.replace("study.toml", "\"physician\"", "\"paediatric\"").replace("study.toml", "[110, 195]", "[110]");
    CHECK_THAT(done(children, "--lang ja").out,
               Contains("小児科医師偏在指標") && Contains("相対的少数 3（110以下）") && Contains("確認していません"));
}

TEST_CASE("wrong inputs are refused with one line each, and nothing is written") {
    CHECK_THAT(refusal("people.csv", "0103,young,0\n0103,old,100000\n", ""),
               Contains("area_unknown") && Contains("areas.csv row 3") && Contains("people.csv"));
    CHECK_THAT(refusal("flows.csv", "0103,100", "0104,100,0,0,100,0,0\n0103,100"),
               Contains("area_unknown") && Contains("flows.csv row 3: area code \"0104\""));
    CHECK_THAT(refusal("areas.csv", "0103,東県,丙", "0103,東県,丙\n0103,東県,丁"),
               Contains("duplicate_id") && Contains("areas.csv row 4"));
    CHECK_THAT(refusal("areas.csv", "0103,東県,丙", "103,東県,丙"),
               Contains("areas.csv row 3: area_code = 103") && Contains("leading zero"));
    CHECK_THAT(refusal("areas.csv", "0103,東県,丙", "0103,東県,"), Contains("empty_value: ") && Contains("row 3"));
    CHECK_THAT(refusal("people.csv", "0203,young,150000", "0203,young,0"),
               Contains("people.csv row 11") && Contains("no people in any class"));
    CHECK_THAT(refusal("people.csv", "0103,young,0\n", ""),
               Contains("people.csv row 5") && Contains("has no row for class") && Contains("young"));
    CHECK_THAT(refusal("counts.csv", "0103,female_20s,0,0,0\n", ""),
               Contains("counts.csv row 25") && Contains("female_20s"));
    CHECK_THAT(refusal("hours.csv", "male_50s,50", "male_50s,-50"),
               Contains("negative_number") && Contains("hours.csv row 4"));
    CHECK_THAT(refusal("flows.csv", "0101,100", "0101,*"), Contains("bad_number") && Contains("flows.csv row 1"));
    CHECK_THAT(refusal("before.csv", "0102,東県,乙,190", "0102,東県,乙,未報告"),
               Contains("bad_number") && Contains("before.csv row 2") && Contains("未報告"));
    CHECK_THAT(refusal("study.toml", "outpatient_demand = 80000\n", ""),
               Contains("missing_key") && Contains("outpatient_demand"));
    CHECK_THAT(refusal("study.toml", "[targets]", "[thresholds]\nfrozen = [200, 100]\n[targets]"),
               Contains("thresholds.frozen") && Contains("must be two numbers"));
    CHECK_THAT(refusal("classes.csv", "old,1600,1200", "old,0,0"),
               Contains("index_impossible") && Contains("flows.csv row 3: the need of 0103 丙"));
    PhysicianFiles files;
    CHECK_THAT(run(files.replace("flows.csv", "0101,100", "0101,*"), "--lang ja").err,
               Contains("列 outpatients の「*」は数ではありません"));
}

namespace {

/// The numbers of a column in the rows of an area, added.
double sum_of(const std::vector<CsvRow>& rows, const CsvRow& wanted, const std::string& column) {
    double sum = 0;
    for (const auto& row : rows) {
        const bool fits =
            std::ranges::all_of(wanted, [&](const auto& field) { return row.at(field.first) == field.second; });
        sum += fits ? number(row, column) : 0;
    }
    return sum;
}

/// A number by two keys.
using Numbers = std::map<std::string, std::map<std::string, double>>;

Numbers table(const std::filesystem::path& file, const std::string& row, const std::string& value) {
    Numbers numbers;
    for (const auto& fields : csv_rows(file)) {
        numbers[row.empty() ? "" : fields.at(row)][fields.at("class")] = number(fields, value);
    }
    return numbers;
}

/// The demonstration's tables, and the formula of the physician index written out plainly.
class PlainFormula {
public:
    explicit PlainFormula(const std::filesystem::path& folder)
        : hours_(table(folder / "hours.csv", "", "hours").at("")),
          outpatient_(table(folder / "classes.csv", "", "outpatient_rate").at("")),
          inpatient_(table(folder / "classes.csv", "", "inpatient_rate").at("")),
          nation_(table(folder / "classes.csv", "", "national_population").at("")),
          sole_(table(folder / "counts.csv", "area_code", "sole")),
          main_(table(folder / "counts.csv", "area_code", "main")),
          second_(table(folder / "counts.csv", "area_code", "second")) {
        // scenarios/demo-physicians.toml: 900 of 1,500 million claims are of bedless clinics.
        demand_ = (100000.0 / (7000000.0 * 900 / 1500)) / (220000.0 / 1200000.0);
        national_ = expected(nation_, 1, 1);
    }

    [[nodiscard]] double standardised(const std::string& area) const {
        double sum = 0;
        for (const auto& [c, hours] : hours_) {
            if (c != "all") {
                const double physicians =
                    sole_.at(area).at(c) + 0.8 * main_.at(area).at(c) + 0.2 * second_.at(area).at(c);
                sum += physicians * hours / hours_.at("all");
            }
        }
        return sum;
    }
    [[nodiscard]] double expected(const std::map<std::string, double>& people, double k_out, double k_in) const {
        double sum = 0;
        for (const auto& [c, number] : people) {
            sum += number * (demand_ * outpatient_.at(c) * k_out + inpatient_.at(c) * k_in);
        }
        return sum / all(people);
    }
    [[nodiscard]] static double all(const std::map<std::string, double>& people) {
        double sum = 0;
        for (const auto& [c, number] : people) {
            sum += number;
        }
        return sum;
    }
    [[nodiscard]] double national() const { return national_; }

private:
    std::map<std::string, double> hours_;
    std::map<std::string, double> outpatient_;
    std::map<std::string, double> inpatient_;
    std::map<std::string, double> nation_;
    Numbers sole_;
    Numbers main_;
    Numbers second_;
    double demand_ = 0;
    double national_ = 0;
};

double flow_factor(const CsvRow& flows, const std::string& kind) {
    const auto residents = number(flows, kind + "s");
    return (residents + number(flows, kind + "_inflow") - number(flows, kind + "_outflow")) / residents;
}

struct PlainNeed {
    double k_out = 0;
    double k_in = 0;
    double expected = 0;
    double need = 0;
};

PlainNeed plain_need(const PlainFormula& formula, const std::map<std::string, double>& people, const CsvRow& flows) {
    PlainNeed plain;
    plain.k_out = flow_factor(flows, "outpatient");
    plain.k_in = flow_factor(flows, "inpatient");
    plain.expected = formula.expected(people, plain.k_out, plain.k_in);
    plain.need = PlainFormula::all(people) / 100000 * plain.expected / formula.national();
    return plain;
}

void check_need(const CsvRow& row, const PlainNeed& plain, const std::map<std::string, double>& people,
                const CsvRow& flows, double national) {
    const auto near = [&](const std::string& column, double value) {
        INFO(column);
        CHECK(number(row, column) == Approx(value).margin(6e-7));
    };
    near("outpatient_flow_factor", plain.k_out);
    near("inpatient_flow_factor", plain.k_in);
    near("weighted_rates", plain.expected * PlainFormula::all(people));
    near("population", PlainFormula::all(people));
    near("expected_rate", plain.expected);
    near("national_expected_rate", national);
    near("rate_ratio", plain.expected / national);
    near("per", 100000);
    near("need", plain.need);
    for (const auto& [column, value] : flows) {
        if (column != "area_code") {
            CHECK(row.at(column) == value);
        }
    }
}

}  // namespace

TEST_CASE("the demonstration prefecture: every number of its index derived again from its tables") {
    const TempFolder folder;
    const auto data = folder.path() / "data";
    const auto out = folder.path() / "out";
    REQUIRE(michinori_program("demo '" + data.string() + "' --quiet").exit_code == 0);
    const auto result = michinori_program(std::string("physicians '") + MICHINORI_SOURCE_DIR +
                                          "/scenarios/demo-physicians.toml' --data '" + data.string() + "' --out '" +
                                          out.string() + "' --lang en");
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    CHECK(not_catalogued(out) == std::vector<std::string>());
    const auto tables = data / "physicians";
    const PlainFormula formula(tables);
    const auto people = table(tables / "populations.csv", "area_code", "population");
    const auto later = table(tables / "populations_plan_end.csv", "area_code", "population");
    const auto flows = csv_rows(tables / "flows.csv");
    const auto flows_later = csv_rows(tables / "flows_plan_end.csv");
    const auto index = csv_rows(out / "physician_index.csv");
    const auto targets = csv_rows(out / "targets.csv");
    const auto physicians = csv_rows(out / "physician_classes.csv");
    const auto treatment = csv_rows(out / "treatment_classes.csv");
    REQUIRE(index.size() == 5);
    std::map<std::string, int> classes;
    for (const auto& row : index) {
        const auto& code = row.at("area_code");
        INFO(code);
        const auto& here = row_with(flows, {{"area_code", code}});
        const auto plain = plain_need(formula, people.at(code), here);
        check_need(row, plain, people.at(code), here, formula.national());
        const auto standardised = formula.standardised(code);
        CHECK(number(row, "standardised_physicians") == Approx(standardised).margin(6e-7));
        CHECK(sum_of(physicians, {{"area_code", code}}, "standardised") == Approx(standardised).margin(1e-5));
        CHECK(sum_of(physicians, {{"area_code", code}}, "physicians") ==
              Approx(number(row, "physicians")).margin(1e-5));
        CHECK(sum_of(treatment, {{"area_code", code}, {"when", "now"}}, "product") ==
              Approx(number(row, "weighted_rates")).margin(1e-5));
        const auto value = standardised / plain.need;
        CHECK(number(row, "physician_index_unrounded") == Approx(value).epsilon(1e-11));
        CHECK(std::abs(number(row, "physician_index") - value) <= 0.05 + 1e-9);
        const auto published = number(row, "physician_index");
        CHECK((published > 100 && published < 350));
        CHECK(row.at("class") == (published <= 179.3 ? "few" : published >= 217.6 ? "many" : "middle"));
        ++classes[row.at("class")];
        const auto& target = row_with(targets, {{"area_code", code}});
        const auto& then = row_with(flows_later, {{"area_code", code}});
        const auto need = plain_need(formula, later.at(code), then);
        check_need(target, need, later.at(code), then, formula.national());
        CHECK(sum_of(treatment, {{"area_code", code}, {"when", "plan_end"}}, "product") ==
              Approx(number(target, "weighted_rates")).margin(1e-5));
        CHECK(number(target, "needed") == Approx(179.3 * need.need).margin(1e-6));
        CHECK(number(target, "target") == Approx(std::max(179.3 * need.need, standardised)).margin(1e-6));
        CHECK(number(target, "extra") == Approx(std::max(179.3 * need.need - standardised, 0.0)).margin(1e-6));
    }
    CHECK((classes["few"] >= 1 && classes["many"] >= 1));
    for (const auto& row : csv_rows(out / "progress.csv")) {
        if (row.at("progress") != "gone") {
            const auto& now = row_with(index, {{"area_code", row.at("area_code")}});
            CHECK(row.at("index_after") == now.at("physician_index"));
            CHECK(number(row, "change") == Approx(number(now, "physician_index") - number(row, "index_before")));
        }
    }
    // What patients leave one area come into another; of two workplaces one is the main and one the second.
    double balance = 0;
    for (const auto& row : flows) {
        for (const std::string kind : {"outpatient", "inpatient"}) {
            balance += number(row, kind + "_inflow") - number(row, kind + "_outflow");
        }
    }
    CHECK(balance == 0);
    double workplaces = 0;
    for (const auto& row : csv_rows(tables / "counts.csv")) {
        workplaces += number(row, "main") - number(row, "second");
    }
    CHECK(workplaces == 0);
}

TEST_CASE("physician_index.csv is itself a table of published indices") {
    const PhysicianFiles files;
    done(files);
    PhysicianFiles next;
    next.put("before.csv", file_text(files.path() / "out/physician_index.csv"));
    done(next);
    for (const auto& row : rows(next, "progress.csv")) {
        CHECK(row.at("index_before") == row.at("index_after"));
        CHECK(row.at("change") == "0.0");
    }
}
