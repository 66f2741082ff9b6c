// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace michinori::policy {

/// The ranks that equal values share, counted from 1 at the smallest value; first == last without a tie.
struct RankSpan {
    std::size_t first = 1;
    std::size_t last = 1;
    /// Twice the mean rank: whole, so that ranks are compared exactly.
    [[nodiscard]] constexpr std::size_t doubled_mean() const { return first + last; }
    friend bool operator==(const RankSpan&, const RankSpan&) = default;
};

/// The ranks of values (no NaN), in their order. O(n log n), pure.
///
///     rank_spans({7, 3, 7}) -> {2, 3}, {1, 1}, {2, 3}
[[nodiscard]] std::vector<RankSpan> rank_spans(std::span<const double> values);

/// The values that are not finite, by index.
[[nodiscard]] std::vector<std::size_t> not_finite(std::span<const double> values);

}  // namespace michinori::policy
