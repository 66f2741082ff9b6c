// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/statistics.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <span>
#include <variant>

namespace michinori::access {
namespace {

// People in millionths times milliseconds outgrow 64 bits; exact sums do not depend on their order.
__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): __extension__ needs a declaration

struct Timed {
    TravelTime time;
    std::uint32_t point;
};
struct Unreached {
    network::Reason reason;
    std::uint32_t point;
};
/// Outcomes of one area's points for one service; the reached ascend by time.
struct AreaOutcomes {
    std::vector<Timed> reached;
    std::vector<Unreached> unreached;
};

/// Demand points sorted by area; those in no area stand last.
struct PointsByArea {
    std::vector<std::size_t> start;
    std::vector<std::uint32_t> points;

    PointsByArea(const AreaOfDemand& area_of, std::size_t area_count) : start(area_count + 2, 0) {
        const auto bucket = [&](std::size_t d) { return area_of[d] ? std::size_t{*area_of[d]} : area_count; };
        for (std::size_t d = 0; d < area_of.size(); ++d) {
            ++start[bucket(d) + 1];
        }
        std::partial_sum(start.begin(), start.end(), start.begin());
        points.resize(area_of.size());
        auto next = start;
        for (std::size_t d = 0; d < area_of.size(); ++d) {
            points[next[bucket(d)]++] = static_cast<std::uint32_t>(d);
        }
    }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t area) const {
        return std::span(points).subspan(start[area], start[area + 1] - start[area]);
    }
};

AreaOutcomes outcomes_of(std::span<const std::uint32_t> points, const std::vector<Outcome>& outcomes) {
    AreaOutcomes result;
    for (const auto d : points) {
        if (const auto* reached = std::get_if<Reached>(&outcomes[d])) {
            result.reached.push_back({reached->nearest.time, d});
        } else {
            result.unreached.push_back({std::get<network::Reason>(outcomes[d]), d});
        }
    }
    std::ranges::stable_sort(result.reached, {}, &Timed::time);
    return result;
}

/// The smallest time within which num/den of the people reached (more than none) arrive.
double percentile(const AreaOutcomes& outcomes, const std::vector<People>& people, People reached, int num, int den) {
    Wide within = 0;
    for (const auto& timed : outcomes.reached) {
        within += people[timed.point].micro();
        if (within * den >= Wide{reached.micro()} * num) {
            return minutes(timed.time);
        }
    }
    return minutes(outcomes.reached.back().time);
}

void add_times(const AreaOutcomes& outcomes, const std::vector<People>& people, AreaStatistics& row) {
    Wide weighted = 0;
    for (const auto& timed : outcomes.reached) {
        const auto p = people[timed.point];
        weighted += Wide{p.micro()} * timed.time.count();
        if (!p.is_zero()) {
            row.max_min = minutes(timed.time);
        }
    }
    if (row.reached.is_zero()) {
        return;
    }
    row.mean_min = static_cast<double>(weighted) / static_cast<double>(row.reached.micro()) / 60000.0;
    row.median_min = percentile(outcomes, people, row.reached, 1, 2);
    row.p90_min = percentile(outcomes, people, row.reached, 9, 10);
}

/// Limits count in whole milliseconds like the times, so that "within 60 minutes" has no grey zone.
void add_limits(const AreaOutcomes& outcomes, const std::vector<People>& people, const std::vector<double>& limits,
                AreaStatistics& row) {
    row.within.assign(limits.size(), People{});
    for (std::size_t i = 0; i < limits.size(); ++i) {
        const auto limit = from_minutes(limits[i]);
        for (const auto& timed : outcomes.reached) {
            if (timed.time > limit) {
                break;
            }
            row.within[i] += people[timed.point];
        }
    }
    row.beyond = limits.empty() ? row.reached : row.reached - row.within.back();
}

AreaStatistics describe(const AreaOutcomes& outcomes, const std::vector<People>& people,
                        const std::vector<double>& limits) {
    AreaStatistics row;
    row.points = static_cast<std::uint32_t>(outcomes.reached.size() + outcomes.unreached.size());
    for (const auto& timed : outcomes.reached) {
        row.reached += people[timed.point];
    }
    row.people = row.reached;
    for (const auto& unreached : outcomes.unreached) {
        row.unreached[static_cast<std::size_t>(unreached.reason)] += people[unreached.point];
        row.people += people[unreached.point];
    }
    add_times(outcomes, people, row);
    add_limits(outcomes, people, limits, row);
    return row;
}

}  // namespace

std::vector<AreaStatistics> statistics(const AccessResult& result, const DemandSet& demand,
                                       const std::vector<Service>& services, const AreaOfDemand& area_of,
                                       std::size_t area_count) {
    const PointsByArea by_area(area_of, area_count);
    const bool some_in_none = !by_area.of(area_count).empty();
    const std::size_t buckets = area_count + (some_in_none ? 1 : 0);
    const std::size_t groups = demand.groups.size();
    std::vector<AreaStatistics> rows(buckets * services.size() * groups);
    tbb::parallel_for(std::size_t{0}, buckets * services.size(), [&](std::size_t task) {
        const std::size_t area = task / services.size();
        const std::size_t s = task % services.size();
        const auto outcomes = outcomes_of(by_area.of(area), result.outcomes[s]);
        for (std::size_t g = 0; g < groups; ++g) {
            auto& row = rows[task * groups + g];
            row = describe(outcomes, demand.people[g], services[s].thresholds_min);
            row.service = static_cast<std::uint32_t>(s);
            row.group = static_cast<std::uint32_t>(g);
            if (area < area_count) {
                row.area = static_cast<std::uint32_t>(area);
            }
        }
    });
    return rows;
}

std::vector<AreaStatistics> region_statistics(const AccessResult& result, const DemandSet& demand,
                                              const std::vector<Service>& services) {
    auto rows = statistics(result, demand, services, AreaOfDemand(demand.size(), std::uint32_t{0}), 1);
    for (auto& row : rows) {
        row.area.reset();
    }
    return rows;
}

}  // namespace michinori::access
