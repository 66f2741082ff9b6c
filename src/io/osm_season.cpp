// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_season.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>

#include "base/text.h"
#include "io/osm_tags.h"

namespace michinori::io {
namespace {

struct Day {
    int month = 0;
    int day = 0;
    friend auto operator<=>(const Day&, const Day&) = default;
};
constexpr Day midwinter{1, 15};

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::optional<int> month_number(std::string_view word) {
    const auto found = std::find(months.begin(), months.end(), word.substr(0, 3));
    const bool letters =
        std::all_of(word.begin(), word.end(), [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    return found != months.end() && letters ? std::optional<int>{found - months.begin() + 1} : std::nullopt;
}

std::optional<int> day_number(std::string_view word) {
    int day = 0;
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), day);
    const bool whole = fault == std::errc{} && end == word.data() + word.size();
    return whole && day >= 1 && day <= 31 ? std::optional<int>{day} : std::nullopt;
}

/// "Nov", "Nov 15", and as the end of a range also "15" in the month of its start.
std::optional<Day> parse_day(std::string_view text, int default_day, int same_month) {
    const auto words = osm_list(text, ' ');
    if (words.size() == 1) {
        if (const auto month = month_number(words[0])) {
            return Day{*month, default_day};
        }
        const auto day = day_number(words[0]);
        return day && same_month != 0 ? std::optional<Day>{Day{same_month, *day}} : std::nullopt;
    }
    if (words.size() != 2) {
        return std::nullopt;
    }
    const auto month = month_number(words[0]);
    const auto day = day_number(words[1]);
    return month && day ? std::optional<Day>{Day{*month, *day}} : std::nullopt;
}

std::optional<bool> range_holds_midwinter(std::string_view range) {
    const auto ends = osm_list(range, '-');
    if (ends.empty() || ends.size() > 2) {
        return std::nullopt;
    }
    const auto first = parse_day(ends[0], 1, 0);
    if (!first) {
        return std::nullopt;
    }
    const bool single_day = ends.size() == 1 && osm_list(ends[0], ' ').size() == 2;
    const auto last = single_day ? first : parse_day(ends.back(), 31, first->month);
    if (!last) {
        return std::nullopt;
    }
    return *first <= *last ? *first <= midwinter && midwinter <= *last : midwinter >= *first || midwinter <= *last;
}

}  // namespace

std::vector<OsmCondition> osm_conditions(std::string_view text) {
    std::vector<OsmCondition> clauses;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ';';
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (i < text.size() && (c != ';' || depth > 0)) {
            continue;
        }
        const auto clause = text.substr(start, i - start);
        start = i + 1;
        const auto at = clause.find('@');
        if (at == std::string_view::npos) {
            continue;
        }
        auto when = trimmed(clause.substr(at + 1));
        if (when.starts_with('(') && when.ends_with(')')) {
            when = trimmed(when.substr(1, when.size() - 2));
        }
        clauses.push_back({trimmed(clause.substr(0, at)), when});
    }
    return clauses;
}

std::optional<bool> osm_in_midwinter(std::string_view when) {
    if (when == "winter" || when == "snow") {
        return true;
    }
    if (when == "summer" || when == "spring" || when == "autumn") {
        return false;
    }
    std::optional<bool> any;
    for (const auto range : osm_list(when, ',')) {
        const auto holds = range_holds_midwinter(range);
        if (!holds) {
            return std::nullopt;
        }
        any = any.value_or(false) || *holds;
    }
    return any;
}

}  // namespace michinori::io
