// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

namespace michinori::io {

/// A TOML basic string on one line.
[[nodiscard]] std::string toml_quoted(std::string_view text);

/// The same without changing the text: control characters are written as escapes, so that what is read back is the same
/// to the byte. The text must be UTF-8.
[[nodiscard]] std::string toml_exact(std::string_view text);

}  // namespace michinori::io
