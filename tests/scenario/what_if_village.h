// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <string>

#include "routing/hierarchy_engine.h"
#include "scenario/load_scenario.h"
#include "scenario/variant.h"
#include "support/engines.h"
#include "support/flat_profile.h"
#include "support/temp_folder.h"

namespace michinori::test {

/// Three homes and two wards on one road of 3 x 10 km, driven at 60 km/h, as files; a scenario of them with whatever
/// what-ifs a test adds.
///
///     W --10 min-- A --10 min-- B --10 min-- E        C lives by a road of its own
///     国道1号       国道1号       国道2号
///
/// Services: birth (by the column kind: W, E), care (ids: W, E), third (ids: E). A and C lie in town 11, B in town 12;
/// both towns are region R1.
class WhatIfVillage {
public:
    explicit WhatIfVillage(const std::string& what_ifs) {
        write_roads();
        folder_.write("homes.csv", "id,lon,lat,people\nA,139.1,36.0,100\nB,139.2,36.0,50\nC,139.0,36.5,7\n");
        folder_.write("homes_2040.csv", "id,lon,lat,people\nB,139.2,36.0,40\nA,139.1,36.0,80\nC,139.0,36.5,5\n");
        folder_.write("sites.csv",
                      "id,name,lon,lat,kind,beds\nW,西病院,139.0,36.0,birth,20\nE,東病院,139.3,36.0,birth,30\n");
        folder_.write("candidates.csv",
                      "id,name,lon,lat,beds,kind\nC,中央(候補),139.2,36.0,10,birth\nD,西(候補),139.1,36.0,8,\n");
        folder_.write("region.csv", "town,region\n11,R1\n12,R1\n");
        folder_.write("redraw.csv", "town,region\n11,R1\n12,R2\n");
        folder_.write("areas.geojson", R"({"type":"FeatureCollection","features":[)" + square("11", 138.5, 139.15) +
                                           "," + square("12", 139.15, 139.5) + "]}");
        scenario_ = scenario::load_scenario(folder_.write("village.toml", head() + what_ifs), {});
        today_ = std::make_unique<scenario::Region>(scenario_, silent_);
        engine_ = std::make_shared<routing::HierarchyEngine>(today_->model(), hierarchy_of(today_->network()));
        family_ = std::make_unique<scenario::VariantFamily>(scenario_, *today_, engine_);
        analysis_ = scenario::analyse(scenario_, *today_, *engine_, silent_);
    }

    struct Made {
        scenario::VariantRegion variant;
        scenario::Analysis analysis;
    };
    [[nodiscard]] Made made(const std::string& id) {
        Made made{family_->make(id, {}, silent_), {}};
        made.analysis = scenario::analyse_variant(made.variant, *today_, analysis_, silent_);
        return made;
    }

    [[nodiscard]] const TempFolder& folder() const { return folder_; }
    [[nodiscard]] const scenario::Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const scenario::VariantFamily& family() const { return *family_; }
    [[nodiscard]] const scenario::Analysis& today() const { return analysis_; }
    [[nodiscard]] scenario::Region& region() { return *today_; }
    [[nodiscard]] const routing::Engine& engine() const { return *engine_; }
    [[nodiscard]] Progress& silent() { return silent_; }

private:
    void write_roads() const {
        folder_.write(
            "nodes.csv",
            "id,lon,lat\n1,139.0,36.0\n2,139.1,36.0\n3,139.2,36.0\n4,139.3,36.0\n5,139.0,36.5\n6,139.1,36.5\n");
        folder_.write("links.csv",
                      "u,v,m,class,name\n1,2,10000,trunk,国道1号\n2,3,10000,trunk,国道1号\n3,4,10000,trunk,国道2号\n"
                      "5,6,10000,trunk,県道\n");
        folder_.write("flat.toml", flat_profile());
        folder_.write("fast.toml", flat_profile("fast", 120));
    }
    static std::string square(const std::string& code, double west, double east) {
        const auto w = std::to_string(west);
        const auto e = std::to_string(east);
        return R"({"type":"Feature","properties":{"code":")" + code +
               R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + w + ",35.5],[" + e + ",35.5],[" + e + ",37],[" +
               w + ",37],[" + w + ",35.5]]]}}";
    }
    static std::string head() {
        return R"([scenario]
id = "village"
[roads]
format = "links"
files = ["links.csv"]
columns = { class = "class", name = "name", length_m = "m" }
nodes = { file = "nodes.csv" }
[speed]
profile = "./flat.toml"
[[demand]]
file = "homes.csv"
columns = { id = "id", lon = "lon", lat = "lat", population = "people" }
years = [{ year = 2040, file = "homes_2040.csv" }]
[[facilities]]
file = "sites.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
[[service]]
id = "birth"
where = [{ column = "kind", equals = "birth" }]
thresholds_min = [10, 15, 60]
[[service]]
id = "care"
ids = ["W", "E"]
[[service]]
id = "third"
ids = ["E"]
[[area]]
level = "town"
file = "areas.geojson"
columns = { code = "code" }
[[area]]
level = "region"
source = "members"
of = "town"
file = "region.csv"
columns = { member = "town", code = "region" }
)";
    }

    TempFolder folder_;
    NoProgress silent_;
    scenario::Scenario scenario_;
    std::unique_ptr<scenario::Region> today_;
    std::shared_ptr<const routing::Engine> engine_;
    std::unique_ptr<scenario::VariantFamily> family_;
    scenario::Analysis analysis_;
};

}  // namespace michinori::test
