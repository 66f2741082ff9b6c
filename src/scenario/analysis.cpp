// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/analysis.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "base/text.h"
#include "scenario/fault_collector.h"
#include "scenario/member_areas.h"

namespace michinori::scenario {
namespace {

using network::Reason;

std::set<FacilityId> facilities_asked_for(const std::vector<access::Service>& services) {
    std::set<FacilityId> all;
    for (const auto& service : services) {
        all.insert(service.facilities.begin(), service.facilities.end());
    }
    return all;
}

bool may_be_skipped(const Scenario& scenario, const access::FacilitySet::Facility& facility) {
    const auto skips = [&](const auto& source) { return source.skip_unsnapped && source.file.shown == facility.file; };
    return std::ranges::any_of(scenario.facilities, skips) ||
           (scenario.what_if && std::ranges::any_of(scenario.what_if->candidates, skips));
}

/// Whether a what-if took the roads from a facility that is there today: nobody reaches it, which is its answer.
bool is_cut_off(const Scenario& scenario, const Region& region, const access::FacilitySet::Facility& facility,
                Reason reason) {
    const bool there_today = std::ranges::any_of(
        scenario.facilities, [&](const auto& source) { return source.file.shown == facility.file; });
    return !region.road_changes().empty() && there_today &&
           (reason == Reason::no_drivable_road || reason == Reason::too_far_to_snap);
}

using SkippedByFile = std::map<std::string, std::array<std::size_t, network::reason_count>>;

/// Faults of facilities that must be on the network and are not; those that may be missing are counted.
SkippedByFile sort_out_unsnapped(const Scenario& scenario, const Region& region,
                                 const std::vector<access::Service>& services,
                                 const std::vector<network::SnapResult>& facility_snaps, FaultCollector& faults) {
    SkippedByFile skipped;
    for (const auto id : facilities_asked_for(services)) {
        const auto* reason = std::get_if<Reason>(&facility_snaps[id.index()]);
        if (reason == nullptr) {
            continue;
        }
        const auto& facility = region.inputs().facilities.facilities[id.index()];
        if (may_be_skipped(scenario, facility) || is_cut_off(scenario, region, facility, *reason)) {
            ++skipped[facility.file][static_cast<std::size_t>(*reason)];
        } else {
            faults.add({FindingCode::facility_unsnapped,
                        {facility.file, facility.row, {}},
                        {facility.id, facility.name, why_unsnapped(region, *reason, facility.position)}});
        }
    }
    return skipped;
}

void report_skipped(const SkippedByFile& skipped, io::InputLog& log) {
    for (const auto& [file, by_reason] : skipped) {
        std::size_t count = 0;
        std::vector<std::string> words;
        for (std::size_t r = 0; r < by_reason.size(); ++r) {
            if (by_reason[r] > 0) {
                count += by_reason[r];
                words.push_back(fmt::format("{} {}", network::reason_names[r], by_reason[r]));
            }
        }
        log.findings.add({FindingCode::facilities_skipped, {file, {}, {}}, {std::to_string(count), listed(words)}});
    }
}

/// The facilities of a service; a wrong id is told as the service's, whose list is to be mended.
std::vector<FacilityId> facilities_of(const Scenario::Service& wanted, const access::FacilitySet& facilities,
                                      const std::string& scenario_file) {
    try {
        return select(facilities, wanted.all_of, wanted.any_of, wanted.ids);
    } catch (const InputError& error) {
        auto findings = error.findings();
        for (auto& finding : findings) {
            if (finding.code == FindingCode::unknown_reference) {
                finding.arguments[0] = fmt::format("service \"{}\": facility", wanted.id);
                finding.place = {scenario_file, {}, {}};
            }
        }
        throw InputError(std::move(findings));
    }
}

std::vector<FacilityId> with_offers(const std::vector<Offer>& offers, const std::string& service,
                                    const std::vector<FacilityId>& facilities) {
    std::set<FacilityId> giving(facilities.begin(), facilities.end());
    for (const auto& offer : offers) {
        if (offer.service == service && offer.given) {
            giving.insert(offer.facility);
        } else if (offer.service == service) {
            giving.erase(offer.facility);
        }
    }
    return {giving.begin(), giving.end()};
}

/// A service none of whose facilities stands on the network would look like a region in the dark.
void check_services(const Scenario& scenario, const std::vector<access::Service>& services,
                    const std::vector<network::SnapResult>& facility_snaps, FaultCollector& faults) {
    for (const auto& service : services) {
        const bool some = std::ranges::any_of(service.facilities, [&](FacilityId id) {
            return std::holds_alternative<network::Snapped>(facility_snaps[id.index()]);
        });
        if (!some) {
            faults.add({FindingCode::service_off_network,
                        {scenario.shown, {}, {}},
                        {service.id, std::to_string(service.facilities.size())}});
        }
    }
}

/// `carry_codes`: whether the places carry the municipality codes that levels of that source go by; those that do
/// not are placed by the level's polygons.
access::AreaOfDemand assign_level(const Scenario& scenario, const Inputs& inputs, std::size_t l,
                                  const access::DemandSet& places, bool carry_codes,
                                  const std::vector<access::AreaOfDemand>& done, Findings& findings) {
    const auto& wanted = scenario.areas[l];
    if (wanted.source == Scenario::Areas::Source::code && carry_codes) {
        return access::assign_by_code(inputs.levels[l], places);
    }
    if (wanted.source != Scenario::Areas::Source::members) {
        return access::assign_by_polygon(inputs.levels[l], places, findings);
    }
    const auto lower = std::ranges::find(inputs.levels, wanted.lower_level, &access::AreaLevel::id);
    const auto index = static_cast<std::size_t>(lower - inputs.levels.begin());
    return access::assign_by_members(done.at(index),
                                     member_indices(*lower, inputs.levels[l], inputs.members[l], findings));
}

std::vector<access::AreaOfDemand> assign_levels(const Scenario& scenario, const Inputs& inputs,
                                                const access::DemandSet& places, bool carry_codes, Findings& findings) {
    std::vector<access::AreaOfDemand> area_of;
    for (std::size_t l = 0; l < inputs.levels.size(); ++l) {
        area_of.push_back(assign_level(scenario, inputs, l, places, carry_codes, area_of, findings));
    }
    return area_of;
}

void note_idle_facilities(Region& region, const std::vector<access::Service>& services) {
    const auto asked_for = facilities_asked_for(services);
    const auto& facilities = region.inputs().facilities.facilities;
    std::vector<std::string> idle;
    for (std::size_t f = 0; f < facilities.size(); ++f) {
        if (!asked_for.contains(FacilityId{f})) {
            idle.push_back(facilities[f].id);
        }
    }
    if (!idle.empty()) {
        region.log().findings.add(
            {FindingCode::facility_without_service, {}, {std::to_string(idle.size()), listed(idle, 10)}});
    }
}

}  // namespace

std::string why_unsnapped(const Region& region, Reason reason, geo::Point position) {
    const double km = region.snapper().distance_to_any_road(position).value() / 1000;
    return fmt::format("{}, {:.1f} km from the nearest road", name(reason), km);
}

const access::Service& service_named(const std::string& id, const std::vector<access::Service>& services) {
    const auto found = std::ranges::find(services, id, &access::Service::id);
    if (found == services.end()) {
        std::vector<std::string> ids;
        std::ranges::transform(services, std::back_inserter(ids), &access::Service::id);
        throw InputError({FindingCode::unknown_reference, {}, {"service", id, listed(ids)}});
    }
    return *found;
}

std::vector<FacilityId> facilities_giving(const Scenario& scenario, const Inputs& inputs, const std::string& service) {
    const auto wanted = std::ranges::find(scenario.services, service, &Scenario::Service::id);
    return with_offers(inputs.offers, service, facilities_of(*wanted, inputs.facilities, scenario.shown));
}

std::vector<access::Service> select_services(const Scenario& scenario, const Inputs& inputs) {
    std::vector<access::Service> services;
    FaultCollector faults;
    for (const auto& wanted : scenario.services) {
        access::Service service{wanted.id, wanted.title_en, wanted.title_ja, {}, wanted.thresholds_min, {}};
        faults.attempt([&] {
            service.facilities = facilities_giving(scenario, inputs, wanted.id);
            if (service.facilities.empty()) {
                throw InputError({FindingCode::service_without_facility, {scenario.shown, {}, {}}, {wanted.id}});
            }
        });
        if (wanted.cutoff_min) {
            service.cutoff = from_minutes(*wanted.cutoff_min);
        }
        services.push_back(std::move(service));
    }
    faults.stop_if_any();
    return services;
}

std::vector<access::AreaOfDemand> assign_areas(const Scenario& scenario, const Inputs& inputs, Findings& findings) {
    return assign_levels(scenario, inputs, inputs.demand, true, findings);
}

std::vector<access::AreaOfDemand> assign_places(const Scenario& scenario, const Inputs& inputs,
                                                const std::vector<geo::Point>& positions) {
    access::DemandSet places;
    for (const auto& position : positions) {
        places.points.push_back({{}, position, {}});
    }
    places.people.front().resize(positions.size());
    Findings of_the_demand;  // told with it already: overlapping polygons, missing members
    return assign_levels(scenario, inputs, places, false, of_the_demand);
}

void check_placement(const Scenario& scenario, Region& region, const std::vector<access::Service>& services,
                     const std::vector<network::SnapResult>& facility_snaps) {
    FaultCollector faults;
    const auto skipped = sort_out_unsnapped(scenario, region, services, facility_snaps, faults);
    check_services(scenario, services, facility_snaps, faults);
    faults.stop_if_any();
    report_skipped(skipped, region.log());
}

Analysis analyse(const Scenario& scenario, Region& region, const routing::Engine& engine, Progress& progress) {
    Analysis analysis;
    const auto& inputs = region.inputs();
    analysis.services = select_services(scenario, inputs);
    note_idle_facilities(region, analysis.services);
    progress.begin("area membership");
    analysis.area_of = assign_areas(scenario, inputs, region.log().findings);
    progress.end(fmt::format("{} levels", inputs.levels.size()));
    progress.begin("access times");
    analysis.result = access::compute_access(engine, region.components(), region.snapper(), inputs.demand,
                                             inputs.facilities, analysis.services);
    progress.end(fmt::format("{} services", analysis.services.size()));
    check_placement(scenario, region, analysis.services, analysis.result.facility_snaps);
    return analysis;
}

}  // namespace michinori::scenario
