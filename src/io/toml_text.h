// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

namespace michinori::io {

/// A TOML basic string on one line.
[[nodiscard]] std::string toml_quoted(std::string_view text);

}  // namespace michinori::io
