// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/coverage.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace michinori::care {
namespace {

void require(bool right, const char* what) {
    if (!right) {
        throw std::invalid_argument(what);
    }
}

bool keeps(const std::optional<TravelTime>& time, const std::optional<TravelTime>& limit) {
    return time && (!limit || *time <= *limit);
}

/// Whether no capability beyond those with a limit entry is named.
bool fits(const CapabilitySet& named, std::size_t count) {
    return count == most_capabilities || (named >> count).none();
}

void check(const HubNetwork& hub, std::size_t sites, std::size_t capabilities) {
    require(fits(hub.own, capabilities), "coverage: a hub has a capability that is not asked for");
    for (const auto& partner : hub.partners) {
        require(partner.site < sites, "coverage: a partner is beyond the table");
        require(fits(partner.offers, capabilities), "coverage: a partner has a capability that is not asked for");
    }
}

/// Sorts known times before unknown ones, then by time, then by site.
auto order(const Provider& provider) {
    return std::tuple(!provider.time, provider.time, provider.partner);
}

/// The hub's own capability has no partner and takes no time, so it sorts before all.
std::optional<Provider> nearest_provider(const HubNetwork& hub, std::size_t row, const StepTimes& times,
                                         std::size_t capability) {
    if (hub.own[capability]) {
        return Provider{std::nullopt, TravelTime{0}, false};
    }
    std::optional<Provider> nearest;
    for (const auto& partner : hub.partners) {
        if (!partner.offers[capability]) {
            continue;
        }
        const bool leads = times.leads(row, partner.site);
        const Provider found{partner.site, leads ? std::optional(times.at(row, partner.site)) : std::nullopt, false};
        if (!nearest || order(found) < order(*nearest)) {
            nearest = found;
        }
    }
    return nearest;
}

HubCoverage cover(const HubNetwork& hub, std::size_t row, const StepTimes& times, const CapabilityLimits& limits) {
    HubCoverage told;
    for (std::size_t capability = 0; capability < limits.size(); ++capability) {
        auto provider = nearest_provider(hub, row, times, capability);
        if (provider) {
            provider->within = keeps(provider->time, limits[capability]);
        }
        told.missing[capability] = !provider;
        told.missing_within[capability] = !provider || !provider->within;
        told.providers.push_back(provider);
    }
    return told;
}

}  // namespace

std::vector<HubCoverage> hub_coverage(std::span<const HubNetwork> hubs, const StepTimes& times,
                                      const CapabilityLimits& limits) {
    require(limits.size() <= most_capabilities, "coverage: too many capabilities");
    require(times.from_count() == hubs.size(), "coverage: not one row of times a hub");
    std::vector<HubCoverage> told;
    for (std::size_t row = 0; row < hubs.size(); ++row) {
        check(hubs[row], times.to_count(), limits.size());
        told.push_back(cover(hubs[row], row, times, limits));
    }
    return told;
}

NearestTimes nearest_times(const routing::SparseTable& lists, const std::vector<bool>& sites) {
    require(sites.size() == lists.site_count, "coverage: not one word a site");
    NearestTimes nearest(lists.point_count());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, nearest.size()), [&](const auto& points) {
        for (auto point = points.begin(); point != points.end(); ++point) {
            const auto list = lists.of(point);
            const auto found = std::ranges::find_if(list, [&](const auto& entry) { return sites[entry.site]; });
            if (found != list.end()) {
                nearest[point] = TravelTime{found->time};
            }
        }
    });
    return nearest;
}

CapabilityReach capability_reach(std::span<const NearestTimes> nearest, const CapabilityLimits& limits,
                                 std::span<const People> people) {
    const auto count = nearest.size();
    require(count <= most_capabilities && limits.size() == count, "coverage: capabilities and limits do not match");
    require(std::ranges::all_of(nearest, [&](const auto& times) { return times.size() == people.size(); }),
            "coverage: times and people do not match");
    CapabilityReach told;
    told.within.resize(people.size());
    told.by_missing.resize(count + 1);
    told.lacking.resize(count);
    for (std::size_t point = 0; point < people.size(); ++point) {
        for (std::size_t capability = 0; capability < count; ++capability) {
            const bool within = keeps(nearest[capability][point], limits[capability]);
            told.within[point][capability] = within;
            told.lacking[capability] += within ? People{} : people[point];
        }
        told.by_missing[count - told.within[point].count()] += people[point];
    }
    return told;
}

}  // namespace michinori::care
