// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/physicians.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>

#include "base/progress.h"
#include "base/text.h"
#include "support/faults.h"
#include "support/physician_files.h"

using namespace michinori;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using policy::PhysicianClass;
using scenario::LimitsInUse;

namespace {

scenario::PhysicianStudyResult run(const test::PhysicianFiles& files) {
    NoProgress silent;
    return scenario::study_physicians(scenario::load_physician_study(files.path() / "study.toml", {}), silent);
}

const scenario::PhysicianArea& of(const scenario::PhysicianStudyResult& result, const std::string& code) {
    const auto found = std::ranges::find(result.areas, code, &scenario::PhysicianArea::code);
    REQUIRE(found != result.areas.end());
    return *found;
}

std::vector<std::string> faults(const test::PhysicianFiles& files) {
    return test::fault_lines([&] { (void)run(files); });
}

/// The only fault of the toy with one part replaced.
std::string fault_with(const std::string& file, const std::string& part, const std::string& instead) {
    const auto lines = faults(test::PhysicianFiles().replace(file, part, instead));
    INFO(listed(lines));
    REQUIRE(lines.size() == 1);
    return lines.front();
}

/// Published index, index, class and need of an area.
void check(const scenario::PhysicianArea& area, double published, double index, PhysicianClass c, double need) {
    INFO(area.code);
    CHECK(area.index == published);
    CHECK(area.of.value == Approx(index).epsilon(1e-12));
    CHECK(area.physician_class == c);
    CHECK(area.of.need.value == Approx(need).epsilon(1e-12));
}

}  // namespace

TEST_CASE("a nation of six areas, worked by hand: notes, indices, thirds, classes") {
    const auto result = run(test::PhysicianFiles());
    REQUIRE(result.areas.size() == 6);
    REQUIRE(result.nation);
    CHECK(result.nation->demand.bedless_outpatients == Approx(800000));
    CHECK(result.nation->demand.value == Approx(0.5));
    CHECK(result.nation->adjusted_rates == std::vector<double>{400, 2000});
    CHECK(result.nation->expected.rate == Approx(800));
    check(of(result, "0101"), 150.0, 150, PhysicianClass::middle, 2);
    check(of(result, "0102"), 196.0, 196, PhysicianClass::many, 1.5);
    check(of(result, "0103"), 110.0, 110, PhysicianClass::few, 2.5);
    check(of(result, "0201"), 100.0, 100, PhysicianClass::few, 3.85);
    check(of(result, "0202"), 200.0, 200, PhysicianClass::many, 1.925);
    check(of(result, "0203"), 110.0, 110.04, PhysicianClass::few, 0.75);  // few as published: the threshold is 110.0
    CHECK(result.limits.origin == LimitsInUse::Origin::thirds);
    CHECK(result.limits.limits.few == 110);
    CHECK(result.limits.limits.many == 196);
    CHECK(result.classes == policy::ClassCounts{3, 1, 2});
    CHECK((of(result, "0201").prefecture == "西県" && of(result, "0201").name == "丁"));
}

TEST_CASE("every intermediate value of an area is in the result") {
    const auto result = run(test::PhysicianFiles());
    const auto& physicians = of(result, "0102").of.physicians;
    CHECK(physicians.physicians == Approx(200 + 0.8 * 50 + 0.2 * 100));
    CHECK(physicians.standardised == Approx(294));
    CHECK(physicians.classes[7].physicians == Approx(40));  // women in their 30s: main places
    CHECK(physicians.classes[7].hours_ratio == Approx(0.9));
    CHECK(physicians.classes[4].standardised == Approx(18));  // men in their 60s: second places
    const auto& rates = of(result, "0202").of.need.rates.value();
    CHECK(rates.outpatient_flow.value() == Approx(0.8));
    CHECK(rates.inpatient_flow.value() == Approx(0.9));
    CHECK(rates.rates[0] == Approx(340));
    CHECK(rates.rates[1] == Approx(1720));
    CHECK(rates.expected.rate == Approx(616));
    CHECK(rates.ratio == Approx(0.77));
}

TEST_CASE("targets of the six areas, by hand") {
    const auto result = run(test::PhysicianFiles());
    const auto target = [&](const std::string& code) { return of(result, code).target.value(); };
    CHECK(target("0101").start_threshold == 110);
    CHECK(target("0101").needed == Approx(330));
    CHECK(target("0101").extra == Approx(30));
    CHECK(target("0102").needed == Approx(82.5));
    CHECK(target("0102").target == Approx(294));
    CHECK((target("0102").present_kept && target("0102").extra == 0));
    CHECK(target("0103").target == Approx(275));
    CHECK(target("0103").extra == Approx(0).margin(1e-9));
    CHECK((target("0201").needed == Approx(330) && target("0201").present_kept));
    CHECK((target("0202").needed == Approx(247.5) && target("0202").present_kept));
    CHECK(target("0203").extra == Approx(137.47));
    const auto ignoring = run(test::PhysicianFiles().replace("study.toml", "flows = \"flows_later.csv\"",
                                                             "flows = \"flows_later.csv\"\nexcess = \"ignore\""));
    CHECK(of(ignoring, "0102").target.value().extra == Approx(-211.5));
    CHECK_FALSE(of(ignoring, "0102").target.value().present_kept);
}

