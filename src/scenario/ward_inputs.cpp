// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/ward_inputs.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"
#include "scenario/fault_collector.h"
#include "scenario/find_level.h"
#include "scenario/islands.h"
#include "scenario/member_areas.h"
#include "scenario/zone_shapes.h"

namespace michinori::scenario {
namespace {

std::vector<std::optional<std::uint32_t>> read_islands(const MaternitySettings::Islands& islands, Region& region) {
    const auto shapes = read_zone_shapes(islands.file, islands.format, "islands", region.log());
    return islands_of(shapes, positions_of(region.inputs().facilities));
}

/// A municipality that does not exist is a slip; one that is missing is told by member_indices().
void check_members(const std::map<std::string, io::Membership>& members, const access::AreaLevel& municipalities,
                   const MaternitySettings::Proposal& proposal) {
    FaultCollector faults;
    for (const auto& [member, area] : members) {
        if (!std::ranges::binary_search(municipalities.areas, member, {}, &access::AreaLevel::Area::code)) {
            faults.add({FindingCode::municipality_unknown,
                        {proposal.file.shown, {}, {}},
                        {member, proposal.members.member_column, municipalities.file}});
        }
    }
    faults.stop_if_any();
}

ProposedAreas read_proposal(const MaternitySettings& settings, Region& region) {
    const auto& proposal = *settings.proposal;
    const auto& levels = region.inputs().levels;
    const auto& municipalities = levels[level_named(levels, settings.municipality_level)];
    const auto& today = levels[level_named(levels, settings.perinatal_level)];
    const auto members = io::read_members(proposal.file, proposal.members, "areas:proposal", region.log());
    check_members(members, municipalities, proposal);
    ProposedAreas proposed;
    proposed.level.id = "proposal";
    proposed.level.title_en = today.title_en + " (proposed)";
    proposed.level.title_ja = today.title_ja + "（案）";
    proposed.level.file = proposal.file.shown;
    proposed.level.areas = areas_of_members(members);
    borrow_shapes(proposed.level, municipalities, members);
    proposed.area_of_municipality = member_indices(municipalities, proposed.level, members, region.log().findings);
    return proposed;
}

}  // namespace

std::vector<geo::Point> positions_of(const access::FacilitySet& facilities) {
    std::vector<geo::Point> positions;
    std::ranges::transform(facilities.facilities, std::back_inserter(positions),
                           &access::FacilitySet::Facility::position);
    return positions;
}

WardInputs read_ward_inputs(const MaternitySettings& settings, Region& region) {
    WardInputs inputs;
    FaultCollector faults;
    faults.attempt([&] { inputs.facts = read_facility_facts(settings.facilities, region.inputs().facilities); });
    if (settings.islands) {
        faults.attempt([&] { inputs.island_of = read_islands(*settings.islands, region); });
    }
    if (settings.proposal) {
        faults.attempt([&] { inputs.proposal = read_proposal(settings, region); });
    }
    faults.stop_if_any();
    return inputs;
}

}  // namespace michinori::scenario
