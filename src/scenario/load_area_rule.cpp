// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_area_rule.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "scenario/load_fraction.h"
#include "scenario/load_rule_head.h"
#include "scenario/load_test_groups.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::AreaRule;
using policy::UnitNumber;

constexpr double most = 1e9;

/// Names of facts get numbers in the order in which they appear.
using FactNames = std::vector<std::string>;

std::size_t load_fact(const TomlTable& table, std::string_view key, FactNames& facts) {
    const auto name = table.required_text(key);
    if (table.is_text(key) && !is_fact_name(name)) {
        table.bad_value(key, "may hold the letters a-z, digits and _ only: it names columns");
    }
    const auto found = std::ranges::find(facts, name);
    if (found == facts.end()) {
        facts.push_back(name);
        return facts.size() - 1;
    }
    return static_cast<std::size_t>(found - facts.begin());
}

/// A fact, or the fact per another, or its change since another.
UnitNumber load_number(const TomlTable& table, FactNames& facts) {
    UnitNumber number;
    number.fact = load_fact(table, "fact", facts);
    const bool ratio = table.has("per");
    if (ratio || table.has("since")) {
        number.form = ratio ? UnitNumber::Form::ratio : UnitNumber::Form::change;
        number.of = load_fact(table, ratio ? "per" : "since", facts);
    }
    if (ratio && table.has("since")) {
        table.pass("since");
        table.bad_value("since", "stands beside per; a number is a ratio or a change");
    }
    return number;
}

/// Which of two keys the table has: 0 or 1. Both, or neither, is a fault.
std::size_t one_of(const TomlTable& table, const std::string& first, const std::string& second) {
    if (table.has(first) && table.has(second)) {
        table.pass(second);
        table.bad_value(second, "stands beside " + first + "; write one of them");
    } else if (!table.has(first) && !table.has(second)) {
        table.fault(FindingCode::missing_key, {}, {table.name(), first + " (or " + second + ")"});
    }
    return table.has(first) || !table.has(second) ? 0 : 1;
}

AreaRule::Condition number_limit(const TomlTable& table, FactNames& facts) {
    AreaRule::NumberLimit test;
    test.number = load_number(table, facts);
    const bool at_most = one_of(table, "at_most", "at_least") == 0;
    test.side = at_most ? AreaRule::Side::at_most : AreaRule::Side::at_least;
    test.limit = table.number(at_most ? "at_most" : "at_least", {-most, most}).value_or(0);
    test.margin_below = table.number("about_below", {0, most}).value_or(0);
    test.margin_above = table.number("about_above", {0, most}).value_or(0);
    return test;
}

AreaRule::Condition number_share(const TomlTable& table, FactNames& facts) {
    AreaRule::NumberShare test;
    test.number = load_number(table, facts);
    const bool lowest = one_of(table, "lowest", "highest") == 0;
    test.end = lowest ? AreaRule::End::lowest : AreaRule::End::highest;
    const auto* const key = lowest ? "lowest" : "highest";
    test.share = table.has(key) ? load_fraction(table, key, 1) : test.share;
    return test;
}

template <class Kind>
AreaRule::Condition plain(const TomlTable& /*table*/, FactNames& /*facts*/) {
    return Kind{};
}

struct Kind {
    std::string_view name;
    AreaRule::Condition (*load)(const TomlTable&, FactNames&);
};
constexpr std::array kinds{Kind{"lowest_of_prefecture", plain<AreaRule::LowestOfPrefecture>},
                           Kind{"few_area", plain<AreaRule::FewArea>},
                           Kind{"few_prefecture", plain<AreaRule::FewPrefecture>},
                           Kind{"outside_designated", plain<AreaRule::OutsideDesignated>},
                           Kind{"number", number_limit},
                           Kind{"share", number_share}};

AreaRule::Condition load_condition(const TomlTable& table, FactNames& facts) {
    std::vector<std::string> names;
    std::ranges::transform(kinds, std::back_inserter(names), [](const Kind& k) { return std::string(k.name); });
    const auto kind = load_test_kind(table, names);
    return kind ? kinds.at(*kind).load(table, facts) : AreaRule::Condition{};
}

std::vector<LoadedTest> load_tests(const TomlTable& root, AreaRule& rule) {
    std::vector<LoadedTest> loaded;
    for (const auto& table : root.tables("test")) {
        auto names = load_test_names(table);
        loaded.push_back({names.id, table});
        rule.tests.push_back({std::move(names.id), std::move(names.title_en), std::move(names.title_ja),
                              load_condition(table, rule.facts)});
    }
    return loaded;
}

void load_ranking(const TomlTable& root, AreaRule& rule) {
    for (const auto& table : root.tables("rank")) {
        AreaRule::RankKey key;
        key.number = load_number(table, rule.facts);
        const auto first = table.choice("first", {"lowest", "highest"});
        key.first = first == std::size_t{1} ? AreaRule::End::highest : AreaRule::End::lowest;
        if (!table.has("first")) {
            table.fault(FindingCode::missing_key, {}, {table.name(), "first"});
        }
        rule.ranking.push_back(key);
    }
}

AreaRule::Use load_use(const TomlTable& head) {
    const auto kind = load_rule_kind(head);
    if (kind && kind != RuleKind::priority_area && kind != RuleKind::shortage_spot) {
        head.bad_value("kind", "must be \"priority_area\" or \"shortage_spot\" here");
    }
    return kind == RuleKind::shortage_spot ? AreaRule::Use::shortage_spot : AreaRule::Use::priority_area;
}

}  // namespace

bool is_fact_name(std::string_view text) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

AreaRule load_area_rule(const TomlTable& root) {
    AreaRule rule;
    const auto head = root.required_table("rule");
    rule.use = load_use(head);
    rule.head = load_rule_head(head);
    auto combined = load_test_groups(root, load_tests(root, rule));
    rule.groups = std::move(combined.groups);
    rule.needs = std::move(combined.needs);
    load_ranking(root, rule);
    return rule;
}

}  // namespace michinori::scenario
