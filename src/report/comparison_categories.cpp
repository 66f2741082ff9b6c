// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/comparison_categories.h"

#include <algorithm>
#include <array>

#include "report/comparison_parts.h"

namespace michinori::report {
namespace {

using access::ChangeKind;

/// From little to much.
constexpr std::array<std::string_view, 5> shorter{"198,219,239,255", "158,202,225,255", "107,174,214,255",
                                                  "49,130,189,255", "8,81,156,255"};
constexpr std::array<std::string_view, 5> longer{"254,217,118,255", "253,141,60,255", "240,59,32,255", "189,0,38,255",
                                                 "103,0,13,255"};
constexpr std::string_view colour_cut_off = "0,0,0,255";
constexpr std::string_view colour_new = "84,39,143,255";

std::string_view kind_words(ChangeKind kind, bool ja) {
    switch (kind) {
        case ChangeKind::unchanged: return ja ? "変化なし" : "no change";
        case ChangeKind::faster: return ja ? "短縮" : "shorter";
        case ChangeKind::slower: return ja ? "延長" : "longer";
        case ChangeKind::newly_reached: return ja ? "新たに到達可" : "newly reached";
        case ChangeKind::newly_unreached: return ja ? "到達不可になる" : "no longer reached";
        case ChangeKind::unreached_both: break;
    }
    return ja ? "前後とも到達不可" : "reached neither before nor after";
}

/// The colour of one of `count` steps away from no change; 0 is the nearest.
std::string_view step_colour(const std::array<std::string_view, 5>& colours, std::size_t step, std::size_t count) {
    return colours[count < 2 ? 0 : std::min(colours.size() - 1, step * (colours.size() - 1) / (count - 1))];
}

}  // namespace

std::vector<Category> change_categories(const std::vector<double>& limits, Language language) {
    const bool ja = language == Language::japanese;
    const auto names = band_names(limits);
    const auto words = band_words(limits, language);
    const auto below = static_cast<std::size_t>(std::ranges::count_if(limits, [](double l) { return l <= 0; }));
    std::vector<Category> categories;
    for (std::size_t b = 0; b < names.size(); ++b) {
        const auto colour = b < below ? step_colour(shorter, below - 1 - b, below)
                                      : step_colour(longer, b - below, names.size() - below);
        categories.push_back({names[b], words[b], colour});
    }
    const auto add = [&](ChangeKind kind, std::string_view colour) {
        categories.push_back({std::string(access::name(kind)), std::string(kind_words(kind, ja)), colour});
    };
    add(ChangeKind::newly_unreached, colour_cut_off);
    add(ChangeKind::newly_reached, colour_new);
    add(ChangeKind::unchanged, colour_no);
    return categories;
}

std::vector<Category> status_categories(Language language) {
    const bool ja = language == Language::japanese;
    return {{"kept", ja ? "存続" : "kept", "44,123,182,255"},
            {"moved", ja ? "移転" : "moved", "171,217,233,255"},
            {"closed", ja ? "閉鎖" : "closed", "215,25,28,255"},
            {"opened", ja ? "開設" : "opened", "253,174,97,255"}};
}

}  // namespace michinori::report
