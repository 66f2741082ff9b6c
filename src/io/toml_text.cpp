// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/toml_text.h"

#include <fmt/core.h>

#include "base/text.h"

namespace michinori::io {

std::string toml_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : printable(text)) {
        out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return out + "\"";
}

std::string toml_exact(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            out += fmt::format("\\u{:04X}", byte);
        } else {
            out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
        }
    }
    return out + "\"";
}

}  // namespace michinori::io
