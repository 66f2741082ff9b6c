// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "cli/maternity_region.h"
#include "served.h"

using namespace michinori;
using test::Json;

namespace {

/// The small region under a rule (cli/maternity_region.h), served:
///
///     W --10 min-- A --10 min-- B --10 min-- E        C lives by a road of its own
struct ServedMaternity {
    test::MaternityRegion region;
    test::Served served{region.folder() / "maternity.toml", region.folder() / "saves"};
};

Json json_of(const httplib::Result& answer) {
    REQUIRE(answer);
    INFO(answer->body);
    REQUIRE(answer->status == 200);
    return Json::parse(answer->body);
}

/// What is wrong with a home that is asked about.
std::string home_fault(const test::Served& served, const char* question) {
    const auto answer = served.post("/api/v1/homes", Json::parse(question));
    REQUIRE(answer);
    CHECK(answer->status == 400);
    const auto error = Json::parse(answer->body)["error"];
    return (error.contains("findings") ? error["findings"][0] : error)["code"].get<std::string>();
}

const Json closed_west = Json::parse(R"({"changes": [{"close": ["W"], "services": ["birth"]}]})");

}  // namespace

TEST_CASE("the page and its parts have a policy that lets no inline script run") {
    const ServedMaternity here;
    const auto page = here.served.get("/");
    REQUIRE(page);
    CHECK(page->status == 200);
    CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
    const auto policy = page->get_header_value("Content-Security-Policy");
    for (const char* rule : {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
                             "base-uri 'none'", "form-action 'none'"}) {
        CHECK(policy.find(rule) != std::string::npos);
    }
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(page->body.find("<main id=\"app\"></main>") != std::string::npos);
    CHECK(page->body.find(here.served.token()) == std::string::npos);
    for (const char* path : {"/app.js", "/style.css", "/api/v1/scenario", "/nothing"}) {
        const auto answer = here.served.get(path);
        REQUIRE(answer);
        CHECK(answer->get_header_value("X-Content-Type-Options") == "nosniff");
        CHECK(answer->get_header_value("Referrer-Policy") == "no-referrer");
        CHECK(answer->get_header_value("Cross-Origin-Resource-Policy") == "same-origin");
        CHECK(answer->get_header_value("Cache-Control") == "no-store");
        CHECK(answer->has_header("Content-Security-Policy"));
    }
    httplib::Client anybody("127.0.0.1", here.served.port());
    CHECK(anybody.Get("/app.js")->status == 200);
    CHECK(anybody.Get("/style.css")->get_header_value("Content-Type") == "text/css; charset=utf-8");
    CHECK(anybody.Get(("/?token=" + here.served.token()).c_str())->status == 200);
    CHECK(anybody.Get("/")->status == 403);
    CHECK(here.served.start_url() ==
          "http://127.0.0.1:" + std::to_string(here.served.port()) + "/?token=" + here.served.token());
}

TEST_CASE("what there is: scenario, facilities, areas") {
    const ServedMaternity here;
    const auto scenario = json_of(here.served.get("/api/v1/scenario"));
    CHECK(scenario["id"] == "small");
    CHECK(scenario["title"]["en"] == "Small");
    CHECK(scenario["services"][0] ==
          Json::parse(R"({"id": "birth", "title": {"ja": "birth", "en": "birth"}, "thresholds_min": [10.0, 15.0]})"));
    CHECK(scenario["levels"][0]["id"] == "town");
    CHECK(scenario["groups"][0] == "population");
    CHECK(scenario["years"].empty());
    CHECK(scenario["addresses"] == false);
    CHECK(scenario["rules"].size() == 2);
    CHECK(scenario["data"]["inputs"].size() > 3);
    CHECK(scenario["profiles"][0]["id"] == "profile.toml");

    const auto all = json_of(here.served.get("/api/v1/facilities"))["facilities"];
    REQUIRE(all.size() == 2);
    CHECK(all[0]["id"] == "W");
    CHECK(all[0]["name"] == "西病院");
    CHECK(all[0]["lon"] == 139.0);
    CHECK(json_of(here.served.get("/api/v1/facilities?service=perinatal_centre"))["facilities"].size() == 1);
    CHECK(here.served.get("/api/v1/facilities?service=none")->status == 400);

    const auto areas = json_of(here.served.get("/api/v1/areas?level=town&service=birth"));
    REQUIRE(areas["areas"].size() == 2);
    CHECK(areas["areas"][0]["code"] == "11");
    CHECK(areas["areas"][0]["people"] == 107);
    CHECK(areas["areas"][0]["reached"] == 100);
    CHECK(areas["areas"][0]["unreached"] == 7);
    CHECK(areas["areas"][0]["median_min"] == 10.0);
    CHECK(areas["region"]["people"] == 157.5);
    CHECK(areas["region"]["within"][0] == Json::parse(R"({"minutes": 10.0, "people": 150.5})"));
    CHECK(here.served.get("/api/v1/areas?level=none&service=birth")->status == 404);
    CHECK(here.served.get("/api/v1/areas?level=town")->status == 400);
}

