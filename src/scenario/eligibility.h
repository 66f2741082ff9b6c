// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/access.h"
#include "base/progress.h"
#include "policy/decision.h"
#include "policy/payment.h"
#include "routing/engine.h"
#include "scenario/homes.h"
#include "scenario/region.h"
#include "scenario/role_journeys.h"
#include "scenario/rule_book.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// What a rule says to a home. `decision` is nothing when no version of the rule is in force on her day.
struct HomeDecision {
    std::uint32_t home = 0;
    std::size_t family = 0;
    std::optional<ChosenRule> chosen;
    std::optional<policy::Decision> decision;
    /// What she would be paid, for eligible and near_limit.
    std::optional<policy::PaymentResult> payment;
};

/// A batch of homes, decided.
struct Eligibility {
    RuleBook book;
    std::vector<Home> homes;
    std::vector<network::SnapResult> snaps;   ///< by home
    std::vector<std::string> municipalities;  ///< code of the area a home lies in, or empty; by home
    std::vector<std::string> roles;           ///< that any rule speaks of
    std::vector<access::Service> services;    ///< by role
    std::vector<network::SnapResult> facility_snaps;
    std::vector<std::vector<RoleJourney>> journeys;  ///< [role][home]
    std::vector<HomeDecision> decisions;             ///< by home, then family; not: ordinances of other towns
    std::int64_t refused = 0;                        ///< rows of the table

    /// The journeys of a home in the order of a rule's roles.
    [[nodiscard]] std::vector<policy::JourneyTo> journeys_for(const policy::TravelSupport& rule,
                                                              std::uint32_t home) const;
    /// Homes with a decision; the others were refused when no rule could be applied.
    [[nodiscard]] std::size_t homes_decided() const;
    [[nodiscard]] std::size_t role(const std::string& name) const;
    [[nodiscard]] const policy::TravelSupport& rule(const HomeDecision& one) const {
        return book.travel[one.chosen->rule];
    }
};

/// How a batch is to be decided.
struct EligibilityOptions {
    std::optional<Date> date;  ///< where a home gives none; else the scenario's
    bool outside_dates = false;
};

/// What decisions are taken by, read once for many batches.
struct DecisionBasis {
    RuleBook book;
    std::optional<io::AddressIndex> addresses;  ///< nothing: the scenario names no address files
};
/// Throws InputError: no [maternity] section, faults of rules and addresses.
[[nodiscard]] DecisionBasis read_decision_basis(const Scenario& scenario, io::InputLog& log);

/// Reads a table of homes and decides each row under every rule of the scenario. Findings and refused rows go to the
/// region's log. Throws InputError: no [maternity] section, faults of rules, addresses and the table as a whole,
/// a rule's role that is no service, no date at all.
[[nodiscard]] Eligibility decide_homes(const Scenario& scenario, const io::InputFile& homes,
                                       const EligibilityOptions& options, Region& region, const routing::Engine& engine,
                                       Progress& progress);

/// The same of a table in memory; nothing is read. Throws InputError: a row that is wrong where it is the only one, and
/// as above.
[[nodiscard]] Eligibility decide_homes(const Scenario& scenario, const DecisionBasis& basis, const io::Table& homes,
                                       const EligibilityOptions& options, Region& region, const routing::Engine& engine,
                                       Progress& progress);

/// The services a rule book speaks of, by role in the order of their first mention, as the scenario defines them.
struct RoleServices {
    std::vector<std::string> roles;
    std::vector<access::Service> services;
};
[[nodiscard]] RoleServices services_of_roles(const Scenario& scenario, const RuleBook& book,
                                             const std::vector<access::Service>& services);

}  // namespace michinori::scenario
