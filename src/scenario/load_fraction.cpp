// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_fraction.h"

#include <fmt/core.h>

#include <cmath>
#include <numeric>
#include <optional>

#include "base/text.h"

namespace michinori::scenario {
namespace {

constexpr std::int64_t million = 1000000;

policy::Fraction in_lowest_terms(std::int64_t numerator, std::int64_t denominator) {
    const auto common = std::gcd(numerator, denominator);
    return {numerator / common, denominator / common};
}

std::optional<std::int64_t> whole(std::string_view text) {
    const auto number = to_number(text);
    const bool fits = number && *number >= 0 && *number <= million && *number == std::floor(*number);
    return fits ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
}

std::optional<policy::Fraction> fraction_of(std::string_view text) {
    const auto stroke = text.find('/');
    if (stroke == std::string_view::npos) {
        return std::nullopt;
    }
    const auto above = whole(text.substr(0, stroke));
    const auto below = whole(text.substr(stroke + 1));
    return above && below && *below > 0 ? std::optional(in_lowest_terms(*above, *below)) : std::nullopt;
}

}  // namespace

policy::Fraction to_fraction(double number) {
    return in_lowest_terms(std::llround(number * million), million);
}

policy::Fraction load_fraction(const io::TomlTable& table, std::string_view key, double most) {
    if (!table.is_text(key)) {
        return to_fraction(table.required_number(key, {0, most}));
    }
    const auto fraction = fraction_of(table.required_text(key));
    if (!fraction || fraction->value() > most) {
        table.bad_value(key, fmt::format("must be a fraction such as \"1/4\" or a number, from 0 to {}", most));
        return {0, 1};
    }
    return *fraction;
}

}  // namespace michinori::scenario
