// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <optional>

#include "policy/care_rule.h"

namespace michinori::policy {

/// What a nation needs of a kind of care in a year and gets, under one estimate.
struct NationalNeed {
    double cases = 0;             ///< needed: people x share
    double done = 0;              ///< cared for, as published
    double unmet = 0;             ///< cases - done, at least 0
    std::optional<double> share;  ///< unmet / cases; nothing where nobody is in need
};

/// Low, central and high of a rule's need against what it says was done in the nation: the sum by which the shares are
/// held against what was published. Nothing where the rule has no need or no nation.
///
///     370,000 deaths of cancer, of whom 3.3 % to 8.0 % need a nerve block, 3,122 done:
///     12,210 to 29,600 cases, 74.4 % to 89.5 % unmet
[[nodiscard]] std::optional<std::array<NationalNeed, 3>> national_need(const CareRule& rule);

}  // namespace michinori::policy
