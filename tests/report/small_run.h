// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "network/raw_roads.h"
#include "report/check_report.h"
#include "report/run_outputs.h"

namespace michinori::test {

/// A run small enough to know by heart, with outcomes written by hand:
///
///     a ---- b ---- c (one-way from b)      island i1 -- i2
///
/// Homes: 4 in town "T" and 1 on the island "I", 1 in no area. Services: "delivery" at h1 and h2,
/// "clinic" at h3 alone.
class SmallRun {
public:
    SmallRun() { fill(); }

    [[nodiscard]] report::RunResults results() const {
        return {scenario, network, model,   components, profile, demand, facilities,
                services, levels,  area_of, result,     log,     "1.2.3"};
    }
    [[nodiscard]] report::CheckResults check() const {
        return {scenario,
                network,
                components,
                profile,
                demand,
                facilities,
                services,
                levels,
                area_of,
                result.demand_snaps,
                result.facility_snaps,
                log,
                "1.2.3"};
    }

    scenario::Scenario scenario;
    network::SpeedProfile profile = make_profile();
    network::RoadNetwork network = network::RoadNetwork::build(make_roads());
    network::TravelModel model{network, profile, network::Season::summer};
    network::Components components = network::Components::find(model);
    access::DemandSet demand;
    access::FacilitySet facilities;
    std::vector<access::Service> services;
    std::vector<access::AreaLevel> levels;
    std::vector<access::AreaOfDemand> area_of;
    access::AccessResult result;
    io::InputLog log;

private:
    static network::SpeedProfile make_profile() {
        network::SpeedProfile made;
        made.id = "test-speeds";
        made.title_en = "Test speeds";
        made.title_ja = "試験用速度";
        made.speeds.fill({KmPerHour{36}, KmPerHour{36}, false});
        made.assumptions = {"speeds.track"};
        return made;
    }

    static network::RawRoads make_roads() {
        network::RawRoads roads;
        const std::vector<geo::Point> at{{141.00, 43}, {141.01, 43}, {141.02, 43}, {141.5, 43.5}, {141.51, 43.5}};
        std::vector<NodeId> nodes;
        for (const auto p : at) {
            nodes.push_back(roads.add_node(p));
        }
        network::RoadAttributes trunk;
        trunk.road_class = network::RoadClass::trunk;
        trunk.name = "国道5号";
        trunk.ref = "5";
        trunk.maxspeed_forward = 50;
        roads.add_section(nodes[0], nodes[1], {at[0], at[1]}, trunk).source_id = 7;
        roads.add_section(nodes[1], nodes[2], {at[1], at[2]}, {}).backward = false;
        roads.add_section(nodes[3], nodes[4], {at[3], at[4]}, {});
        return roads;
    }

    void fill() {
        scenario.id = "small";
        scenario.shown = "scenarios/small.toml";
        scenario.title_en = "A small town";
        scenario.title_ja = "小さな町";
        scenario.attribution = "made up";
        fill_demand();
        fill_facilities();
        fill_areas();
        fill_outcomes();
        fill_log();
    }

    void fill_demand() {
        demand.groups = {"population", "women"};
        demand.people = {{}, {}};
        const auto home = [&](const char* id, double lon, double lat, double people, double women) {
            demand.points.push_back({id, {lon, lat}, "01100"});
            demand.people[0].push_back(People::from_double(people));
            demand.people[1].push_back(People::from_double(women));
        };
        home("d1", 141.001, 43, 1000, 200);
        home("d2", 141.005, 43, 500.5, 100);
        home("=d3", 141.01, 43, 300, 60);
        home("d4", 141.02, 43, 100, 20);
        home("i1", 141.5, 43.5, 40, 5);
        home("x1", 142.5, 43.5, 9.25, 1);
    }

    void fill_facilities() {
        facilities.columns = {"kind"};
        facilities.facilities = {{"h1", "中央,病院", {141.002, 43}, {"a"}, "h.csv", 1},
                                 {"h2", "北病院", {141.011, 43}, {"a"}, "h.csv", 2},
                                 {"h3", "診療所", {141.03, 43}, {"b"}, "h.csv", 3}};
        services = {{"delivery", "Delivery", "分娩", {FacilityId{0}, FacilityId{1}}, {30, 60}, std::nullopt},
                    {"clinic", "", "", {FacilityId{2}}, {20}, from_minutes(120)}};
    }

    void fill_areas() {
        access::AreaLevel secondary;
        secondary.id = "secondary";
        secondary.title_en = "Secondary areas";
        secondary.title_ja = "二次医療圏";
        const auto square = [](double west, double south) {
            return geo::MultiPolygon{
                {{{{{west, south}, {west + 0.4, south}, {west + 0.4, south + 0.4}, {west, south + 0.4}}}}}};
        };
        secondary.areas = {{"I", "島", square(141.45, 43.3)}, {"T", "中央", square(140.9, 42.8)}};
        access::AreaLevel pairs;
        pairs.id = "pairs";
        pairs.areas = {{"P", "", {}}};
        levels = {pairs, secondary};
        area_of = {{0, 0, 0, 0, 0, 0}, {1, 1, 1, 1, 0, std::nullopt}};
    }

    static network::SnapResult on_road(double metres) {
        return network::Snapped{{}, {}, Metres{metres}, TravelTime{0}};
    }

    void fill_outcomes() {
        using access::Reached;
        using network::Reason;
        const auto reach = [](std::size_t facility, double min) {
            return Reached{{FacilityId{facility}, from_minutes(min)}, std::nullopt};
        };
        const auto reach2 = [](std::size_t first, double min, std::size_t second, double later) {
            return Reached{{FacilityId{first}, from_minutes(min)},
                           access::Journey{FacilityId{second}, from_minutes(later)}};
        };
        result.outcomes = {{reach2(0, 5, 1, 7.5), reach2(0, 30, 1, 40), reach2(1, 61, 0, 70), reach(1, 95),
                            Reason::ferry_excluded, Reason::outside_network},
                           {reach(2, 12.3456), reach(2, 20), Reason::one_way_trap, reach(2, 119),
                            Reason::other_component, Reason::outside_network}};
        result.demand_snaps = {on_road(12.34), on_road(50), on_road(50.1),
                               on_road(999),   on_road(0),  Reason::outside_network};
        result.facility_snaps = {on_road(5), on_road(700), Reason::too_far_to_snap};
    }

    void fill_log() {
        io::InputRecord record;
        record.role = "demand";
        record.file = "人口.csv";
        record.format = "CSV";
        record.encoding = "CP932";
        record.digests = {{"人口.csv", "00ff"}};
        record.rows_read = 1234;
        record.rows_used = 1230;
        record.rows_refused = 3;
        record.rows_not_selected = 1;
        record.facts = {{"mesh", "500 m"}};
        log.inputs = {record};
        for (const std::int64_t row : {7, 9, 12}) {
            log.refused.push_back({FindingCode::bad_number, {"人口.csv", row, {}}, {"pop", "12\x1b[31m人"}});
        }
        log.findings.add({FindingCode::rows_refused, {"人口.csv", {}, {}}, {"3", "1234"}});
    }
};

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

}  // namespace michinori::test
