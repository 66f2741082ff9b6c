// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/toml_reader.h"
#include "policy/test_groups.h"

namespace michinori::scenario {

/// id, title_en, title_ja of a test or a group; the titles are the id where they are not given.
struct TestNames {
    std::string id;
    std::string title_en;
    std::string title_ja;
};
[[nodiscard]] TestNames load_test_names(const io::TomlTable& table);

/// A [[test]] that has been read, and its table for the fault of a test that nothing refers to.
struct LoadedTest {
    std::string id;
    io::TomlTable table;
};

/// How the tests of a rule combine.
struct CombinedTests {
    std::vector<policy::TestGroup> groups;
    std::vector<policy::RulePart> needs;
};

/// Reads [[group]] and [needs] of a rule with these tests. Faults join the file's: an id that stands twice, a part that
/// does not stand above, a test or group that nothing refers to.
[[nodiscard]] CombinedTests load_test_groups(const io::TomlTable& root, const std::vector<LoadedTest>& tests);

/// The choice that `kind` names among the kinds of a test. A kind that nobody knows makes no key of the test unknown:
/// one slip, one fault.
[[nodiscard]] std::optional<std::size_t> load_test_kind(const io::TomlTable& table,
                                                        const std::vector<std::string>& kinds);

}  // namespace michinori::scenario
