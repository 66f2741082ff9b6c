// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace michinori::io {

/// The first `most` UTF-16 units of valid UTF-8 text, by which Excel counts; never half a character.
[[nodiscard]] std::string_view first_units(std::string_view text, std::size_t most);

/// Text for a cell: printable, valid UTF-8, at most 32,767 units, what is cut marked with "...". Text that Excel would
/// read as one of its own escapes ("_x0041_") is written so that it reads as it stands.
[[nodiscard]] std::string cell_text(std::string_view text);

/// Text for the head or foot of a printed page: at most 55 units of it, each "&" doubled.
[[nodiscard]] std::string page_text(std::string_view text);

}  // namespace michinori::io
