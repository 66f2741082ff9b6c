// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_care_rule.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "scenario/load_rule_head.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::CareRule;

constexpr std::size_t most_capabilities = 64;  // care/coverage.h
constexpr io::NumberRange some_minutes{0, 10000, false};
constexpr io::NumberRange minutes_or_none{0, 10000};
constexpr io::NumberRange any_share{0, 1};
constexpr io::NumberRange any_number{0, 1e12};
constexpr io::NumberRange above_none{0, 1e12, false};

std::optional<TravelTime> load_limit(const TomlTable& table, std::string_view key = "limit_min") {
    const auto limit = table.number(key, some_minutes);
    return limit ? std::optional(from_minutes(*limit)) : std::nullopt;
}

/// id and titles of anything in `list`, whose ids are told apart.
template <class Item>
Item named(const TomlTable& table, const std::vector<Item>& list) {
    Item item;
    item.id = table.required_text("id");
    item.title_en = table.required_text("title_en");
    item.title_ja = table.required_text("title_ja");
    if (!item.id.empty() && std::ranges::find(list, item.id, &Item::id) != list.end()) {
        table.bad_value("id", "is the id of an earlier one already");
    }
    return item;
}

/// A name of something that the file defines.
template <class Item>
void check_name(const TomlTable& table, std::string_view key, const std::string& name, const std::vector<Item>& list,
                const std::string& what) {
    if (!table.has(key) || name.empty() || std::ranges::find(list, name, &Item::id) != list.end()) {
        return;
    }
    std::vector<std::string> ids;
    std::ranges::transform(list, std::back_inserter(ids), &Item::id);
    table.fault(FindingCode::unknown_reference, key, {what, name, listed(ids)});
}

std::string load_tier_name(const TomlTable& table, std::string_view key, const CareRule& rule) {
    const auto name = table.text(key).value_or("");
    check_name(table, key, name, rule.tiers, "tier");
    return name;
}

std::string required_tier_name(const TomlTable& table, std::string_view key, const CareRule& rule) {
    const auto name = table.required_text(key);
    check_name(table, key, name, rule.tiers, "tier");
    return name;
}

void load_tier(const TomlTable& table, CareRule& rule) {
    auto tier = named(table, rule.tiers);
    tier.level = table.text("level").value_or("");
    tier.limit = load_limit(table);
    rule.tiers.push_back(std::move(tier));
}

void load_capability(const TomlTable& table, CareRule& rule) {
    auto capability = named(table, rule.capabilities);
    if (std::ranges::find(rule.tiers, capability.id, &CareRule::Tier::id) != rule.tiers.end()) {
        table.bad_value("id", "is the id of a tier; tables tell them apart by it");
    }
    capability.tier = required_tier_name(table, "tier", rule);
    capability.limit = load_limit(table);
    rule.capabilities.push_back(std::move(capability));
}

std::vector<CareRule::Tele> load_tele(const TomlTable& table, bool first) {
    static const std::vector<std::pair<std::string, CareRule::Tele>> kinds{
        {"with_physician", CareRule::Tele::with_physician},
        {"with_nurse", CareRule::Tele::with_nurse},
        {"at_home", CareRule::Tele::at_home}};
    std::vector<CareRule::Tele> tele;
    for (const auto& word : table.texts("tele")) {
        const auto found = std::ranges::find(kinds, word, &std::pair<std::string, CareRule::Tele>::first);
        if (found == kinds.end()) {
            table.bad_value("tele", "may name with_physician, with_nurse and at_home");
        } else if (found->second == CareRule::Tele::with_physician && first) {
            table.bad_value("tele", "no physician stands before the first step");
        } else {
            tele.push_back(found->second);
        }
    }
    return tele;
}

CareRule::By load_by(const TomlTable& table, bool first) {
    const auto by = table.choice("by", {"nearest", "partner", "either"});
    if (first && by && *by > 0) {
        table.bad_value("by", "must be nearest: nobody refers to the first step");
    }
    return static_cast<CareRule::By>(by.value_or(0));
}

void load_step(const TomlTable& table, const CareRule& rule, CareRule::Chain& chain) {
    const bool first = chain.steps.empty();
    CareRule::Step step;
    step.tier = required_tier_name(table, "tier", rule);
    step.by = load_by(table, first);
    step.limit = load_limit(table);
    step.stay = from_minutes(table.number("stay_min", minutes_or_none).value_or(0));
    step.by_air = table.flag("by_air").value_or(false);
    step.tele = load_tele(table, first);
    step.nurse_tier = load_tier_name(table, "nurse_tier", rule);
    const bool nurse = std::ranges::find(step.tele, CareRule::Tele::with_nurse) != step.tele.end();
    if (nurse != !step.nurse_tier.empty()) {
        table.bad_value(nurse ? "tele" : "nurse_tier", "with_nurse and nurse_tier go together");
    }
    if (first && step.by_air) {
        table.bad_value("by_air", "the journey from home is by road");
    }
    if (!first && chain.steps.back().tier == step.tier) {
        table.bad_value("tier", "is that of the step before");
    }
    chain.steps.push_back(std::move(step));
}

