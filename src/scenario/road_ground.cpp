// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <set>
#include <string>
#include <utility>

#include "access/service_access.h"
#include "access/service_sites.h"
#include "scenario/analysis.h"
#include "scenario/care_ground.h"

namespace michinori::scenario {
namespace {

class RoadGround : public CareGround {
public:
    RoadGround(const Region& region, const routing::Engine& engine, std::vector<network::SnapResult> facility_snaps)
        : region_(region),
          engine_(engine),
          demand_snaps_(access::snap_demand(region.snapper(), region.inputs().demand)),
          facility_snaps_(std::move(facility_snaps)) {}

    [[nodiscard]] const Inputs& inputs() const override { return region_.inputs(); }

    [[nodiscard]] std::vector<FacilityId> usable(const std::vector<FacilityId>& facilities) const override {
        return access::sites_of(facilities, facility_snaps_).facility;
    }

    [[nodiscard]] routing::SparseTable from_people(const std::vector<FacilityId>& sites,
                                                   TravelTime cutoff) const override {
        return engine_.time_lists(access::origins_of(demand_snaps_), places(sites), cutoff);
    }

    [[nodiscard]] care::StepTimes between(const std::vector<FacilityId>& from,
                                          const std::vector<FacilityId>& to) const override {
        auto times = dense(engine_.time_lists(origins(from), places(to), no_way));
        for (std::uint32_t f = 0; f < from.size(); ++f) {
            for (std::uint32_t t = 0; t < to.size(); ++t) {
                if (from[f] == to[t]) {
                    times.set(f, t, TravelTime{0});
                }
            }
        }
        return times;
    }

    [[nodiscard]] care::StepTimes to_people(const std::vector<FacilityId>& sites, TravelTime cutoff) const override {
        std::vector<routing::Site> homes;
        std::vector<std::uint32_t> point_of;
        for (std::uint32_t p = 0; p < demand_snaps_.size(); ++p) {
            if (const auto* home = std::get_if<network::Snapped>(&demand_snaps_[p])) {
                homes.push_back({home->position, home->access_time});
                point_of.push_back(p);
            }
        }
        const auto lists = engine_.time_lists(origins(sites), homes, cutoff);
        care::StepTimes times(sites.size(), demand_snaps_.size());
        for (std::uint32_t s = 0; s < sites.size(); ++s) {
            for (const auto& entry : lists.of(s)) {
                times.set(s, point_of[entry.site], TravelTime{entry.time});
            }
        }
        return times;
    }

    [[nodiscard]] std::vector<access::Outcome> nearest(const std::vector<FacilityId>& sites,
                                                       const routing::SparseTable& lists) const override {
        const access::Service service{{}, {}, {}, sites, {}, {}};
        const access::ServiceAccess anywhere(engine_, region_.components(), service, facility_snaps_);
        auto outcomes = anywhere.from_all(demand_snaps_);
        for (std::size_t p = 0; p < outcomes.size(); ++p) {
            if (lists.of(p).empty() && std::holds_alternative<access::Reached>(outcomes[p])) {
                outcomes[p] = network::Reason::beyond_cutoff;
            }
        }
        return outcomes;
    }

private:
    [[nodiscard]] std::vector<routing::Site> places(const std::vector<FacilityId>& sites) const {
        return access::sites_of(sites, facility_snaps_).sites;
    }

    [[nodiscard]] std::vector<routing::Origin> origins(const std::vector<FacilityId>& sites) const {
        const auto all = places(sites);
        return {all.begin(), all.end()};
    }

    static care::StepTimes dense(const routing::SparseTable& lists) {
        care::StepTimes times(lists.point_count(), lists.site_count);
        for (std::uint32_t p = 0; p < lists.point_count(); ++p) {
            for (const auto& entry : lists.of(p)) {
                times.set(p, entry.site, TravelTime{entry.time});
            }
        }
        return times;
    }

    const Region& region_;
    const routing::Engine& engine_;
    std::vector<network::SnapResult> demand_snaps_;
    std::vector<network::SnapResult> facility_snaps_;
};

/// Those that have any facility: a tier may have none.
std::vector<access::Service> services_of_networks(const Scenario& scenario, const Inputs& inputs) {
    std::set<std::string> named;
    for (const auto& network : scenario.networks) {
        for (const auto* words : {&network.tiers, &network.capabilities}) {
            for (const auto& [word, service] : *words) {
                named.insert(service);
            }
        }
        for (const auto& sites : network.new_sites) {
            named.insert(sites.candidates);
        }
    }
    std::vector<access::Service> services;
    for (const auto& name : named) {
        access::Service service{name, {}, {}, facilities_giving(scenario, inputs, name), {}, {}};
        if (!service.facilities.empty()) {
            services.push_back(std::move(service));
        }
    }
    return services;
}

}  // namespace

std::unique_ptr<CareGround> road_ground(const Scenario& scenario, Region& region, const routing::Engine& engine) {
    auto snaps = access::snap_facilities(region.snapper(), region.inputs().facilities);
    check_placement(scenario, region, services_of_networks(scenario, region.inputs()), snaps);
    return std::make_unique<RoadGround>(region, engine, std::move(snaps));
}

}  // namespace michinori::scenario
