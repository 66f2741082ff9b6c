// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/access.h"
#include "access/inequality.h"
#include "base/progress.h"
#include "care/air_transport.h"
#include "care/assignment.h"
#include "care/chain.h"
#include "care/coverage.h"
#include "care/floating_catchment.h"
#include "policy/care_rule.h"
#include "scenario/care_ground.h"
#include "scenario/care_links.h"
#include "scenario/care_settings.h"

namespace michinori::scenario {

/// The place of a facility in a list that ascends; nothing where it is not in it.
[[nodiscard]] std::optional<std::uint32_t> place_in(const std::vector<FacilityId>& ascending, FacilityId facility);

/// A tier or a capability of a network in a region: its sites, and how far they are.
struct CareOffer {
    enum class Kind { tier, capability };
    Kind kind = Kind::tier;
    std::string id;  ///< of the rule
    std::string title_en;
    std::string title_ja;
    std::string service;                   ///< of the scenario
    std::optional<TravelTime> limit;       ///< from home
    std::optional<std::size_t> level;      ///< each of whose areas shall have one
    std::vector<FacilityId> sites;         ///< where a journey can end, ascending
    std::vector<FacilityId> off;           ///< of the service, but nowhere a journey can end
    routing::SparseTable lists;            ///< by demand point, sites by their place in `sites`
    std::vector<access::Outcome> nearest;  ///< by demand point

