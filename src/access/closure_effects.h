// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "access/access.h"
#include "access/service_sites.h"
#include "routing/facility_subsets.h"

namespace michinori::access {

/// What the people of a group would lose if some facilities stopped giving a service.
struct ClosureEffect {
    std::vector<FacilityId> closed;    ///< ascending
    People affected;                   ///< they are the nearest facility of these people
    People cut_off;                    ///< of them, those who would reach none (within the cut-off)
    double added_person_minutes = 0;   ///< of those who would reach another one
    std::vector<People> newly_beyond;  ///< by threshold: within it before, not after
    std::vector<std::pair<FacilityId, People>> takes_over;  ///< who goes where, ascending by facility
    /// The point with people that would lose most minutes; of equal ones the first.
    struct Worst {
        DemandId point;
        TravelTime added{0};
    };
    std::optional<Worst> worst;
    std::optional<DemandId> first_cut_off;  ///< the first point with people that would reach none
};

/// The effects of every closure of one or two facilities of a service, from one pass for the k nearest.
///
///     const ClosureEffects effects(engine, service, demand_snaps, facility_snaps, 2);
///     for (const auto& effect : effects.singles(people)) ...
///
/// Memory: 8 k bytes a demand point. Immutable; safe from several threads. The service must outlive it.
class ClosureEffects {
public:
    /// `at_once`: how many facilities close at most (1 or 2; at most 9).
    ClosureEffects(const routing::Engine& engine, const Service& service,
                   const std::vector<network::SnapResult>& demand_snaps,
                   const std::vector<network::SnapResult>& facility_snaps, std::size_t at_once);

    ClosureEffects(const ClosureEffects&) = delete;
    ClosureEffects& operator=(const ClosureEffects&) = delete;

    /// In the order of the facilities; `people` is by demand point. Facilities off the network are left out.
    [[nodiscard]] std::vector<ClosureEffect> singles(const std::vector<People>& people) const;
    /// Every two, in the order (first, second). Parallel; the same for any number of threads.
    [[nodiscard]] std::vector<ClosureEffect> pairs(const std::vector<People>& people) const;
    /// Any sets of up to `at_once`. Throws std::invalid_argument for larger ones and facilities not of the service.
    [[nodiscard]] std::vector<ClosureEffect> of(const std::vector<std::vector<FacilityId>>& sets,
                                                const std::vector<People>& people) const;

private:
    [[nodiscard]] std::vector<ClosureEffect> of_sites(const std::vector<std::vector<std::uint32_t>>& sets,
                                                      const std::vector<People>& people) const;
    [[nodiscard]] ClosureEffect effect(const std::vector<std::uint32_t>& closed,
                                       std::span<const routing::SubsetChange> changes,
                                       const std::vector<People>& people) const;
    void list_nearest(const routing::Engine& engine, const std::vector<network::SnapResult>& demand_snaps);

    const Service& service_;
    std::size_t at_once_;
    ServiceSites sites_;
    routing::SparseTable nearest_;
    std::vector<std::uint8_t> complete_;
    std::optional<routing::SubsetField> field_;
};

}  // namespace michinori::access