TEST_CASE("progress of the six areas since an earlier edition, by hand") {
    const auto result = run(test::PhysicianFiles());
    REQUIRE(result.compared);
    std::vector<std::string> rows;
    for (const auto& area : result.compared->areas) {
        rows.push_back(area.code + " " + std::string(name(area.progress)));
    }
    CHECK(rows == std::vector<std::string>{"0101 left", "0102 not_few", "0103 entered", "0201 stayed", "0202 new_area",
                                           "0203 stayed", "0299 gone"});
    CHECK(result.compared->areas[0].change.value() == Approx(45));
    CHECK(result.compared->limits.limits.few == 110);
    CHECK(result.compared->limits.origin == LimitsInUse::Origin::frozen);
    // Without limits of its own the earlier edition has its thirds: 100 is the second lowest of the six.
    const auto thirds = run(test::PhysicianFiles().replace("study.toml", "frozen = [110, 195]", ""));
    CHECK(thirds.compared->limits.limits.few == 100);
    CHECK(thirds.compared->limits.limits.many == 111);
}

TEST_CASE("frozen limits and other shares of workplaces") {
    test::PhysicianFiles files;
    files.replace("study.toml", "[targets]",
                  "[thresholds]\nfrozen = [100, 150]\n[workplaces]\nmain = 0.5\n"
                  "second = 0.5\n[targets]");
    const auto result = run(files);
    CHECK(result.limits.origin == LimitsInUse::Origin::frozen);
    CHECK(result.classes == policy::ClassCounts{1, 2, 3});  // 100 is few, 150 many: both are inclusive
    CHECK(of(result, "0102").of.physicians.standardised == Approx(240 + 0.5 * 50 * 0.9 + 0.5 * 100 * 0.9));
    CHECK(of(result, "0101").target.value().needed == Approx(300));
}

TEST_CASE("the outpatient index of the six areas") {
    test::PhysicianFiles files;
    files.make_outpatient();
    const auto result = run(files);
    check(of(result, "0101"), 250.0, 250, PhysicianClass::many, 1.2);
    check(of(result, "0102"), 245.0, 245, PhysicianClass::many, 1.2);
    check(of(result, "0103"), 220.0, 220, PhysicianClass::middle, 1.25);
    check(of(result, "0201"), 183.3, 385 / 2.1, PhysicianClass::few, 2.1);
    check(of(result, "0202"), 213.9, 385 / 1.8, PhysicianClass::middle, 1.8);
    check(of(result, "0203"), 110.0, 110.04, PhysicianClass::few, 0.75);
    CHECK(of(result, "0201").of.need.clinic_share.value() == Approx(0.7));
    CHECK_FALSE(result.nation);
    CHECK_FALSE(of(result, "0101").target);
    files.replace("study.toml", "[tables]", "[targets]\nexcess = \"ignore\"\n[tables]");
    CHECK_THAT(faults(files).at(0), Contains("no target is set by this index"));
}

TEST_CASE("the delivery index of the six areas: relatively few or not") {
    test::PhysicianFiles files;
    files.make_delivery();
    const auto result = run(files);
    check(of(result, "0101"), 10.0, 10, PhysicianClass::middle, 30);
    check(of(result, "0102"), 20.0, 20, PhysicianClass::middle, 14.7);
    check(of(result, "0103"), 5.0, 5, PhysicianClass::few, 55);
    check(of(result, "0201"), 5.0, 5, PhysicianClass::few, 77);
    check(of(result, "0203"), 10.0, 10, PhysicianClass::middle, 8.253);
    CHECK(result.limits.origin == LimitsInUse::Origin::lowest_share);
    CHECK_FALSE(result.limits.limits.many);
    CHECK(result.treatment.names.empty());
    CHECK(of(result, "0101").target.value().extra == Approx(0).margin(1e-9));
    CHECK(of(result, "0203").target.value().extra == Approx(300 - 82.53));
    CHECK(of(result, "0201").target.value().extra == Approx(-85));
    CHECK(scenario::class_name(scenario::PhysicianIndexKind::delivery, PhysicianClass::few) == "relatively_few");
    CHECK(scenario::class_name(scenario::PhysicianIndexKind::delivery, PhysicianClass::middle) == "other");
    // Half of six are three: the third lowest is 10.
    files.replace("study.toml", "\"1/3\"", "0.5");
    CHECK(run(files).classes == policy::ClassCounts{5, 1, 0});
    files.replace("study.toml", "lowest_share = 0.5", "frozen = [4.9]");
    CHECK(run(files).classes == policy::ClassCounts{0, 6, 0});
}