TEST_CASE("how far from a cell or a place") {
    const ServedMaternity here;
    const auto cell = json_of(here.served.get("/api/v1/access?service=birth&cell=A"));
    CHECK(cell["status"] == "reached");
    CHECK(cell["minutes"] == 10.0);
    CHECK(cell["time_ms"] == 600000);
    CHECK(cell["facility"]["id"] == "W");
    CHECK(json_of(here.served.get("/api/v1/access?service=birth&cell=C"))["reason"]["id"] == "other_component");
    const auto place = json_of(here.served.get("/api/v1/access?service=perinatal_centre&lon=139.2&lat=36.0"));
    CHECK(place["time_ms"] == 1200000);
    CHECK(here.served.get("/api/v1/access?service=birth&cell=Z")->status == 404);
    for (const char* wrong :
         {"service=birth", "cell=A", "service=birth&lon=1", "service=birth&lon=x&lat=36",
          "service=birth&lon=nan&lat=36", "service=birth&lon=139&lat=95", "service=birth&cell=A&cell=B"}) {
        CHECK(here.served.get(std::string("/api/v1/access?") + wrong)->status == 400);
    }
}

TEST_CASE("the view of today, and a state as it differs from it") {
    const ServedMaternity here;
    const auto view = here.served.waited(here.served.get("/api/v1/view"));
    REQUIRE(view);
    REQUIRE(view->status == 200);
    CHECK(view->get_header_value("Content-Type") == "application/octet-stream");
    const auto json = test::container_json(view->body);
    CHECK(json["kind"] == "serve");
    CHECK(json["states"].size() == 1);
    CHECK(here.served.get("/api/v1/view")->body == view->body);

    const auto closed = here.served.post("/api/v1/evaluations", closed_west);
    REQUIRE(closed);
    REQUIRE(closed->status == 200);
    const auto state = test::container_json(closed->body);
    CHECK(state["changes"][0]["en"] == "close W (西病院): birth");
    REQUIRE(state["services"].size() == 3);
    CHECK(state["services"][0]["gives"] == Json{1});
    CHECK(state["services"][1].is_null());
    const auto nothing =
        test::container_json(here.served.post("/api/v1/evaluations", Json::parse(R"({"changes": []})"))->body);
    CHECK(nothing["services"][0].is_null());
    // The plain columns of the closed state: A now takes 20 minutes, B 10, C cannot get there.
    const auto& minutes = state["services"][0]["minutes"];
    CHECK(minutes["count"] == 3);
}

TEST_CASE("what support costs in a state, and the way that is driven") {
    const ServedMaternity here;
    CHECK(json_of(here.served.post("/api/v1/support", closed_west)).contains("support"));
    CHECK(json_of(here.served.post("/api/v1/support", Json::object())).contains("support"));

    auto question = closed_west;
    question["service"] = "birth";
    question["lon"] = 139.1;
    question["lat"] = 36.0;
    const auto route = json_of(here.served.post("/api/v1/route", question));
    CHECK(route["time_ms"] == 1200000);
    CHECK(route["minutes"] == 20.0);
    CHECK(route["facility"]["id"] == "E");
    CHECK(route["length_m"] == 20000.0);
    CHECK(route["line"].front() == Json::parse("[139.1, 36.0]"));
    CHECK(route["line"].back() == Json::parse("[139.3, 36.0]"));
    REQUIRE(route["stretches"].size() == 2);
    CHECK(route["stretches"][0]["class"] == "trunk");
    CHECK(route["stretches"][0]["name"]["ja"].get<std::string>().find("国道1号") != std::string::npos);
    question["lat"] = 36.5;
    question["lon"] = 139.05;
    CHECK(json_of(here.served.post("/api/v1/route", question))["reason"]["id"] == "other_component");
    question["service"] = "none";
    CHECK(here.served.post("/api/v1/route", question)->status == 400);
}

