// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/care_need.h"

#include <algorithm>

namespace michinori::policy {
namespace {

NationalNeed estimate(const CareRule::Need::Nation& nation, double share) {
    NationalNeed need;
    need.cases = nation.people * share;
    need.done = nation.done;
    need.unmet = std::max(0.0, need.cases - need.done);
    if (need.cases > 0) {
        need.share = need.unmet / need.cases;
    }
    return need;
}

}  // namespace

std::optional<std::array<NationalNeed, 3>> national_need(const CareRule& rule) {
    if (!rule.need || !rule.need->nation) {
        return std::nullopt;
    }
    const auto& nation = *rule.need->nation;
    return std::array{estimate(nation, rule.need->low), estimate(nation, rule.need->central),
                      estimate(nation, rule.need->high)};
}

}  // namespace michinori::policy
