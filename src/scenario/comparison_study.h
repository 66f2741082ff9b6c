// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/comparison.h"
#include "scenario/analysis.h"
#include "scenario/comparison_facilities.h"
#include "scenario/maternity.h"
#include "scenario/region.h"
#include "scenario/what_if_settings.h"

namespace michinori::scenario {

/// One of two states that are compared: refers to values that must outlive it.
struct Side {
    std::string id;  ///< of a variant; "today"
    std::string title_en;
    std::string title_ja;
    const access::DemandSet& demand;
    const access::FacilitySet& facilities;
    const std::vector<access::Service>& services;
    const std::vector<access::AreaLevel>& levels;
    const std::vector<access::AreaOfDemand>& area_of;           ///< by level
    const std::vector<std::vector<access::Outcome>>& outcomes;  ///< [service][demand point]
    const MaternityStudy* maternity = nullptr;                  ///< null: the scenario has no such section
};
/// A variant of a region, or the region as it is today (the id "today").
[[nodiscard]] Side side_of(std::string id, std::string title_en, std::string title_ja, const Region& region,
                           const Analysis& analysis, const MaternityStudy* maternity);

/// What a scenario says about comparisons.
struct ComparisonSettings {
    std::vector<double> bands_min = WhatIfSettings{}.bands_min;  ///< above 0, ascending; they count both ways
    std::vector<LoadSettings> loads;
    std::string
        births_group;  ///< the population group that holds births; empty: they come from a file, or are not known
    policy::Range<double> high_risk_share;
};
[[nodiscard]] ComparisonSettings comparison_settings(const Scenario& scenario);

/// Theil's index of minutes between and within the areas of a level, of the first group; nothing where nobody reaches
/// the service.
struct TheilChange {
    std::optional<access::TheilSplit> before;
    std::optional<access::TheilSplit> after;
};

/// A facility of a service: what it was and is, and the people for whom it is the nearest.
struct FacilityChange {
    std::size_t facility = 0;  ///< in ComparisonStudy::facilities
    FacilityStatus status = FacilityStatus::kept;
    access::FacilityLoad load;
    std::optional<People> capacity_before;  ///< nothing: closed, or not known
    std::optional<People> capacity_after;
};

/// One service before and after. Rows of areas go by the areas that there were before.
struct ServiceComparison {
    std::size_t service = 0;  ///< in both sides' lists
    std::vector<access::PointChange> changes;
    std::vector<std::vector<access::ChangeStatistics>> levels;  ///< by level of the side before
    std::vector<access::ChangeStatistics> region;               ///< by group
    std::optional<access::LargestLoss> largest_increase;        ///< of the first group
    std::optional<access::LargestLoss> largest_cut_off;
    std::vector<TheilChange> theil;  ///< by level of the side before
    std::size_t load_group = 0;      ///< whose loads `facilities` tells
    bool capacity_asked = false;
    std::vector<FacilityChange> facilities;
};

/// Who gains and who loses between two states.
struct ComparisonStudy {
    Side before;
    Side after;
    std::vector<std::string> groups;                 ///< those of the demand, and "births" where a file tells them
    std::vector<std::vector<People>> people_before;  ///< [group][point]
    std::vector<std::vector<People>> people;         ///< after: what changes are counted in
    std::optional<std::size_t> births;               ///< which group are births
    access::ComparisonLimits limits;                 ///< bands both ways; thresholds 15, 30, 45, 60, 90, the services'
    std::vector<MatchedFacility> facilities;
    std::vector<ServiceComparison> services;
    policy::Range<double> high_risk_share;
};

/// Compares two states over the same demand points and services. People who differ in number are told
/// (people_differ). Throws InputError: runs_differ (other points, services or groups), unknown_reference (the group of
/// a load), column_missing (a capacity column that no side has). Parallel over areas; the answer does not depend on it.
///
///     const auto study = compare(today, variant, comparison_settings(scenario), region.log().findings);
///     study.services[0].region[0].thresholds ...
[[nodiscard]] ComparisonStudy compare(const Side& before, const Side& after, const ComparisonSettings& settings,
                                      Findings& findings);

/// The part of some births that is of high risk, by each assumption.
[[nodiscard]] policy::Range<People> high_risk_births(const ComparisonStudy& study, People births);

/// Where a threshold stands in study.limits; throws std::logic_error for one that was not counted.
[[nodiscard]] std::size_t threshold_index(const ComparisonStudy& study, double threshold_min);

}  // namespace michinori::scenario
