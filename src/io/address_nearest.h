// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/address_book.h"

namespace michinori::io {

/// What to show a person whose address was not found: up to three names that the book has and that
/// come nearest to the words, joined by ", ".
[[nodiscard]] std::string nearest_municipalities(const AddressBook& book, std::u32string_view prefecture,
                                                 std::u32string_view rest);
[[nodiscard]] std::string nearest_towns(const AddressBook& book, const AddressBook::Municipality& municipality,
                                        std::u32string_view rest);
[[nodiscard]] std::string nearest_blocks(const AddressBook& book, const AddressBook::Town& town,
                                         std::u32string_view lot);

}  // namespace michinori::io
