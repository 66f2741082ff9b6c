// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "policy/rule_versions.h"
#include "scenario/care_parts.h"
#include "scenario/facility_facts.h"
#include "scenario/fault_collector.h"
#include "scenario/find_level.h"
#include "scenario/load_care_rule.h"
#include "scenario/placed_faults.h"
#include "scenario/rule_book.h"

namespace michinori::scenario {
namespace {

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> ids;
    for (const auto& item : items) {
        ids.push_back(item.id);
    }
    return ids;
}

/// Collects what does not fit between a scenario's words and a rule's.
class WordCheck {
public:
    WordCheck(const NetworkSettings& settings, FaultCollector& faults) : settings_(settings), faults_(faults) {}

    void known(const std::string& kind, const std::string& word, const std::vector<std::string>& words) {
        if (std::ranges::find(words, word) == words.end()) {
            fault(FindingCode::unknown_reference, {kind, word, words.empty() ? "-" : listed(words)});
        }
    }
    void given(const std::string& table, const std::string& word, const std::map<std::string, std::string>& words) {
        if (!words.contains(word)) {
            fault(FindingCode::missing_key, {"network." + table, word});
        }
    }
    void fault(FindingCode code, std::vector<std::string> arguments) {
        faults_.add({code, settings_.place, std::move(arguments)});
    }

private:
    const NetworkSettings& settings_;
    FaultCollector& faults_;
};

std::vector<std::string> both(std::vector<std::string> one, const std::vector<std::string>& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

}  // namespace

void check_words(const NetworkSettings& settings, const policy::CareRule& rule,
                 const std::vector<access::AreaLevel>& levels) {
    FaultCollector faults;
    WordCheck check(settings, faults);
    const auto tiers = ids_of(rule.tiers);
    const auto capabilities = ids_of(rule.capabilities);
    const auto specialties = ids_of(rule.specialties);
    for (const auto& [tier, service] : settings.tiers) {
        check.known("tier of the rule", tier, tiers);
    }
    for (const auto& [capability, service] : settings.capabilities) {
        check.known("capability of the rule", capability, capabilities);
    }
    for (const auto& [tier, service] : settings.tele) {
        check.known("tier of the rule", tier, tiers);
    }
    for (const auto& numbers : settings.capacities) {
        check.known("tier of the rule", numbers.tier, tiers);
    }
    for (const auto& numbers : settings.specialists) {
        check.known("specialty of the rule", numbers.tier, specialties);
    }
    for (const auto& sites : settings.new_sites) {
        check.known("tier or capability of the rule", sites.what, both(tiers, capabilities));
    }
    for (const auto& tier : rule.tiers) {
        check.given("tiers", tier.id, settings.tiers);
        if (!tier.level.empty()) {
            faults.attempt(
                [&] { at_place(settings.place, [&] { (void)level_named(levels, settings.level_of(tier.level)); }); });
        }
    }
    for (const auto& capability : rule.capabilities) {
        check.given("capabilities", capability.id, settings.capabilities);
    }
    faults.stop_if_any();
}

policy::CareRule rule_of(const NetworkSettings& settings, io::InputLog& log) {
    auto rule = read_care_rule(settings.rule);
    if (settings.date && !in_force(rule.head, *settings.date)) {
        throw InputError({FindingCode::rule_not_in_force,
                          settings.place,
                          {rule.head.family, to_text(*settings.date),
                           policy::dates_text(policy::families_of({rule.head}).front())}});
    }
    record_rule(settings.rule, rule.head, log);
    return rule;
}

std::vector<std::optional<double>> care_numbers(const std::string& column, const std::vector<FacilityId>& facilities,
                                                const access::FacilitySet& set) {
    const auto at = set.column(column);
    if (!at) {
        throw InputError({FindingCode::column_missing, {}, {column, listed(set.columns)}});
    }
    FaultCollector faults;
    std::vector<std::optional<double>> numbers;
    for (const auto id : facilities) {
        const auto& facility = set.facilities[id.index()];
        const auto field = *at < facility.fields.size() ? trimmed(facility.fields[*at]) : std::string_view();
        const auto number = to_number(field);
        const auto whose = column + " of " + facility.id;  // the column may come from a table joined to this file
        numbers.push_back(std::nullopt);
        if (is_not_known(field)) {
            continue;
        }
        if (!number) {
            faults.add({FindingCode::bad_number, {facility.file, facility.row, {}}, {whose, std::string(field)}});
        } else if (*number < 0) {
            faults.add({FindingCode::negative_number, {facility.file, facility.row, {}}, {whose, std::string(field)}});
        } else {
            numbers.back() = number;
        }
    }
    faults.stop_if_any();
    return numbers;
}

}  // namespace michinori::scenario
