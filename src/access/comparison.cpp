// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/comparison.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace michinori::access {
namespace {

// People in millionths times milliseconds outgrow 64 bits; exact sums do not depend on their order.
__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): __extension__ needs a declaration

const Reached* reached(const Outcome& outcome) {
    return std::get_if<Reached>(&outcome);
}

PointChange change_of(const Outcome& before, const Outcome& after) {
    const auto* first = reached(before);
    const auto* then = reached(after);
    if (first == nullptr || then == nullptr) {
        return {first != nullptr  ? ChangeKind::newly_unreached
                : then != nullptr ? ChangeKind::newly_reached
                                  : ChangeKind::unreached_both,
                std::nullopt, false};
    }
    const TimeChange longer = TimeChange{then->nearest.time.count()} - TimeChange{first->nearest.time.count()};
    const auto kind = longer.count() < 0   ? ChangeKind::faster
                      : longer.count() > 0 ? ChangeKind::slower
                                           : ChangeKind::unchanged;
    return {kind, longer, first->nearest.facility != then->nearest.facility};
}

/// Demand points by area, those in no area last.
std::vector<std::vector<std::uint32_t>> points_by_area(const AreaOfDemand& area_of, std::size_t area_count) {
    std::vector<std::vector<std::uint32_t>> points(area_count + 1);
    for (std::size_t d = 0; d < area_of.size(); ++d) {
        points[area_of[d] ? *area_of[d] : area_count].push_back(static_cast<std::uint32_t>(d));
    }
    if (points.back().empty()) {
        points.pop_back();
    }
    return points;
}

std::optional<Inequality> inequality_of(std::span<const std::uint32_t> points, const std::vector<Outcome>& outcomes,
                                        const std::vector<People>& people) {
    std::vector<WeightedValue> values;
    for (const auto d : points) {
        if (const auto* journey = reached(outcomes[d])) {
            values.push_back({minutes(journey->nearest.time), people[d]});
        }
    }
    return inequality(values);
}

/// Counts one area's people of one group.
class Counter {
public:
    Counter(const TwoStates& states, const std::vector<PointChange>& changes, const ComparisonLimits& limits)
        : states_(states), changes_(changes), bands_(limits.bands_min) {
        for (const double t : limits.thresholds_min) {
            thresholds_.push_back(from_minutes(t));
        }
    }

    [[nodiscard]] ChangeStatistics count(std::span<const std::uint32_t> points, std::size_t group) const {
        ChangeStatistics row;
        row.group = static_cast<std::uint32_t>(group);
        row.points = static_cast<std::uint32_t>(points.size());
        row.bands.resize(bands_.count());
        row.thresholds.resize(thresholds_.size());
        Wide longer = 0;
        for (const auto d : points) {
            const auto people = states_.people[group][d];
            row.people_before += states_.people_before[group][d];
            row.people += people;
            add_change(d, people, row);
            add_limits(d, group, row);
            longer += Wide{people.micro()} * changes_[d].longer.value_or(TimeChange{0}).count();
        }
        const auto both = row.of(ChangeKind::unchanged) + row.of(ChangeKind::faster) + row.of(ChangeKind::slower);
        if (!both.is_zero()) {
            row.mean_change_min = static_cast<double>(longer) / static_cast<double>(both.micro()) / 60000.0;
        }
        row.before = inequality_of(points, states_.before, states_.people_before[group]);
        row.after = inequality_of(points, states_.after, states_.people[group]);
        return row;
    }

private:
    void add_change(std::size_t d, People people, ChangeStatistics& row) const {
        const auto& change = changes_[d];
        row.by_kind[static_cast<std::size_t>(change.kind)] += people;
        if (change.other_facility) {
            row.other_facility += people;
        }
        if (const auto band = change.longer ? bands_.band(*change.longer) : std::nullopt) {
            row.bands[*band] += people;
        }
        if (change.kind == ChangeKind::newly_unreached) {
            const auto reason = std::get<network::Reason>(states_.after[d]);
            row.newly_unreached[static_cast<std::size_t>(reason)] += people;
        }
    }

    void add_limits(std::size_t d, std::size_t group, ChangeStatistics& row) const {
        const auto* first = reached(states_.before[d]);
        const auto* then = reached(states_.after[d]);
        const auto people = states_.people[group][d];
        for (std::size_t t = 0; t < thresholds_.size(); ++t) {
            const bool within_before = first != nullptr && first->nearest.time <= thresholds_[t];
            const bool within_after = then != nullptr && then->nearest.time <= thresholds_[t];
            auto& sums = row.thresholds[t];
            sums.within_before += within_before ? states_.people_before[group][d] : People{};
            sums.within_after += within_after ? people : People{};
            sums.newly_beyond += within_before && !within_after ? people : People{};
            sums.newly_within += within_after && !within_before ? people : People{};
        }
    }

