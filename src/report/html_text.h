// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

namespace michinori::report {

/// Text from an input as HTML text or attribute value: markup characters escaped, control characters made visible.
[[nodiscard]] std::string html_text(std::string_view text);

}  // namespace michinori::report
