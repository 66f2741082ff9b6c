// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "demo/addresses.h"
#include "demo/random.h"

namespace michinori::demo {

/// An address of the block as one of many people would write it: with or without prefecture and 郡, with
/// kanji numerals, full-width digits or dashes.
[[nodiscard]] std::string spelled_address(const AddressTown& town, const AddressBlock& block, Random& random);

}  // namespace michinori::demo
