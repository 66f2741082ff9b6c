// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace michinori {

/// XXH3 128-bit digest as 32 lower-case hexadecimal digits: names content, does not protect it.
[[nodiscard]] std::string digest(std::string_view bytes);

/// The same over a file's bytes, read in blocks. Throws InputError (file_missing, file_unreadable).
[[nodiscard]] std::string file_digest(const std::filesystem::path& file);

}  // namespace michinori
