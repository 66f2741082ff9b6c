// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "support/flat_profile.h"
#include "support/temp_folder.h"

namespace michinori::test {

/// A region small enough to compute by hand, as files: one road of 3 x 10 km along a parallel, all at
/// 60 km/h by its stated lengths (nodes 1 - 2 - 3 - 4), a hospital at node 1 and another at node 4,
/// people at nodes 2 and 3, and a lone road to the north with one home (node 5 - 6).
class SmallRegion {
public:
    SmallRegion() {
        folder_.write(
            "nodes.csv",
            "id,lon,lat\n1,139.0,36.0\n2,139.1,36.0\n3,139.2,36.0\n4,139.3,36.0\n5,139.0,36.5\n6,139.1,36.5\n");
        folder_.write("links.csv",
                      "u,v,m,class,name\n1,2,10000,trunk,国道1号\n2,3,10000,trunk,国道1号\n3,4,10000,trunk,国道2号\n"
                      "5,6,10000,trunk,県道\n");
        folder_.write("homes.csv",
                      "id,lon,lat,people,code\nA,139.1,36.0,100,11\nB,139.2,36.0,50.5,12\nC,139.0,36.5,7,12\n");
        folder_.write("sites.csv", "id,name,lon,lat,kind\nW,西病院,139.0,36.0,birth\nE,東病院,139.3,36.0,birth\n");
        folder_.write("profile.toml", flat_profile());
        folder_.write("areas.geojson", areas());
        folder_.write("small.toml", scenario());
    }

    [[nodiscard]] std::string path(const std::string& name = "small.toml") const {
        return "'" + (folder_.path() / name).string() + "'";
    }
    [[nodiscard]] const TempFolder& folder() const { return folder_; }

private:
    static std::string areas() {
        const auto square = [](const char* code, double west, double east) {
            const auto w = std::to_string(west);
            const auto e = std::to_string(east);
            return std::string(R"({"type":"Feature","properties":{"code":")") + code + R"(","name":"area )" + code +
                   R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + w + ",35.5],[" + e + ",35.5],[" + e +
                   ",37],[" + w + ",37],[" + w + ",35.5]]]}}";
        };
        return R"({"type":"FeatureCollection","features":[)" + square("12", 139.15, 139.5) + "," +
               square("11", 138.5, 139.15) + "]}";
    }
    static std::string scenario() {
        return R"([scenario]
id = "small"
title_en = "Small"
[roads]
format = "links"
files = ["links.csv"]
columns = { class = "class", name = "name", length_m = "m" }
nodes = { file = "nodes.csv" }
[speed]
profile = "profile.toml"
[[demand]]
format = "table"
file = "homes.csv"
columns = { id = "id", lon = "lon", lat = "lat", population = "people" }
[[facilities]]
file = "sites.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
[[service]]
id = "birth"
where = [{ column = "kind", equals = "birth" }]
thresholds_min = [10, 15]
[[area]]
level = "town"
file = "areas.geojson"
columns = { code = "code", name = "name" }
)";
    }

    TempFolder folder_;
};

}  // namespace michinori::test
