// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/evaluation.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "location/case.h"

namespace michinori::location {
namespace {

using Points = tbb::blocked_range<std::size_t>;

Flags checked_flags(const Problem& problem, std::span<const std::uint32_t> open) {
    check(problem);
    const auto count = problem.choices->site_count;
    if (std::ranges::any_of(open, [&](auto site) { return site >= count; })) {
        throw std::invalid_argument("location: an open site is beyond the table");
    }
    auto flags = flags_of(open, count);
    if (static_cast<std::size_t>(std::ranges::count(flags, 1)) != open.size()) {
        throw std::invalid_argument("location: an open site is named twice");
    }
    return flags;
}

/// What the points told so far add up to; sums of whole numbers, so that the order does not matter.
class Sum {
public:
    explicit Sum(const Problem& problem) : problem_(&problem) { told_.load.resize(problem.choices->site_count); }

    void add(std::size_t point, std::uint32_t at) {
        const auto list = problem_->choices->of(point);
        const auto weight = problem_->weight[point];
        told_.total += weight;
        if (at == list.size()) {
            told_.unreached += weight;
        } else {
            told_.load[list[at].site] += problem_->load.empty() ? weight : problem_->load[point];
            told_.covered += list[at].time <= problem_->objective.limit.count() ? weight : People{};
        }
        const Aim time{Aim::Kind::mean_time, TravelTime{0}, problem_->objective.unreached};
        const auto counted = at == list.size() ? time.of_none() : time.of(list[at].time);
        told_.person_time += amount(weight, counted);
        if (!list.empty() && !weight.is_zero()) {
            told_.worst_time = std::max(told_.worst_time, std::optional(TravelTime{counted}));
        }
    }

    void add(const Sum& other) {
        told_.person_time += other.told_.person_time;
        told_.total += other.told_.total;
        told_.covered += other.told_.covered;
        told_.unreached += other.told_.unreached;
        told_.worst_time = std::max(told_.worst_time, other.told_.worst_time);
        std::ranges::transform(told_.load, other.told_.load, told_.load.begin(), std::plus<>{});
    }

    [[nodiscard]] Evaluation told(std::size_t open) const {
        auto told = told_;
        switch (problem_->objective.kind) {
            case Objective::Kind::mean_time: told.cost = told.person_time; break;
            case Objective::Kind::covered: told.cost = amount(told.total - told.covered); break;
            case Objective::Kind::worst_time: told.cost = told.worst_time.value_or(TravelTime{0}).count(); break;
            case Objective::Kind::fewest_sites: told.cost = open; break;
        }
        return told;
    }

private:
    const Problem* problem_;
    Evaluation told_;
};

}  // namespace

std::vector<std::uint32_t> first_open(const routing::SparseTable& choices, std::span<const std::uint8_t> open) {
    std::vector<std::uint32_t> first(choices.point_count());
    tbb::parallel_for(Points(0, first.size()), [&](const Points& points) {
        for (auto point = points.begin(); point != points.end(); ++point) {
            const auto list = choices.of(point);
            const auto at = std::ranges::find_if(list, [&](const auto& entry) { return open[entry.site] != 0; });
            first[point] = static_cast<std::uint32_t>(at - list.begin());
        }
    });
    return first;
}

Evaluation evaluate(const Problem& problem, std::span<const std::uint32_t> open) {
    const auto first = first_open(*problem.choices, checked_flags(problem, open));
    tbb::enumerable_thread_specific<Sum> parts(std::cref(problem));
    tbb::parallel_for(Points(0, first.size()), [&](const Points& points) {
        auto& sum = parts.local();
        for (auto point = points.begin(); point != points.end(); ++point) {
            sum.add(point, first[point]);
        }
    });
    Sum all(problem);
    for (const auto& part : parts) {
        all.add(part);
    }
    return all.told(open.size());
}

Amount evaluate(const Problem& problem, const Aim& aim, std::span<const std::uint32_t> open) {
    const auto flags = checked_flags(problem, open);
    if (aim.kind == Aim::Kind::sites) {
        return static_cast<Amount>(open.size());
    }
    const auto first = first_open(*problem.choices, flags);
    return tbb::parallel_reduce(
        Points(0, first.size()), Amount{0},
        [&](const Points& points, Amount sum) {
            for (auto point = points.begin(); point != points.end(); ++point) {
                const auto list = problem.choices->of(point);
                const auto at = first[point];
                sum += amount(problem.weight[point], at == list.size() ? aim.of_none() : aim.of(list[at].time));
            }
            return sum;
        },
        std::plus<>{});
}

}  // namespace michinori::location
