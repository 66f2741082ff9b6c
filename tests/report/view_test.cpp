// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/view.h"

#include <catch2/catch.hpp>

#include "access/access.h"
#include "base/threads.h"
#include "geo/mesh_code.h"
#include "report/small_view.h"
#include "report/view_reader.h"
#include "routing/dijkstra_engine.h"
#include "support/ascii_map.h"

using namespace michinori;
using nlohmann::json;
using report::Packing;
using test::ViewReader;
using Wholes = std::vector<std::int32_t>;

namespace {

ViewReader read(const report::ViewInputs& inputs) {
    return ViewReader(report::view(inputs, Packing::compressed));
}

}  // namespace

TEST_CASE("view: what it is of, and the words of everything in both languages") {
    const test::SmallRun run;
    const auto view = read(test::view_of(run)).json;
    CHECK(view["format"] == "michinori-view");
    CHECK(view["format_version"] == 1);
    CHECK(view["kind"] == "run");
    CHECK(view["version"] == "1.2.3");
    CHECK(view["id"] == "small");
    CHECK(view["title"] == json{{"ja", "小さな町"}, {"en", "A small town"}});
    CHECK(view["language"] == "en");
    CHECK(view["attribution"] == "made up");
    CHECK(view["main_service"] == 0);
    CHECK(view["main_level"] == 1);
    CHECK(view["services"][0] == json{{"id", "delivery"},
                                      {"title", {{"ja", "分娩"}, {"en", "Delivery"}}},
                                      {"thresholds_min", {30, 60}},
                                      {"cutoff_min", nullptr}});
    CHECK(view["services"][1]["title"]["ja"] == "clinic");
    CHECK(view["services"][1]["cutoff_min"] == 120);
    CHECK(view["groups"][0] == json{{"id", "population"}, {"title", {{"ja", "人口"}, {"en", "Population"}}}});
    CHECK(view["groups"][1]["title"]["en"] == "women");
    CHECK(view["reasons"].size() == network::reason_count);
    CHECK(view["reasons"][5] ==
          json{{"id", "ferry_excluded"},
               {"title", {{"ja", "除外した航路でのみ到達可"}, {"en", "only by a ferry left out"}}}});
    CHECK(view["manifest"]["program"] == "michinori");
    CHECK(view["roads"].is_null());
    CHECK_FALSE(view.contains("years"));
}

TEST_CASE("view: cells by column, exact people, areas by level") {
    const test::SmallRun run;
    const auto view = read(test::view_of(run));
    const auto& cells = view.json["cells"];
    CHECK(cells["count"] == 6);
    CHECK(view.text(cells["id"]) == std::vector<std::string>{"d1", "d2", "=d3", "d4", "i1", "x1"});
    CHECK(view.i32(cells["lon"]) == Wholes{1410010000, 1410050000, 1410100000, 1410200000, 1415000000, 1425000000});
    CHECK(view.i32(cells["lat"])[4] == 435000000);
    CHECK(cells["shapes"] == json::array({{{"width", 0}, {"height", 0}}}));
    CHECK(view.u8(cells["shape"]) == std::vector<int>(6, 0));
    CHECK(view.f64(cells["people"][0]) == std::vector<double>{1000e6, 500500000, 300e6, 100e6, 40e6, 9250000});
    CHECK(view.f64(cells["people"][1])[5] == 1e6);
    CHECK(view.i32(cells["area"][1]) == Wholes{1, 1, 1, 1, 0, -1});
    CHECK(view.i32(cells["area"][0]) == Wholes(6, 0));
}

TEST_CASE("view: a cell has the size of its mesh code, where the code is of that place") {
    test::SmallRun run;
    run.demand.points[0].id = "533935";  // second mesh around 139.5625 E: not here
    run.demand.points[1] = {"64414277", geo::mesh_centre("64414277").value(), ""};  // third mesh, 45" x 30"
    run.demand.points[2] = {"644142771", geo::mesh_centre("644142771").value(), ""};
    run.demand.points[3].id = "644142771";  // the code of another place
    const auto view = read(test::view_of(run));
    const auto& cells = view.json["cells"];
    CHECK(cells["shapes"] == json::array({{{"width", 0}, {"height", 0}},
                                          {{"width", 125000}, {"height", 83333}},
                                          {{"width", 62500}, {"height", 41667}}}));
    CHECK(view.u8(cells["shape"]) == std::vector<int>{0, 1, 2, 0, 0, 0});
}

