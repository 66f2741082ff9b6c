// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <catch2/catch.hpp>

#include <map>
#include <string>

#include "policy/physician_hours.h"
#include "support/temp_folder.h"

namespace michinori::test {

/// A nation of six areas and two classes of people (young, old) as a study of `michinori physicians`, worked by hand.
///
/// Note 8: bedless clinics have 80 of 100 claims, so 4/5 of 1,000,000 outpatients: 800,000.
/// Note 5: D = (80,000 / 800,000) / (80,000 / 400,000) = 0.1 / 0.2 = 0.5.
/// Note 4, nation (no flows): young 0.5 x 400 + 200 = 400; old 0.5 x 1600 + 1200 = 2000 per 100,000.
/// Note 3, nation: (400 x 900,000 + 2000 x 300,000) / 1,200,000 = 800.
/// Hours, mean 50: ratios of men 1.2 1.2 1.1 1.0 0.9 0.6, of women 1.1 0.9 0.8 0.9 0.8 0.6.
///
/// 0101 甲: 150,000 young, 50,000 old: rate 800, ratio 1, need 2. 300 men in their 50s x 1.0: 300 / 2 = 150.
/// 0102 乙: 300,000 young: rate 400, ratio 0.5, need 1.5. 200 x 1.2 + 0.8 x 50 x 0.9 + 0.2 x 100 x 0.9 =
///     240 + 36 + 18 = 294; / 1.5 = 196.
/// 0103 丙: 100,000 old: rate 2000, ratio 2.5, need 2.5. 250 x 1.1 = 275; / 2.5 = 110.
/// 0201 丁: K_out = (100 + 40) / 100 = 1.4, K_in = (100 + 20) / 100 = 1.2: young 0.5 x 400 x 1.4 + 200 x 1.2 = 520, old
///     0.5 x 1600 x 1.4 + 1200 x 1.2 = 2560; 100,000 of each: rate 1540, ratio 1.925, need 3.85. 350 x 1.1 = 385: 100.
/// 0202 戊: K_out = (200 - 40) / 200 = 0.8, K_in = (200 - 20) / 200 = 0.9: young 160 + 180 = 340, old 640 + 1080 =
///     1720; (340 x 200,000 + 1720 x 50,000) / 250,000 = 616, ratio 0.77, need 1.925. 350 x 1.1 = 385: 200.
/// 0203 己: 150,000 young: ratio 0.5, need 0.75. 91.7 x 0.9 = 82.53; / 0.75 = 110.04, published as 110.0.
///
/// Thirds: the second lowest (of 100, 110, 110.0) is 110, the second highest (of 200, 196) is 196. Few: 0103, 0201 and
/// 0203, which is so only as published; many: 0102, 0202; middle: 0101.
///
/// Targets at 110: 0101 grows to 100,000 and 100,000: rate 1200, ratio 1.5, need 3: 330, extra 30. 0102 shrinks to
/// 150,000 young: need 0.75: 82.5, less than the 294 there are. 0103: need 2.5: 275, just what there is. 0201 has lost
/// its flows: need 3: 330, there are 385. 0202 too: rate 720, ratio 0.9, need 2.25: 247.5, there are 385. 0203 ages to
/// 150,000 and 50,000: need 2: 220, extra 220 - 82.53 = 137.47.
///
/// Progress under the earlier limits 110 and 195: 0101 left (105 to 150), 0102 was and is not few, 0103 entered (111 to
/// 110), 0201 and 0203 stayed, 0202 is new and 0299 gone.
class PhysicianFiles {
public:
    PhysicianFiles() {
        put("areas.csv",
            "area_code,prefecture,area\n0101,東県,甲\n0102,東県,乙\n0103,東県,丙\n0201,西県,丁\n0202,西県,戊\n"
            "0203,西県,己\n");
        put_counts();
        put_hours();
        put("classes.csv",
            "class,outpatient_rate,inpatient_rate,national_population\nyoung,400,200,900000\nold,1600,1200,300000\n");
        put("people.csv", people({{"0101", "150000,50000"},
                                  {"0102", "300000,0"},
                                  {"0103", "0,100000"},
                                  {"0201", "100000,100000"},
                                  {"0202", "200000,50000"},
                                  {"0203", "150000,0"}}));
        put("people_later.csv", people({{"0101", "100000,100000"},
                                        {"0102", "150000,0"},
                                        {"0103", "0,100000"},
                                        {"0201", "100000,100000"},
                                        {"0202", "200000,50000"},
                                        {"0203", "150000,50000"}}));
        const std::string columns =
            "area_code,outpatients,outpatient_inflow,outpatient_outflow,inpatients,inpatient_inflow,inpatient_outflow"
            "\n0101,100,0,0,100,0,0\n0102,100,0,0,100,0,0\n0103,100,0,0,100,0,0\n";
        put("flows.csv", columns + "0201,100,40,0,100,20,0\n0202,200,0,40,200,0,20\n0203,100,0,0,100,0,0\n");
        put("flows_later.csv", columns + "0201,100,0,0,100,0,0\n0202,200,0,0,200,0,0\n0203,100,0,0,100,0,0\n");
        put("before.csv",
            "area_code,prefecture,area,physician_index\n0101,東県,甲,105\n0102,東県,乙,190\n0103,東県,丙,111\n"
            "0201,西県,丁,100\n0203,西県,己,110\n0299,西県,旧,90\n");
        put("study.toml", study);
    }

