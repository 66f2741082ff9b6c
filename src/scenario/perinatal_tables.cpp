// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/perinatal_tables.h"

#include <map>
#include <utility>

namespace michinori::scenario {
namespace {

using policy::PerinatalFacility;
using AreaOf = std::vector<std::optional<std::uint32_t>>;
using Codes = std::vector<std::optional<std::string>>;

std::optional<bool> gives(const std::optional<std::vector<bool>>& givers, std::size_t facility) {
    return givers ? std::optional<bool>((*givers)[facility]) : std::nullopt;
}

std::vector<PerinatalFacility> facilities_of(const WardContext& context) {
    const auto delivery = context.givers_of(std::string(delivery_role));
    const auto centre = context.givers_of(std::string(centre_role));
    const auto general = context.givers_of(std::string(general_centre_role));
    std::vector<PerinatalFacility> facilities;
    for (std::size_t f = 0; f < context.inputs().facts.size(); ++f) {
        const auto& facts = context.inputs().facts[f];
        facilities.push_back({(*delivery)[f], facts.hospital, gives(centre, f), gives(general, f), facts.deliveries,
                              facts.obstetricians});
    }
    return facilities;
}

std::span<const access::Outcome> outcomes_of(const WardContext& context, std::string_view role) {
    const auto service = context.service_of(std::string(role));
    return service ? std::span<const access::Outcome>(context.analysis().result.outcomes[*service])
                   : std::span<const access::Outcome>{};
}

/// Today's area of each municipality in the table that the level was made of; nothing where it was made otherwise.
std::optional<Codes> by_members(const WardContext& context, std::size_t municipality_level, std::size_t level) {
    const auto& inputs = context.region().inputs();
    const auto& made = context.scenario().areas[level];
    if (made.source != Scenario::Areas::Source::members || made.lower_level != inputs.levels[municipality_level].id) {
        return std::nullopt;
    }
    Codes codes;
    for (const auto& municipality : inputs.levels[municipality_level].areas) {
        const auto found = inputs.members[level].find(municipality.code);
        codes.push_back(found == inputs.members[level].end() ? std::nullopt : std::optional(found->second.code));
    }
    return codes;
}

Codes by_people(const WardContext& context, std::size_t municipality_level, std::size_t level) {
    const auto& municipality_of = context.analysis().area_of[municipality_level];
    const auto& area_of = context.analysis().area_of[level];
    const auto& inputs = context.region().inputs();
    std::vector<std::map<std::uint32_t, People>> people(inputs.levels[municipality_level].areas.size());
    for (std::size_t d = 0; d < area_of.size(); ++d) {
        if (municipality_of[d] && area_of[d]) {
            people[*municipality_of[d]][*area_of[d]] += inputs.demand.people[0][d];
        }
    }
    Codes codes;
    for (const auto& parts : people) {
        const auto most = std::ranges::max_element(parts, {}, [](const auto& part) { return part.second; });
        codes.push_back(most == parts.end() ? std::nullopt
                                            : std::optional(inputs.levels[level].areas[most->first].code));
    }
    return codes;
}

Codes codes_of(const AreaOf& area_of, const access::AreaLevel& level) {
    Codes codes;
    for (const auto& area : area_of) {
        codes.push_back(area ? std::optional(level.areas[*area].code) : std::nullopt);
    }
    return codes;
}

std::optional<People> births_in(std::uint32_t municipality, const AreaOf& municipality_of,
                                std::span<const People> births) {
    if (births.empty()) {
        return std::nullopt;
    }
    People sum;
    for (std::size_t d = 0; d < births.size(); ++d) {
        sum += municipality_of[d] == municipality ? births[d] : People{};
    }
    return sum;
}

PerinatalRedraw redraw(const WardContext& context, std::size_t municipality_level, std::size_t level,
                       policy::PerinatalInputs inputs) {
    const auto& proposal = *context.inputs().proposal;
    const auto& municipality_of = context.analysis().area_of[municipality_level];
    const auto facilities =
        access::assign_by_members(context.area_of_facility(municipality_level), proposal.area_of_municipality);
    const auto demand = access::assign_by_members(municipality_of, proposal.area_of_municipality);
    inputs.area_count = proposal.level.areas.size();
    inputs.area_of_facility = facilities;
    inputs.area_of_demand = demand;
    const auto members = by_members(context, municipality_level, level);
    const auto today = members ? *members : by_people(context, municipality_level, level);
    PerinatalRedraw result{proposal.level,
                           policy::perinatal_areas(inputs),
                           policy::moves_between(today, codes_of(proposal.area_of_municipality, proposal.level)),
                           {}};
    for (const auto& move : result.moves) {
        result.births_of_moves.push_back(births_in(move.municipality, municipality_of, inputs.births));
    }
    return result;
}

}  // namespace

std::optional<PerinatalTables> perinatal_tables(const WardContext& context, std::span<const People> births,
                                                TravelTime limit) {
    const auto level = context.level(context.settings().perinatal_level);
    if (!level || !context.service_of(std::string(delivery_role))) {
        return std::nullopt;
    }
    const auto facilities = facilities_of(context);
    const policy::PerinatalInputs inputs{context.region().inputs().levels[*level].areas.size(),
                                         facilities,
                                         context.area_of_facility(*level),
                                         context.analysis().area_of[*level],
                                         births,
                                         outcomes_of(context, delivery_role),
                                         outcomes_of(context, checkup_role),
                                         limit};
    PerinatalTables tables{*level, 0, limit, !births.empty(), policy::perinatal_areas(inputs), std::nullopt};
    if (context.inputs().proposal) {
        tables.municipality_level = *context.level(context.settings().municipality_level);
        tables.redraw = redraw(context, tables.municipality_level, *level, inputs);
    }
    return tables;
}

}  // namespace michinori::scenario
