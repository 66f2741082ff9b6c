// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/facility.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/finding.h"
#include "base/text.h"

namespace michinori::access {
namespace {

/// A condition with its column looked up once for the whole set.
struct BoundCondition {
    const Condition* condition;
    std::size_t column;

    [[nodiscard]] bool holds_for(const FacilitySet::Facility& facility) const {
        return column < facility.fields.size() ? holds(*condition, facility.fields[column]) : holds(*condition, "");
    }
};

Place place_of(const FacilitySet& set) {
    std::vector<std::string> files;
    for (const auto& facility : set.facilities) {
        if (std::ranges::find(files, facility.file) == files.end()) {
            files.push_back(facility.file);
        }
    }
    return {listed(files, 5), {}, {}};
}

std::vector<BoundCondition> bind(const FacilitySet& set, const std::vector<Condition>& conditions,
                                 std::vector<Finding>& faults) {
    std::vector<BoundCondition> bound;
    for (const auto& condition : conditions) {
        if (const auto column = set.column(condition.column)) {
            bound.push_back({&condition, *column});
        } else {
            faults.push_back({FindingCode::column_missing, place_of(set), {condition.column, listed(set.columns)}});
        }
    }
    return bound;
}

void check_ids(const FacilitySet& set, const std::vector<std::string>& ids, std::vector<Finding>& faults) {
    std::vector<std::string> known;
    for (const auto& facility : set.facilities) {
        known.push_back(facility.id);
    }
    const std::unordered_set<std::string> lookup(known.begin(), known.end());
    for (const auto& id : ids) {
        if (!lookup.contains(id)) {
            faults.push_back(
                {FindingCode::unknown_reference, place_of(set), {"facility", id, nearest_word(id, known)}});
        }
    }
}

bool compare(Condition::Kind kind, double value, double limit) {
    switch (kind) {
        case Condition::Kind::above: return value > limit;
        case Condition::Kind::at_least: return value >= limit;
        case Condition::Kind::below: return value < limit;
        case Condition::Kind::at_most: return value <= limit;
        default: return false;
    }
}

}  // namespace

std::optional<std::size_t> FacilitySet::column(std::string_view name) const {
    const auto wanted = trimmed(name);
    const auto found = std::ranges::find_if(columns, [&](const std::string& c) { return trimmed(c) == wanted; });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

bool holds(const Condition& condition, std::string_view value) {
    const auto text = trimmed(value);
    const auto same = [&](const std::string& other) { return text == trimmed(other); };
    switch (condition.kind) {
        case Condition::Kind::equals:
        case Condition::Kind::one_of: return std::ranges::any_of(condition.texts, same);
        case Condition::Kind::not_equals: return std::ranges::none_of(condition.texts, same);
        case Condition::Kind::contains:
            return std::ranges::any_of(condition.texts, [&](const std::string& other) {
                return text.find(trimmed(other)) != std::string_view::npos;
            });
        case Condition::Kind::not_empty: return !text.empty();
        default: break;
    }
    const auto number = to_number(text);
    return number && compare(condition.kind, *number, condition.number);
}

std::vector<FacilityId> select(const FacilitySet& set, const std::vector<Condition>& all_of,
                               const std::vector<Condition>& any_of, const std::vector<std::string>& ids) {
    std::vector<Finding> faults;
    const auto all = bind(set, all_of, faults);
    const auto any = bind(set, any_of, faults);
    check_ids(set, ids, faults);
    if (!faults.empty()) {
        throw InputError(std::move(faults));
    }
    // A list of ids alone names the facilities; nothing at all means every facility.
    const bool by_condition = !all.empty() || !any.empty() || ids.empty();
    const std::unordered_set<std::string> listed_ids(ids.begin(), ids.end());
    std::vector<FacilityId> selected;
    for (std::size_t i = 0; i < set.size(); ++i) {
        const auto& facility = set.facilities[i];
        const auto met = [&](const BoundCondition& c) { return c.holds_for(facility); };
        const bool chosen =
            by_condition && std::ranges::all_of(all, met) && (any.empty() || std::ranges::any_of(any, met));
        if (chosen || listed_ids.contains(facility.id)) {
            selected.push_back(FacilityId{i});
        }
    }
    return selected;
}

}  // namespace michinori::access
