// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/yen.h"

namespace michinori::policy {

bool add_up_to_one(std::span<const Fraction> shares) {
    Wide numerator = 0;
    Wide denominator = 1;
    for (const auto& share : shares) {
        numerator = numerator * share.denominator + share.numerator * denominator;
        denominator *= share.denominator;
    }
    return numerator == denominator;
}

Yen rounded(Wide numerator, std::int64_t denominator, const Rounding& rounding) {
    const Wide unit = static_cast<Wide>(denominator) * rounding.unit.value();
    const auto raised = rounding.direction == Rounding::Direction::up        ? numerator + unit - 1
                        : rounding.direction == Rounding::Direction::half_up ? numerator + unit / 2
                                                                             : numerator;
    return rounding.unit * static_cast<std::int64_t>(raised / unit);
}

Yen part_of(Yen amount, Fraction share, const Rounding& rounding) {
    return rounded(static_cast<Wide>(amount.value()) * share.numerator, share.denominator, rounding);
}

std::vector<Yen> split(Yen amount, std::span<const Fraction> shares, std::size_t remainder_to) {
    std::vector<Yen> parts;
    Yen given;
    for (const auto& share : shares) {
        parts.push_back(part_of(amount, share, {}));
        given += parts.back();
    }
    parts.at(remainder_to) += amount - given;
    return parts;
}

}  // namespace michinori::policy
