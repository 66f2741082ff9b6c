// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <vector>

#include "access/access.h"
#include "care/chain.h"
#include "routing/sparse_table.h"
#include "scenario/region.h"

namespace michinori::scenario {

/// What the journeys of care networks are measured over: roads, or straight lines. Immutable; safe from several
/// threads.
class CareGround {
public:
    CareGround() = default;
    CareGround(const CareGround&) = delete;
    CareGround& operator=(const CareGround&) = delete;
    virtual ~CareGround() = default;

    [[nodiscard]] virtual const Inputs& inputs() const = 0;
    /// Those of the facilities that a journey can end at, in their order.
    [[nodiscard]] virtual std::vector<FacilityId> usable(const std::vector<FacilityId>& facilities) const = 0;
    /// By demand point the sites (by place in the list) within the cut-off, nearest first.
    [[nodiscard]] virtual routing::SparseTable from_people(const std::vector<FacilityId>& sites,
                                                           TravelTime cutoff) const = 0;
    /// Every site to every other; 0 where both are the same facility.
    [[nodiscard]] virtual care::StepTimes between(const std::vector<FacilityId>& from,
                                                  const std::vector<FacilityId>& to) const = 0;
    /// The journeys home: [site][demand point]; no way beyond the cut-off.
    [[nodiscard]] virtual care::StepTimes to_people(const std::vector<FacilityId>& sites, TravelTime cutoff) const = 0;
    /// Nearest and second-nearest of the lists, or why there is none; by demand point.
    [[nodiscard]] virtual std::vector<access::Outcome> nearest(const std::vector<FacilityId>& sites,
                                                               const routing::SparseTable& lists) const = 0;
};

/// Over the roads of a region. The region and the engine must outlive it. Throws InputError facility_unsnapped for
/// facilities that the networks name and that stand on no road (unless the scenario says skip), as every command does.
[[nodiscard]] std::unique_ptr<CareGround> road_ground(const Scenario& scenario, Region& region,
                                                      const routing::Engine& engine);

/// Along straight lines, made longer and driven at one speed (StraightLine). O(points x sites near enough).
[[nodiscard]] std::unique_ptr<CareGround> straight_ground(const StraightLine& line, const Inputs& inputs);

}  // namespace michinori::scenario
