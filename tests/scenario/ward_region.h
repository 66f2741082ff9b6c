// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <string>

#include "routing/dijkstra_engine.h"
#include "scenario/load_ward_rules.h"
#include "scenario/perinatal_tables.h"
#include "scenario/wards.h"
#include "support/temp_folder.h"

namespace michinori::test {

/// A coast road with three wards, an island with one, at 60 km/h everywhere (minutes beside the roads):
///
///     town 14 (island)   I1 --10-- .
///     town 11   town 12          town 13   town 15
///       H1 --10-- C1 ------70------ H2 --10-- K1
///
/// H1, H2, I1 are hospitals, C1 is a clinic, K1 gives check-ups alone; a home stands at each. Secondary areas:
/// S1 = 11, 12 and S2 = the others; perinatal areas: P1 = 11, 12, 13, P2 = 14, P3 = 15.
class WardFiles {
public:
    WardFiles() {
        folder_.write(
            "nodes.csv",
            "id,lon,lat\n1,139.0,36.0\n2,139.1,36.0\n3,139.8,36.0\n4,139.9,36.0\n5,139.0,36.5\n6,139.1,36.5\n");
        folder_.write("links.csv", "u,v,m,class\n1,2,10000,trunk\n2,3,70000,trunk\n3,4,10000,trunk\n5,6,10000,trunk\n");
        folder_.write("homes.csv",
                      "id,lon,lat,people\nA,139.0,36.0,100\nB,139.1,36.0,50\nC,139.8,36.0,80\nD,139.9,36.0,20\n"
                      "E,139.0,36.5,10\n");
        folder_.write("sites.csv", sites);
        folder_.write("profile.toml", profile());
        folder_.write("towns.geojson", towns());
        folder_.write("members.csv", "town,s,p\n11,S1,P1\n12,S1,P1\n13,S2,P1\n14,S2,P2\n15,S2,P3\n");
        folder_.write("proposal.csv", "town,area,name\n11,P1,West\n12,P1,West\n13,P4,East\n14,P2,Island\n15,P4,East\n");
        folder_.write("islands.geojson",
                      "{\"type\":\"FeatureCollection\",\"features\":[" + box("i", 138.95, 139.15, 36.4, 36.6) + "]}");
        folder_.write("wards.toml", scenario());
    }

    static inline const std::string sites =
        "id,name,lon,lat,kind,deliveries,earlier,doctors,fee,plan,over,checkup\n"
        "H1,西病院,139.0,36.0,hospital,500,700,5.5,600000,1,0,1\n"
        "C1,西医院,139.1,36.0,clinic,100,110,1,480000,*,1,1\n"
        "H2,東病院,139.8,36.0,hospital,200,,2,500000,1,0,1\n"
        "I1,島病院,139.0,36.5,hospital,30,*,*,,1,,1\n"
        "K1,東健診所,139.9,36.0,clinic,,,,,,,1\n";

    void write(const std::string& name, const std::string& text) const { folder_.write(name, text); }
    [[nodiscard]] io::InputFile file(const std::string& name) const { return {folder_.path() / name, name}; }
    [[nodiscard]] scenario::Scenario load() const {
        return scenario::load_scenario(folder_.path() / "wards.toml", folder_.path());
    }

