// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/units.h"
#include "policy/decision.h"
#include "policy/payment.h"

namespace michinori::policy {

/// Low, central and high reading of what is not known.
enum class Bound { low, central, high };
inline constexpr std::array bounds{Bound::low, Bound::central, Bound::high};
[[nodiscard]] std::string_view name(Bound bound);

template <class T>
struct Range {
    T low{};
    T central{};
    T high{};
    [[nodiscard]] constexpr const T& at(Bound b) const {
        return b == Bound::low ? low : b == Bound::central ? central : high;
    }
};

/// What a woman declares who changes late to the place where she will give birth.
inline constexpr const char* late_change_flag = "late_change";

/// How many of those who may claim do, and what for. Shares are of 1.
struct EstimateAssumptions {
    Range<double> high_risk_share{0.1, 0.2, 0.3};
    Range<double> claim_share{0.5, 0.8, 1.0};
    Range<double> lodging_share{0.2, 0.4, 0.6};  ///< of claims of a rule that pays for lodging
    Range<int> nights{3, 7, 14};                 ///< of those who lodge
    Range<Yen> lodging_yen{Yen{7000}, Yen{9000}, Yen{11000}};
    Range<double> taxi_share{0, 0, 0};  ///< of claims of a rule that pays for taxis; the others drive
    Range<double> taxi_yen_per_km{350, 450, 550};
    Range<double> late_change_share{0.2, 0.4, 0.6};  ///< of women who change to the place of delivery late
    Range<int> visits{10, 14, 14};                   ///< for rules whose cases pay for more than one trip
};

/// Expected numbers of a year. Sums of exact parts: any order gives the same bytes.
struct Expected {
    People births;
    People eligible;    ///< may claim
    People near_limit;  ///< within the margin, whether counted as eligible or not
    People undecided;
    People claims;
    People unpriced;  ///< of the claims: no road leads there, so no cost is known
    People trips;     ///< round trips paid for
    People nights;
    Wide micro_support = 0;  ///< millionths of a yen
    Wide micro_cost = 0;
    Expected& operator+=(const Expected& other);
};

/// The yen of an amount in millionths, half up.
[[nodiscard]] Yen whole_yen(Wide micro);

/// What a rule is expected to cost for the births of one place. Near the limit: the low bound leaves them out,
/// the central one takes the bare number, the high one counts them. Those undecided are never counted.
/// Women are taken as four kinds (risk, late change), claims as four (mode, lodging); each is paid by pay().
[[nodiscard]] Expected expect(const TravelSupport& rule, const EstimateAssumptions& assumptions, Bound bound,
                              People births, std::span<const JourneyTo> journeys);

}  // namespace michinori::policy
