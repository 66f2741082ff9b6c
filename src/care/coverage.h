// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/units.h"
#include "care/step_times.h"
#include "routing/sparse_table.h"

namespace michinori::care {

/// What a site can do, by number of the capability: techniques, departments. No system has more.
inline constexpr std::size_t most_capabilities = 64;
using CapabilitySet = std::bitset<most_capabilities>;

/// How far a capability may be, by number of the capability; nothing: any distance will do.
using CapabilityLimits = std::vector<std::optional<TravelTime>>;

/// A hub and those it works with.
struct HubNetwork {
    struct Partner {
        std::uint32_t site = 0;  ///< column of the table of times
        CapabilitySet offers;    ///< what it does for the hub: what it has and the partnership is for
    };
    CapabilitySet own;
    std::vector<Partner> partners;
};

/// Who gives a hub's patients one capability.
struct Provider {
    std::optional<std::uint32_t> partner;  ///< site; nothing: the hub itself
    std::optional<TravelTime> time;        ///< from the hub, 0 for itself; nothing: no way is known
    bool within = false;                   ///< the capability's limit, inclusive; false where no time is known
    friend bool operator==(const Provider&, const Provider&) = default;
};

/// What a hub and its partners can do together.
struct HubCoverage {
    std::vector<std::optional<Provider>> providers;  ///< by capability: the nearest, the hub itself before all
    CapabilitySet missing;                           ///< nobody has it
    CapabilitySet missing_within;                    ///< nobody has it within its limit
};

/// By hub. `times`: [hub][site]. Of equally near partners the lower site; one without a known way comes last, but
/// counts where no other is. O(partners x capabilities). Throws std::invalid_argument for more limits than
/// most_capabilities, capabilities without a limit entry, and sites beyond the table.
///
///     const auto coverage = hub_coverage(hubs, hub_to_partner, {from_minutes(60), from_minutes(60)});
///     coverage[0].providers[1]->partner
[[nodiscard]] std::vector<HubCoverage> hub_coverage(std::span<const HubNetwork> hubs, const StepTimes& times,
                                                    const CapabilityLimits& limits);

using NearestTimes = std::vector<std::optional<TravelTime>>;  ///< by point; nothing: none within reach

/// The time to the nearest of those sites that have something. `sites`: by site of the table. Throws
/// std::invalid_argument for another number of sites. Parallel over points.
[[nodiscard]] NearestTimes nearest_times(const routing::SparseTable& lists, const std::vector<bool>& sites);

/// What people have within their limits.
struct CapabilityReach {
    std::vector<CapabilitySet> within;  ///< by point
    std::vector<People> by_missing;     ///< by number of capabilities missing, from 0 to all: their sum is all people
    std::vector<People> lacking;        ///< by capability: people without it within its limit
};

/// `nearest`: by capability. Throws std::invalid_argument for sizes that do not match and more than most_capabilities.
[[nodiscard]] CapabilityReach capability_reach(std::span<const NearestTimes> nearest, const CapabilityLimits& limits,
                                               std::span<const People> people);

}  // namespace michinori::care