    /// In a file, or in the study, a part instead of another; the part must be there.
    PhysicianFiles& replace(const std::string& name, const std::string& part, const std::string& instead) {
        auto& text = text_of_.at(name);
        const auto at = text.find(part);
        INFO(name << ": " << part);
        REQUIRE(at != std::string::npos);
        text.replace(at, part.size(), instead);
        folder_.write(name, text);
        return *this;
    }
    void put(const std::string& name, const std::string& text) {
        text_of_[name] = text;
        folder_.write(name, text);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

    /// The outpatient index. Rates 400 and 2000 give the nation 800 again, so ratios 1, 0.5, 2.5, 1.5, 0.9, 0.5; shares
    /// of clinics 0.6, 0.8, 0.5, 0.7, 0.8, 1:
    /// 300 / (2 x 1 x 0.6) = 250; 294 / (3 x 0.5 x 0.8) = 245; 275 / (1 x 2.5 x 0.5) = 220; 385 / (2 x 1.5 x 0.7) =
    /// 183.3; 385 / (2.5 x 0.9 x 0.8) = 213.9; 82.53 / (1.5 x 0.5 x 1) = 110.04. Thirds: 183.3 and 245.
    void make_outpatient() {
        put("classes.csv", "class,outpatient_rate,national_population\nyoung,400,900000\nold,2000,300000\n");
        put("outpatients.csv",
            "area_code,clinic_outpatients,hospital_outpatients\n0101,60,40\n0102,80,20\n0103,50,50\n0201,70,30\n"
            "0202,80,20\n0203,100,0\n");
        put("study.toml",
            "[study]\nid = \"toy\"\nkind = \"outpatient\"\n[areas]\nfile = \"areas.csv\"\n[tables]\n"
            "counts = \"counts.csv\"\nhours = \"hours.csv\"\nclasses = \"classes.csv\"\npopulations = \"people.csv\"\n"
            "outpatients = \"outpatients.csv\"\n");
    }

    /// The delivery index: 300 / 30 = 10, 294 / 14.7 = 20, 275 / 55 = 5, 385 / 77 = 5, 385 / 38.5 = 10, 82.53 / 8.253 =
    /// 10. The second lowest is 5: 0103 and 0201 are relatively few. At the end of the plan each has 60,000 deliveries:
    /// 5 x 60 = 300, what 0101 has.
    void make_delivery() {
        put("deliveries.csv",
            "area_code,deliveries\n0101,30000\n0102,14700\n0103,55000\n0201,77000\n0202,38500\n0203,8253\n");
        put("deliveries_later.csv",
            "area_code,deliveries\n0101,60000\n0102,60000\n0103,60000\n0201,60000\n0202,60000\n0203,60000\n");
        put("study.toml",
            "[study]\nid = \"toy\"\nkind = \"delivery\"\n[areas]\nfile = \"areas.csv\"\n[tables]\n"
            "counts = \"counts.csv\"\nhours = \"hours.csv\"\ndeliveries = \"deliveries.csv\"\n"
            "[thresholds]\nlowest_share = \"1/3\"\n[targets]\ndeliveries = \"deliveries_later.csv\"\n"
            "excess = \"ignore\"\n");
    }

    static constexpr const char* study =
        R"([study]
id = "toy"
title_en = "Six areas"
title_ja = "六つの区域"
kind = "physician"
[areas]
file = "areas.csv"
[tables]
counts = "counts.csv"
hours = "hours.csv"
classes = "classes.csv"
populations = "people.csv"
flows = "flows.csv"
[nation]
outpatient_demand = 80000
inpatient_demand = 80000
outpatients = 1000000
inpatients = 400000
bedless_claims = { first = 10, repeat = 60, home = 10 }
all_claims = { first = 20, repeat = 70, home = 10 }
[targets]
populations = "people_later.csv"
flows = "flows_later.csv"
[previous]
file = "before.csv"
frozen = [110, 195]
)";

private:
    void put_counts() {
        // Class of each area's physicians and how many work there alone, first of two, second of two.
        const std::map<std::string, std::map<std::string, std::string>> of{
            {"0101", {{"male_50s", "300,0,0"}}},
            {"0102", {{"male_30s", "200,0,0"}, {"female_30s", "0,50,0"}, {"male_60s", "0,0,100"}}},
            {"0103", {{"male_40s", "250,0,0"}}},
            {"0201", {{"male_40s", "350,0,0"}}},
            {"0202", {{"female_20s", "350,0,0"}}},
            {"0203", {{"male_60s", "91.7,0,0"}}}};
        std::string text = "area_code,class,sole,main,second\n";
        for (const auto& [code, numbers] : of) {
            for (const auto c : policy::physician_classes) {
                const auto found = numbers.find(std::string(c));
                text += code + "," + std::string(c) + "," + (found == numbers.end() ? "0,0,0" : found->second) + "\n";
            }
        }
        put("counts.csv", text);
    }
    void put_hours() {
        put("hours.csv",
            "class,hours\nmale_20s,60\nmale_30s,60\nmale_40s,55\nmale_50s,50\nmale_60s,45\nmale_70s,30\n"
            "female_20s,55\nfemale_30s,45\nfemale_40s,40\nfemale_50s,45\nfemale_60s,40\nfemale_70s,30\nall,50\n");
    }
    /// A row for the young and one for the old of each area.
    static std::string people(const std::map<std::string, std::string>& young_old_of) {
        std::string text = "area_code,class,population\n";
        for (const auto& [code, numbers] : young_old_of) {
            const auto comma = numbers.find(',');
            text += code + ",young," + numbers.substr(0, comma) + "\n";
            text += code + ",old," + numbers.substr(comma + 1) + "\n";
        }
        return text;
    }

    TempFolder folder_;
    std::map<std::string, std::string> text_of_;
};

}  // namespace michinori::test
