// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <string_view>

namespace michinori::report {

/// What the catalogue says of a table; a file may end in * ("candidates_*").
struct TableRule {
    std::string_view file;
    std::string_view ja;
    std::string_view en;
    std::string_view note_ja;
    std::string_view note_en;
};
[[nodiscard]] std::span<const TableRule> table_rules();

}  // namespace michinori::report
