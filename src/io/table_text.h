// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "io/archive.h"

namespace michinori::io {

struct TableText {
    std::string text;      ///< UTF-8 without byte order mark
    std::string encoding;  ///< as found or stated
};

/// The text of a table in UTF-8. `stated` empty: by its byte order mark, else UTF-8 when all bytes are
/// valid UTF-8, else CP932. Throws file_unreadable, format_unknown, bad_value, encoding_wrong.
[[nodiscard]] TableText read_text(const Source& source, const std::string& stated);

}  // namespace michinori::io