    /// Every column of the table, islands and the proposal in use.
    [[nodiscard]] scenario::MaternitySettings settings() const {
        scenario::MaternitySettings settings;
        settings.facilities.hospital = {{"kind", access::Condition::Kind::equals, {"hospital"}, 0}};
        settings.facilities.deliveries = "deliveries";
        settings.facilities.earlier_deliveries = "earlier";
        settings.facilities.obstetricians = "doctors";
        settings.facilities.fee_yen = "fee";
        settings.facilities.plan_consistent = "plan";
        settings.facilities.takes_over = "over";
        settings.municipality_level = "town";
        settings.islands = {file("islands.geojson"), {}};
        settings.proposal = {file("proposal.csv"), {{}, "town", "area", "name"}};
        return settings;
    }

private:
    static std::string box(const std::string& code, double west, double east, double south, double north) {
        const auto corner = [](double lon, double lat) {
            return "[" + std::to_string(lon) + "," + std::to_string(lat) + "]";
        };
        return R"({"type":"Feature","properties":{"code":")" + code +
               R"("},"geometry":{"type":"Polygon","coordinates":[[)" + corner(west, south) + "," + corner(east, south) +
               "," + corner(east, north) + "," + corner(west, north) + "," + corner(west, south) + "]]}}";
    }
    static std::string towns() {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + box("11", 138.9, 139.05, 35.5, 36.3) + "," +
               box("12", 139.05, 139.5, 35.5, 36.3) + "," + box("13", 139.5, 139.85, 35.5, 36.3) + "," +
               box("15", 139.85, 140.2, 35.5, 36.3) + "," + box("14", 138.9, 139.2, 36.3, 37) + "]}";
    }
    static std::string profile() {
        std::string text = "id = \"flat\"\ntitle_en = \"flat\"\ntitle_ja = \"flat\"\nsource = \"test\"\n";
        for (std::size_t c = 0; c < network::road_class_count; ++c) {
            const auto road = static_cast<network::RoadClass>(c);
            if (road != network::RoadClass::ferry) {
                text += "[speeds." + std::string(name(road)) + "]\nopen = 60\ndense = 60\n";
            }
        }
        return text + "[maxspeed]\nrule = \"ignore\"\n[ferry]\nspeed_kmh = 20\nboarding_min = 0\nwaiting_min = 0\n";
    }
    static std::string scenario() {
        return R"([scenario]
id = "wards"
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
id = "delivery"
where = [{ column = "deliveries", above = 0 }]
[[service]]
id = "checkup"
where = [{ column = "checkup", equals = "1" }]
[[service]]
id = "perinatal_centre"
ids = ["H1"]
[[area]]
level = "town"
file = "towns.geojson"
columns = { code = "code" }
[[area]]
level = "secondary"
source = "members"
of = "town"
file = "members.csv"
columns = { member = "town", code = "s" }
[[area]]
level = "perinatal"
title_en = "Perinatal areas"
title_ja = "周産期医療圏"
source = "members"
of = "town"
file = "members.csv"
columns = { member = "town", code = "p" }
)";
    }

    TempFolder folder_;
};

/// The files read, the network built, everybody's access computed.
class WardRegion {
public:
    explicit WardRegion(const WardFiles& files) : WardRegion(files, files.settings()) {}
    WardRegion(const WardFiles& files, scenario::MaternitySettings with)
        : scenario(files.load()),
          settings(std::move(with)),
          region(scenario, progress_),
          engine(region.model()),
          analysis(scenario::analyse(scenario, region, engine, progress_)),
          context(scenario, settings, region, analysis, engine, scenario::read_ward_inputs(settings, region)) {}

    /// Births of the homes A to E: a tenth of the people.
    [[nodiscard]] static std::vector<People> births() {
        return {People::from_double(10), People::from_double(5), People::from_double(8), People::from_double(2),
                People::from_double(1)};
    }

private:
    NoProgress progress_;

public:
    scenario::Scenario scenario;
    scenario::MaternitySettings settings;
    scenario::Region region;
    routing::DijkstraEngine engine;
    scenario::Analysis analysis;
    scenario::WardContext context;
};

/// A rule file of the repository.
inline policy::WardSupport shipped_ward_rule(const std::string& name) {
    const auto path = std::filesystem::path(MICHINORI_SOURCE_DIR) / "scenarios" / "rules" / (name + ".toml");
    io::TomlFile file({path, name + ".toml"});
    auto rule = scenario::load_ward_support(file.root());
    file.finish();
    return rule;
}

}  // namespace michinori::test
