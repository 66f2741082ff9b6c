// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>

#include "base/units.h"
#include "policy/yen.h"

namespace michinori::policy {

/// One number divided by another, both with six decimals, compared without rounding: a third of 3 is at least a third.
/// Something divided by nothing is above every number (people per physician where there are people and no physician).
class Quotient {
public:
    constexpr Quotient() = default;  ///< 0
    /// |number| at most 1e10.
    [[nodiscard]] static Quotient number(double number) { return Quotient(micro(number), micro(1)); }
    /// above from -1e9 to 1e9, below from 0 to 1e9; nothing when nothing is divided by nothing.
    [[nodiscard]] static std::optional<Quotient> of(double above, double below) {
        const Quotient q(micro(above), micro(below));
        return q.below_ == 0 && q.above_ <= 0 ? std::nullopt : std::optional(q);
    }

    /// For people to read; infinite for what is above every number.
    [[nodiscard]] constexpr double value() const {
        return below_ == 0 ? std::numeric_limits<double>::infinity()
                           : static_cast<double>(above_) / static_cast<double>(below_);
    }
    friend constexpr std::strong_ordering operator<=>(Quotient a, Quotient b) {
        return static_cast<Wide>(a.above_) * b.below_ <=> static_cast<Wide>(b.above_) * a.below_;
    }
    friend constexpr bool operator==(Quotient a, Quotient b) { return (a <=> b) == std::strong_ordering::equal; }

private:
    constexpr Quotient(std::int64_t above, std::int64_t below) : above_(above), below_(below) {}
    /// People are counted in millionths too.
    static std::int64_t micro(double number) { return People::from_double(number).micro(); }

    std::int64_t above_ = 0;
    std::int64_t below_ = 1;
};

}  // namespace michinori::policy
