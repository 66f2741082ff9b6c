// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "policy/judgement.h"

namespace michinori::policy {

/// A test of a rule, or a group of tests that stands above.
struct RulePart {
    enum class Of : std::uint8_t { test, group };
    Of of = Of::test;
    std::size_t index = 0;
};
enum class Combine : std::uint8_t { all_of, any_of };

/// Tests and groups of a rule that combine into one.
struct TestGroup {
    std::string id;
    std::string title_en;
    std::string title_ja;
    Combine combine = Combine::all_of;
    std::vector<RulePart> parts;
};

struct GroupJudgements {
    std::vector<Judgement> groups;  ///< by group
    Judgement whole = Judgement::unknown;
};

/// Combines the judgements of tests. A group refers to tests and to groups before it; the whole is all of `needs`.
/// Pure; O(parts).
///
///     const auto combined = judge_groups(tests, rule.groups, rule.needs);
///     if (combined.whole == Judgement::yes) ...
///
/// "All" is as strong as its weakest part and "any" as its strongest, in the order of Judgement: a rule is not met
/// although a fact is missing when another test is not met; it is unknown only where the missing fact decides.
[[nodiscard]] GroupJudgements judge_groups(std::span<const Judgement> tests, std::span<const TestGroup> groups,
                                           std::span<const RulePart> needs);

}  // namespace michinori::policy
