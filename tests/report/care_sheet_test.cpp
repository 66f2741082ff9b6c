// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "report/care_parts.h"
#include "report/small_care.h"

using namespace michinori;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string page_of(test::SmallCare& care, Language language = Language::english) {
    return report::care_sheet(care.outputs(language), care.network(), care.network().sheets.front());
}

scenario::CareSheet::Line::Partner partner(std::size_t facility, std::optional<double> min) {
    return {FacilityId{facility}, min ? std::optional(from_minutes(*min)) : std::nullopt};
}

}  // namespace

TEST_CASE("care sheet: partner with minutes, nobody, rule, source, assumptions, and texts escaped") {
    test::SmallCare care;
    const auto page = page_of(care);
    CHECK_THAT(page, StartsWith("<!DOCTYPE html><html lang=\"en\">"));
    CHECK_THAT(page, Contains("Clinic &lt;One&gt; &amp; &quot;Co&quot;") && !Contains("<One>"));
    CHECK_THAT(page, Contains("<th>Block</th><td class=\"how\">by a partner</td><td>中央,病院 (20.1 min)</td>"));
    CHECK_THAT(page, Contains("<th>Pump</th><td class=\"how\">nobody in reach</td>"));
    CHECK_THAT(page, Contains("Of 2: 0 here, 1 by a partner, 0 without an agreement, 1 by nobody in reach"));
    CHECK_THAT(page, Contains("Pain network · as of 2026-04-01") && Contains("(net-2026, from 2026-04-01)"));
    CHECK_THAT(page,
               Contains("a notice &lt;of 2026&gt;") && Contains("a guess") && Contains("made up &lt;by hand&gt;"));
    CHECK_THAT(page, Contains("<dt>Secondary areas</dt><dd>中央</dd>"));
    CHECK_THAT(page, !Contains("class=\"proxy\"") && !Contains("<script"));
}

TEST_CASE("care sheet: own, no agreement, no way, many partners, proxies, Japanese") {
    test::SmallCare care;
    care.settings.proxies = {"指定<病院>を能力とみなす"};
    auto& lines = care.network().sheets.front().lines;
    lines[0] = {2, true, {partner(2, std::nullopt)}, partner(2, std::nullopt)};
    lines[1] = {3, false, {}, partner(3, 33)};
    auto page = page_of(care, Language::japanese);
    CHECK_THAT(page, Contains("<html lang=\"ja\">") && Contains("自院で実施"));
    CHECK_THAT(page, Contains("連携：中央,病院（道路で到達できません）"));
    CHECK_THAT(page, Contains("=北病院（33.0分）<div class=\"other\">最寄りの実施病院。連携の記録はありません"));
    CHECK_THAT(page, Contains("代用の値によります：指定&lt;病院&gt;を能力とみなす"));
    care.network().links.declared = false;
    CHECK_THAT(page_of(care), Contains("no table of agreements was given"));
    lines[1].partners = {partner(3, 1), partner(2, 2), partner(1, 3), partner(0, 4), partner(4, 5), partner(4, 6)};
    page = page_of(care, Language::japanese);
    CHECK_THAT(page, Contains("ほか2施設") && !Contains("5.0分"));
}

TEST_CASE("care sheet: names of files are safe, and apart where several networks have sheets") {
    test::SmallCare care;
    auto& sheet = care.network().sheets.front();
    CHECK(report::care_sheet_name(care.outputs(), care.network(), sheet) == "sheets/c1.html");
    sheet.facility = FacilityId{4};  // "k/1", row 5
    CHECK(report::care_sheet_name(care.outputs(), care.network(), sheet) == "sheets/k_1-row5.html");
    scenario::CareNetwork second;
    second.rule = std::make_unique<policy::CareRule>();
    second.rule->head.id = "other";
    second.sheets = {{FacilityId{0}, {}}};
    care.study.networks.push_back(std::move(second));
    CHECK(report::care_sheet_name(care.outputs(), care.study.networks[1], care.study.networks[1].sheets.front()) ==
          "sheets/other/c1.html");
}
