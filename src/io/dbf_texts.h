// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "io/archive.h"

namespace michinori::io {

/// One text of a .dbf as its bytes stand there. `full`: it fills its field to the last byte, so that
/// its last letter may have been cut in two by whoever wrote the file.
struct DbfText {
    std::string_view bytes;
    std::int64_t row = 0;
    bool full = false;
};

/// Calls `see` for every text beyond ASCII, in order, until it returns false. Memory does not grow
/// with the file.
void for_each_text_beyond_ascii(const Source& dbf, const std::function<bool(const DbfText&)>& see);

/// The .dbf's mark of its encoding (byte 29), 0 when it has none.
[[nodiscard]] unsigned language_mark(const Source& dbf);

}  // namespace michinori::io
