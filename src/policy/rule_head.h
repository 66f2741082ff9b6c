// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace michinori::policy {

/// What every dated rule set begins with.
struct RuleHead {
    std::string id;      ///< "national-delivery-fy2025": one version
    std::string family;  ///< "national-delivery": versions of one rule share it
    std::string title_en;
    std::string title_ja;
    std::string source;         ///< the text it follows, as one cites it
    Date in_force_from{};       ///< first day
    std::optional<Date> until;  ///< last day; nothing: not ended
    /// What the source leaves open and this file fills: carried into every output.
    std::vector<std::string> assumptions;
    /// Municipalities it is an ordinance of, by code; empty: all.
    std::vector<std::string> municipalities;
    std::string file;  ///< for messages
};

[[nodiscard]] constexpr bool in_force(const RuleHead& rule, Date date) {
    return rule.in_force_from <= date && (!rule.until || date <= *rule.until);
}

}  // namespace michinori::policy
