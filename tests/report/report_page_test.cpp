// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/report_page.h"

#include <catch2/catch.hpp>

#include <regex>

#include "base/threads.h"
#include "report/comparison_outputs.h"
#include "report/small_view.h"
#include "report/view_reader.h"
#include "support/temp_folder.h"
#include "web/assets.h"

using namespace michinori;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

/// What stands between two texts, the first time.
std::string between(const std::string& page, const std::string& begin, const std::string& end) {
    const auto from = page.find(begin);
    REQUIRE(from != std::string::npos);
    const auto at = from + begin.size();
    return page.substr(at, page.find(end, at) - at);
}

/// The page without script and style, whose texts are no markup.
std::string markup_of(const std::string& page) {
    auto markup = page;
    for (const auto& text : {web::script(), web::style()}) {
        const auto at = markup.find(text);
        REQUIRE(at != std::string::npos);
        markup.erase(at, text.size());
    }
    return markup;
}

std::string from_base64(const std::string& text) {
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        if (c == '=') {
            break;
        }
        bits = bits << 6 | static_cast<unsigned>(letters.find(c));
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes += static_cast<char>(bits >> held & 0xFFU);
        }
    }
    return bytes;
}

}  // namespace

TEST_CASE("report.html: head, first screen in both languages, view, script") {
    const test::SmallRun run;
    const auto page = report::report_page(test::view_of(run));
    CHECK_THAT(page, StartsWith("<!doctype html>\n<html lang=\"en\">"));
    CHECK_THAT(page, Contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"));
    CHECK_THAT(page, Contains("<title>A small town</title>"));
    const auto app = between(page, "<main id=\"app\">", "</main>");
    CHECK_THAT(app,
               Contains("<h1>A small town</h1>") && Contains("400 of 1,950 people (20.5 %)") && Contains("<noscript>"));
    CHECK_THAT(between(app, "<details lang=\"ja\">", "</details>"), Contains("小さな町") && Contains("400人"));
    const test::ViewReader view(from_base64(between(page, "<script id=\"view\" type=\"text/plain\">", "</script>")));
    CHECK(view.json["id"] == "small");
    CHECK_THAT(page, Contains("<script>" + std::string(web::script()) + "</script>"));
    CHECK_THAT(page, Contains("Leaflet") && Contains("BSD 2-Clause"));
}

TEST_CASE("report.html: the language that is shown first") {
    const test::SmallRun run;
    auto inputs = test::view_of(run);
    inputs.language = Language::japanese;
    const auto page = report::report_page(inputs);
    CHECK_THAT(page, Contains("<html lang=\"ja\">") && Contains("<title>小さな町</title>"));
    CHECK_THAT(between(page, "<details lang=\"en\">", "</details>"), Contains("A small town"));
}

TEST_CASE("report.html: nothing but its own script and style may run, nothing is asked for") {
    const test::SmallRun run;
    const auto page = report::report_page(test::view_of(run));
    const auto policy = between(page, "Content-Security-Policy\" content=\"", "\">");
    CHECK_THAT(policy, StartsWith("default-src 'none'; script-src 'sha256-"));
    CHECK_THAT(policy, Contains("script-src '" + std::string(web::script_digest()) + "';"));
    CHECK_THAT(policy, Contains("style-src '" + std::string(web::style_digest()) + "';"));
    CHECK_THAT(policy, !Contains("unsafe") && !Contains("http") && !Contains("*"));
    const auto markup = markup_of(page);
    CHECK_FALSE(
        std::regex_search(markup, std::regex(R"(<[a-z]+[^>]*\s(src|href|srcset|action|data|style|on[a-z]+)\s*=)")));
    CHECK_FALSE(std::regex_search(markup, std::regex("<(link|iframe|object|embed|base|img|form)\\b")));
    CHECK(markup.find("<style></style>") < markup.find("<body>"));
}

TEST_CASE("report.html: texts of inputs are data") {
    test::SmallRun run;
    const std::string hostile = "</script><script>alert(1)</script><!--\"'&";
    run.scenario.title_en = hostile;
    run.scenario.title_ja = "\xE2\x80\xAE" + hostile;
    run.services[0].title_en = hostile;
    run.facilities.facilities[0].name = hostile;
    run.demand.points[0].id = hostile;
    run.levels[1].areas[0].name = hostile;
    run.levels[1].areas[1].name = std::string(200000, 'W');
    run.scenario.attribution = hostile;
    auto inputs = test::view_of(run);
    inputs.version = hostile;
    inputs.tables.push_back({.file = "areas.csv",
                             .title = {hostile, hostile},
                             .note = {},
                             .columns = {{hostile, {hostile, hostile}, report::ColumnKind::text, 0, {}}},
                             .rows = {{hostile}, {"\xE2\x80\xAEgpj.exe"}},
                             .rows_total = 2,
                             .link = {}});
    const auto page = report::report_page(inputs);
    const auto markup = markup_of(page);
    CHECK_THAT(markup, !Contains("alert(1)</script>") && !Contains("<!--") && !Contains("\xE2\x80\xAE"));
    CHECK_THAT(markup, Contains("&lt;/script&gt;&lt;script&gt;alert(1)"));
    std::size_t scripts = 0;
    for (std::size_t at = 0; (at = markup.find("<script", at)) != std::string::npos; ++at) {
        ++scripts;
    }
    CHECK(scripts == 2);
    const test::ViewReader view(from_base64(between(page, "<script id=\"view\" type=\"text/plain\">", "</script>")));
    CHECK(view.json["title"]["en"] == hostile);
    CHECK(view.text(view.json["cells"]["id"])[0] == hostile);
    CHECK(view.json["tables"][0]["rows"][0][0] == hostile);
    CHECK(view.json["tables"][0]["rows"][1][0] == "\xEF\xBF\xBDgpj.exe");
    CHECK(view.json["levels"][1]["areas"][1]["name"].get<std::string>().size() == 200000);
}

TEST_CASE("report.html of a run: staged, named in run.json, the same bytes again") {
    const test::TempFolder root;
    const test::SmallRun run;
    const auto write = [&](const char* name, int threads) {
        const ThreadLimit limit(threads);
        io::OutputFolder out(root.path() / name);
        report::write_run_outputs(run.results(), out, Language::english);
        out.commit();
        return test::bytes_of(root.path() / name / "report.html");
    };
    const auto page = write("one", 1);
    CHECK(page == write("two", 2));
    const auto manifest = nlohmann::json::parse(test::bytes_of(root.path() / "one" / "run.json"));
    CHECK(manifest["outputs"].back()["file"] == "report.html");
    const test::ViewReader view(from_base64(between(page, "<script id=\"view\" type=\"text/plain\">", "</script>")));
    CHECK(view.json["manifest"]["outputs"].size() + 1 == manifest["outputs"].size());
    const auto& tables = view.json["tables"];
    REQUIRE(tables.size() == 4);
    CHECK(tables[1]["id"] == "areas.csv");
    CHECK(tables[1]["rows_total"] == tables[1]["rows"].size());
    CHECK(tables[0]["link"]["cell"] == 0);
    CHECK(tables[1]["link"]["area"]["column"] == 1);
    CHECK(tables[1]["link"]["area"]["level_column"] == 0);
}

TEST_CASE("report.html is left out where the scenario says so") {
    const test::TempFolder root;
    test::SmallRun run;
    run.scenario.outputs.report = false;
    io::OutputFolder out(root.path() / "out");
    report::write_run_outputs(run.results(), out, Language::english);
    out.commit();
    CHECK_FALSE(std::filesystem::exists(root.path() / "out" / "report.html"));
}

TEST_CASE("tables with a row for every cell are left out when they are long, which is told") {
    const test::TempFolder root;
    const test::SmallRun run;
    io::OutputFolder out(root.path() / "out");
    out.write_text("access.csv",
                   "\xEF\xBB\xBF"
                   "demand_id\r\na\r\n");
    out.write_text("areas.csv",
                   "\xEF\xBB\xBF"
                   "level\r\nregion\r\n");
    out.write_text("cells.csv",
                   "\xEF\xBB\xBF"
                   "demand_id\r\na\r\n");
    auto inputs = test::view_of(run);
    report::add_tables(out, {{"access.csv", 20001, {}}, {"areas.csv", 20001, {}}, {"cells.csv", 20000, {}}}, inputs);
    REQUIRE(inputs.tables.size() == 2);
    CHECK(inputs.tables[0].file == "areas.csv");
    REQUIRE(inputs.notes.size() == 1);
    CHECK(inputs.notes[0].code == FindingCode::report_shortened);
    CHECK(inputs.notes[0].arguments[0] == "access.csv");
}

TEST_CASE("report.html of a comparison of two folders shows both") {
    const test::TempFolder root;
    const test::ComparedVillage village;
    const io::InputLog log;
    const auto study = village.study();
    io::OutputFolder out(root.path() / "out");
    report::write_comparison({nullptr, {{study, {"close h2"}}}, log, "1.2.3", Language::english, false, nullptr, {}},
                             out);
    out.commit();
    const auto page = test::bytes_of(root.path() / "out" / "report.html");
    const test::ViewReader view(from_base64(between(page, "<script id=\"view\" type=\"text/plain\">", "</script>")));
    CHECK(view.json["kind"] == "compare");
    CHECK(view.json["states"].size() == 2);
    CHECK(view.json["states"][1]["changes"][0]["ja"] == "close h2");
    CHECK(view.json["states"][1]["routes"] == nlohmann::json{nullptr, nullptr});
}
