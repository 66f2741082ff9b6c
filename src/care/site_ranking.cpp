// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/site_ranking.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <stdexcept>

namespace michinori::care {
namespace {

/// Sums of people by group.
class GroupSums {
public:
    explicit GroupSums(GroupOf group_of) : group_of_(group_of) {
        for (const auto& group : group_of) {
            if (group && *group >= sums_.size()) {
                sums_.resize(*group + 1);
            }
        }
    }
    void add(std::size_t point, People people) {
        if (!group_of_.empty() && group_of_[point]) {
            sums_[*group_of_[point]] += people;
        }
    }
    [[nodiscard]] std::vector<GroupPeople> listed() const {
        std::vector<GroupPeople> list;
        for (std::uint32_t group = 0; group < sums_.size(); ++group) {
            if (!sums_[group].is_zero()) {
                list.push_back({group, sums_[group]});
            }
        }
        return list;
    }

private:
    GroupOf group_of_;
    std::vector<People> sums_;
};

void check_groups(GroupOf group_of, std::size_t points) {
    if (!group_of.empty() && group_of.size() != points) {
        throw std::invalid_argument("groups are one for each point, or none at all");
    }
}

void check_sites(std::span<const std::uint32_t> sites, const routing::SparseTable& times) {
    if (std::ranges::any_of(sites, [&](auto site) { return site >= times.site_count; })) {
        throw std::invalid_argument("a site is beyond the table");
    }
}

void check(const NearestQuestion& question) {
    const auto negative = [](People one) { return one < People{}; };
    if (question.people.size() != question.times.point_count() || std::ranges::any_of(question.people, negative)) {
        throw std::invalid_argument("people are one number for each point, from 0 upwards");
    }
    check_sites(question.open, question.times);
}

using Times = std::vector<std::optional<std::uint32_t>>;

/// By point to the nearest open site.
Times times_today(const NearestQuestion& question) {
    std::vector<std::uint8_t> open(question.times.site_count);
    for (const auto site : question.open) {
        open[site] = 1;
    }
    Times today(question.people.size());
    for (std::size_t point = 0; point < today.size(); ++point) {
        const auto list = question.times.of(point);
        const auto nearest = std::ranges::find_if(list, [&](const auto& entry) { return open[entry.site] != 0; });
        if (nearest != list.end()) {
            today[point] = nearest->time;
        }
    }
    return today;
}

struct Way {
    std::uint32_t point;
    std::uint32_t time;
};

/// By site who reaches it, of sites that are candidates.
std::vector<std::vector<Way>> ways_by_site(const routing::SparseTable& times,
                                           std::span<const std::uint32_t> candidates) {
    std::vector<std::uint8_t> wanted(times.site_count);
    for (const auto site : candidates) {
        wanted[site] = 1;
    }
    std::vector<std::vector<Way>> ways(times.site_count);
    for (std::uint32_t point = 0; point < times.point_count(); ++point) {
        for (const auto& entry : times.of(point)) {
            if (wanted[entry.site] != 0) {
                ways[entry.site].push_back({point, entry.time});
            }
        }
    }
    return ways;
}

NearestEffect effect_of(std::span<const Way> ways, const NearestQuestion& question, const Times& today,
                        GroupSums groups) {
    NearestEffect effect;
    const auto limit = question.limit.count();
    for (const auto& [point, time] : ways) {
        const auto people = question.people[point];
        const auto& before = today[point];
        if (before && time < *before) {
            effect.nearer += people;
            effect.saved += PersonTime(people.micro()) * (*before - time);
        }
        if (time <= limit && (!before || *before > limit)) {
            effect.newly_within += people;
            groups.add(point, people);
        }
    }
    effect.newly_within_by_group = groups.listed();
    return effect;
}

ServedEffect effect_of(const NewSite& candidate, const Assignment& today, GroupSums groups) {
    auto then = today;
    then.open(candidate.site, candidate.capacity);
    for (std::size_t point = 0; point < today.point_count(); ++point) {
        groups.add(point, today.unserved(point) - then.unserved(point));
    }
    return {then.served() - today.served(), then.load(candidate.site), groups.listed()};
}

}  // namespace

double NearestEffects::mean_minutes_saved(std::size_t candidate) const {
    return with_way.is_zero() ? 0 : person_minutes(of[candidate].saved) / with_way.value();
}

NearestEffects nearest_effects(const NearestQuestion& question, std::span<const std::uint32_t> candidates,
                               GroupOf group_of) {
    check(question);
    check_sites(candidates, question.times);
    check_groups(group_of, question.people.size());
    const auto today = times_today(question);
    const auto ways = ways_by_site(question.times, candidates);
    const GroupSums none(group_of);
    NearestEffects effects;
    for (std::size_t point = 0; point < today.size(); ++point) {
        effects.with_way += today[point] ? question.people[point] : People{};
    }
    effects.of.resize(candidates.size());
    tbb::parallel_for(std::size_t{0}, candidates.size(),
                      [&](std::size_t i) { effects.of[i] = effect_of(ways[candidates[i]], question, today, none); });
    return effects;
}

std::vector<ServedEffect> served_effects(const Assignment& today, std::span<const NewSite> candidates,
                                         GroupOf group_of) {
    check_groups(group_of, today.point_count());
    for (const auto& candidate : candidates) {
        check_sites({&candidate.site, 1}, today.times());
        if (candidate.capacity < People{}) {
            throw std::invalid_argument("a site's capacity is at least 0");
        }
    }
    const GroupSums none(group_of);
    std::vector<ServedEffect> effects(candidates.size());
    tbb::parallel_for(std::size_t{0}, candidates.size(),
                      [&](std::size_t i) { effects[i] = effect_of(candidates[i], today, none); });
    return effects;
}

}  // namespace michinori::care
