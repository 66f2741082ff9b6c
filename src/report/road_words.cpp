// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/road_words.h"

#include <fmt/core.h>

#include <array>

#include "base/text.h"

namespace michinori::report {
namespace {

struct Names {
    std::string_view en;
    std::string_view ja;
};

constexpr std::array<Names, network::road_class_count> names{{
    {"motorway", "高速道路"},
    {"motorway ramp", "高速道路のランプ"},
    {"national road", "国道"},
    {"national road ramp", "国道のランプ"},
    {"main prefectural road", "主要地方道"},
    {"main prefectural road ramp", "主要地方道のランプ"},
    {"prefectural road", "都道府県道"},
    {"prefectural road ramp", "都道府県道のランプ"},
    {"main municipal road", "幹線市町村道"},
    {"main municipal road ramp", "幹線市町村道のランプ"},
    {"municipal road", "市町村道"},
    {"street", "住宅地の道"},
    {"living street", "生活道路"},
    {"access road", "構内・取付道路"},
    {"farm or forest road", "農道・林道"},
    {"road", "道路"},
    {"ferry", "フェリー"},
}};

}  // namespace

std::string_view words_of(network::RoadClass road_class, Language language) {
    const auto& both = names[static_cast<std::size_t>(road_class)];
    return language == Language::japanese ? both.ja : both.en;
}

std::string road_words(std::string_view name, std::string_view ref, network::RoadClass road_class, Language language) {
    std::string words = printable(name);
    if (!ref.empty()) {
        words += (words.empty() ? "" : " ") + fmt::format("({})", printable(ref));
    }
    return words.empty() ? std::string(words_of(road_class, language)) : words;
}

}  // namespace michinori::report