TEST_CASE("view: outcomes in milliseconds, reasons below zero, facilities by number") {
    const test::SmallRun run;
    const auto view = read(test::view_of(run));
    const auto& state = view.json["states"][0];
    CHECK(state["id"] == "today");
    CHECK(state["against"] == 0);
    CHECK(state["people"].is_null());
    CHECK(state["support"].is_null());
    const auto& delivery = state["services"][0];
    CHECK(view.i32(delivery["minutes"]) == Wholes{300000, 1800000, 3660000, 5700000, -1 - 5, -1 - 1});
    CHECK(view.i32(delivery["facility"]) == Wholes{0, 0, 1, 1, -1, -1});
    CHECK(delivery["gives"] == json{0, 1});
    CHECK(view.i32(state["services"][1]["minutes"])[0] == 740736);
    CHECK(state["routes"] == json{nullptr, nullptr});
    const auto& facilities = view.json["facilities"];
    CHECK(facilities[0] == json{{"id", "h1"}, {"name", "中央,病院"}, {"lon", 141.002}, {"lat", 43.0}, {"kinds", {0}}});
    const auto& off_roads = state["off_roads"];
    REQUIRE(off_roads.size() == 1);
    CHECK(off_roads[0]["facility"] == 2);
    CHECK(view.json["reasons"][off_roads[0]["reason"].get<std::size_t>()]["title"]["en"] == "too far from a road");
    CHECK(facilities[2]["kinds"] == json{1});
}

TEST_CASE("view: areas as rings of arcs, a level without polygons has none") {
    const test::SmallRun run;
    const auto view = read(test::view_of(run));
    const auto& levels = view.json["levels"];
    CHECK(levels[0]["areas"] == json::array({{{"code", "P"}, {"name", ""}, {"polygons", json::array()}}}));
    CHECK(levels[1]["title"]["ja"] == "二次医療圏");
    const auto& island = levels[1]["areas"][0];
    CHECK(island["name"] == "島");
    REQUIRE(island["polygons"].size() == 1);
    const auto& arcs = view.json["arcs"];
    const auto start = view.i32(arcs["start"]);
    const auto lon = view.i32(arcs["lon"]);
    CHECK(start.front() == 0);
    CHECK(start.back() == static_cast<std::int32_t>(lon.size()));
    std::int32_t west = 1800000000;
    for (const int arc : island["polygons"][0][0]) {
        const int a = arc < 0 ? ~arc : arc;
        for (int i = start[a]; i < start[a + 1]; ++i) {
            west = std::min(west, lon[i]);
        }
    }
    CHECK(std::abs(west - 1414500000) <= 128);
}

TEST_CASE("view: profile, findings, refused rows") {
    test::SmallRun run;
    run.profile.assumptions.emplace_back("ferry_waiting_s");
    for (int i = 0; i < 1200; ++i) {
        run.log.refused.push_back({FindingCode::bad_number, {"b.csv", i, {}}, {"pop", "x"}});
    }
    auto inputs = test::view_of(run);
    inputs.notes.push_back({FindingCode::report_shortened, {}, {"access.csv", "20001 > 20000", "access.csv"}});
    const auto view = read(inputs).json;
    CHECK(view["profile"]["id"] == "test-speeds");
    CHECK(view["profile"]["season"] == "summer");
    CHECK(view["profile"]["speeds"].size() == network::road_class_count);
    CHECK(view["profile"]["speeds"][0]["open_kmh"] == 36);
    CHECK(view["profile"]["assumptions"].size() == 2);  // what minutes are, and the waiting time
    CHECK(view["findings"].size() == 2);
    CHECK(view["findings"][0]["severity"] == "warning");
    CHECK(view["findings"][0]["code"] == "rows_refused");
    CHECK(view["findings"][0]["place"] == "人口.csv");
    CHECK(view["findings"][1]["code"] == "report_shortened");
    CHECK(view["refused"]["total"] == 1203);
    CHECK(view["refused"]["rows"].size() == 1000);
    CHECK(view["refused"]["rows"][0]["place"] == "人口.csv:7");
    CHECK(view["refused"]["rows"][0]["text"]["en"].get<std::string>().find('\x1b') == std::string::npos);
}

