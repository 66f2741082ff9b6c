// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/toml_reader.h"

#include <catch2/catch.hpp>

#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;

namespace {

/// The lines a user would see; empty when reading goes well.
template <class Read>
std::vector<std::string> faults_of(std::string_view content, Read read) {
    const test::TempFolder folder;
    try {
        TomlFile file({folder.write("a.toml", content), "a.toml"});
        read(file.root());
        file.finish();
    } catch (const InputError& problem) {
        std::vector<std::string> lines;
        for (const auto& finding : problem.findings()) {
            lines.push_back(to_line(finding, Language::english));
        }
        return lines;
    }
    return {};
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("typed values come out of a TOML file") {
    const auto faults = faults_of(
        "name = \"北\"\nspeed = 40\nshare = 0.5\non = true\nids = [\"a\", \"b\"]\n"
        "limits = [15, 30.5]\nrule = \"cap\"\n[tags]\nb = \"2\"\na = \"1\"\n"
        "[[services]]\nid = \"x\"\n[[services]]\nid = \"y\"\n",
        [](const TomlTable& root) {
            CHECK(root.text("name") == "北");
            CHECK(root.number("speed") == 40.0);
            CHECK(root.integer("speed") == 40);
            CHECK(root.number("share", {0, 1}) == 0.5);
            CHECK(root.flag("on") == true);
            CHECK(root.texts("ids") == std::vector<std::string>{"a", "b"});
            CHECK(root.numbers("limits") == std::vector{15.0, 30.5});
            CHECK(root.choice("rule", {"use", "cap"}) == std::size_t{1});
            CHECK(root.text_map("tags") == std::vector<std::pair<std::string, std::string>>{{"b", "2"}, {"a", "1"}});
            const auto services = root.tables("services");
            REQUIRE(services.size() == 2);
            CHECK(services[1].required_text("id") == "y");
            CHECK(services[1].name() == "services[2]");
            CHECK(services[0].required_text("id") == "x");
            CHECK_FALSE(root.text("absent"));
            CHECK_FALSE(root.table("absent").present());
            CHECK_FALSE(root.table("absent").number("x"));
        });
    CHECK(faults == Lines{});
}

TEST_CASE("every fault is named with its line, in the order of the file") {
    const auto faults = faults_of("speed = \"fast\"\n\n[zone]\nfactro = 0.5\nshare = 7\n[[zone.part]]\nid = 3\n",
                                  [](const TomlTable& root) {
                                      (void)root.number("speed");
                                      (void)root.required_text("title");
                                      const auto zone = root.table("zone");
                                      (void)zone.number("factor", {0, 1});
                                      (void)zone.number("share", {0, 1, false});
                                      for (const auto& part : zone.tables("part")) {
                                          (void)part.text("id");
                                      }
                                  });
    CHECK(faults ==
          Lines{"error wrong_type: a.toml line 1: speed must be a number, not a text; correct the value",
                "error missing_key: a.toml line 1: a.toml needs the key \"title\"; add it",
                "error unknown_key: a.toml line 4: the key \"zone.factro\" is not known here; did you mean \"factor\"?",
                "error bad_value: a.toml line 5: zone.share = 7: must be greater than 0 and at most 1; correct the "
                "value",
                "error wrong_type: a.toml line 7: zone.part[1].id must be a text, not a whole number; correct the "
                "value"});
}

TEST_CASE("wrong types are told for every getter") {
    const auto content =
        "text = 1\ninteger = 1.5\nflag = 1\ntexts = [1]\nnumbers = [\"a\"]\ntable = 1\ntables = [1]\n"
        "inf = inf\nchoice = \"c\"\n";
    const auto faults = faults_of(content, [](const TomlTable& root) {
        (void)root.text("text");
        (void)root.integer("integer");
        (void)root.flag("flag");
        CHECK(root.texts("texts").empty());
        CHECK(root.numbers("numbers").empty());
        CHECK_FALSE(root.table("table").present());
        CHECK(root.tables("tables").empty());
        CHECK_FALSE(root.number("inf"));
        CHECK_FALSE(root.choice("choice", {"a", "b"}));
    });
    REQUIRE(faults.size() == 9);
    CHECK_THAT(faults[1], Catch::Contains("line 2: integer must be a whole number, not a number"));
    CHECK_THAT(faults[2], Catch::Contains("flag must be true or false, not a whole number"));
    CHECK_THAT(faults[3], Catch::Contains("texts must be a list of texts"));
    CHECK_THAT(faults[4], Catch::Contains("numbers must be a list of numbers"));
    CHECK_THAT(faults[5], Catch::Contains("table must be a table, not a whole number"));
    CHECK_THAT(faults[6], Catch::Contains("tables must be a list of tables ([[tables]])"));
    CHECK_THAT(faults[7], Catch::Contains("inf must be a number, not inf"));
    CHECK_THAT(faults[8], Catch::Contains("choice = 'c': must be one of: a, b") ||
                              Catch::Contains("choice = \"c\": must be one of: a, b"));
}

TEST_CASE("a table asked for twice keeps what was asked") {
    CHECK(faults_of("[a]\nx = 1\ny = 2\n", [](const TomlTable& root) {
              (void)root.table("a").number("x");
              (void)root.table("a").number("y");
          }) == Lines{});
}

TEST_CASE("a file that is no TOML, no UTF-8 or no file") {
    const auto nothing = [](const TomlTable&) {};
    const auto syntax = faults_of("a = 1\nb = = 2\n", nothing);
    REQUIRE(syntax.size() == 1);
    CHECK_THAT(syntax[0], Catch::Contains("scenario_syntax: a.toml line 2"));
    CHECK_THAT(faults_of("a = \"\x96k\"\n", nothing).at(0), Catch::Contains("encoding_wrong: a.toml"));
    CHECK_THROWS_WITH(TomlFile(InputFile{"/nowhere/x.toml", "x.toml"}), Catch::Contains("file_missing: x.toml"));
}
