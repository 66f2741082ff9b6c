// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "scenario/care_study.h"

namespace michinori::scenario {

/// What the parts of a study of one network share while it is made.
struct CareContext {
    const Scenario& scenario;
    const CareGround& ground;
    const CareStudy& study;  ///< its areas
    const NetworkSettings& settings;
    const policy::CareRule& rule;
    io::InputLog& log;
    Progress& progress;

    [[nodiscard]] const access::DemandSet& demand() const { return ground.inputs().demand; }
    [[nodiscard]] const access::FacilitySet& facilities() const { return ground.inputs().facilities; }
    /// The people whose care it is, by demand point.
    [[nodiscard]] const std::vector<People>& people(const CareNetwork& network) const {
        return demand().people[network.group];
    }
    /// A part that could not be computed, told in the log and with the answer.
    void leave_out(CareNetwork& network, const std::string& what, const std::string& why) const;
};

/// Each fills its part of the network from those before it, in this order.
void add_offers(const CareContext& context, CareNetwork& network);
void add_chains(const CareContext& context, CareNetwork& network);
void add_need(const CareContext& context, CareNetwork& network);
void add_catchments(const CareContext& context, CareNetwork& network);
void add_specialties(const CareContext& context, CareNetwork& network);
void add_new_sites(const CareContext& context, CareNetwork& network);
void add_concentrations(const CareContext& context, CareNetwork& network);
void add_hubs(const CareContext& context, CareNetwork& network);
void add_sheets(const CareContext& context, CareNetwork& network);

/// What one demand point counts for in figures: nothing where it has no way at all.
struct CareReach {
    TravelTime time{0};
    bool within = false;
};
using ReachOfPoint = std::function<std::optional<CareReach>(std::size_t point)>;

[[nodiscard]] CareFigures figures_of_all(const std::vector<People>& people, const ReachOfPoint& reach);
[[nodiscard]] CareAreas figures_by_area(std::size_t level, const std::vector<People>& people,
                                        const access::AreaOfDemand& area_of, std::size_t area_count,
                                        const ReachOfPoint& reach);

/// Without the sites beyond the limit: nobody is sent farther.
[[nodiscard]] routing::SparseTable within_limit(const routing::SparseTable& lists, std::optional<TravelTime> limit);

/// The numbers of a column of facilities. Nothing where a field says that it is not known. Throws InputError:
/// column_missing; with file and row bad_number, negative_number.
[[nodiscard]] std::vector<std::optional<double>> care_numbers(const std::string& column,
                                                              const std::vector<FacilityId>& facilities,
                                                              const access::FacilitySet& set);

/// Names of the rule that the scenario uses but the rule does not have, and the reverse where a word must be given:
/// every fault at once. Throws InputError.
void check_words(const NetworkSettings& settings, const policy::CareRule& rule,
                 const std::vector<access::AreaLevel>& levels);

/// The rule of a network, checked against its day. Throws InputError: faults of the file, rule_not_in_force.
[[nodiscard]] policy::CareRule rule_of(const NetworkSettings& settings, io::InputLog& log);

}  // namespace michinori::scenario
