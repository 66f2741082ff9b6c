// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace michinori::io {

/// One clause of a conditional tag: "no @ (Nov-Apr)" -> {"no", "Nov-Apr"}.
struct OsmCondition {
    std::string_view value;
    std::string_view when;
};
/// The clauses of "no @ (Nov-Apr); destination @ (06:00-22:00)". Text without "@" is left out.
[[nodiscard]] std::vector<OsmCondition> osm_conditions(std::string_view text);

/// What a condition says about the seasons: whether the middle of January belongs to it. Nothing
/// when it is not about a season alone (hours, weekdays, weights, single years, "AND").
/// Understood are "winter", "summer" and the like, "snow" (counted as winter: snow lies then where it
/// matters), and lists of months and days, "Nov-Apr", "Dec 1-Mar 31", "Jan", "Oct 15-31,Nov-May".
[[nodiscard]] std::optional<bool> osm_in_midwinter(std::string_view when);

}  // namespace michinori::io
