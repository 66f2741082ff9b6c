// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/toml_text.h"

#include "base/text.h"

namespace michinori::io {

std::string toml_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : printable(text)) {
        out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return out + "\"";
}

}  // namespace michinori::io
