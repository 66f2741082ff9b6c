// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "io/toml_reader.h"
#include "io/toml_text.h"
#include "server/change_lines.h"
#include "server/json_body.h"
#include "server/request_fault.h"

using namespace michinori;
using report::Json;
using server::FaultCode;

namespace {

const server::ProfileNames profiles{{"fast", "fast"}, {"./own.toml", "../own.toml"}};

std::string line_of(const char* change) {
    return server::change_lines(Json::array({Json::parse(change)}), profiles).at(0);
}

template <class Act>
FaultCode fault_of(Act&& act) {
    try {
        act();
    } catch (const server::RequestFault& fault) {
        return fault.code();
    }
    return FaultCode::program_failed;
}

FaultCode fault_of_changes(const std::string& changes) {
    return fault_of([&] { (void)server::change_lines(Json::parse(changes), profiles); });
}

}  // namespace

TEST_CASE("changes become the inline tables of a scenario") {
    CHECK(line_of(R"({"close": ["H1", "H\"2\\"]})") == R"({ close = ["H1", "H\"2\\"] })");
    CHECK(line_of(R"({"close": ["H1"], "services": ["delivery"]})") ==
          R"({ close = ["H1"], services = ["delivery"] })");
    CHECK(line_of(R"({"open": "N", "name": "a\nb\u0000\u007f", "at": [139, 36.5], "columns": {"x y": "1"}})") ==
          R"({ open = "N", name = "a\u000Ab\u0000\u007F", at = [139, 36.5], columns = { "x y" = "1" } })");
    CHECK(line_of(R"({"profile": "./own.toml"})") == R"({ profile = "../own.toml" })");
    CHECK(line_of(R"({"road": "close", "area": [[1.5, 2], [3, 1e-7]]})") ==
          R"({ road = "close", area = [[1.5, 2], [3, 1e-07]] })");
    CHECK(line_of("{}") == "{}");
    CHECK(server::change_list({}) == "[]");
    CHECK(server::change_list({"{}", "{}"}) == "[{},\n{}]");
}

TEST_CASE("nothing that names a file comes from a request") {
    CHECK(fault_of_changes(R"([{"road": "close", "polygons": "/etc/passwd"}])") == FaultCode::change_not_allowed);
    CHECK(fault_of_changes(R"([{"road": "close", "lines": "x.geojson"}])") == FaultCode::change_not_allowed);
    CHECK(fault_of_changes(R"([{"areas": "town", "file": "x.csv"}])") == FaultCode::change_not_allowed);
    for (const char* name : {"\"/etc/passwd\"", "\"../own.toml\"", "\"x.toml\"", "\"\"", "[\"fast\"]", "1"}) {
        CHECK(fault_of_changes(R"([{"profile": )" + std::string(name) + "}]") == FaultCode::change_not_allowed);
    }
}

TEST_CASE("what is no list of changes is refused") {
    CHECK(fault_of_changes("{}") == FaultCode::wrong_type);
    CHECK(fault_of_changes("[1]") == FaultCode::wrong_type);
    CHECK(fault_of_changes(R"([{"close": null}])") == FaultCode::wrong_type);
    CHECK(fault_of_changes(R"([{"year": 18446744073709551615}])") == FaultCode::bad_value);
    CHECK(fault_of_changes(R"([{"x = 1 }, { close": ["H1"]}])") == FaultCode::change_not_allowed);
    CHECK(server::change_lines(Json::array_t(200, Json::object()), profiles).size() == 200);
    CHECK(fault_of([] { (void)server::change_lines(Json::array_t(201, Json::object()), profiles); }) ==
          FaultCode::too_many_changes);
    const Json many{{"close", std::vector<std::string>(501, "H1")}};
    CHECK(server::change_lines(Json::array({many}), profiles).size() == 1);
    CHECK(fault_of([&] {
              (void)server::change_lines(Json::array({many, many}), profiles);
          }) == FaultCode::too_many_changes);
}

TEST_CASE("any text comes back out of TOML as it was") {
    rc::prop("any bytes of one character each", [](const std::string& raw) {
        std::string text;
        for (const char c : raw) {
            text += static_cast<char>(c & 0x7F);
        }
        text += "道のり\xE2\x80\xAE";  // a right-to-left override
        const io::TomlFile toml("x = " + io::toml_exact(text) + "\n", "test");
        RC_ASSERT(toml.root().text("x") == text);
    });
}

TEST_CASE("bodies are objects of known keys, not deep") {
    const auto body_fault = [](const std::string& text) {
        return fault_of([&] { (void)server::JsonBody(text, {"a", "lon", "lat"}); });
    };
    CHECK(body_fault("") == FaultCode::bad_json);
    CHECK(body_fault("{") == FaultCode::bad_json);
    CHECK(body_fault("{\"a\": NaN}") == FaultCode::bad_json);
    CHECK(body_fault("{\"a\": 1e999}") == FaultCode::bad_json);
    CHECK(body_fault("{\"a\": \"\xFF\"}") == FaultCode::bad_json);
    CHECK(body_fault("{} {}") == FaultCode::bad_json);
    CHECK(body_fault("[]") == FaultCode::wrong_type);
    CHECK(body_fault("{\"b\": 1}") == FaultCode::unknown_key);
    CHECK(body_fault("{\"a\": " + std::string(1000000, '[')) == FaultCode::too_deep);
    const server::JsonBody body(R"({"a": null, "lon": 139, "lat": "x"})", {"a", "lon", "lat"});
    CHECK(fault_of([&] { (void)body.text("a"); }) == FaultCode::missing_key);
    CHECK(fault_of([&] { (void)body.text("lon"); }) == FaultCode::wrong_type);
    CHECK(fault_of([&] { (void)body.point(); }) == FaultCode::wrong_type);
    CHECK(fault_of([&] {
              (void)server::JsonBody(R"({"lon": 139, "lat": 91})", {"lon", "lat"}).point();
          }) == FaultCode::bad_value);
    CHECK(server::JsonBody(R"({"lon": 139, "lat": 36.5})", {"lon", "lat"}).point() == geo::Point{139, 36.5});
}
