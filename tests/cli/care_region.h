// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "cli/program.h"
#include "support/csv_rows.h"
#include "support/flat_profile.h"
#include "support/temp_folder.h"

namespace michinori::test {

/// A care network small enough to compute by hand, as files: one road of 5 x 10 km along a parallel at 60 km/h.
///
///     H1 --10-- C1 --10-- H2 --10-- S1 --10-- C2 --10-- S2,H3        H4 has a road of its own
///     100                 50                            20           7 people
///
/// Tiers: clinic (C1, C2; limit 15), site (S1, S2; limit 25). Capabilities: x (S1), y (S2), z (nobody). C1 refers to
/// S2. Towns: 11 (H1, H4, C1), 12 (H2, S1), 13 (H3, C2, S2). Capacity: S1 5, S2 3 cases a year.
class CareRegion {
public:
    CareRegion() {
        folder_.write("nodes.csv",
                      "id,lon,lat\n1,139.0,36.0\n2,139.1,36.0\n3,139.2,36.0\n4,139.3,36.0\n5,139.4,36.0\n"
                      "6,139.5,36.0\n7,139.0,36.5\n8,139.1,36.5\n");
        folder_.write("links.csv",
                      "u,v,m,class\n1,2,10000,trunk\n2,3,10000,trunk\n3,4,10000,trunk\n4,5,10000,trunk\n"
                      "5,6,10000,trunk\n7,8,10000,trunk\n");
        folder_.write("homes.csv",
                      "id,lon,lat,people\nH1,139.0,36.0,100\nH2,139.2,36.0,50\nH3,139.5,36.0,20\nH4,139.0,36.5,7\n");
        folder_.write("sites.csv",
                      "id,name,lon,lat,kind\nC1,一診療所,139.1,36.0,clinic\nC2,二診療所,139.4,36.0,clinic\n"
                      "S1,中病院,139.3,36.0,site\nS2,東病院,139.5,36.0,site\n");
        folder_.write("survey.csv", "ID,x,y,cases,derm\nS1,1,0,5,0.5\nS2,0,1,3,\nC1,0,0,,0.02\n");
        folder_.write("links_between.csv", "from,to,for\nC1,S2,\n");
        folder_.write("flat.toml", flat_profile());
        folder_.write("areas.geojson", R"({"type":"FeatureCollection","features":[)" + square("11", 138.5, 139.15) +
                                           "," + square("12", 139.15, 139.35) + "," + square("13", 139.35, 139.6) +
                                           "]}");
        folder_.write("rule.toml", rule());
        folder_.write("care.toml", scenario() + network());
    }

    struct Ran {
        ProgramResult program;
        std::filesystem::path out;
        [[nodiscard]] std::vector<CsvRow> rows(const std::string& file) const { return csv_rows(out / file); }
    };
    [[nodiscard]] Ran run(const std::string& name = "out", const std::string& options = {}) const {
        const auto out = folder_.path() / name;
        return {michinori_program("care '" + (folder_.path() / "care.toml").string() + "' --out '" + out.string() +
                                  "' " + options),
                out};
    }

    [[nodiscard]] const TempFolder& folder() const { return folder_; }

    static std::string rule() {
        return R"([rule]
kind = "care_network"
id = "toy"
family = "toy"
title_en = "Toy"
title_ja = "試験"
source = "test"
in_force_from = "2025-04-01"
[[tier]]
id = "clinic"
title_en = "Clinic"
title_ja = "診療所"
level = "town"
limit_min = 15
[[tier]]
id = "site"
title_en = "Site"
title_ja = "施設"
level = "town"
limit_min = 25
[[capability]]
id = "x"
title_en = "X"
title_ja = "甲"
tier = "site"
limit_min = 25
[[capability]]
id = "y"
title_en = "Y"
title_ja = "乙"
tier = "site"
limit_min = 25
[[capability]]
id = "z"
title_en = "Z"
title_ja = "丙"
tier = "site"
[duty]
together = "site"
[[chain]]
id = "way"
title_en = "Way"
title_ja = "経路"
limit_min = 60
journeys_a_year = 3
[[chain.step]]
tier = "clinic"
limit_min = 15
[[chain.step]]
tier = "site"
by = "either"
limit_min = 35
tele = ["with_physician"]
[need]
tier = "site"
low = 0.1
high = 0.2
[need.nation]
people = 1000
done = 40
source = "test"
[[concentration]]
tier = "site"
floor = 10
cases_per_person = 0.1
[[concentration]]
capability = "x"
time_critical = true
[[specialty]]
id = "dermatologists"
title_en = "Dermatologists"
title_ja = "皮膚科医"
tier = "site"
national_per_100000 = 1000
)";
    }

    static std::string scenario() {
        return R"([scenario]
id = "care"
title_en = "Care"
title_ja = "試験"
language = "en"
[roads]
format = "links"
files = ["links.csv"]
columns = { class = "class", length_m = "m" }
nodes = { file = "nodes.csv" }
[speed]
profile = "./flat.toml"
[[demand]]
file = "homes.csv"
columns = { id = "id", lon = "lon", lat = "lat", population = "people" }
[[facilities]]
file = "sites.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
[[facility_table]]
file = "survey.csv"
[[service]]
id = "clinic"
where = [{ column = "kind", equals = "clinic" }]
[[service]]
id = "site"
where = [{ column = "kind", equals = "site" }]
[[service]]
id = "x"
where = [{ column = "x", equals = "1" }]
[[service]]
id = "y"
where = [{ column = "y", equals = "1" }]
[[service]]
id = "z"
where = [{ column = "x", equals = "9" }]
[[area]]
level = "town"
file = "areas.geojson"
columns = { code = "code" }
)";
    }

    static std::string network() {
        return R"([[network]]
rule = "./rule.toml"
date = "2026-04-01"
tiers = { clinic = "clinic", site = "site" }
capabilities = { x = "x", y = "y", z = "z" }
tele = { site = "site" }
capacity = { site = "cases" }
specialists = { dermatologists = "derm" }
sheets = true
[[network.links]]
file = "links_between.csv"
columns = { capability = "for" }
[[network.catchment]]
id = "near"
method = "2sfca"
within_min = 25
[[network.new_site]]
what = "site"
candidates = "clinic"
capacity = 4
level = "town"
)";
    }

private:
    static std::string square(const std::string& code, double west, double east) {
        const auto w = std::to_string(west);
        const auto e = std::to_string(east);
        return R"({"type":"Feature","properties":{"code":")" + code +
               R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + w + ",35.5],[" + e + ",35.5],[" + e + ",37],[" +
               w + ",37],[" + w + ",35.5]]]}}";
    }

    TempFolder folder_;
};

}  // namespace michinori::test
