// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "access/service_access.h"
#include "scenario/variant.h"

namespace michinori::scenario {
namespace {

/// Which facilities stand where they stood, by FacilityId of the variant.
std::vector<std::uint8_t> unmoved(const access::FacilitySet& now, const access::FacilitySet& before) {
    std::vector<std::uint8_t> same(now.size());
    for (std::size_t f = 0; f < std::min(now.size(), before.size()); ++f) {
        same[f] = now.facilities[f].position == before.facilities[f].position ? 1 : 0;
    }
    return same;
}

class VariantAnalyst {
public:
    VariantAnalyst(VariantRegion& variant, const Region& today, const Analysis& before, const KnownOutcomes& known)
        : variant_(variant),
          before_(before),
          known_(known),
          same_roads_(variant.region->same_roads_as(today)),
          unmoved_(unmoved(variant.inputs().facilities, today.inputs().facilities)) {}

    void snap(access::AccessResult& result) const {
        const auto& snapper = variant_.region->snapper();
        if (!same_roads_) {
            result.demand_snaps = access::snap_demand(snapper, variant_.inputs().demand);
            result.facility_snaps = access::snap_facilities(snapper, variant_.inputs().facilities);
            return;
        }
        result.demand_snaps = before_.result.demand_snaps;
        result.facility_snaps = before_.result.facility_snaps;
        result.facility_snaps.resize(unmoved_.size(), network::Reason::bad_coordinate);
        for (std::size_t f = 0; f < unmoved_.size(); ++f) {
            if (unmoved_[f] == 0) {
                result.facility_snaps[f] = snapper.snap(variant_.inputs().facilities.facilities[f].position);
            }
        }
    }

    [[nodiscard]] std::vector<access::Outcome> outcomes(const std::vector<access::Service>& services, std::size_t s,
                                                        const access::AccessResult& result) const {
        if (is_as_before(services[s], before_.services[s])) {
            return before_.result.outcomes[s];
        }
        if (known_ && stand_as_before(services[s])) {
            if (auto found = known_(s, services[s].facilities)) {
                return std::move(*found);
            }
        }
        const access::ServiceAccess access(*variant_.engine, variant_.region->components(), services[s],
                                           result.facility_snaps);
        return access.from_all(result.demand_snaps);
    }

private:
    [[nodiscard]] bool is_as_before(const access::Service& now, const access::Service& before) const {
        return now.facilities == before.facilities && stand_as_before(now);
    }
    [[nodiscard]] bool stand_as_before(const access::Service& now) const {
        return same_roads_ &&
               std::ranges::all_of(now.facilities, [&](FacilityId f) { return unmoved_[f.index()] != 0; });
    }

    VariantRegion& variant_;
    const Analysis& before_;
    const KnownOutcomes& known_;
    bool same_roads_;
    std::vector<std::uint8_t> unmoved_;
};

}  // namespace

Analysis analyse_variant(VariantRegion& variant, const Region& today, const Analysis& analysis_today,
                         Progress& progress, const KnownOutcomes& known) {
    progress.begin(fmt::format("variant {}", variant.id));
    Analysis analysis;
    analysis.services = select_services(variant.scenario, variant.inputs());
    analysis.area_of = variant.inputs().members == today.inputs().members
                           ? analysis_today.area_of
                           : assign_areas(variant.scenario, variant.inputs(), variant.region->log().findings);
    const VariantAnalyst analyst(variant, today, analysis_today, known);
    analyst.snap(analysis.result);
    analysis.result.outcomes.resize(analysis.services.size());
    tbb::parallel_for(std::size_t{0}, analysis.services.size(), [&](std::size_t s) {
        analysis.result.outcomes[s] = analyst.outcomes(analysis.services, s, analysis.result);
    });
    check_placement(variant.scenario, *variant.region, analysis.services, analysis.result.facility_snaps);
    progress.end(fmt::format("{} points", analysis.result.demand_snaps.size()));
    return analysis;
}

}  // namespace michinori::scenario