TEST_CASE("the paediatric index of the six areas is the physicians' formula, with relative classes") {
    test::PhysicianFiles files;
    files.replace("study.toml", "\"physician\"", "\"paediatric\"").replace("study.toml", "[110, 195]", "[110]");
    const auto result = run(files);
    check(of(result, "0202"), 200.0, 200, PhysicianClass::middle, 1.925);
    check(of(result, "0203"), 110.0, 110.04, PhysicianClass::few, 0.75);
    CHECK(result.limits.limits.few == 110);
    CHECK_FALSE(result.limits.limits.many);
    CHECK(result.classes == policy::ClassCounts{3, 3, 0});
    CHECK(of(result, "0101").target.value().extra == Approx(30));
}

TEST_CASE("prefectures: codes of two digits, columns by other names") {
    test::PhysicianFiles files;
    files.make_delivery();
    files.put("areas.csv", "prefecture_code,name\n01,東県\n02,西県\n");
    std::string counts = "area_code,class,sole,main,second\n";
    for (const auto c : policy::physician_classes) {
        counts += "01," + std::string(c) + ",10,0,0\n02," + std::string(c) + ",5,0,0\n";
    }
    files.put("counts.csv", counts);
    files.put("deliveries.csv", "area_code,deliveries\n01,1000\n02,1000\n");
    files.put("deliveries_later.csv", "area_code,deliveries\n01,1000\n02,1000\n");
    files.replace("study.toml", "[areas]\n",
                  "code_digits = 2\n[areas]\ncolumns = { code = \"prefecture_code\", prefecture = \"name\", name = "
                  "\"name\" }\n");
    const auto result = run(files);
    // The ratios add up to 1.2 + 1.2 + 1.1 + 1 + 0.9 + 0.6 + 1.1 + 0.9 + 0.8 + 0.9 + 0.8 + 0.6 = 11.1.
    CHECK(of(result, "01").index == 111.0);
    CHECK(of(result, "02").index == 55.5);
    CHECK(of(result, "02").prefecture == "西県");
}

TEST_CASE("an area that one table has and another lacks: one line, with file and row") {
    CHECK_THAT(
        fault_with("flows.csv", "0103,100,0,0,100,0,0\n", ""),
        StartsWith("error area_unknown:") && Contains("areas.csv row 3: area code \"0103\" is not in flows.csv"));
    const auto unnamed = faults(test::PhysicianFiles().replace("areas.csv", "0103,東県,丙\n", ""));
    REQUIRE(unnamed.size() == 5);  // every table has it
    CHECK_THAT(unnamed[1], StartsWith("error area_unknown: people.csv row 5: area code \"0103\" is not in areas.csv"));
    CHECK_THAT(fault_with("flows_later.csv", "0103,100", "0104,100,0,0,100,0,0\n0103,100"),
               StartsWith("error area_unknown: flows_later.csv row 3: area code \"0104\" is not in areas.csv"));
    CHECK_THAT(fault_with("people_later.csv", "0103,young,0\n0103,old,100000\n", ""),
               StartsWith("error area_unknown: areas.csv row 3: area code \"0103\" is not in people_later.csv"));
}

TEST_CASE("numbers that give no index are told for every area") {
    // Nobody of any class needs care: the need of every area of the young is zero.
    test::PhysicianFiles files;
    files.replace("classes.csv", "young,400,200", "young,0,0");
    const auto lines = faults(files);
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[0], StartsWith("error index_impossible: flows.csv row 2: the need of 0102 乙 cannot be computed: "
                                    "zero"));
    CHECK_THAT(lines[1], StartsWith("error index_impossible: flows.csv row 6: the need of 0203 己"));
    files.make_delivery();
    files.replace("deliveries.csv", "0102,14700", "0102,0").replace("deliveries.csv", "0202,38500", "0202,0");
    const auto deliveries = faults(files);
    REQUIRE(deliveries.size() == 2);
    CHECK_THAT(
        deliveries[1],
        StartsWith("error index_impossible: deliveries.csv row 5: the deliveries of 0202 戊 cannot be computed"));
    CHECK_THAT(fault_with("study.toml", "bedless_claims = { first = 10", "bedless_claims = { first = 70"),
               StartsWith("error index_impossible:") && Contains("of [nation] cannot be computed: above_whole"));
    CHECK_THAT(fault_with("people_later.csv", "0203,young,150000\n0203,old,50000", "0203,young,0\n0203,old,0"),
               Contains("people_later.csv row 11: population = 0: area 0203 has no people in any class"));
}