    [[nodiscard]] std::optional<std::uint32_t> place_of(FacilityId facility) const { return place_in(sites, facility); }
    /// The rule's, or 60 minutes where it states none: for questions that cannot do without.
    [[nodiscard]] TravelTime limit_in_use() const { return limit.value_or(from_minutes(60)); }
};

/// People of an area (or all) and an offer or a chain.
struct CareFigures {
    People people;
    People reached;  ///< who have any way at all
    People within;   ///< within the limit (a chain: within all of its limits); `reached` where no limit is stated
    std::optional<double> mean_min;  ///< over those reached
    std::optional<double> max_min;   ///< likewise, of points with people
};
/// Figures of one offer or chain by area of a level, those in no area last (absent when there are none).
struct CareAreas {
    std::size_t level = 0;
    std::vector<CareFigures> areas;        ///< by area of the level
    std::optional<CareFigures> elsewhere;  ///< people in no area
    std::vector<std::uint32_t> sites;      ///< by area, sites that stand in it; empty for chains
};

/// A chain of the rule, gone by everybody.
struct CareChain {
    /// With a consultation at a distance in the place of a step.
    struct Tele {
        std::size_t step = 0;
        policy::CareRule::Tele kind = policy::CareRule::Tele::none;
        std::vector<care::ChainOutcome> outcomes;  ///< by demand point
        People newly;                              ///< people whose chain becomes complete by it
        std::vector<People> newly_by_site;         ///< by site of the step that is asked
        CareFigures region;
    };
    const policy::CareRule::Chain* rule = nullptr;
    std::vector<std::size_t> tiers;            ///< by step, index into the network's offers
    std::vector<care::ChainOutcome> outcomes;  ///< by demand point, by road alone
    std::vector<care::ChainOutcome>
        flown;  ///< likewise, each journey that may be flown by the quicker; empty: no aircraft
    std::vector<Tele> tele;
    CareFigures region;        ///< by road
    CareFigures region_flown;  ///< with aircraft; as `region` without
    std::vector<CareAreas> levels;
    std::vector<std::vector<People>> load;  ///< [step][site]: people whose usual way it is on
};

/// Demand and capacity under one estimate of need.
struct CareNeed {
    std::vector<People> cases;                 ///< a year, by demand point
    std::unique_ptr<care::Assignment> served;  ///< nothing where no capacity is known
    /// By area of a level, then all in none.
    struct Area {
        People cases;
        People served;
        People too_far;  ///< nothing that takes anybody is within reach
        People full;     ///< within reach, but full
    };
    std::vector<std::vector<Area>> areas;  ///< [level of the scenario][area]; those in no area last
    Area region;
};
enum class NeedBound { low, central, high };
inline constexpr std::size_t need_bounds = 3;

struct CareCatchment {
    const NetworkSettings::Catchment* settings = nullptr;
    care::Catchments found;
    std::optional<access::Inequality> inequality;
    std::vector<access::LorenzPoint> lorenz;
    std::vector<std::optional<access::TheilSplit>> split;  ///< by level
    std::vector<std::vector<std::optional<double>>> mean;  ///< [level][area], over people: capacity per person
};

/// Where one more site would help.
struct CareNewSites {
    const NetworkSettings::NewSites* settings = nullptr;
    std::size_t offer = 0;
    std::vector<FacilityId> candidates;  ///< ascending, without today's sites
    struct Row {
        std::uint32_t candidate = 0;         ///< into `candidates`
        People newly_within;                 ///< people who come within the limit
        double minutes_saved = 0;            ///< person-minutes of those who have a site today
        std::array<People, 3> newly_served;  ///< cases a year, by NeedBound; 0 where need or capacity is not known
        /// Of people who live in each area of settings->level; empty without one.
        std::vector<People> newly_within_of_area;
        std::optional<std::size_t> own_area;      ///< area of that level it stands in
        People own_area_within;                   ///< people of that area within the limit of it alone
        std::optional<double> own_area_mean_min;  ///< of that area's people straight to it
    };
    std::vector<Row> rows;  ///< most people newly within first, then most cases, most minutes, the lower facility
    std::vector<std::optional<std::size_t>>
        best_of_area;  ///< by area: the row of the candidate in it that is best for it
};

/// A tier or capability with fewer sites.
struct CareConcentration {
    const policy::CareRule::Concentration* rule = nullptr;
    std::size_t offer = 0;
    struct Row {
        std::uint32_t sites = 0;
        bool best = true;  ///< chosen by least mean time; else the largest kept
        bool proven = true;
        std::vector<std::uint32_t> kept;  ///< sites of the offer
        double fewest_cases = 0;          ///< of a site, a year
        double median_cases = 0;
        std::uint32_t under_floor = 0;   ///< sites
        std::optional<double> mean_min;  ///< of people who reach any
        People within;                   ///< the offer's limit (60 minutes where it has none)
        People beyond;                   ///< with a way, but longer
        People without;                  ///< no way within the farthest
    };
    std::vector<Row> rows;     ///< from one site to all of today's; the best, then the largest of each number
    bool size_by_load = true;  ///< "largest" goes by cases today, as no size is known
};

/// Physicians of a specialty by area.
struct CareSpecialty {
    const policy::CareRule::Specialty* rule = nullptr;
    std::size_t offer = 0;
    std::string column;
    struct Area {
        double physicians = 0;
        People people;
        std::optional<double> per_100000;
        std::optional<double> ratio;  ///< to the nation's
        bool few = false;
    };
    std::vector<std::vector<Area>> areas;  ///< [level][area]
    Area region;
};

/// What a facility can do itself or by partners, technique by technique: the duty to publish.
struct CareSheet {
    FacilityId facility;
    struct Line {
        std::size_t offer = 0;  ///< a capability
        bool own = false;
        struct Partner {
            FacilityId facility;
            std::optional<TravelTime> time;  ///< by road from here; nothing: no way
        };
        std::vector<Partner> partners;   ///< declared and able, nearest first
        std::optional<Partner> nearest;  ///< able, declared or not
    };
    std::vector<Line> lines;
};

/// What a hub and those it works with can do together.
struct CareHub {
    FacilityId facility;
    std::vector<FacilityId> partners;  ///< declared, either way; ascending
    care::HubCoverage coverage;        ///< by capability of the rule; its sites are indices into `partners`
};

/// A network answered.
struct CareNetwork {
    const NetworkSettings* settings = nullptr;
    std::unique_ptr<policy::CareRule> rule;
    std::size_t group = 0;                            ///< of the demand, whose need it is
    std::vector<std::size_t> levels;                  ///< of the tables
    std::vector<CareOffer> offers;                    ///< tiers in the order of the rule, then capabilities
    std::vector<std::vector<CareAreas>> offer_areas;  ///< [offer][level of `levels`]
    std::vector<CareFigures> offer_region;            ///< by offer
    CareLinks links;
    std::vector<CareChain> chains;
    std::optional<std::array<CareNeed, need_bounds>> need;
    std::vector<std::optional<People>> capacity;  ///< by site of the need's tier; nothing: not given; empty: of none
    std::unique_ptr<routing::SparseTable> reach;  ///< of that tier, within its limit: who can be sent where
    std::vector<CareCatchment> catchments;
    std::vector<CareNewSites> new_sites;
    std::vector<CareConcentration> concentrations;
    std::vector<CareSpecialty> specialties;
    std::optional<care::CapabilityReach> capability_reach;  ///< of the rule's capabilities; nothing: it has none
    std::vector<CareHub> hubs;                              ///< by site of the tier that the rule names in [duty]
    std::vector<care::AirBase> bases;
    std::vector<CareSheet> sheets;
    std::vector<std::string> not_computed;  ///< what could not be, and why, in words

    [[nodiscard]] std::size_t tier_count() const { return rule->tiers.size(); }
    /// Index of a tier or capability.
    [[nodiscard]] std::size_t offer_named(const std::string& id) const;
};

/// Every [[network]] of a scenario over a region.
struct CareStudy {
    std::vector<access::AreaOfDemand> area_of;           ///< by level
    std::vector<access::AreaOfDemand> area_of_facility;  ///< by level, by facility
    std::vector<CareNetwork> networks;
};

/// Reads rules and links and looks everything up, without times: for `check`. Throws InputError with all faults.
void check_networks(const Scenario& scenario, const Inputs& inputs, io::InputLog& log);

/// Answers every network. What is missing (a tier without facilities, no capacity) is told and left out, the rest is
/// computed. Throws InputError: faults of rules, links, aircraft, numbers of facilities; unknown_reference.
[[nodiscard]] CareStudy study_networks(const Scenario& scenario, const CareGround& ground, io::InputLog& log,
                                       Progress& progress);

}  // namespace michinori::scenario
