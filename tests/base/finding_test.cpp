// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/finding.h"

#include <catch2/catch.hpp>

#include <set>

#include "base/finding_catalogue.h"

using namespace michinori;

TEST_CASE("a finding is one line: severity, code, place, what, what to do") {
    const Finding finding{FindingCode::bad_number, {"homes.csv", 12, {}}, {"lon", "13x.5"}};
    CHECK(to_line(finding, Language::english) ==
          "error bad_number: homes.csv row 12: \"13x.5\" in column lon is not a number; correct the value, or name "
          "another column");
    CHECK(to_line(finding, Language::japanese) ==
          "error bad_number: homes.csv 12 行目: 列 lon の「13x.5」は数ではありません; "
          "値を直すか、別の列を指定してください");
}

TEST_CASE("text from an input keeps to its line") {
    const Finding finding{FindingCode::empty_value, {"a\nb.csv", {}, 3}, {"x\r\n\x1B[2J"}};
    const auto line = to_line(finding, Language::english);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find('\x1B') == std::string::npos);
    CHECK(line.find("line 3") != std::string::npos);
}

TEST_CASE("every code has words, and its name stands once") {
    std::set<std::string_view> names;
    for (int code = 0; code <= static_cast<int>(FindingCode::profile_assumption); ++code) {
        const auto& entry = catalogue_entry(static_cast<FindingCode>(code));
        CHECK(names.insert(entry.name).second);
        CHECK_FALSE(entry.what_en.empty());
        CHECK_FALSE(entry.what_ja.empty());
        CHECK_FALSE(entry.remedy_en.empty());
        CHECK_FALSE(entry.remedy_ja.empty());
    }
}

TEST_CASE("both languages use the same arguments") {
    const auto arguments_in = [](std::string_view a, std::string_view b) {
        std::set<char> used;
        for (const auto text : {a, b}) {
            for (std::size_t i = 0; i + 2 < text.size(); ++i) {
                if (text[i] == '{' && text[i + 2] == '}') {
                    used.insert(text[i + 1]);
                }
            }
        }
        return used;
    };
    for (int code = 0; code <= static_cast<int>(FindingCode::profile_assumption); ++code) {
        const auto& entry = catalogue_entry(static_cast<FindingCode>(code));
        INFO(entry.name);
        if (entry.code == FindingCode::no_roads || entry.code == FindingCode::noding_summary) {
            continue;
        }
        CHECK(arguments_in(entry.what_en, entry.remedy_en) == arguments_in(entry.what_ja, entry.remedy_ja));
    }
}

TEST_CASE("an input error carries every fault") {
    const InputError error(
        {{FindingCode::file_missing, {"a", {}, {}}, {}}, {FindingCode::file_missing, {"b", {}, {}}, {}}});
    CHECK(error.findings().size() == 2);
    CHECK(std::string(error.what()).find("a: the file does not exist") != std::string::npos);
}
