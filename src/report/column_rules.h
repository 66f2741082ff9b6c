// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <string_view>

#include "report/column_catalogue.h"

namespace michinori::report {

/// An entry of the catalogue, for one column or for all that follow a pattern. In `column` one wildcard may stand:
/// {number} ("within_{number}" is within_60), {reason} (a reason of network::Reason), {bound} (low, central, high),
/// {name} (anything the scenario named). "{}" in the words is what it stands for, in the words' language.
struct ColumnRule {
    std::string_view column;
    ColumnKind kind;
    int decimals;
    std::string_view ja;
    std::string_view en;
    std::string_view note_ja = "";
    std::string_view note_en = "";
    std::string_view files = "";  ///< the only tables it is for, with blanks between; a name may end in *
};

// One file a theme. An entry for some tables goes before one for all, an exact one before a pattern, and of these the
// first that fits counts.
[[nodiscard]] std::span<const ColumnRule> common_columns();
[[nodiscard]] std::span<const ColumnRule> access_columns();
[[nodiscard]] std::span<const ColumnRule> change_columns();
[[nodiscard]] std::span<const ColumnRule> optimise_columns();
[[nodiscard]] std::span<const ColumnRule> support_columns();
[[nodiscard]] std::span<const ColumnRule> ward_columns();
[[nodiscard]] std::span<const ColumnRule> remote_columns();
[[nodiscard]] std::span<const ColumnRule> geography_columns();
[[nodiscard]] std::span<const ColumnRule> physician_columns();
[[nodiscard]] std::span<const ColumnRule> care_columns();

}  // namespace michinori::report