void load_chain(const TomlTable& table, CareRule& rule) {
    auto chain = named(table, rule.chains);
    chain.limit = load_limit(table);
    chain.home_between = table.flag("home_between").value_or(false);
    chain.journeys_a_year = table.number("journeys_a_year", above_none).value_or(1);
    for (const auto& step : table.tables("step")) {
        load_step(step, rule, chain);
    }
    if (chain.steps.empty()) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "[[chain.step]]"});
    }
    const bool air = std::ranges::any_of(chain.steps, &CareRule::Step::by_air);
    if (air && chain.home_between) {
        table.bad_value("home_between", "a patient who is flown on does not go home between");
    }
    rule.chains.push_back(std::move(chain));
}

std::optional<CareRule::Need> load_need(const TomlTable& table, const CareRule& rule) {
    if (!table.present()) {
        return std::nullopt;
    }
    CareRule::Need need;
    need.low = table.required_number("low", any_share);
    need.high = table.required_number("high", any_share);
    need.central = table.number("central", any_share).value_or((need.low + need.high) / 2);
    if (need.low > need.central || need.central > need.high) {
        table.bad_value("low", "low, central and high must ascend");
    }
    need.tier = required_tier_name(table, "tier", rule);
    if (const auto nation = table.table("nation"); nation.present()) {
        need.nation.emplace();
        need.nation->people = nation.required_number("people", above_none);
        need.nation->done = nation.required_number("done", any_number);
        need.nation->source = nation.required_text("source");
    }
    return need;
}

void load_concentration(const TomlTable& table, CareRule& rule) {
    CareRule::Concentration care;
    care.tier = load_tier_name(table, "tier", rule);
    care.capability = table.text("capability").value_or("");
    check_name(table, "capability", care.capability, rule.capabilities, "capability");
    if (care.tier.empty() == care.capability.empty()) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "tier or capability, one of them"});
    }
    care.time_critical = table.flag("time_critical").value_or(false);
    if (care.time_critical) {  // nothing is made fewer, so nothing is counted
        rule.concentrations.push_back(std::move(care));
        return;
    }
    care.floor = table.required_number("floor", any_number);
    care.cases_per_person = table.required_number("cases_per_person", {0, 1000, false});
    rule.concentrations.push_back(std::move(care));
}

void load_specialty(const TomlTable& table, CareRule& rule) {
    auto specialty = named(table, rule.specialties);
    specialty.tier = required_tier_name(table, "tier", rule);
    specialty.national_per_100000 = table.required_number("national_per_100000", above_none);
    specialty.few_below = table.number("few_below", {0, 1, false}).value_or(specialty.few_below);
    rule.specialties.push_back(std::move(specialty));
}

template <class Load>
void load_each(const TomlTable& root, std::string_view key, CareRule& rule, Load load) {
    for (const auto& table : root.tables(key)) {
        load(table, rule);
    }
}

}  // namespace

CareRule load_care_rule(const TomlTable& root) {
    CareRule rule;
    const auto head = root.required_table("rule");
    const auto kind = load_rule_kind(head);
    if (kind && kind != RuleKind::care_network) {
        head.bad_value("kind", "must be \"care_network\" here");
    }
    rule.head = load_rule_head(head);
    load_each(root, "tier", rule, load_tier);
    if (rule.tiers.empty()) {
        root.fault(FindingCode::missing_key, {}, {rule.head.file, "[[tier]]"});
    }
    load_each(root, "capability", rule, load_capability);
    if (rule.capabilities.size() > most_capabilities) {
        root.bad_value("capability", "are too many; 64 at most");
    }
    if (const auto duty = root.table("duty"); duty.present()) {
        rule.together = required_tier_name(duty, "together", rule);
    }
    load_each(root, "chain", rule, load_chain);
    rule.need = load_need(root.table("need"), rule);
    load_each(root, "concentration", rule, load_concentration);
    load_each(root, "specialty", rule, load_specialty);
    return rule;
}

CareRule read_care_rule(const io::InputFile& file) {
    io::TomlFile toml(file);
    auto rule = load_care_rule(toml.root());
    toml.finish();
    return rule;
}

}  // namespace michinori::scenario
