// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_spread.h"

#include <algorithm>
#include <numeric>

namespace michinori::io {
namespace {

__extension__ using Wide = __int128;  // a product of two 64-bit numbers

struct Share {
    std::int64_t whole = 0;
    std::int64_t remainder = 0;
};

}  // namespace

std::vector<People> spread_people(People total, const std::vector<std::int64_t>& weights) {
    const auto sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::vector<Share> shares(weights.size());
    std::int64_t left = total.micro();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto product = static_cast<Wide>(total.micro()) * weights[i];
        shares[i] = {static_cast<std::int64_t>(product / sum), static_cast<std::int64_t>(product % sum)};
        left -= shares[i].whole;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&shares](std::size_t a, std::size_t b) { return shares[a].remainder > shares[b].remainder; });
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) {
        ++shares[order[i]].whole;
    }
    std::vector<People> people;
    people.reserve(shares.size());
    for (const auto& share : shares) {
        people.push_back(People::from_micro(share.whole));
    }
    return people;
}

}  // namespace michinori::io
