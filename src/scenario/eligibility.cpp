// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/eligibility.h"

#include <fmt/core.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.h"
#include "io/fault_list.h"
#include "scenario/analysis.h"
#include "scenario/fault_collector.h"
#include "scenario/home_decider.h"

namespace michinori::scenario {
namespace {

const MaternitySettings& settings_of(const Scenario& scenario) {
    if (!scenario.maternity) {
        throw InputError({FindingCode::missing_key, {scenario.shown, {}, {}}, {"the scenario", "[maternity]"}});
    }
    return *scenario.maternity;
}

/// Facilities that give any of the services, ascending.
std::vector<FacilityId> all_facilities(const std::vector<access::Service>& services) {
    std::set<FacilityId> all;
    for (const auto& service : services) {
        all.insert(service.facilities.begin(), service.facilities.end());
    }
    return {all.begin(), all.end()};
}

/// `homes`: a file, or a table in memory.
template <class Homes>
HomeTable read_the_homes(const Homes& homes, const DecisionBasis& basis, Region& region, const Eligibility& batch) {
    const HomeContext context{region.inputs().facilities, all_facilities(batch.services), listed(batch.roles),
                              basis.addresses ? &*basis.addresses : nullptr};
    return read_homes(homes, context, region.log());
}

std::vector<geo::Point> positions_of(const std::vector<Home>& homes) {
    std::vector<geo::Point> positions;
    for (const auto& home : homes) {
        positions.push_back(home.position);
    }
    return positions;
}

std::vector<network::SnapResult> snap_homes(const Region& region, const std::vector<Home>& homes) {
    std::vector<network::SnapResult> snaps(homes.size());
    tbb::parallel_for(std::size_t{0}, homes.size(),
                      [&](std::size_t h) { snaps[h] = region.snapper().snap(homes[h].position); });
    return snaps;
}

std::vector<Traveller> travellers_of(const Eligibility& batch) {
    std::vector<Traveller> travellers;
    for (std::size_t h = 0; h < batch.homes.size(); ++h) {
        travellers.push_back({batch.snaps[h], batch.homes[h].accepting});
    }
    return travellers;
}

/// The code of the municipality each home lies in.
std::vector<std::string> municipalities_of(const Scenario& scenario, const Region& region,
                                           const std::vector<Home>& homes) {
    std::vector<std::string> codes(homes.size());
    const auto& levels = region.inputs().levels;
    const auto level = std::ranges::find(levels, settings_of(scenario).municipality_level, &access::AreaLevel::id);
    if (level == levels.end()) {
        return codes;
    }
    const auto areas = assign_places(scenario, region.inputs(), positions_of(homes));
    const auto& area_of = areas[static_cast<std::size_t>(level - levels.begin())];
    for (std::size_t h = 0; h < homes.size(); ++h) {
        codes[h] = area_of[h] ? level->areas[*area_of[h]].code : std::string();
    }
    return codes;
}

/// Homes that the road network says nothing about: a line each, up to as many as one reads.
void report_off_network(const Eligibility& batch, const std::string& file, Region& region) {
    std::size_t count = 0;
    for (std::size_t h = 0; h < batch.homes.size(); ++h) {
        const auto* reason = std::get_if<network::Reason>(&batch.snaps[h]);
        if (reason != nullptr && ++count <= io::most_lines_per_file) {
            const auto& home = batch.homes[h];
            region.log().findings.add({FindingCode::home_off_network,
                                       {file, home.row, {}},
                                       {home.id, why_unsnapped(region, *reason, home.position)}});
        }
    }
    if (count > io::most_lines_per_file) {
        region.log().findings.add({FindingCode::home_off_network,
                                   {file, {}, {}},
                                   {fmt::format("... {} more", count - io::most_lines_per_file), "see eligible.csv"}});
    }
}

/// Moves the answers into the batch in the order of the homes. Rules that are not in force for some homes are told
/// once for each rule and day.
void collect(std::vector<HomeDecider::Answer> answers, Eligibility& batch, std::vector<Finding>& refused,
             Findings& findings) {
    std::set<std::vector<std::string>> told;
    for (auto& answer : answers) {
        if (answer.refusal) {
            refused.push_back(std::move(*answer.refusal));
            continue;
        }
        for (auto& finding : answer.not_in_force) {
            if (told.insert(finding.arguments).second) {
                findings.add(std::move(finding));
            }
        }
        std::ranges::move(answer.decisions, std::back_inserter(batch.decisions));
    }
}

}  // namespace

std::size_t Eligibility::role(const std::string& name) const {
    return static_cast<std::size_t>(std::ranges::find(roles, name) - roles.begin());
}

std::size_t Eligibility::homes_decided() const {
    std::size_t count = 0;
    for (std::size_t d = 0; d < decisions.size(); ++d) {
        count += d == 0 || decisions[d].home != decisions[d - 1].home ? 1 : 0;
    }
    return count;
}

std::vector<policy::JourneyTo> Eligibility::journeys_for(const policy::TravelSupport& rule, std::uint32_t home) const {
    std::vector<policy::JourneyTo> found;
    for (const auto& name : rule.roles) {
        found.push_back(journeys[role(name)][home].journey);
    }
    return found;
}

RoleServices services_of_roles(const Scenario& scenario, const RuleBook& book,
                               const std::vector<access::Service>& services) {
    RoleServices found;
    FaultCollector faults;
    for (const auto& rule : book.travel) {
        for (const auto& role : rule.roles) {
            if (std::ranges::find(found.roles, role) == found.roles.end()) {
                found.roles.push_back(role);
                faults.attempt(
                    [&] { found.services.push_back(service_named(scenario.maternity->service_of(role), services)); });
            }
        }
    }
    faults.stop_if_any();
    return found;
}

namespace {

/// `file`: what the homes are called in messages.
template <class Homes>
Eligibility decide_all(const Scenario& scenario, const DecisionBasis& basis, const Homes& homes,
                       const std::string& file, const EligibilityOptions& options, Region& region,
                       const routing::Engine& engine, Progress& progress) {
    const auto& settings = settings_of(scenario);
    Eligibility batch;
    batch.book = basis.book;
    const auto& facilities = region.inputs().facilities;
    auto of_roles = services_of_roles(scenario, batch.book, select_services(scenario, region.inputs()));
    batch.roles = std::move(of_roles.roles);
    batch.services = std::move(of_roles.services);
    batch.facility_snaps = access::snap_facilities(region.snapper(), facilities);
    check_placement(scenario, region, batch.services, batch.facility_snaps);
    progress.begin("homes");
    auto table = read_the_homes(homes, basis, region, batch);
    batch.homes = std::move(table.homes);
    batch.snaps = snap_homes(region, batch.homes);
    batch.municipalities = municipalities_of(scenario, region, batch.homes);
    report_off_network(batch, file, region);
    progress.end(fmt::format("{} homes", batch.homes.size()));
    progress.begin("journeys of homes");
    batch.journeys = journeys_of(travellers_of(batch), batch.services, region, engine, batch.facility_snaps);
    progress.end(fmt::format("{} services", batch.services.size()));
    progress.begin("decisions");
    const HomeDecider decider(batch, options.date ? options.date : settings.date, options.outside_dates, file, region,
                              engine);
    std::vector<HomeDecider::Answer> answers(batch.homes.size());
    tbb::parallel_for(std::size_t{0}, answers.size(),
                      [&](std::size_t h) { answers[h] = decider.decide(static_cast<std::uint32_t>(h)); });
    collect(std::move(answers), batch, table.refused, region.log().findings);
    batch.refused = static_cast<std::int64_t>(table.refused.size());
    close_homes(std::move(table), region.log());
    progress.end(fmt::format("{} decisions", batch.decisions.size()));
    return batch;
}

}  // namespace

DecisionBasis read_decision_basis(const Scenario& scenario, io::InputLog& log) {
    const auto& settings = settings_of(scenario);
    DecisionBasis basis{load_rules(settings.rules, log), {}};
    if (!settings.address_blocks.empty() || !settings.address_towns.empty()) {
        basis.addresses = io::read_addresses(settings.address_blocks, settings.address_towns, log);
    }
    return basis;
}

Eligibility decide_homes(const Scenario& scenario, const io::InputFile& homes, const EligibilityOptions& options,
                         Region& region, const routing::Engine& engine, Progress& progress) {
    const auto basis = read_decision_basis(scenario, region.log());
    return decide_all(scenario, basis, homes, homes.shown, options, region, engine, progress);
}

Eligibility decide_homes(const Scenario& scenario, const DecisionBasis& basis, const io::Table& homes,
                         const EligibilityOptions& options, Region& region, const routing::Engine& engine,
                         Progress& progress) {
    return decide_all(scenario, basis, homes, homes.file, options, region, engine, progress);
}

}  // namespace michinori::scenario
