// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "io/speed_profile_file.h"
#include "scenario/people_of_year.h"
#include "scenario/variant_draft.h"
#include "scenario/zone_shapes.h"

namespace michinori::scenario {
namespace {

/// How a selection of roads was asked for, for messages.
std::string words_of(const ChangeRoads& change) {
    std::vector<std::string> words;
    if (!change.roads.ids.empty()) {
        std::vector<std::string> ids;
        std::ranges::transform(change.roads.ids, std::back_inserter(ids), [](auto id) { return std::to_string(id); });
        words.push_back("ids " + listed(ids, 5));
    }
    if (!change.roads.name.empty()) {
        words.push_back("name \"" + change.roads.name + "\"");
    }
    if (change.roads.near) {
        words.push_back(fmt::format("within {} m of {}, {}", change.roads.within.value(), change.roads.near->lon,
                                    change.roads.near->lat));
    }
    for (const auto& shape : change.roads.polygons) {
        words.push_back(fmt::format("an area of {} corners", shape.parts.front().rings.front().size()));
    }
    for (const auto& file : {change.polygons, change.lines}) {
        if (file) {
            words.push_back(file->shown);
        }
    }
    return listed(words);
}

}  // namespace

void apply(const ChangeRoads& change, VariantDraft& draft) {
    if (change.season && *change.season != draft.scenario.speed.season) {
        draft.idle(fmt::format("the roads of {} change in {} only", words_of(change),
                               *change.season == network::Season::winter ? "winter" : "summer"));
        return;
    }
    auto roads = change.roads;
    if (change.polygons) {
        auto shapes = read_zone_shapes(*change.polygons, {}, "changed roads", draft.inputs.log);
        std::ranges::move(shapes, std::back_inserter(roads.polygons));
    }
    if (change.lines) {
        for (auto& closure : io::read_closure_lines(*change.lines, {}, "changed roads", draft.inputs.log)) {
            roads.lines.push_back(std::move(closure.line));
        }
    }
    const auto missing = unknown_ids(draft.network, roads.ids);
    const auto touched = draft.roads.add(draft.network, roads, change.action);
    if (touched == 0) {
        throw InputError({FindingCode::change_without_effect,
                          {},
                          {draft.id, "road", words_of(change) + "; no such road in the network"}});
    }
    for (const auto id : missing) {
        draft.idle(fmt::format("no road of the network has the id {}", id));
    }
    draft.other_roads = true;
}

void apply(const ChangeSpeeds& change, VariantDraft& draft) {
    if (change.profile) {
        draft.scenario.speed.profile = *change.profile;
        draft.inputs.profile = io::read_speed_profile(*change.profile, draft.inputs.log);
    }
    if (change.season) {
        draft.scenario.speed.season = *change.season;
    }
    draft.other_roads = true;
}

void apply(const ChangeYear& change, VariantDraft& draft) {
    draft.inputs.demand = people_of_year(draft.scenario, draft.inputs.demand, change.year, draft.inputs.log);
}

void apply(const ChangeAreas& change, VariantDraft& draft) {
    auto& levels = draft.inputs.levels;
    const auto level = std::ranges::find(levels, change.level, &access::AreaLevel::id);
    const auto& wanted = *std::ranges::find(draft.scenario.areas, change.level, &Scenario::Areas::level);
    read_members_of_level(change.file, change.members, static_cast<std::size_t>(level - levels.begin()),
                          wanted.lower_level, draft.inputs);
}

}  // namespace michinori::scenario
