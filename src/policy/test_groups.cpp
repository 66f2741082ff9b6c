// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/test_groups.h"

namespace michinori::policy {
namespace {

Judgement combined(std::span<const RulePart> parts, Combine combine, std::span<const Judgement> tests,
                   const std::vector<Judgement>& groups) {
    const bool all = combine == Combine::all_of;
    auto result = judgement(all);
    for (const auto& part : parts) {
        const auto one = part.of == RulePart::Of::test ? tests[part.index] : groups.at(part.index);
        result = all ? both(result, one) : either(result, one);
    }
    return result;
}

}  // namespace

GroupJudgements judge_groups(std::span<const Judgement> tests, std::span<const TestGroup> groups,
                             std::span<const RulePart> needs) {
    GroupJudgements result;
    for (const auto& group : groups) {
        result.groups.push_back(combined(group.parts, group.combine, tests, result.groups));
    }
    result.whole = combined(needs, Combine::all_of, tests, result.groups);
    return result;
}

}  // namespace michinori::policy
