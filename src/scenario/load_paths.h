// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "io/input_log.h"

namespace michinori::scenario {

/// The folders that paths of a scenario start from.
struct Folders {
    std::filesystem::path scenario;  ///< of the scenario file
    std::filesystem::path data;      ///< --data, or the same

    /// Where a path of the scenario leads: absolute as it is; "./x" and "../x" from the scenario's
    /// folder; any other from the data folder.
    [[nodiscard]] std::filesystem::path resolve(const std::string& written) const;
};

/// Whether a path holds the wildcards * or ? in its last part.
[[nodiscard]] bool is_pattern(std::string_view written);

/// Whether a file name fits a pattern: * stands for any characters (none too), ? for one byte.
[[nodiscard]] bool fits(std::string_view name, std::string_view pattern);

/// The file a path names, or all that its pattern matches in the order of their names; empty when
/// there is none. Each is shown as the scenario writes it.
[[nodiscard]] std::vector<io::InputFile> files_named(const Folders& folders, const std::string& written);

/// The name in the folder of a missing path that is most like it; "-" when the folder is empty or not there.
[[nodiscard]] std::string nearest_file_name(const std::filesystem::path& missing);

}  // namespace michinori::scenario