    const TwoStates& states_;
    const std::vector<PointChange>& changes_;
    ChangeBands bands_;
    std::vector<TravelTime> thresholds_;
};

}  // namespace

std::vector<PointChange> compare_points(const std::vector<Outcome>& before, const std::vector<Outcome>& after) {
    std::vector<PointChange> changes(before.size());
    tbb::parallel_for(std::size_t{0}, before.size(),
                      [&](std::size_t d) { changes[d] = change_of(before[d], after[d]); });
    return changes;
}

ChangeBands::ChangeBands(const std::vector<double>& limits_min) {
    for (const double limit : limits_min) {
        limits_.emplace_back(std::llround(limit * 60000));
    }
}

std::optional<std::size_t> ChangeBands::band(TimeChange longer) const {
    if (longer.count() == 0) {
        return std::nullopt;
    }
    const auto limit =
        longer.count() > 0 ? std::ranges::lower_bound(limits_, longer) : std::ranges::upper_bound(limits_, longer);
    return static_cast<std::size_t>(limit - limits_.begin());
}

std::vector<ChangeStatistics> compare_areas(const TwoStates& states, const std::vector<PointChange>& changes,
                                            const ComparisonLimits& limits, const AreaOfDemand& area_of,
                                            std::size_t area_count) {
    const auto points = points_by_area(area_of, area_count);
    const auto groups = states.people.size();
    const Counter counter(states, changes, limits);
    std::vector<ChangeStatistics> rows(points.size() * groups);
    tbb::parallel_for(std::size_t{0}, rows.size(), [&](std::size_t i) {
        const auto area = i / groups;
        rows[i] = counter.count(points[area], i % groups);
        if (area < area_count) {
            rows[i].area = static_cast<std::uint32_t>(area);
        }
    });
    return rows;
}

std::vector<ChangeStatistics> compare_region(const TwoStates& states, const std::vector<PointChange>& changes,
                                             const ComparisonLimits& limits) {
    auto rows = compare_areas(states, changes, limits, AreaOfDemand(changes.size(), std::uint32_t{0}), 1);
    for (auto& row : rows) {
        row.area.reset();
    }
    return rows;
}

std::vector<FacilityLoad> compare_loads(const TwoStates& states, std::size_t group, std::size_t facility_count) {
    std::vector<FacilityLoad> loads(facility_count);
    for (std::size_t d = 0; d < states.before.size(); ++d) {
        if (const auto* first = reached(states.before[d])) {
            loads[first->nearest.facility.index()].before += states.people_before[group][d];
        }
        if (const auto* then = reached(states.after[d])) {
            loads[then->nearest.facility.index()].after += states.people[group][d];
        }
    }
    return loads;
}

std::optional<LargestLoss> largest_increase(const std::vector<PointChange>& changes,
                                            const std::vector<People>& people) {
    std::optional<LargestLoss> worst;
    for (std::size_t d = 0; d < changes.size(); ++d) {
        if (changes[d].kind != ChangeKind::slower || people[d].is_zero()) {
            continue;
        }
        const bool worse = !worst || changes[d].longer > worst->longer ||
                           (changes[d].longer == worst->longer && people[d] > worst->people);
        if (worse) {
            worst = LargestLoss{DemandId{d}, people[d], changes[d].longer};
        }
    }
    return worst;
}

std::optional<LargestLoss> largest_cut_off(const std::vector<PointChange>& changes, const std::vector<People>& people) {
    std::optional<LargestLoss> worst;
    for (std::size_t d = 0; d < changes.size(); ++d) {
        if (changes[d].kind == ChangeKind::newly_unreached && people[d] > (worst ? worst->people : People{})) {
            worst = LargestLoss{DemandId{d}, people[d], std::nullopt};
        }
    }
    return worst;
}

MinutesOfPeople minutes_of(const std::vector<Outcome>& outcomes, const std::vector<People>& people,
                           const AreaOfDemand& area_of) {
    MinutesOfPeople of;
    for (std::size_t d = 0; d < outcomes.size(); ++d) {
        if (const auto* journey = reached(outcomes[d])) {
            of.minutes.push_back({minutes(journey->nearest.time), people[d]});
            of.area_of.push_back(area_of[d]);
        }
    }
    return of;
}

}  // namespace michinori::access
