// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace michinori::test {

/// The folder with real data beside the project. Ends the test program with the code that ctest
/// counts as "skipped" when it is absent; call it first in a test tagged [needs-data].
inline std::filesystem::path geodata_or_skip() {
    const std::filesystem::path folder = std::filesystem::path(MICHINORI_SOURCE_DIR) / "../shared/geodata";
    if (!std::filesystem::exists(folder)) {
        std::cout << "skipped: ../shared/geodata is absent\n" << std::flush;
        std::_Exit(77);
    }
    return folder;
}

}  // namespace michinori::test
