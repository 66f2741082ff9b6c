// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/projection.h"

#include <cmath>
#include <limits>
#include <numeric>

#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr int base_year = 2025;

}  // namespace

double to_four(double x) {
    return std::round(x * 10000) / 10000;
}

Projection::Projection(std::uint64_t seed) : seed_(seed), luck_(seed_for(seed, "projection"), 6) {}

double Projection::people(const Cell& today, int year) const {
    const double old_share = static_cast<double>(today.aged_65) / static_cast<double>(today.population);
    const double yearly = 0.0015 + 0.028 * old_share - 0.0025 * luck_.at(today.middle);
    return to_four(static_cast<double>(today.population) * std::exp(-yearly * (year - base_year)));
}

std::vector<Cell> Projection::cells(const std::vector<Cell>& today, int year) const {
    auto then = today;
    for (const auto& members : by_municipality(today)) {
        std::vector<double> expected;
        for (const auto c : members) {
            expected.push_back(people(today[c], year));
        }
        const auto total = std::llround(std::accumulate(expected.begin(), expected.end(), 0.0));
        const std::vector<std::int64_t> no_caps(members.size(), std::numeric_limits<std::int64_t>::max());
        const auto whole = apportion(expected, total, no_caps);
        for (std::size_t i = 0; i < members.size(); ++i) {
            then[members[i]].population = whole[i];
        }
    }
    give_ages(then, year - base_year, seed_);
    return then;
}

}  // namespace michinori::demo
