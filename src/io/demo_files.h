// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace michinori::io {

/// A file in memory.
struct FileBytes {
    std::string name;
    std::string bytes;
};

/// A .zip of the files, deflated; every entry carries the same fixed date, so that the same files
/// give the same bytes. Names are ASCII; a file is below 4 GB.
[[nodiscard]] std::string zip_archive(const std::vector<FileBytes>& files);

/// UTF-8 as CP932, for files in the layout of Japanese offices.
[[nodiscard]] std::string to_cp932(std::string_view utf8);

}  // namespace michinori::io
