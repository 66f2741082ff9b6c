// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <stdexcept>
#include <string>

#include "cli/program.h"
#include "cli/small_region.h"
#include "support/csv_rows.h"
#include "support/temp_folder.h"

namespace michinori::test {

/// One road along a parallel, driven at a kilometre a minute by its stated lengths, and hamlets at its nodes, each
/// there to meet or miss one test of a rule. West to east (a hundredth of a degree is about 0.9 km):
///
/// clinic M, t3 t4 t55 (buses), k2 and k1 (a clinic 4.016 and 3.994 km to the north), m60 (60 minutes from M), a+b (50
/// people), c (49), b1 | b2 (a ridge between), r | clinic R (a ridge between), v (visited), o0 to o4 (circles that
/// overlap), and u, which is off every road.
class RemoteRegion {
public:
    RemoteRegion() {
        folder_.write("nodes.csv",
                      "id,lon,lat\nM,139.00,36\nt3,139.10,36\nt4,139.20,36\nt55,139.30,36\nk2,139.40,36\nk1,139.50,36\n"
                      "m60,139.60,36\na,139.70,36\nb,139.72,36\nc,139.80,36\nb1,139.90,36\nb2,139.92,36\nr,140.00,36\n"
                      "R,140.03,36\nv,140.10,36\no0,140.300,36\no1,140.333,36\no2,140.366,36\no3,140.399,36\n"
                      "o4,140.432,36\nK2,139.40,36.0362\nK1,139.50,36.0360\n");
        folder_.write("links.csv",
                      "u,v,m,class\nM,t3,10000,trunk\nt3,t4,10000,trunk\nt4,t55,10000,trunk\nt55,k2,10000,trunk\n"
                      "k2,k1,10000,trunk\nk1,m60,10000,trunk\nm60,a,10000,trunk\na,b,2000,trunk\nb,c,8000,trunk\n"
                      "c,b1,10000,trunk\nb1,b2,2000,trunk\nb2,r,108000,trunk\nr,R,3000,trunk\nR,v,7000,trunk\n"
                      "v,o0,90000,trunk\no0,o1,3000,trunk\no1,o2,3000,trunk\no2,o3,3000,trunk\no3,o4,3000,trunk\n"
                      "k2,K2,70000,trunk\nk1,K1,70000,trunk\n");
        folder_.write("homes.csv",
                      "id,lon,lat,people\nt3,139.10,36,60\nt4,139.20,36,60\nt55,139.30,36,60\nk2,139.40,36,60\n"
                      "k1,139.50,36,60\nm60,139.60,36,60\na,139.70,36,25\nb,139.72,36,25\nc,139.80,36,49\n"
                      "b1,139.90,36,30\nb2,139.92,36,30\nr,140.00,36,60\nv,140.10,36,60\no0,140.300,36,30\n"
                      "o1,140.333,36,30\no2,140.366,36,10\no3,140.399,36,30\no4,140.432,36,40\nu,139.00,37,70\n");
        folder_.write("sites.csv",
                      "id,name,lon,lat,kind\nM,西診療所,139.00,36,clinic\nR,東診療所,140.03,36,clinic\n"
                      "K1,北診療所,139.50,36.0360,clinic\nK2,北二診療所,139.40,36.0362,clinic\n");
        folder_.write("stops.csv",
                      "lon,lat,round_trips,minutes\n139.10,36,3,10\n139.20,36,4,61\n139.30,36,4,55\n139.40,36,1,5\n"
                      "139.50,36,1,5\n140.00,36,1,5\n140.10,36,1,5\n139.15,36,9,5\n");
        folder_.write("visits.csv", "id,lon,lat,role,sessions,hub\nV1,140.11,36,medical,2,M\n");
        folder_.write("ridges.geojson", R"({"type":"FeatureCollection","features":[)" + box("139.905", "139.915") +
                                            "," + box("140.01", "140.02") + "]}");
        folder_.write("rule.toml", rule());
        SmallRegion small;
        folder_.write("profile.toml", file_text(small.folder().path() / "profile.toml"));
        folder_.write("remote.toml", scenario());
    }

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

    /// Puts another text into a file, which must hold the first.
    void change(const std::string& file, const std::string& text, const std::string& instead) const {
        auto all = file_text(path() / file);
        const auto at = all.find(text);
        if (at == std::string::npos) {
            throw std::runtime_error(file + " has no " + text);
        }
        folder_.write(file, all.replace(at, text.size(), instead));
    }

    [[nodiscard]] ProgramResult run(const std::string& options = "") const {
        return michinori_program("run '" + (path() / "remote.toml").string() + "' --out '" + (path() / "out").string() +
                                 "' " + options);
    }
    [[nodiscard]] ProgramResult check() const {
        return michinori_program("check '" + (path() / "remote.toml").string() + "'");
    }
    [[nodiscard]] std::vector<CsvRow> rows(const std::string& name) const { return csv_rows(path() / "out" / name); }

private:
    static std::string box(const std::string& west, const std::string& east) {
        return R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[)" + west +
               ",35.9],[" + east + ",35.9],[" + east + ",36.1],[" + west + ",36.1],[" + west + ",35.9]]]}}";
    }
    static std::string rule() {
        return R"([rule]
kind = "remote_district"
id = "no-doctor"
family = "no-doctor"
title_en = "No doctor"
title_ja = "無医"
source = "test"
in_force_from = "2025-04-01"
assumptions = ["a guess"]
[district]
role = "medical"
radius_km = 4
least_people = 50
[attendance]
most_trips = 3
limit = "over"
transport_minutes = 60
modelled_minutes = 60
[unreachable]
other_component = "far"
ferry_excluded = "far"
road_closed = "far"
beyond_cutoff = "far"
one_way_trap = "undecided"
too_far_to_snap = "undecided"
no_drivable_road = "undecided"
outside_network = "undecided"
bad_coordinate = "undecided"
[near]
least_people = 40
institution_km = 3.5
most_trips = 4
transport_minutes = 50
modelled_minutes = 50
)";
    }
    static std::string scenario() {
        return R"([scenario]
id = "remote"
[roads]
format = "links"
files = ["links.csv"]
columns = { class = "class", length_m = "m" }
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
id = "medical"
where = [{ column = "kind", equals = "clinic" }]
[[service]]
id = "hub"
ids = ["M"]
[remote]
rules = ["rule.toml"]
date = "2025-10-01"
[remote.barriers]
file = "ridges.geojson"
[remote.transport]
file = "stops.csv"
[remote.hubs]
service = "hub"
minutes = 75
[remote.visits]
file = "visits.csv"
)";
    }

    TempFolder folder_;
};

}  // namespace michinori::test
