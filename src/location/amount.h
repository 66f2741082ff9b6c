// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>

#include "base/units.h"

namespace michinori::location {

/// Whole numbers of 128 bits: people in millionths times milliseconds, summed over a country, pass 64 bits.
/// Sums are exact, so that they do not depend on order or on threads.
__extension__ using Amount = __int128;

[[nodiscard]] constexpr Amount amount(People people) {
    return people.micro();
}
[[nodiscard]] constexpr Amount amount(People people, std::uint32_t times) {
    return Amount{people.micro()} * times;
}
/// For formulas and for printing; the last digits are rounded.
[[nodiscard]] constexpr double as_double(Amount value) {
    return static_cast<double>(value);
}

}  // namespace michinori::location
