// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "report/comparison_parts.h"
#include "report/support_lines.h"

namespace michinori::report {

/// What one rule is expected to cost before and after, for some place, under one reading of what is not known.
struct SupportChange {
    SupportLine before;
    SupportLine after;
    [[nodiscard]] policy::Yen difference() const { return after.support - before.support; }
    /// Of the payer number `payer` of the rule.
    [[nodiscard]] static policy::Yen paid(const SupportLine& line, std::size_t payer) {
        return payer < line.by_payer.size() ? line.by_payer[payer] : policy::Yen{};
    }
};

/// A rule in force on either side, with its change by bound.
struct RuleChange {
    const policy::TravelSupport* rule = nullptr;
    std::array<SupportChange, 3> by_bound;
    [[nodiscard]] const SupportChange& at(policy::Bound bound) const {
        return by_bound[static_cast<std::size_t>(bound)];
    }
};

/// Whether both sides know births and rules.
[[nodiscard]] bool tells_support(const scenario::ComparisonStudy& study);

/// The region's change, rule by rule; empty unless tells_support().
[[nodiscard]] std::vector<RuleChange> support_change(const scenario::ComparisonStudy& study);

/// A row per level, area, rule and payer ("all": the sum of the payers); then the level "region". Areas are matched by
/// their codes, because a variant may have others.
std::int64_t write_support_change_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file);

[[nodiscard]] Json support_change_json(const scenario::ComparisonStudy& study);

}  // namespace michinori::report
