// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <set>

#include "cli/maternity_region.h"
#include "cli/program.h"
#include "served.h"
#include "server/saved_scenario.h"

using namespace michinori;
using test::file_text;
using test::Json;
namespace fs = std::filesystem;

namespace {

struct ServedMaternity {
    test::MaternityRegion region;
    test::Served served{region.folder() / "maternity.toml", region.folder() / "kept" / "saves"};

    [[nodiscard]] fs::path saves() const { return region.folder() / "kept" / "saves"; }
    [[nodiscard]] httplib::Result save(const std::string& name, const char* more = "{}") const {
        auto body = Json::parse(R"({"changes": [
            {"close": ["W"], "services": ["birth"]},
            {"open": "N", "name": "新\"<b>\n", "at": [139.15, 36.0], "services": ["birth"], "columns": {"kind": "x"}},
            {"road": "speed", "factor": 0.5, "area": [[139.0, 35.9], [139.3, 35.9], [139.3, 36.1], [139.0, 36.1]]},
            {"profile": "profile.toml"}]})");
        body["name"] = name;
        body.update(Json::parse(more));
        return served.post("/api/v1/saves", body);
    }
};

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

}  // namespace

TEST_CASE("a saved what-if is a scenario that compare finds the same numbers for") {
    const ServedMaternity here;
    const auto answer = here.save("west-closed", R"({"title": {"ja": "西が閉じる", "en": "West \"closes\""}})");
    REQUIRE(answer);
    INFO(answer->body);
    REQUIRE(answer->status == 200);
    const auto saved = Json::parse(answer->body);
    const auto files = saved["files"];
    const auto folder = here.saves() / "west-closed";
    CHECK(saved["folder"] == folder.generic_string());
    CHECK(saved["data"].is_null());
    std::set<std::string> told;
    for (const auto& file : files) {
        told.insert(file["name"].get<std::string>());
        CHECK(fs::file_size(folder / file["name"].get<std::string>()) == file["bytes"].get<std::uintmax_t>());
    }
    CHECK(told == names_in(folder));
    for (const char* name : {"scenario.toml", "comparison.csv", "variants.csv", "report.html", "compare.json"}) {
        CHECK(told.contains(name));
    }

    const auto again = here.region.folder() / "again";
    const auto run = test::michinori_program("compare '" + (folder / "scenario.toml").string() + "' --lang en --out '" +
                                             again.string() + "'");
    INFO(run.err);
    REQUIRE(run.exit_code == 0);
    for (const auto& name : names_in(again)) {
        if (name.ends_with(".csv")) {
            INFO(name);
            CHECK(file_text(again / name) == file_text(folder / name));
        }
    }
    CHECK(file_text(folder / "variants.csv").find("west-closed") != std::string::npos);
}

TEST_CASE("the saved file holds the changes and where its base is, nothing else") {
    const ServedMaternity here;
    REQUIRE(here.save("x")->status == 200);
    const auto text = file_text(here.saves() / "x" / "scenario.toml");
    CHECK(text.find("base = \"../../../maternity.toml\"") != std::string::npos);
    CHECK(text.find(R"({ close = ["W"], services = ["birth"] })") != std::string::npos);
    CHECK(text.find(R"(name = "新\"<b>\u000A")") != std::string::npos);
    CHECK(text.find("profile = \"../../../profile.toml\"") != std::string::npos);
    CHECK(text.find(here.served.token()) == std::string::npos);
}

TEST_CASE("names are names, and nothing is written over unless that is asked for") {
    const ServedMaternity here;
    for (const char* name : {"", "..", ".", "a/b", "a b", "../x", "x.toml", "\u0000", "長い"}) {
        CHECK(test::code_of(here.save(name)) == "bad_value");
    }
    CHECK(test::code_of(here.save(std::string(65, 'a'))) == "bad_value");
    CHECK(test::code_of(here.save("t", R"({"title": 1})")) == "bad_value");
    CHECK_FALSE(fs::exists(here.saves()));

    REQUIRE(here.save("one")->status == 200);
    const auto taken = here.save("one");
    CHECK(taken->status == 409);
    CHECK(test::code_of(taken) == "name_taken");
    CHECK(here.save("one", R"({"replace": true})")->status == 200);
    // What is no save of ours stays, whatever is asked.
    fs::create_directories(here.saves() / "mine");
    CHECK(here.save("mine", R"({"replace": true})")->status == 409);
}

TEST_CASE("a save that is wrong leaves nothing behind") {
    const ServedMaternity here;
    const auto wrong = here.save("wrong", R"({"changes": [{"close": ["nobody"]}]})");
    CHECK(wrong->status == 400);
    CHECK_FALSE(fs::exists(here.saves() / "wrong"));
    CHECK(names_in(here.region.folder()).contains("kept") == false);
}

TEST_CASE("saved files are given back, reports as pages that can ask for nothing here") {
    const ServedMaternity here;
    REQUIRE(here.save("x")->status == 200);
    const auto report = here.served.get("/api/v1/saves/x/report.html");
    REQUIRE(report);
    CHECK(report->status == 200);
    CHECK(report->body == file_text(here.saves() / "x" / "report.html"));
    CHECK(report->get_header_value("Content-Security-Policy").starts_with("sandbox allow-scripts"));
    const auto table = here.served.get("/api/v1/saves/x/variants.csv");
    CHECK(table->get_header_value("Content-Disposition") == "attachment");
    CHECK(table->get_header_value("Content-Type") == "text/csv; charset=utf-8");
    CHECK(here.served.get("/api/v1/saves/x/other.csv")->status == 404);
    CHECK(here.served.get("/api/v1/saves/y/variants.csv")->status == 404);
    // A folder that was there before is not this server's to give.
    fs::create_directories(here.saves() / "y");
    fs::copy_file(here.saves() / "x" / "variants.csv", here.saves() / "y" / "variants.csv");
    CHECK(here.served.get("/api/v1/saves/y/variants.csv")->status == 404);
}

TEST_CASE("a what-if of a what-if stands on both") {
    const test::SmallRegion region;
    const auto file = region.folder().write("what-if.toml", R"([scenario]
base = "small.toml"
[[candidates]]
file = "candidates.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
[[variant]]
id = "mine"
change = [{ close = ["W"] }]
)");
    region.folder().write("candidates.csv", "id,name,lon,lat\nC,new,139.2,36.0\n");
    const auto served_scenario = scenario::load_scenario(file, {});
    const auto saved =
        server::saved_scenario(served_scenario, region.folder().path() / "saves" / "mine" / "scenario.toml", "mine",
                               {"も", "m"}, Json::parse(R"([{"open": "C", "services": ["birth"]}])"));
    const auto written = region.folder().write("saves/mine/scenario.toml", saved.text);
    const auto loaded = scenario::load_scenario(written, {});
    REQUIRE(loaded.what_if);
    REQUIRE(loaded.what_if->variants.size() == 2);
    CHECK(loaded.what_if->variants[1].id == "mine-2");
    CHECK(loaded.what_if->candidates.size() == 1);
    CHECK(loaded.id == saved.scenario.id);
    CHECK(loaded.title_ja == "も");
    CHECK(loaded.base == saved.scenario.base);
    CHECK(saved.scenario.what_if->variants[1].id == "mine-2");
}
