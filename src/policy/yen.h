// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace michinori::policy {

/// Products of amounts and numbers of people overflow 64 bits. (A compiler extension: Boost.Multiprecision's type is
/// an alias of it here.)
__extension__ typedef __int128 Wide;

/// An amount of money in whole yen.
class Yen {
public:
    constexpr Yen() = default;
    constexpr explicit Yen(std::int64_t amount) : amount_(amount) {}
    [[nodiscard]] constexpr std::int64_t value() const { return amount_; }

    friend constexpr auto operator<=>(Yen, Yen) = default;
    friend constexpr Yen operator+(Yen a, Yen b) { return Yen{a.amount_ + b.amount_}; }
    friend constexpr Yen operator-(Yen a, Yen b) { return Yen{a.amount_ - b.amount_}; }
    friend constexpr Yen operator*(Yen a, std::int64_t times) { return Yen{a.amount_ * times}; }
    constexpr Yen& operator+=(Yen b) {
        amount_ += b.amount_;
        return *this;
    }

private:
    std::int64_t amount_ = 0;
};

/// An exact fraction such as 4/5 or 1/3; denominator > 0.
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    [[nodiscard]] constexpr double value() const {
        return static_cast<double>(numerator) / static_cast<double>(denominator);
    }
};
/// Whether the fractions (six at most, denominators of a million at most) add up to 1, exactly.
[[nodiscard]] bool add_up_to_one(std::span<const Fraction> shares);

/// How an amount is made whole: to a multiple of `unit` yen.
struct Rounding {
    enum class Direction { down, half_up, up };
    Direction direction = Direction::down;
    Yen unit{1};
};
/// numerator / denominator yen (both >= 0, denominator > 0), made whole.
[[nodiscard]] Yen rounded(Wide numerator, std::int64_t denominator, const Rounding& rounding);

/// A share of an amount (>= 0), made whole.
[[nodiscard]] Yen part_of(Yen amount, Fraction share, const Rounding& rounding);

/// Splits an amount (>= 0) by shares that add up to 1: each its share rounded down to whole yen, the payer
/// number `remainder_to` the rest, so that the parts add up to the amount.
[[nodiscard]] std::vector<Yen> split(Yen amount, std::span<const Fraction> shares, std::size_t remainder_to);

}  // namespace michinori::policy
