// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

namespace michinori::report {

/// Bytes as text of letters, digits, "+", "/" and "=" (RFC 4648, section 4), without line ends.
[[nodiscard]] std::string base64(std::string_view bytes);

}  // namespace michinori::report