TEST_CASE("thirds of equal indices are refused") {
    test::PhysicianFiles files;
    files.make_outpatient();
    files.put("areas.csv", "area_code,prefecture,area\n0101,東県,甲\n");
    std::string counts = "area_code,class,sole,main,second\n";
    for (const auto c : policy::physician_classes) {
        counts += "0101," + std::string(c) + ",10,0,0\n";
    }
    files.put("counts.csv", counts);
    files.put("people.csv", "area_code,class,population\n0101,young,1000\n0101,old,1000\n");
    files.put("outpatients.csv", "area_code,clinic_outpatients,hospital_outpatients\n0101,60,40\n");
    const auto lines = faults(files);
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines[0], Contains("index_impossible") && Contains("the thresholds of [areas] cannot be computed") &&
                             Contains("thresholds_meet"));
}

TEST_CASE("a study file with slips") {
    CHECK_THAT(fault_with("study.toml", "inpatients = 400000\n", ""),
               Contains("missing_key") && Contains("nation") && Contains("inpatients"));
    CHECK_THAT(fault_with("study.toml", "first = 10, repeat = 60", "repeat = 60"),
               Contains("missing_key") && Contains("nation.bedless_claims") && Contains("first"));
    CHECK_THAT(fault_with("study.toml", "inpatients = 400000", "inpatients = 0"), Contains("nation.inpatients = 0"));
    CHECK_THAT(fault_with("study.toml", "inpatients = 400000", "inpatients = \"*\""),
               Contains("wrong_type") && Contains("nation.inpatients"));
    CHECK_THAT(fault_with("study.toml", "frozen = [110, 195]", "frozen = [195, 110]"),
               Contains("bad_value") && Contains("previous.frozen"));
    CHECK_THAT(fault_with("study.toml", "frozen = [110, 195]", "frozen = [110]"), Contains("must be two numbers"));
    CHECK_THAT(fault_with("study.toml", "\"physician\"", "\"dental\""), Contains("study.kind = 'dental'"));
    CHECK_THAT(fault_with("study.toml", "kind = \"physician\"\n", ""), Contains("missing_key") && Contains("kind"));
    CHECK_THAT(fault_with("study.toml", "kind = \"physician\"\n", "kind = \"physician\"\ncode_digits = 3\n"),
               Contains("code_digits = 3: must be 2 (prefectures) or 4 (areas)"));
    CHECK_THAT(fault_with("study.toml", "[targets]", "[threshold]\nfrozen = [1, 2]\n[targets]"),
               Contains("unknown_key") && Contains("threshold"));
    CHECK_THAT(fault_with("study.toml", "flows = \"flows.csv\"\n", ""), Contains("missing_key") && Contains("flows"));
    CHECK_THAT(fault_with("study.toml", "\"flows.csv\"", "\"flow.csv\""),
               Contains("named_file_missing") && Contains("flows.csv"));
    CHECK_THAT(fault_with("study.toml", "[targets]", "[workplaces]\nmain = 1.2\n[targets]"),
               Contains("workplaces.main = 1.2"));
    test::PhysicianFiles delivery;
    delivery.make_delivery();
    delivery.replace("study.toml", "lowest_share = \"1/3\"", "lowest_share = 0");
    CHECK_THAT(faults(delivery).at(0), Contains("lowest_share = 0: must be above zero"));
    delivery.replace("study.toml", "lowest_share = 0", "lowest_share = 0.5\nfrozen = [5]");
    CHECK_THAT(faults(delivery).at(0), Contains("give one of them"));
    delivery.replace("study.toml", "lowest_share = 0.5\nfrozen = [5]", "frozen = [5, 10]");
    CHECK_THAT(faults(delivery).at(0), Contains("must be one number above zero"));
}

TEST_CASE("twice the physicians give twice the index, whatever the order of the rows") {
    rc::check([] {
        const auto factor = *rc::gen::inRange(1, 50);
        test::PhysicianFiles files;
        files.replace("counts.csv", "0101,male_50s,300,0,0", "0101,male_50s," + std::to_string(300 * factor) + ",0,0");
        if (*rc::gen::arbitrary<bool>()) {
            files.replace("people.csv", "0101,young,150000\n0101,old,50000\n", "");
            files.replace("people.csv", "0203,old,0\n", "0203,old,0\n0101,old,50000\n0101,young,150000\n");
        }
        const auto result = run(files);
        const auto found = std::ranges::find(result.areas, "0101", &scenario::PhysicianArea::code);
        RC_ASSERT(found != result.areas.end());
        RC_ASSERT(std::abs(found->of.value - 150.0 * factor) < 1e-6);
    });
}
