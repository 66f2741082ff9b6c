// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/closure_effects.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "routing/nearest_field.h"

namespace michinori::access {
namespace {

__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): __extension__ needs a declaration

using Kind = routing::SubsetAnswer::Kind;

bool within(const routing::SubsetAnswer& answer, double limit_min) {
    return answer.kind == Kind::found && answer.time <= from_minutes(limit_min);
}

}  // namespace

ClosureEffects::ClosureEffects(const routing::Engine& engine, const Service& service,
                               const std::vector<network::SnapResult>& demand_snaps,
                               const std::vector<network::SnapResult>& facility_snaps, std::size_t at_once)
    : service_(service), at_once_(at_once), sites_(sites_of(service.facilities, facility_snaps)) {
    list_nearest(engine, demand_snaps);
    field_.emplace(nearest_, std::span<const std::uint8_t>(), complete_);
}

void ClosureEffects::list_nearest(const routing::Engine& engine, const std::vector<network::SnapResult>& demand_snaps) {
    const auto k = at_once_ + 1;
    const auto limit = service_.cutoff.value_or(no_way);
    const routing::NearestField field(engine, sites_.sites, k);
    const auto origins = origins_of(demand_snaps);
    std::vector<std::vector<routing::SparseTable::Entry>> lists(origins.size());
    complete_.assign(origins.size(), 1);
    tbb::parallel_for(std::size_t{0}, origins.size(), [&](std::size_t d) {
        const auto reaches = origins[d] ? field.from(origins[d]->position) : std::vector<routing::Reach>();
        for (const auto& [site, time] : reaches) {
            const auto total = saturating_add(time, origins[d]->access_time);
            if (total != no_way && total <= limit) {
                lists[d].push_back({static_cast<std::uint32_t>(site.index()), total.count()});
            }
        }
        complete_[d] = lists[d].size() < k ? 1 : 0;
    });
    nearest_.site_count = sites_.sites.size();
    for (const auto& list : lists) {
        nearest_.append(list);
    }
}

ClosureEffect ClosureEffects::effect(const std::vector<std::uint32_t>& closed,
                                     std::span<const routing::SubsetChange> changes,
                                     const std::vector<People>& people) const {
    ClosureEffect effect;
    for (const auto site : closed) {
        effect.closed.push_back(sites_.facility[site]);
    }
    effect.newly_beyond.resize(service_.thresholds_min.size());
    std::map<FacilityId, People> takes_over;
    Wide added = 0;  // micro people x ms
    for (const auto& [point, before, after] : changes) {
        const auto here = people[point];
        effect.affected += here;
        for (std::size_t t = 0; t < service_.thresholds_min.size(); ++t) {
            const auto limit = service_.thresholds_min[t];
            effect.newly_beyond[t] += within(before, limit) && !within(after, limit) ? here : People();
        }
        if (here.is_zero()) {
            continue;
        }
        if (after.kind != Kind::found) {
            effect.cut_off += here;
            effect.first_cut_off = effect.first_cut_off.value_or(DemandId{point});
            continue;
        }
        const auto longer = after.time - before.time;
        added += Wide{here.micro()} * longer.count();
        takes_over[sites_.facility[after.site]] += here;
        if (!effect.worst || longer > effect.worst->added) {
            effect.worst = {DemandId{point}, longer};
        }
    }
    effect.added_person_minutes = static_cast<double>(added) / 1e6 / 60000;
    effect.takes_over.assign(takes_over.begin(), takes_over.end());
    return effect;
}

std::vector<ClosureEffect> ClosureEffects::of_sites(const std::vector<std::vector<std::uint32_t>>& sets,
                                                    const std::vector<People>& people) const {
    std::vector<ClosureEffect> effects(sets.size());
    field_->for_each_closure(sets, [&](std::size_t set, std::span<const routing::SubsetChange> changes) {
        effects[set] = effect(sets[set], changes, people);
    });
    return effects;
}

std::vector<ClosureEffect> ClosureEffects::singles(const std::vector<People>& people) const {
    std::vector<std::vector<std::uint32_t>> sets;
    for (std::uint32_t s = 0; s < sites_.sites.size(); ++s) {
        sets.push_back({s});
    }
    return of_sites(sets, people);
}

std::vector<ClosureEffect> ClosureEffects::pairs(const std::vector<People>& people) const {
    if (at_once_ < 2) {
        throw std::invalid_argument("lists too short for closures of two");
    }
    std::vector<std::vector<std::uint32_t>> sets;
    for (std::uint32_t a = 0; a < sites_.sites.size(); ++a) {
        for (std::uint32_t b = a + 1; b < sites_.sites.size(); ++b) {
            sets.push_back({a, b});
        }
    }
    return of_sites(sets, people);
}

std::vector<ClosureEffect> ClosureEffects::of(const std::vector<std::vector<FacilityId>>& sets,
                                              const std::vector<People>& people) const {
    std::vector<std::vector<std::uint32_t>> by_site;
    for (const auto& set : sets) {
        auto& sites = by_site.emplace_back();
        for (const auto facility : set) {
            const auto found = std::ranges::lower_bound(sites_.facility, facility);
            if (set.size() > at_once_ || found == sites_.facility.end() || *found != facility) {
                throw std::invalid_argument("closures of more facilities than were prepared for, or of another's");
            }
            sites.push_back(static_cast<std::uint32_t>(found - sites_.facility.begin()));
        }
        std::ranges::sort(sites);
    }
    return of_sites(by_site, people);
}

}  // namespace michinori::access
