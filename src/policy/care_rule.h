// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/units.h"
#include "policy/rule_head.h"

namespace michinori::policy {

/// What a care network in tiers is: who works with whom, how far is too far, how much care is needed. A rule file holds
/// the system; a scenario says which services, areas and people of a region stand for its words.
struct CareRule {
    /// A kind of place in the system: a clinic near home, a cooperating hospital, a base.
    struct Tier {
        std::string id;
        std::string title_en;
        std::string title_ja;
        std::string level;                ///< each area of this level shall have one; empty: no such duty
        std::optional<TravelTime> limit;  ///< from home, straight there; nothing: none is stated
    };
    /// Something that not every site of a tier can do: a technique, a department.
    struct Capability {
        std::string id;
        std::string title_en;
        std::string title_ja;
        std::string tier;                 ///< whose sites are asked for it
        std::optional<TravelTime> limit;  ///< from home
    };
    /// How the next site of a chain is found.
    enum class By {
        nearest,  ///< the nearest of the tier from where the patient is
        partner,  ///< a declared partner of the site before
        either,   ///< a declared partner; from a site that declares none, the nearest
    };
    /// What of a step a consultation at a distance can take the place of (遠隔医療).
    enum class Tele {
        none,
        with_physician,  ///< the patient sits with the physician of the step before: D to P with D
        with_nurse,      ///< the patient sits with a nurse at a site of the tier `nurse_tier`: D to P with N
        at_home,         ///< the patient stays at home: D to P
    };
    struct Step {
        std::string tier;
        By by = By::nearest;              ///< of the first step: nearest
        std::optional<TravelTime> limit;  ///< of this journey alone
        TravelTime stay{0};               ///< at the site before the next journey, where it counts (transport)
        bool by_air = false;              ///< the journey to it may be flown
        std::vector<Tele> tele;           ///< what may take its place
        std::string nurse_tier;           ///< for with_nurse
    };
    /// The way of a patient through the tiers.
    struct Chain {
        std::string id;
        std::string title_en;
        std::string title_ja;
        std::vector<Step> steps;          ///< at least one
        std::optional<TravelTime> limit;  ///< of the whole, from home to the last site
        bool home_between = false;        ///< the patient goes home between steps
        double journeys_a_year = 1;       ///< of one patient
    };
    /// How many cases a year: a share of a group of people, low to high.
    struct Need {
        double low = 0;  ///< cases a year per person of the scenario's group
        double central = 0;
        double high = 0;
        std::string tier;  ///< where they are cared for
        /// The same sum for the nation, to hold the shares against what was published.
        struct Nation {
            double people = 0;  ///< of the group
            double done = 0;    ///< cases cared for in a year
            std::string source;
        };
        std::optional<Nation> nation;
    };
    /// Sites of a tier, or with a capability, made fewer: what that costs and gives.
    struct Concentration {
        std::string tier;             ///< or
        std::string capability;       ///< of a tier
        double floor = 0;             ///< cases a year that a site should not fall under
        bool time_critical = false;   ///< kept out of concentration
        double cases_per_person = 0;  ///< a year, of the scenario's group
        [[nodiscard]] const std::string& what() const { return tier.empty() ? capability : tier; }
    };
    /// Physicians of a specialty, counted at facilities.
    struct Specialty {
        std::string id;
        std::string title_en;
        std::string title_ja;
        std::string tier;  ///< whose sites they work at
        double national_per_100000 = 0;
        double few_below = 0.6;  ///< of the nation's: an area under it has few
    };

    RuleHead head;
    std::vector<Tier> tiers;  ///< from home outwards
    std::vector<Capability> capabilities;
    /// Sites of this tier with their partners shall have every capability together; empty: no such duty.
    std::string together;
    std::vector<Chain> chains;
    std::optional<Need> need;
    std::vector<Concentration> concentrations;
    std::vector<Specialty> specialties;
};

}  // namespace michinori::policy
