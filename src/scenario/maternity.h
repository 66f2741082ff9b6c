// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <vector>

#include "base/progress.h"
#include "scenario/perinatal_tables.h"
#include "scenario/rule_book.h"
#include "scenario/support_costs.h"
#include "scenario/wards.h"

namespace michinori::scenario {

/// What the section [maternity] of a scenario asks of a region.
struct MaternityStudy {
    Date day;
    RuleBook book;
    std::vector<People> births;  ///< by demand point; empty: not known
    SupportCosts costs;
    std::vector<WardTable> wards;  ///< under the rules in force on the day
    std::optional<PerinatalTables> perinatal;
};

/// Reads what the section [maternity] names besides births (rules, addresses, facility columns, islands, proposal) and
/// looks up the services that the rules speak of: for `check`. Throws InputError with the faults of all of them.
void check_maternity(const Scenario& scenario, Region& region, const std::vector<access::Service>& services);

/// Rules of travel support alone: what they cost, without wards and perinatal areas. Throws as study_maternity().
[[nodiscard]] std::optional<MaternityStudy> study_support(const Scenario& scenario, Region& region,
                                                          const Analysis& analysis, const routing::Engine& engine,
                                                          Progress& progress);

/// Applies the scenario's rules to its region: nothing without the section. Rules that are not in force on the
/// scenario's day are told as findings and left out. Throws InputError with the faults of rules, births, facility
/// columns, islands and the proposal; missing_key without a day.
[[nodiscard]] std::optional<MaternityStudy> study_maternity(const Scenario& scenario, Region& region,
                                                            const Analysis& analysis, const routing::Engine& engine,
                                                            Progress& progress);

}  // namespace michinori::scenario
