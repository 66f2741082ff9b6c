// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/next_facility.h"

#include <tbb/parallel_for.h>

#include <optional>

namespace michinori::scenario {
namespace {

using access::Journey;
using access::Reached;
using network::Reason;

/// The nearer of the two that is not the facility itself.
std::optional<Journey> other_than(FacilityId self, const Reached& reached) {
    return reached.nearest.facility != self ? std::optional(reached.nearest) : reached.second;
}

}  // namespace

std::vector<NextFacility> next_facilities(const access::Service& service, const routing::Engine& engine,
                                          const network::Components& components,
                                          const std::vector<network::SnapResult>& facility_snaps) {
    auto all = service;
    all.cutoff.reset();
    const access::ServiceAccess among_all(engine, components, all, facility_snaps);
    const auto without = [&](FacilityId self) -> NextFacility {
        auto others = all;
        std::erase(others.facilities, self);
        const auto outcome =
            access::ServiceAccess(engine, components, others, facility_snaps).from(facility_snaps[self.index()]);
        const auto* reached = std::get_if<Reached>(&outcome);
        return reached != nullptr ? NextFacility(reached->nearest) : NextFacility(std::get<Reason>(outcome));
    };
    std::vector<NextFacility> next(all.facilities.size(), Reason::bad_coordinate);
    tbb::parallel_for(std::size_t{0}, next.size(), [&](std::size_t i) {
        const auto self = all.facilities[i];
        const auto outcome = among_all.from(facility_snaps[self.index()]);
        const auto* reached = std::get_if<Reached>(&outcome);
        const auto other = reached != nullptr ? other_than(self, *reached) : std::nullopt;
        next[i] = other ? NextFacility(*other) : without(self);
    });
    return next;
}

}  // namespace michinori::scenario
