// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace michinori::server {

/// Bytes nobody can guess, from the system's own source, in hexadecimal. Throws std::runtime_error when there are none.
[[nodiscard]] std::string random_token(std::size_t bytes);

/// Whether two texts are the same, in a time that tells nothing of where they differ.
[[nodiscard]] bool same_token(std::string_view given, std::string_view wanted);

}  // namespace michinori::server
