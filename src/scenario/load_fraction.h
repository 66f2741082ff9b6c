// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string_view>

#include "io/toml_reader.h"
#include "policy/yen.h"

namespace michinori::scenario {

/// A fraction written as a text "4/5" (both whole, the second up to a million) or as a number with up to six
/// decimals. `most`: the largest value allowed; the least is 0. Another value is a fault and gives 0.
[[nodiscard]] policy::Fraction load_fraction(const io::TomlTable& table, std::string_view key, double most);

/// The fraction of a number from 0 to 1000, to six decimals, in lowest terms.
[[nodiscard]] policy::Fraction to_fraction(double number);

}  // namespace michinori::scenario
