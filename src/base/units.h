// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <chrono>
#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace michinori {

/// A travel time: whole milliseconds in 32 bits (up to 49 days). Every method of the program
/// computes in this unit, so that all of them agree to the last bit.
using TravelTime = std::chrono::duration<std::uint32_t, std::milli>;

/// Inside the search engines only: "no way known". Never leaves them; results carry a Reason.
inline constexpr TravelTime no_way = TravelTime::max();

/// a + b that stays at no_way instead of wrapping.
[[nodiscard]] constexpr TravelTime saturating_add(TravelTime a, TravelTime b) {
    const std::uint64_t sum = std::uint64_t{a.count()} + b.count();
    return sum >= no_way.count() ? no_way : TravelTime{static_cast<std::uint32_t>(sum)};
}

[[nodiscard]] constexpr double minutes(TravelTime t) {
    return t.count() / 60000.0;
}
[[nodiscard]] constexpr TravelTime from_minutes(double m) {
    return TravelTime{static_cast<std::uint32_t>(m * 60000.0 + 0.5)};
}

/// One physical quantity held as a double in the unit the type is named after.
template <class Tag>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : value_(value) {}
    [[nodiscard]] constexpr double value() const { return value_; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.value_ + b.value_}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{a.value_ - b.value_}; }
    friend constexpr Quantity operator*(Quantity a, double f) { return Quantity{a.value_ * f}; }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }
    constexpr Quantity& operator+=(Quantity b) {
        value_ += b.value_;
        return *this;
    }

private:
    double value_ = 0.0;
};

using Metres = Quantity<struct MetresTag>;
using KmPerHour = Quantity<struct KmPerHourTag>;

/// Unrounded seconds of a length at a speed (> 0). Rounding to TravelTime happens once per arc.
[[nodiscard]] constexpr double seconds_at(Metres length, KmPerHour speed) {
    return length.value() * 3.6 / speed.value();
}

/// Nearest whole millisecond, ties away from zero; saturates at no_way. seconds must be >= 0.
[[nodiscard]] inline TravelTime to_travel_time(double seconds) {
    const double ms = std::round(seconds * 1000.0);
    return ms >= static_cast<double>(no_way.count()) ? no_way : TravelTime{static_cast<std::uint32_t>(ms)};
}

/// A number of people (or births, or women of an age): exact decimal with six places, because
/// projected populations are fractional and a total must equal the sum of its parts in any order.
class People {
public:
    constexpr People() = default;
    [[nodiscard]] static constexpr People from_micro(std::int64_t micro) {
        People p;
        p.micro_ = micro;
        return p;
    }
    /// Rounds to the sixth place. |value| must be below 9e12.
    [[nodiscard]] static People from_double(double value) {
        return from_micro(static_cast<std::int64_t>(std::llround(value * 1e6)));
    }
    [[nodiscard]] constexpr std::int64_t micro() const { return micro_; }
    [[nodiscard]] constexpr double value() const { return static_cast<double>(micro_) / 1e6; }
    [[nodiscard]] constexpr bool is_zero() const { return micro_ == 0; }

    friend constexpr auto operator<=>(People, People) = default;
    friend constexpr People operator+(People a, People b) { return from_micro(a.micro_ + b.micro_); }
    friend constexpr People operator-(People a, People b) { return from_micro(a.micro_ - b.micro_); }
    constexpr People& operator+=(People b) {
        micro_ += b.micro_;
        return *this;
    }

private:
    std::int64_t micro_ = 0;
};

}  // namespace michinori
