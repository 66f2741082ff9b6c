// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "demo/people.h"

namespace michinori::demo {

std::vector<std::int64_t> apportion(const std::vector<double>& weights, std::int64_t total,
                                    const std::vector<std::int64_t>& caps) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<std::int64_t> shares(weights.size());
    std::vector<std::pair<double, std::size_t>> remainders;
    std::int64_t left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double quota = weights[i] / sum * static_cast<double>(total);
        shares[i] = std::min(static_cast<std::int64_t>(quota), caps[i]);
        left -= shares[i];
        remainders.emplace_back(std::floor(quota) - quota, i);
    }
    std::ranges::sort(remainders);
    while (left > 0) {
        const auto before = left;
        for (const auto& [negative_remainder, i] : remainders) {
            if (left > 0 && shares[i] < caps[i] && weights[i] > 0) {
                ++shares[i];
                --left;
            }
        }
        if (left == before) {
            break;  // no room: the caller's caps were too small
        }
    }
    return shares;
}

}  // namespace michinori::demo
