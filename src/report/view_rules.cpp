// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "report/decision_words.h"
#include "report/road_words.h"
#include "report/view_parts.h"

namespace michinori::report {
namespace {

/// The address in a source, if it names one.
Json url_in(const std::string& source) {
    const auto begin = std::min(source.find("https://"), source.find("http://"));
    if (begin == std::string::npos) {
        return nullptr;
    }
    const auto end = std::min(source.find_first_of(" \t\"'<>)", begin), source.size());
    return printable(source.substr(begin, end - begin));
}

Json assumptions_view(const std::vector<std::string>& assumptions) {
    Json all = Json::array();
    for (const auto& assumption : assumptions) {
        all.push_back(words_view(taken_apart(assumption)));
    }
    return all;
}

Json rule_view(const policy::RuleHead& head) {
    return {{"id", printable(head.id)},
            {"title", words_view(bilingual_title(head.title_en, head.title_ja, head.id))},
            {"source", printable(head.source)},
            {"url", url_in(head.source)},
            {"dates", fmt::format("{} – {}", michinori::to_text(head.in_force_from),
                                  head.until ? michinori::to_text(*head.until) : "")},
            {"assumptions", assumptions_view(head.assumptions)}};
}

Json speeds_view(const network::SpeedProfile& profile) {
    Json speeds = Json::array();
    for (std::size_t c = 0; c < network::road_class_count; ++c) {
        const auto of = static_cast<network::RoadClass>(c);
        const auto& speed = profile.speeds[c];
        const Bilingual road{std::string(words_of(of, Language::japanese)),
                             std::string(words_of(of, Language::english))};
        speeds.push_back({{"road", words_view(road)},
                          {"open_kmh", speed.open.value()},
                          {"dense_kmh", speed.dense.value()},
                          {"assumption", speed.assumption}});
    }
    return speeds;
}

/// Numbers without a source that are no speeds of a class: those carry a mark of their own.
Json profile_assumptions(const network::SpeedProfile& profile) {
    Json all = Json::array(
        {words_view({modelled_notice(profile, Language::japanese), modelled_notice(profile, Language::english)})});
    for (const auto& name : profile.assumptions) {
        if (!name.starts_with("speeds.")) {
            all.push_back(
                words_view({"出典のない値（仮定）: " + name, "A number without a source (assumption): " + name}));
        }
    }
    return all;
}

/// Two result folders do not tell how fast roads were driven.
Json no_profile() {
    return {{"id", ""},
            {"title", words_view({"各結果フォルダの run.json を参照", "see run.json of either folder"})},
            {"source", ""},
            {"season", "summer"},
            {"speeds", Json::array()},
            {"assumptions", Json::array()}};
}

}  // namespace

Json rules_view(const ViewInputs& inputs) {
    Json all = Json::array();
    if (const auto* study = inputs.states.front().side.maternity) {
        for (const auto& rule : study->book.travel) {
            if (policy::in_force(rule.head, study->day)) {
                all.push_back(rule_view(rule.head));
            }
        }
        for (const auto& rule : study->book.wards) {
            if (policy::in_force(rule.head, study->day)) {
                all.push_back(rule_view(rule.head));
            }
        }
    }
    for (const auto* head : inputs.rules) {
        all.push_back(rule_view(*head));
    }
    return all;
}

Json profile_view(const ViewInputs& inputs) {
    if (inputs.profile == nullptr || inputs.scenario == nullptr) {
        return no_profile();
    }
    const auto& profile = *inputs.profile;
    const bool winter = inputs.scenario->speed.season == network::Season::winter;
    return {{"id", printable(profile.id)},
            {"title", words_view(bilingual_title(profile.title_en, profile.title_ja, profile.id))},
            {"source", printable(profile.source)},
            {"season", winter ? "winter" : "summer"},
            {"speeds", speeds_view(profile)},
            {"assumptions", profile_assumptions(profile)}};
}

}  // namespace michinori::report
