// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace michinori::io {

/// A table somebody opened: which keys were asked for tells the unknown ones at the end.
struct OpenedTable {
    const toml::table* table = nullptr;  ///< null: absent from the file
    std::string name;
    std::int64_t line = 1;
    std::set<std::string, std::less<>> asked;
};

/// What a TomlFile and its TomlTables share: the parsed file, who asked for what, and the faults.
struct TomlDocument {
    toml::table root;
    std::string shown;
    std::vector<OpenedTable> opened;
    std::vector<Finding> faults;

    /// The index in `opened` of a table; a table that is opened again keeps what was asked of it.
    std::size_t open(const toml::table* table, std::string name, std::int64_t line);
    /// Adds the keys nobody asked for to the faults, each with the nearest key that was asked for.
    void add_unknown_keys();
};

[[nodiscard]] std::int64_t line_of(const toml::node& node);
/// The line a key stands on; values of one table may stand on lines of their own. The table's own line
/// when it has no such key.
[[nodiscard]] std::int64_t line_of_key(const toml::table& table, std::string_view key);

}  // namespace michinori::io
