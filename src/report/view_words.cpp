// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/view_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "report/csv_tables.h"
#include "report/text_table.h"
#include "report/words.h"

namespace michinori::report {
namespace {

struct GroupTitle {
    std::string_view id;
    std::string_view ja;
    std::string_view en;
};
constexpr std::array group_titles{GroupTitle{"population", "人口", "Population"},
                                  GroupTitle{"births", "年間出生数", "Births a year"},
                                  GroupTitle{"births_from_file", "年間出生数", "Births a year"},
                                  GroupTitle{"women_15_49", "15～49歳の女性", "Women aged 15 to 49"},
                                  GroupTitle{"population_65plus", "65歳以上の人口", "People aged 65 and over"},
                                  GroupTitle{"cancer_deaths", "年間がん死亡数", "Cancer deaths a year"}};

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

Json words_view(const Bilingual& words) {
    return {{"ja", printable(words.ja)}, {"en", printable(words.en)}};
}

Bilingual bilingual_title(const std::string& en, const std::string& ja, const std::string& id) {
    return {title(en, ja, id, Language::japanese), title(en, ja, id, Language::english)};
}

Bilingual title_of(const access::Service& service) {
    return bilingual_title(service.title_en, service.title_ja, service.id);
}

Bilingual title_of_group(const std::string& id) {
    const auto found = std::ranges::find(group_titles, id, &GroupTitle::id);
    return found == group_titles.end() ? Bilingual{id, id} : Bilingual{std::string(found->ja), std::string(found->en)};
}

Bilingual words_of(network::Reason reason) {
    return {std::string(words_of(reason, Language::japanese)), std::string(words_of(reason, Language::english))};
}

Bilingual taken_apart(std::string_view text) {
    constexpr std::string_view between = " / ";
    const auto at = text.find(between);
    if (at == std::string_view::npos || is_ascii(text.substr(0, at))) {
        return {std::string(text), std::string(text)};
    }
    return {std::string(text.substr(0, at)), std::string(text.substr(at + between.size()))};
}

Json finding_view(const Finding& finding) {
    return {{"severity", name(severity(finding.code))},
            {"code", name(finding.code)},
            {"place", place_text(finding.place)},
            {"text", words_view({message(finding, Language::japanese), message(finding, Language::english)})}};
}

std::string place_text(const Place& place) {
    auto text = printable(place.file);
    for (const auto& number : {place.row, place.line}) {
        if (number) {
            text += fmt::format(":{}", *number);
        }
    }
    return text;
}

std::string minutes_text(TravelTime time) {
    constexpr std::uint32_t tenth_ms = 6000;
    const auto tenths = time.count() / tenth_ms + (time.count() % tenth_ms == 0 ? 0 : 1);
    return fmt::format("{}.{}", grouped(std::int64_t{tenths / 10}), tenths % 10);
}

std::string people_text(People people) {
    constexpr std::int64_t one = 1000000;
    constexpr std::int64_t tenth = one / 10;
    const auto micro = std::abs(people.micro());
    const std::string sign = people.micro() < 0 ? "-" : "";
    if (micro % one == 0 || micro >= 100 * one) {
        return sign + grouped((micro + one / 2) / one);
    }
    const auto tenths = std::max<std::int64_t>((micro + tenth / 2) / tenth, 1);  // somebody never reads as nobody
    return sign + fmt::format("{}.{}", grouped(tenths / 10), tenths % 10);
}

}  // namespace michinori::report
