// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/units.h"
#include "io/row_source.h"
#include "io/table.h"

namespace michinori::scenario {

/// [[network]]: a care network of a scenario: what the words of its rule stand for in the region, and what is asked.
/// The keys are explained in scenarios/README.md.
struct NetworkSettings {
    /// A table of who refers to whom: ids of facilities, in the direction of the patient.
    struct Links {
        io::InputFile file;
        io::TableFormat table;
        std::string from = "from";
        std::string to = "to";
        std::string capability;     ///< column of what the link is for (a capability of the rule); empty: for anything
        bool skip_unknown = false;  ///< links to facilities that were not read are left out and counted
    };
    /// Numbers of facilities: what they can take in a year, how many physicians of a specialty work there.
    struct Numbers {
        std::string tier;  ///< or specialty, of the rule
        std::string column;
        std::optional<double> each;  ///< the same number for every facility, in the place of a column
    };
    /// Floating catchments: how much capacity people have within reach.
    struct Catchment {
        enum class Method { two_step, three_step, modified_huff };
        enum class Shape { within, bands, gaussian };
        std::string id;
        Method method = Method::two_step;
        Shape shape = Shape::within;
        TravelTime limit{0};            ///< within, gaussian
        std::vector<TravelTime> bands;  ///< ascending, inclusive
        std::vector<double> weights;    ///< of each
    };
    /// Where one more site would help most.
    struct NewSites {
        std::string what;        ///< a tier or capability of the rule
        std::string candidates;  ///< service whose facilities might become one
        double capacity = 0;     ///< cases a year it would take (one trained physician)
        std::string level;       ///< ranked by area of this level too, by who lives there; empty: the region alone
    };
    /// Helicopters: bases with speed and hours.
    struct Air {
        io::InputFile file;
        io::TableFormat table;
    };

    Place place;  ///< of the table, for messages
    io::InputFile rule;
    std::optional<Date> date;                         ///< which version; nothing: the file as it is
    std::map<std::string, std::string> tiers;         ///< of the rule -> service
    std::map<std::string, std::string> capabilities;  ///< of the rule -> service
    std::map<std::string, std::string> levels;  ///< of the rule -> area level; one not named: the level of its name
    std::vector<Links> links;
    std::string group = "population";  ///< whose need it is
    double group_factor = 1;           ///< people of the rule's shares per person of the group
    std::vector<Numbers> capacities;   ///< by tier
    std::vector<Numbers> specialists;  ///< by specialty
    std::vector<Catchment> catchments;
    std::vector<NewSites> new_sites;
    std::optional<Air> air;
    std::map<std::string, std::string> tele;  ///< tier of the rule -> service: those that offer consultations
    std::vector<std::string> report_levels;   ///< area levels of the tables; none: all of the scenario
    TravelTime farthest = from_minutes(240);  ///< nobody is looked for beyond
    std::vector<std::string> proxies;         ///< what stands in for recorded fact, in words
    bool sheets = false;                      ///< a sheet for each site that owes the public its capabilities
    std::string sheets_for;                   ///< service whose facilities get one; empty: those of the last tier

    [[nodiscard]] const std::string& level_of(const std::string& word) const {
        const auto found = levels.find(word);
        return found == levels.end() ? word : found->second;
    }
};

/// Times without roads: the straight line, made longer, at one speed.
struct StraightLine {
    KmPerHour speed{40};
    double detour = 1.3;  ///< kilometres by road per kilometre straight
};

/// More columns for facilities that were read, by id: a survey, a list of designated sites.
struct FacilityTable {
    io::InputFile file;
    io::TableFormat table;
    std::string id = "ID";      ///< its column of facilities' ids
    bool skip_unknown = false;  ///< rows of facilities that were not read are left out and counted
};

}  // namespace michinori::scenario