TEST_CASE("view: rules in force with their sources, assumptions in both languages") {
    test::SmallRun run;
    policy::RuleHead head{.id = "far-2025",
                          .family = "far",
                          .title_en = "",
                          .title_ja = "遠方支援",
                          .source = "要綱 https://example.org/rule.pdf (2025)",
                          .in_force_from = parse_date("2025-04-01").value(),
                          .until = {},
                          .assumptions = {"幅は5分 / a margin of 5 minutes", "a/b"},
                          .municipalities = {},
                          .file = "r.toml"};
    auto inputs = test::view_of(run);
    inputs.rules = {&head};
    const auto rules = read(inputs).json["rules"];
    REQUIRE(rules.size() == 1);
    CHECK(rules[0]["title"] == json{{"ja", "遠方支援"}, {"en", "遠方支援"}});
    CHECK(rules[0]["url"] == "https://example.org/rule.pdf");
    CHECK(rules[0]["dates"] == "2025-04-01 – ");
    CHECK(rules[0]["assumptions"][0] == json{{"ja", "幅は5分"}, {"en", "a margin of 5 minutes"}});
    CHECK(rules[0]["assumptions"][1] == json{{"ja", "a/b"}, {"en", "a/b"}});
}

TEST_CASE("view: a second state by the numbers of the first") {
    const test::ComparedVillage village;
    const io::InputLog log;
    const auto view = read(test::view_of(village, log));
    CHECK(view.json["states"][0]["title"]["en"] == "Today");
    const auto& less = view.json["states"][1];
    CHECK(less["changes"] == json::array({{{"ja", "h2を閉鎖"}, {"en", "close h2"}}}));
    CHECK(less["new_facilities"].size() == 1);
    CHECK(less["new_facilities"][0]["id"] == "h3");
    CHECK(less["new_facilities"][0]["kinds"] == json{0});
    CHECK(view.i32(less["services"][0]["facility"]) == Wholes{0, 0, 0, 2, 2, -1});  // h1, h1, h1, h3, h3
    CHECK(less["services"][0]["gives"] == json{0, 2});
    CHECK(less["services"][1].is_null());  // the clinic is h1 as before, though it has another number there
    CHECK(less["people"].is_null());
    CHECK(view.json["profile"]["speeds"].empty());
}

TEST_CASE("view: people of a state that differ, facilities that moved") {
    test::ComparedVillage village;
    village.after.demand.people[0][0] = People::from_double(900);
    village.after.facilities.facilities[1].position = {139.9, 36};  // h1
    const io::InputLog log;
    const auto view = read(test::view_of(village, log));
    const auto& less = view.json["states"][1];
    CHECK(view.f64(less["people"][0])[0] == 900e6);
    CHECK(view.f64(less["people"][1])[0] == 500e6);
    CHECK(less["moved"] == json::array({{{"facility", 0}, {"lon", 139.9}, {"lat", 36.0}}}));
}

TEST_CASE("view: what a state shares with the one it is held against goes by the same numbers") {
    const test::ComparedVillage village;
    auto third = test::ComparedVillage::side(village.after, "same");
    const io::InputLog log;
    auto inputs = test::view_of(village, log);
    inputs.states.push_back({third, {}, 1, nullptr, nullptr});
    inputs.states.push_back({test::ComparedVillage::side(village.before, "back"), {}, 1, nullptr, nullptr});
    inputs.states[1].against = 3;  // held against a later one: written whole
    const auto view = read(inputs);
    const auto& states = view.json["states"];
    CHECK(states[2]["services"] == json{nullptr, nullptr});
    CHECK(states[2]["new_facilities"][0]["id"] == "h3");
    CHECK(states[3]["new_facilities"][0]["kinds"].empty());  // h3 is not there any more
    CHECK(states[3]["services"][0]["gives"] == json{0, 1});
    CHECK_FALSE(states[1]["services"][1].is_null());
}

