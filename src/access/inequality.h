// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/units.h"

namespace michinori::access {

/// How many people have a value: minutes to a service, or physicians within reach.
struct WeightedValue {
    double value = 0;  ///< at least 0
    People people;     ///< at least 0; values of nobody count for nothing
};

/// Some of the people, those with the least value first, and their share of all value.
struct LorenzPoint {
    double people_share = 0;
    double value_share = 0;
};

/// How unequally a value is spread over people. Nothing at all where there are no people; where everybody has the same
/// (also where everybody has 0) Gini and Theil are 0 and the ratio is that of equal shares, 10 % to 40 %.
struct Inequality {
    double gini = 0;              ///< 0 (equal) to below 1
    double theil = 0;             ///< 0 (equal) to ln(people)
    std::optional<double> palma;  ///< nothing where the 40 % with the least have nothing
};

/// Theil's index as a sum: what lies between the means of groups, and what lies within them.
struct TheilSplit {
    double between = 0;
    double within = 0;
    [[nodiscard]] double total() const { return between + within; }
};

/// The Lorenz curve: from (0, 0) a point for each distinct value, ascending, to (1, 1). Empty without people.
/// Sums run in the order of values and then of places in the list, on one thread, so that equal lists give equal bytes.
/// O(n log n). Throws std::logic_error for a negative or infinite value.
///
///     lorenz({{10, one}, {30, one}})   // (0, 0), (0.5, 0.25), (1, 1)
[[nodiscard]] std::vector<LorenzPoint> lorenz(std::span<const WeightedValue> values);

/// Gini coefficient: 1 - 2 x the area under the Lorenz curve, whose pieces are straight (Gastwirth, Review of Economics
/// and Statistics 54 (1972) 306-316). Theil's T: the mean over people of (x / mean) ln(x / mean), 0 ln 0 = 0 (Theil,
/// Economics and Information Theory, 1967). Palma ratio: the value of the 10 % with the most over that of the 40 % with
/// the least (Cobham and Sumner, 2013), people of one value being cut in proportion.
[[nodiscard]] std::optional<Inequality> inequality(std::span<const WeightedValue> values);

/// Theil's T between and within groups (Shorrocks, Econometrica 48 (1980) 613-625): between = sum of s ln(m / mean),
/// within = sum of s T, over groups with mean m, index T and share s of all value. `group_of` stands beside `values`;
/// those in no group are one group more. Nothing without people.
[[nodiscard]] std::optional<TheilSplit> theil_split(std::span<const WeightedValue> values,
                                                    std::span<const std::optional<std::uint32_t>> group_of);

}  // namespace michinori::access
