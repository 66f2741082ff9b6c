// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace michinori::policy {

/// Whether something holds, when the minutes it rests on are modelled and a rule says "about": in ascending
/// order of holding, so that "or" is the larger and "and" the smaller of two (Kleene's logic with two middle values).
enum class Judgement : std::uint8_t {
    no,
    unknown,     ///< the facts do not tell
    near_limit,  ///< within the margin that the rule set states
    yes,
};
[[nodiscard]] constexpr Judgement either(Judgement a, Judgement b) {
    return std::max(a, b);
}
[[nodiscard]] constexpr Judgement both(Judgement a, Judgement b) {
    return std::min(a, b);
}
/// The middle values stay what they are: what is near a limit is near it from both sides.
[[nodiscard]] constexpr Judgement opposite(Judgement a) {
    return a == Judgement::no ? Judgement::yes : a == Judgement::yes ? Judgement::no : a;
}
[[nodiscard]] constexpr Judgement judgement(bool holds) {
    return holds ? Judgement::yes : Judgement::no;
}
[[nodiscard]] constexpr std::string_view name(Judgement j) {
    switch (j) {
        case Judgement::no: return "no";
        case Judgement::unknown: return "unknown";
        case Judgement::near_limit: return "near_limit";
        case Judgement::yes: return "yes";
    }
    return "unknown";
}

}  // namespace michinori::policy