TEST_CASE("one home is decided as eligible decides it, in today's state and in another") {
    const ServedMaternity here;
    const auto home =
        Json::parse(R"({"lon": 139.1, "lat": 36.0, "risk": "normal", "mode": "car", "date": "2025-10-01"})");
    const auto today = json_of(here.served.post("/api/v1/homes", home));
    REQUIRE(today["decisions"].size() == 1);
    CHECK(today["decisions"][0]["decision"] == "not_eligible");
    CHECK(today["decisions"][0]["minutes"] == 10.0);
    CHECK(today["home"]["located"] == "coordinates");
    CHECK(today["routes"].size() == 3);

    auto changed = home;
    changed["changes"] = Json::parse(R"([{"close": ["W"], "services": ["birth"]}])");
    const auto closed = json_of(here.served.post("/api/v1/homes", changed));
    const auto& decision = closed["decisions"][0];
    CHECK(decision["decision"] == "eligible");
    CHECK(decision["facility"]["id"] == "E");
    CHECK(decision["minutes"] == 20.0);
    CHECK(decision["km"] == 20.0);
    // 2 x 20 km x 37 yen x 4/5
    CHECK(decision["payment_yen"] == 1184);
    CHECK(decision["reasons"][0]["code"] == "delivery_far");
    CHECK(decision["text"]["en"].get<std::string>().find("Eligible") == 0);
    CHECK(decision["rule"]["id"] == "near-1");

    const auto rows = [&](const std::string& table) {
        (void)here.region.eligible(table);
        return here.region.rows();
    };
    const auto batch = rows("id,lon,lat,risk,mode,date\nx,139.1,36.0,normal,car,2025-10-01\n");
    CHECK(batch[0].at("verdict") == today["decisions"][0]["decision"].get<std::string>());
    CHECK(batch[0].at("reasons") == today["decisions"][0]["reasons"][0]["code"].get<std::string>());
}

TEST_CASE("a home that is wrong is told as a row of a table would be") {
    const ServedMaternity here;
    const auto code = [&](const char* question) { return home_fault(here.served, question); };
    CHECK(code(R"({"lon": 139.1, "lat": 36.0, "mode": "car"})") == "empty_value");
    CHECK(code(R"({"lon": 139.1, "lat": 36.0, "risk": "odd", "mode": "car"})") == "bad_choice");
    CHECK(code(R"({"risk": "normal", "mode": "car"})") == "home_unplaced");
    CHECK(code(R"({"lon": 0, "lat": 0, "risk": "normal", "mode": "car"})") == "zero_coordinate");
    CHECK(code(R"({"lon": 36.0, "lat": 139.1, "risk": "normal", "mode": "car"})") == "swapped_coordinates");
    CHECK(code(R"({"mesh": "12", "risk": "normal", "mode": "car"})") == "bad_mesh_code");
    CHECK(code(R"({"address": "x", "risk": "normal", "mode": "car"})") == "address_unmatched");
    CHECK(code(R"({"lon": 139.1, "lat": 36.0, "risk": "normal", "mode": "car", "date": "someday"})") == "bad_date");
    CHECK(code(R"({"lon": [139.1], "lat": 36.0, "risk": "normal", "mode": "car"})") == "wrong_type");
    CHECK(code(R"({"lon": 139.1, "lat": 36.0, "risk": "normal", "mode": "car", "more": 1})") == "unknown_key");
}

TEST_CASE("without rules a home has its ways alone") {
    const test::SmallRegion region;
    const test::Served served(region.folder().path() / "small.toml");
    const auto home = json_of(served.post("/api/v1/homes", Json::parse(R"({"lon": 139.2, "lat": 36.0})")));
    CHECK(home["decisions"].empty());
    REQUIRE(home["routes"].size() == 1);
    CHECK(home["routes"][0]["facility"]["id"] == "E");
    CHECK(json_of(served.post("/api/v1/support", Json::object()))["support"].is_null());
    const auto by_mesh = json_of(served.post("/api/v1/homes", Json::parse(R"({"mesh": "53394611"})")));
    CHECK(by_mesh["home"]["located"] == "mesh");
    CHECK(by_mesh["home"]["lon"].get<double>() == Approx(139.7688).margin(1e-4));
    CHECK(by_mesh["routes"][0]["status"] == "unreached");
    const auto code = [&](const char* question) { return home_fault(served, question); };
    CHECK(code(R"({"mesh": "5"})") == "bad_mesh_code");
    CHECK(code(R"({"address": "x"})") == "address_unmatched");
    CHECK(code(R"({"lon": 0, "lat": 0})") == "zero_coordinate");
    CHECK(code(R"({})") == "home_unplaced");
    CHECK(test::code_of(served.post("/api/v1/saves", Json::parse(R"({"changes": [], "name": "x"})"))) == "not_found");
}

TEST_CASE("two windows ask with changes of their own at once") {
    const ServedMaternity here;
    const auto gives = [&](const char* closed, Json& into) {
        for (int i = 0; i < 20; ++i) {
            const Json question{{"changes", {{{"close", {closed}}, {"services", {"birth"}}}}}};
            into =
                test::container_json(here.served.post("/api/v1/evaluations", question)->body)["services"][0]["gives"];
        }
    };
    Json west;
    Json east;
    std::thread other([&] { gives("E", east); });
    gives("W", west);
    other.join();
    CHECK(west == Json{1});
    CHECK(east == Json{0});
}
