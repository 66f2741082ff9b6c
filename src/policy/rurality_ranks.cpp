// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/rurality_ranks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace michinori::policy {

std::vector<RankSpan> rank_spans(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<RankSpan> ranks(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && values[order[end]] == values[order[begin]]) {
            ++end;
        }
        for (std::size_t i = begin; i < end; ++i) {
            ranks[order[i]] = {begin + 1, end};
        }
        begin = end;
    }
    return ranks;
}

std::vector<std::size_t> not_finite(std::span<const double> values) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            found.push_back(i);
        }
    }
    return found;
}

}  // namespace michinori::policy
