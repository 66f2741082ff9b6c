// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/comparison_study.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "base/text.h"
#include "scenario/find_group.h"

namespace michinori::scenario {
namespace {

[[noreturn]] void differ(const std::string& how) {
    throw InputError({FindingCode::runs_differ, {}, {how}});
}

void check_points(const access::DemandSet& before, const access::DemandSet& after) {
    if (before.size() != after.size()) {
        differ(fmt::format("{} and {} demand points", before.size(), after.size()));
    }
    for (std::size_t d = 0; d < before.size(); ++d) {
        if (before.points[d].id != after.points[d].id) {
            differ(fmt::format("demand point \"{}\" against \"{}\"", before.points[d].id, after.points[d].id));
        }
    }
}

template <class Items>
std::vector<std::string> ids(const Items& items) {
    std::vector<std::string> all;
    for (const auto& item : items) {
        all.push_back(item.id);
    }
    return all;
}

void check_same(const char* what, const std::vector<std::string>& before, const std::vector<std::string>& after) {
    if (before != after) {
        differ(fmt::format("{} {} against {}", what, listed(before), listed(after)));
    }
}

void check_comparable(const Side& before, const Side& after) {
    check_points(before.demand, after.demand);
    check_same("services", ids(before.services), ids(after.services));
    check_same("population groups", before.demand.groups, after.demand.groups);
}

/// 5, 15 -> -15, -5, 0, 5, 15
std::vector<double> both_ways(const std::vector<double>& limits) {
    std::vector<double> all{0};
    all.insert(all.end(), limits.begin(), limits.end());
    for (const double limit : limits) {
        all.insert(all.begin(), -limit);
    }
    return all;
}

std::vector<double> thresholds_of(const std::vector<access::Service>& services) {
    std::set<double> all{15, 30, 45, 60, 90};
    for (const auto& service : services) {
        all.insert(service.thresholds_min.begin(), service.thresholds_min.end());
    }
    return {all.begin(), all.end()};
}

void tell_people(const ComparisonStudy& study, Findings& findings) {
    const auto before = study.before.demand.total(0);
    const auto after = study.after.demand.total(0);
    if (before != after) {
        const auto number = [](People people) { return fmt::format("{:.12g}", people.value()); };
        findings.add(
            {FindingCode::people_differ, {}, {study.after.id, number(after), study.before.id, number(before)}});
    }
}

/// The groups of the demand, and births where they are known and no group of it.
void take_people(const ComparisonSettings& settings, ComparisonStudy& study) {
    study.groups = study.before.demand.groups;
    study.people_before = study.before.demand.people;
    study.people = study.after.demand.people;
    const auto* before = study.before.maternity;
    const auto* after = study.after.maternity;
    if (before == nullptr || after == nullptr || before->births.empty() || after->births.empty()) {
        return;
    }
    const auto known = std::ranges::find(study.groups, settings.births_group);
    study.births = static_cast<std::size_t>(known - study.groups.begin());
    if (known == study.groups.end()) {
        const bool taken = std::ranges::find(study.groups, "births") != study.groups.end();
        study.groups.emplace_back(taken ? "births_from_file" : "births");
        study.people_before.push_back(before->births);
        study.people.push_back(after->births);
    }
}

void check_capacity_column(const ComparisonStudy& study, const std::string& column) {
    if (!study.before.facilities.column(column) && !study.after.facilities.column(column)) {
        throw InputError({FindingCode::column_missing, {}, {column, listed(study.after.facilities.columns)}});
    }
}

std::optional<People> capacity(const access::FacilitySet& facilities, bool is_open,
                               const std::optional<FacilityId>& facility, const std::string& column) {
    return is_open && facility ? number_in_column(facilities, *facility, column) : std::nullopt;
}

/// Facilities that give the service before or after, with their loads.
void add_facilities(const ComparisonStudy& study, const access::TwoStates& states, const ComparisonSettings& settings,
                    ServiceComparison& of) {
    const auto& before = study.before.services[of.service];
    const auto& after = study.after.services[of.service];
    const auto asked = std::ranges::find(settings.loads, before.id, &LoadSettings::service);
    const auto column = asked == settings.loads.end() ? std::string() : asked->capacity_column;
    of.load_group = asked == settings.loads.end() ? 0 : group_named(study.groups, asked->group);
    of.capacity_asked = !column.empty();
    if (of.capacity_asked) {
        check_capacity_column(study, column);
    }
    const auto loads = access::compare_loads(states, of.load_group, study.facilities.size());
    for (std::size_t f = 0; f < study.facilities.size(); ++f) {
        const auto& it = study.facilities[f];
        const auto status = status_of(it, study.before.facilities, before, study.after.facilities, after);
        if (status) {
            of.facilities.push_back(
                {f, *status, loads[f],
                 capacity(study.before.facilities, *status != FacilityStatus::opened, it.before, column),
                 capacity(study.after.facilities, *status != FacilityStatus::closed, it.after, column)});
        }
    }
}

TheilChange theil_of(const access::TwoStates& states, const access::AreaOfDemand& area_of) {
    const auto before = access::minutes_of(states.before, states.people_before.front(), area_of);
    const auto after = access::minutes_of(states.after, states.people.front(), area_of);
    return {access::theil_split(before.minutes, before.area_of), access::theil_split(after.minutes, after.area_of)};
}

ServiceComparison compare_service(const ComparisonStudy& study, std::size_t s, const FacilityMatch& match,
                                  const ComparisonSettings& settings) {
    ServiceComparison of;
    of.service = s;
    const auto after = match.renumbered_after(study.after.outcomes[s]);
    const access::TwoStates states{study.before.outcomes[s], after, study.people_before, study.people};
    of.changes = access::compare_points(states.before, states.after);
    const auto& levels = study.before.levels;
    for (std::size_t l = 0; l < levels.size(); ++l) {
        const auto& area_of = study.before.area_of[l];
        of.levels.push_back(access::compare_areas(states, of.changes, study.limits, area_of, levels[l].areas.size()));
        of.theil.push_back(theil_of(states, area_of));
    }
    of.region = access::compare_region(states, of.changes, study.limits);
    of.largest_increase = access::largest_increase(of.changes, study.people.front());
    of.largest_cut_off = access::largest_cut_off(of.changes, study.people.front());
    add_facilities(study, states, settings, of);
    return of;
}

}  // namespace

Side side_of(std::string id, std::string title_en, std::string title_ja, const Region& region, const Analysis& analysis,
             const MaternityStudy* maternity) {
    const auto& inputs = region.inputs();
    return {std::move(id), std::move(title_en), std::move(title_ja),
            inputs.demand, inputs.facilities,   analysis.services,
            inputs.levels, analysis.area_of,    analysis.result.outcomes,
            maternity};
}

ComparisonSettings comparison_settings(const Scenario& scenario) {
    ComparisonSettings settings;
    if (scenario.what_if) {
        settings.bands_min = scenario.what_if->bands_min;
        settings.loads = scenario.what_if->loads;
    }
    if (scenario.maternity) {
        settings.births_group = scenario.maternity->births ? scenario.maternity->births->group : std::string();
        settings.high_risk_share = scenario.maternity->estimate.high_risk_share;
    }
    return settings;
}

ComparisonStudy compare(const Side& before, const Side& after, const ComparisonSettings& settings, Findings& findings) {
    check_comparable(before, after);
    const FacilityMatch match(before.facilities, after.facilities);
    ComparisonStudy study{before, after, {}, {}, {}, {}, {}, match.all(), {}, settings.high_risk_share};
    study.limits = {both_ways(settings.bands_min), thresholds_of(before.services)};
    take_people(settings, study);
    tell_people(study, findings);
    for (std::size_t s = 0; s < before.services.size(); ++s) {
        study.services.push_back(compare_service(study, s, match, settings));
    }
    return study;
}

policy::Range<People> high_risk_births(const ComparisonStudy& study, People births) {
    const auto part = [&](double share) {
        return People::from_micro(std::llround(static_cast<double>(births.micro()) * share));
    };
    const auto& share = study.high_risk_share;
    return {part(share.low), part(share.central), part(share.high)};
}

std::size_t threshold_index(const ComparisonStudy& study, double threshold_min) {
    const auto& all = study.limits.thresholds_min;
    const auto found = std::ranges::find(all, threshold_min);
    if (found == all.end()) {
        throw std::logic_error("a threshold that was not counted");
    }
    return static_cast<std::size_t>(found - all.begin());
}

}  // namespace michinori::scenario
