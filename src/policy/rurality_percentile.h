// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "policy/rurality_error.h"

namespace michinori::policy {

/// What a set of units is a rank in. The caller says so; numbers alone do not show it.
enum class ReferenceSet : std::uint8_t { national, partial };

/// What equal scores share.
enum class Ties : std::uint8_t {
    mean_rank,    ///< the mean of their ranks
    lowest_rank,  ///< the most urban of their ranks
};

/// Scores that part the percentiles, ascending (equal neighbours allowed): a unit's percentile is 1 + the number of
/// cut points below its score.
struct CutPoints {
    std::array<double, 99> scores{};
};

/// A rank in the set itself.
struct ByRank {
    ReferenceSet set = ReferenceSet::national;
    Ties ties = Ties::mean_rank;
};
using PercentileBasis = std::variant<ByRank, CutPoints>;

/// The percentile 1 (lowest score, most urban) to 100 of each score: ceil(100 rank / n) in whole numbers, or by cut
/// points. Without ties the mean over all n units is 50.5 + (100 - gcd(100, n)) / 2n, so exactly 50.5 where 100
/// divides n. Depends on the order of the scores alone.
/// Fails: no_units, bad_score, bad_cut_points, and reference_not_national for a rank in a part of the country.
///
///     const auto index = percentiles(scores, ByRank{ReferenceSet::national, Ties::mean_rank});
///
/// Source: the published mean of 50.5 over all postal codes shows that the index is a percentile rank; that it is
/// rounded up is an assumption.
[[nodiscard]] RuralityResult<std::vector<int>> percentiles(std::span<const double> scores,
                                                           const PercentileBasis& basis);

/// The same with ten classes: 1 (most urban) to 10.
[[nodiscard]] RuralityResult<std::vector<int>> deciles(std::span<const double> values, const ByRank& basis);

/// Cut points that give the units of this national set, or of any part of it, the percentiles they have by
/// lowest_rank: cut k is the score at rank floor(n k / 100). Fails as percentiles(), and too_few_units below 100.
[[nodiscard]] RuralityResult<CutPoints> cut_points_of(std::span<const double> scores, ReferenceSet set);

}  // namespace michinori::policy