TEST_CASE("view: births of a file are a group of their own, support of all rules") {
    test::ComparedVillage village;
    village.add_maternity(1000, 3000);
    const io::InputLog log;
    const auto view = read(test::view_of(village, log));
    CHECK(view.json["groups"].size() == 3);
    CHECK(view.json["groups"][2]["id"] == "births");
    CHECK(view.f64(view.json["cells"]["people"][2])[0] == 100e6);
    const auto& support = view.json["states"][1]["support"];
    CHECK(support["total_yen"] == json{3000, 6000, 9000});
    CHECK(support["claims"] == json{1, 2, 3});
    CHECK(support["note"]["en"].get<std::string>().find("far-2025") != std::string::npos);
}

TEST_CASE("view of one state: what differs from the base alone") {
    const test::ComparedVillage village;
    const report::ViewState base{test::ComparedVillage::side(village.before, "today")};
    const report::ViewState after{test::ComparedVillage::side(village.after, "less")};
    const ViewReader changed(report::state_view(after, base, Packing::plain));
    CHECK(changed.json["id"] == "less");
    CHECK(changed.json["services"][1].is_null());
    CHECK(changed.i32(changed.json["services"][0]["minutes"])[1] == 50 * 60000);
    const ViewReader same(report::state_view(base, base, Packing::plain));
    CHECK(same.json["services"] == json{nullptr, nullptr});
    CHECK(same.json["new_facilities"].empty());
}

TEST_CASE("view: routes as a forest of the main service, roads by rank, the same bytes on 1 and 2 threads") {
    test::AsciiMap map({"A--B--C", "   |   ", "   D   "});
    for (auto& attributes : map.roads().attributes) {
        attributes.road_class = network::RoadClass::trunk;
    }
    const auto network = network::RoadNetwork::build(map.roads());
    const network::TravelModel model(network, test::AsciiMap::profile(), network::Season::summer);
    const auto components = network::Components::find(model);
    const network::Snapper snapper(model, components, {.smallest_component = Metres{0}});
    const routing::DijkstraEngine engine(model);
    test::SmallRun run;
    run.demand = {};
    for (const char home : {'A', 'C', 'D'}) {
        run.demand.points.push_back({std::string(1, home), map.place(home), ""});
        run.demand.people[0].push_back(People::from_double(1));
    }
    run.facilities.facilities = {{"a", "", map.place('A'), {""}, "f", 1}};
    run.services = {{"s", "", "", {FacilityId{0}}, {60}, {}}};
    run.levels.clear();
    run.area_of.clear();
    run.result = access::compute_access(engine, components, snapper, run.demand, run.facilities, run.services);
    auto inputs = test::view_of(run);
    inputs.states[0].engine = &engine;
    const auto bytes = [&](int threads) {
        const ThreadLimit limit(threads);
        return report::view(inputs, Packing::compressed);
    };
    CHECK(bytes(1) == bytes(2));
    const ViewReader view(bytes(1));
    const auto& routes = view.json["states"][0]["routes"][0];
    const auto start = view.i32(routes["start"]);
    const auto parent = view.i32(routes["parent"]);
    const auto lon = view.i32(routes["lon"]);
    REQUIRE(start.size() == 3);
    std::int32_t node = start[1];  // from C
    CHECK(std::abs(lon[node] - 1390066000) <= 128);
    while (parent[node] >= 0) {
        node = parent[node];
    }
    CHECK(std::abs(lon[node] - 1390000000) <= 128);
    const auto& roads = view.json["roads"];
    CHECK(view.u8(roads["rank"]) == std::vector<int>(3, 1));  // three roads meet at B
    CHECK(view.json["main_level"].is_null());
}
