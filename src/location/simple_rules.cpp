// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/simple_rules.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "location/case.h"

namespace michinori::location {
namespace {

class Keeping {
public:
    Keeping(const Problem& problem, std::span<const People> size)
        : problem_(problem), open_(flags_of(problem.must_open, size.size())) {
        const auto gone = flags_of(problem.must_close, size.size());
        order_.resize(size.size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::erase_if(order_, [&](auto site) { return gone[site] != 0; });
        std::ranges::stable_sort(order_, [&](auto a, auto b) { return size[a] > size[b]; });
    }

    void serve_groups() {
        for (const auto& group : problem_.groups) {
            const auto members = flags_of(group.sites, open_.size());
            if (std::ranges::any_of(group.sites, [&](auto site) { return open_[site] != 0; })) {
                continue;
            }
            const auto largest = std::ranges::find_if(order_, [&](auto site) { return members[site] != 0; });
            if (largest != order_.end()) {
                open_[*largest] = 1;
            }
        }
    }

    std::vector<std::uint32_t> fill() {
        auto count = static_cast<std::size_t>(std::ranges::count(open_, 1));
        for (const auto site : order_) {
            if (count < *problem_.sites && open_[site] == 0) {
                open_[site] = 1;
                ++count;
            }
        }
        return sites_of(open_);
    }

private:
    const Problem& problem_;
    Flags open_;
    std::vector<std::uint32_t> order_;  // sites that may stay, the greatest first
};

void check_sizes(const Problem& problem, std::span<const People> size) {
    check(problem);
    if (!problem.sites || size.size() != problem.choices->site_count) {
        throw std::invalid_argument("location: no number of sites, or not one size a site");
    }
}

}  // namespace

std::vector<std::uint32_t> keep_largest(const Problem& problem, std::span<const People> size) {
    check_sizes(problem, size);
    return Keeping(problem, size).fill();
}

std::vector<std::uint32_t> keep_one_per_group(const Problem& problem, std::span<const People> size) {
    check_sizes(problem, size);
    Keeping keeping(problem, size);
    keeping.serve_groups();
    return keeping.fill();
}

}  // namespace michinori::location
