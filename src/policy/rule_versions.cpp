// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/rule_versions.h"

#include <algorithm>

namespace michinori::policy {

std::vector<RuleFamily> families_of(const std::vector<RuleHead>& heads) {
    std::vector<RuleFamily> families;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        auto family = std::ranges::find(families, heads[i].family, &RuleFamily::id);
        if (family == families.end()) {
            family = families.insert(family, {heads[i].family, {}});
        }
        family->versions.push_back({i, heads[i]});
    }
    for (auto& family : families) {
        std::ranges::stable_sort(family.versions, {}, [](const auto& v) { return v.head.in_force_from; });
    }
    return families;
}

std::optional<std::size_t> overlapping_version(const RuleFamily& family) {
    for (std::size_t v = 1; v < family.versions.size(); ++v) {
        if (in_force(family.versions[v - 1].head, family.versions[v].head.in_force_from)) {
            return v;
        }
    }
    return std::nullopt;
}

VersionChoice version_on(const RuleFamily& family, Date date) {
    const auto& versions = family.versions;
    const auto later = std::ranges::find_if(versions, [&](const auto& v) { return v.head.in_force_from > date; });
    if (later == versions.begin()) {
        return {VersionChoice::Kind::outside, 0};
    }
    const auto begun = static_cast<std::size_t>(later - versions.begin()) - 1;
    if (in_force(versions[begun].head, date)) {
        return {VersionChoice::Kind::in_force, begun};
    }
    return {later == versions.end() ? VersionChoice::Kind::outside : VersionChoice::Kind::gap, begun};
}

std::string dates_text(const RuleFamily& family) {
    std::string text;
    for (const auto& [index, head] : family.versions) {
        text += (text.empty() ? "" : ", ");
        text += head.until ? to_text(head.in_force_from) + " to " + to_text(*head.until)
                           : "from " + to_text(head.in_force_from);
    }
    return text;
}

}  // namespace michinori::policy
