// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/standing.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace michinori::location {
namespace {

/// What a group without a site weighs against people in the wrong place: more than any of them, to be mended first.
constexpr Amount group_excess = Amount{1} << 80U;

/// Sums over points, of which each part of the points makes one.
struct Tally {
    Amount cost = 0;
    std::vector<Amount> spent;  ///< by budget
    std::vector<Amount> load;   ///< by site, where loads matter

    explicit Tally(const Case& wanted)
        : spent(wanted.budgets.size()), load(wanted.loads_matter() ? wanted.site_count() : 0) {}

    void add(const Case& wanted, const Flags& open, std::size_t point) {
        const auto list = wanted.choices->of(point);
        const auto at = std::ranges::find_if(list, [&](const auto& entry) { return open[entry.site] != 0; });
        const auto counted = [&](const Aim& aim) { return at == list.end() ? aim.of_none() : aim.of(at->time); };
        const auto weight = wanted.weight[point];
        if (wanted.minimise.kind != Aim::Kind::sites) {
            cost += amount(weight, counted(wanted.minimise));
        }
        for (std::size_t b = 0; b < spent.size(); ++b) {
            spent[b] += amount(weight, counted(wanted.budgets[b].aim));
        }
        if (!load.empty() && at != list.end()) {
            load[at->site] += amount(wanted.load[point]);
        }
    }

    void add(const Tally& other) {
        cost += other.cost;
        std::ranges::transform(spent, other.spent, spent.begin(), std::plus<>{});
        std::ranges::transform(load, other.load, load.begin(), std::plus<>{});
    }
};

Amount above(Amount value, Amount limit) {
    return std::max(Amount{0}, value - limit);
}

Amount load_excess(const Case& wanted, const Flags& open, const std::vector<Amount>& load) {
    Amount excess = 0;
    for (std::size_t site = 0; site < load.size(); ++site) {
        if (!wanted.capacity.empty() && wanted.capacity[site]) {
            excess += above(load[site], amount(*wanted.capacity[site]));
        }
        if (wanted.floor && open[site] != 0) {
            excess += above(amount(*wanted.floor), load[site]);
        }
    }
    return excess;
}

/// What the flags alone tell.
Amount site_excess(const Case& wanted, const Flags& open) {
    Amount excess = 0;
    for (std::size_t site = 0; site < open.size(); ++site) {
        const bool wrong = open[site] != 0 ? wanted.may_open[site] == 0 : wanted.must_open[site] != 0;
        excess += wrong ? group_excess : 0;
    }
    const auto count = static_cast<Amount>(std::ranges::count(open, 1));
    excess += (above(wanted.fewest, count) + above(count, wanted.most)) * group_excess;
    return excess + static_cast<Amount>(empty_groups(wanted, open)) * group_excess;
}

Standing judged(const Case& wanted, const Flags& open, const Tally& tally) {
    Standing told{site_excess(wanted, open) + load_excess(wanted, open, tally.load), tally.cost};
    for (std::size_t b = 0; b < tally.spent.size(); ++b) {
        told.excess += above(tally.spent[b], wanted.budgets[b].at_most);
    }
    if (wanted.minimise.kind == Aim::Kind::sites) {
        told.cost = std::ranges::count(open, 1);
    }
    return told;
}

}  // namespace

Standing standing(const Case& wanted, const Flags& open) {
    const auto tally = tbb::parallel_reduce(
        tbb::blocked_range<std::size_t>(0, wanted.point_count(), 4096), Tally(wanted),
        [&](const auto& points, Tally sum) {
            for (auto point = points.begin(); point != points.end(); ++point) {
                sum.add(wanted, open, point);
            }
            return sum;
        },
        [](Tally a, const Tally& b) {
            a.add(b);
            return a;
        });
    return judged(wanted, open, tally);
}

Standing standing_alone(const Case& wanted, const Flags& open) {
    Tally tally(wanted);
    for (std::size_t point = 0; point < wanted.point_count(); ++point) {
        tally.add(wanted, open, point);
    }
    return judged(wanted, open, tally);
}

std::size_t empty_groups(const Case& wanted, const Flags& open) {
    return static_cast<std::size_t>(std::ranges::count_if(wanted.groups, [&](const auto& group) {
        return std::ranges::none_of(group, [&](auto site) { return open[site] != 0; });
    }));
}

}  // namespace michinori::location
