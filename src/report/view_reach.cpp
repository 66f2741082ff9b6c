// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/view_reach.h"

namespace michinori::report {
namespace {

constexpr TravelTime hour{60 * 60 * 1000};

std::optional<TravelTime> time_of(const access::Outcome& outcome) {
    const auto* reached = std::get_if<access::Reached>(&outcome);
    return reached == nullptr ? std::nullopt : std::optional(reached->nearest.time);
}

bool is_uncovered(const access::Outcome& outcome) {
    const auto* reason = std::get_if<network::Reason>(&outcome);
    return reason != nullptr && *reason == network::Reason::outside_network;
}

void count(const std::optional<TravelTime>& time, People people, Reach& reach) {
    auto& part = !time ? reach.unreached : *time <= hour ? reach.within : reach.beyond;
    part += people;
}

void count(const std::optional<TravelTime>& before, const std::optional<TravelTime>& after, People people,
           HourChange& change) {
    const bool was_within = before && *before <= hour;
    const bool is_within = after && *after <= hour;
    if (was_within != is_within) {
        (was_within ? change.lost : change.gained) += people;
    }
    if (before && after && *before != *after) {
        (*before < *after ? change.longer : change.shorter) += people;
    }
}

/// The area of a point, as an index into a list of areas; nothing without a level.
class Areas {
public:
    Areas(const scenario::Side& side, const std::optional<std::size_t>& level)
        : of_(level ? &side.area_of[*level] : nullptr), count_(level ? side.levels[*level].areas.size() : 0) {}
    [[nodiscard]] std::optional<std::uint32_t> of(std::size_t point) const {
        return of_ == nullptr ? std::nullopt : (*of_)[point];
    }
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    const access::AreaOfDemand* of_;
    std::size_t count_;
};

}  // namespace

StateReach reach_of(const scenario::Side& side, std::size_t service, const std::vector<People>& people,
                    const scenario::Side& areas_of, const std::optional<std::size_t>& level) {
    const Areas areas(areas_of, level);
    StateReach of;
    of.areas.resize(areas.count());
    TravelTime longest{0};
    for (std::size_t d = 0; d < people.size(); ++d) {
        const auto& outcome = side.outcomes[service][d];
        const auto time = time_of(outcome);
        count(time, people[d], of.region);
        if (const auto area = areas.of(d)) {
            count(time, people[d], of.areas[*area]);
            of.areas[*area].uncovered += is_uncovered(outcome) ? people[d] : People();
        }
        if (!time) {
            of.by_reason[static_cast<std::size_t>(std::get<network::Reason>(outcome))] += people[d];
        } else if (!people[d].is_zero() && (!of.farthest || *time > longest)) {
            longest = *time;
            of.farthest = d;
        }
    }
    return of;
}

ReachChange change_between(const scenario::Side& before, const scenario::Side& after, std::size_t service,
                           const std::vector<People>& people, const scenario::Side& areas_of,
                           const std::optional<std::size_t>& level) {
    const Areas areas(areas_of, level);
    ReachChange of;
    of.areas.resize(areas.count());
    of.people.resize(areas.count());
    for (std::size_t d = 0; d < people.size(); ++d) {
        const auto was = time_of(before.outcomes[service][d]);
        const auto is = time_of(after.outcomes[service][d]);
        count(was, people[d], of.before);
        count(is, people[d], of.after);
        count(was, is, people[d], of.region);
        if (const auto area = areas.of(d)) {
            count(was, is, people[d], of.areas[*area]);
            of.people[*area] += people[d];
        }
    }
    return of;
}

}  // namespace michinori::report
