// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_rule_head.h"

#include <algorithm>

#include "base/text.h"

namespace michinori::scenario {
namespace {

std::string filled_text(const io::TomlTable& rule, std::string_view key) {
    auto value = rule.required_text(key);
    if (rule.is_text(key) && trimmed(value).empty()) {
        rule.bad_value(key, "must not be empty");
    }
    return value;
}

/// A name for tables and files.
std::string id_text(const io::TomlTable& rule, std::string_view key) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    auto value = filled_text(rule, key);
    if (value.find_first_not_of(allowed) != std::string::npos) {
        rule.bad_value(key, "may hold the letters a-z and A-Z, digits, _ and - only");
    }
    return value;
}

std::optional<Date> date_of(const io::TomlTable& rule, std::string_view key, const std::optional<std::string>& text) {
    const auto date = text ? parse_date(*text) : std::nullopt;
    if (text && !date && rule.is_text(key)) {
        rule.bad_value(key, "must be a day of the calendar such as \"2024-04-01\"");
    }
    return date;
}

void load_dates(const io::TomlTable& rule, policy::RuleHead& head) {
    const auto from = date_of(rule, "in_force_from", rule.required_text("in_force_from"));
    head.in_force_from = from.value_or(Date{});
    head.until = date_of(rule, "until", rule.text("until"));
    if (from && head.until && *head.until < *from) {
        rule.bad_value("until", "must not be before in_force_from");
    }
}

/// A list of texts, none of which says nothing or stands twice.
std::vector<std::string> clean_texts(const io::TomlTable& rule, std::string_view key) {
    auto values = rule.texts(key);
    const bool blank = std::ranges::any_of(values, [](const auto& text) { return trimmed(text).empty(); });
    auto sorted = values;
    std::ranges::sort(sorted);
    if (blank || std::ranges::adjacent_find(sorted) != sorted.end()) {
        rule.bad_value(key, "must hold different texts, none of them empty");
    }
    return values;
}

}  // namespace

std::optional<RuleKind> load_rule_kind(const io::TomlTable& rule) {
    const auto kind = rule.choice("kind", {"travel_support", "ward_support", "designation_adjustment",
                                           "remote_district", "priority_area", "shortage_spot", "care_network"});
    if (rule.present() && !rule.has("kind")) {
        rule.fault(FindingCode::missing_key, {}, {rule.name(), "kind"});
    }
    return kind ? std::optional(static_cast<RuleKind>(*kind)) : std::nullopt;
}

policy::RuleHead load_rule_head(const io::TomlTable& rule) {
    rule.pass("kind");
    policy::RuleHead head;
    head.file = rule.place().file;
    if (!rule.present()) {  // told already, by one fault
        return head;
    }
    head.id = id_text(rule, "id");
    head.family = id_text(rule, "family");
    head.title_en = filled_text(rule, "title_en");
    head.title_ja = filled_text(rule, "title_ja");
    head.source = filled_text(rule, "source");
    load_dates(rule, head);
    head.assumptions = clean_texts(rule, "assumptions");
    head.municipalities = clean_texts(rule, "municipalities");
    return head;
}

}  // namespace michinori::scenario
