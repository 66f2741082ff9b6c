// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/service_sites.h"
#include "location/problem.h"
#include "scenario/analysis.h"
#include "scenario/variant.h"
#include "scenario/what_if_settings.h"

namespace michinori::scenario {

/// A question "which sites" over one state of the region, with all that can be answered from times alone. What
/// `problem` refers to is held here, so it stays where it was made.
struct SiteQuestion {
    VariantRegion state;  ///< candidates that may be opened give the service in it
    Analysis analysis;
    std::size_t service = 0;
    std::size_t group = 0;
    std::size_t load_group = 0;
    access::ServiceSites sites;
    std::vector<std::uint32_t> today;             ///< sites that give the service before anything is opened
    std::vector<std::optional<People>> size;      ///< by site, what "the largest" goes by; nothing: not known
    std::vector<location::SiteGroup> areas;       ///< sites by area of the level of "by_area"
    std::vector<std::string> areas_without_site;  ///< of the level of "one_per"
    routing::SparseTable lists;
    location::Problem problem;   ///< without the number of sites
    std::vector<People> births;  ///< by demand point, to price plans by; empty: not known

    SiteQuestion() = default;
    SiteQuestion(const SiteQuestion&) = delete;
    SiteQuestion& operator=(const SiteQuestion&) = delete;

    [[nodiscard]] const access::FacilitySet::Facility& facility(std::uint32_t site) const {
        return state.inputs().facilities.facilities[sites.facility[site].index()];
    }
    /// By FacilityId, ascending.
    [[nodiscard]] std::vector<FacilityId> facilities(const std::vector<std::uint32_t>& open) const;
};

/// Builds the question of an [[optimise]] over its variant with further steps (another season, year, profile) on top.
/// Throws InputError with the line of the question: unknown_reference (group, facility to keep or close),
/// capacity_unknown, column_missing, and the faults of the variant.
[[nodiscard]] std::unique_ptr<SiteQuestion> ask(const OptimiseSettings& settings, const VariantFamily& family,
                                                const Analysis& today, const std::vector<VariantSettings::Step>& more,
                                                Progress& progress);

}  // namespace michinori::scenario
