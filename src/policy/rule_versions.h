// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/rule_head.h"

namespace michinori::policy {

/// The dated versions of one rule. `index` leads into whatever list the heads were taken from.
struct RuleFamily {
    struct Version {
        std::size_t index = 0;
        RuleHead head;
    };
    std::string id;
    std::vector<Version> versions;  ///< by first day
};

/// Groups heads by family, families in the order of their first head.
[[nodiscard]] std::vector<RuleFamily> families_of(const std::vector<RuleHead>& heads);

/// Two versions of a family that are both in force on a day: the second one's index in `versions`, if any.
[[nodiscard]] std::optional<std::size_t> overlapping_version(const RuleFamily& family);

/// Which version of a rule a day falls under.
struct VersionChoice {
    enum class Kind {
        in_force,
        gap,      ///< between two versions
        outside,  ///< before the first or after the last
    };
    Kind kind = Kind::in_force;
    /// The version in force; for gap and outside the nearest: the last one begun before the day, else the first.
    std::size_t version = 0;
};
/// `family` has at least one version. Of versions both in force (overlapping_version) the later one counts.
[[nodiscard]] VersionChoice version_on(const RuleFamily& family, Date date);

/// "2024-04-01 to 2025-03-31, from 2025-04-01": for messages.
[[nodiscard]] std::string dates_text(const RuleFamily& family);

}  // namespace michinori::policy
