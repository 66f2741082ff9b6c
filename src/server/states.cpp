// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/states.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "report/change_words.h"
#include "scenario/load_changes.h"
#include "scenario/people_of_year.h"
#include "scenario/placed_faults.h"
#include "scenario/variant_draft.h"
#include "server/change_lines.h"

namespace michinori::server {
namespace {

using scenario::VariantSettings;
using Step = VariantSettings::Step;

constexpr const char* changes_shown = "changes";

bool changes_roads(const Step& step) {
    return std::holds_alternative<scenario::ChangeRoads>(step.change) ||
           std::holds_alternative<scenario::ChangeSpeeds>(step.change);
}

bool changes_people(const Step& step) {
    return std::holds_alternative<scenario::ChangeYear>(step.change);
}

/// The n-th line holds the n-th change.
std::vector<Step> steps_of(const std::vector<std::string>& lines, const scenario::Scenario& scenario) {
    return scenario::read_changes("change = " + change_list(lines) + "\n", changes_shown, scenario);
}

/// What a draft of facilities needs of a region: no people, no shapes of areas.
scenario::Inputs places_of(const scenario::Inputs& all) {
    scenario::Inputs inputs;
    inputs.profile = all.profile;
    inputs.facilities = all.facilities;
    inputs.offers = all.offers;
    inputs.members = all.members;
    return inputs;
}

scenario::VariantRegion places_after(const std::vector<Step>& steps, const PreparedRoads& roads,
                                     const access::FacilitySet& candidates) {
    scenario::VariantDraft draft{roads.region->network(),           candidates, "what-if", roads.scenario,
                                 places_of(roads.region->inputs()), {}};
    for (const auto& step : steps) {
        if (!changes_roads(step) && !changes_people(step)) {
            scenario::at_place(step.place,
                               [&] { std::visit([&](const auto& change) { apply(change, draft); }, step.change); });
        }
    }
    return {draft.id, std::move(draft.scenario),
            std::make_unique<scenario::Region>(*roads.region, std::move(draft.inputs)), roads.engine};
}

std::vector<report::Bilingual> words_of(const std::vector<Step>& steps, const access::FacilitySet& facilities) {
    std::vector<report::Bilingual> words;
    for (const auto& step : steps) {
        words.push_back({report::change_words(step.change, facilities, Language::japanese),
                         report::change_words(step.change, facilities, Language::english)});
    }
    return words;
}

std::vector<Finding> idle_changes(const Findings& findings) {
    std::vector<Finding> idle;
    std::ranges::copy_if(findings.all(), std::back_inserter(idle),
                         [](const Finding& finding) { return finding.code == FindingCode::change_idle; });
    return idle;
}

std::shared_ptr<const PreparedRoads> with_lists(PreparedRoads made) {
    auto roads = std::make_shared<PreparedRoads>(std::move(made));
    roads->lists = std::make_shared<SiteLists>(*roads->engine, roads->region->components(), roads->analysis);
    return roads;
}

}  // namespace

States::States(const scenario::Scenario& scenario, std::shared_ptr<scenario::Region> today,
               std::shared_ptr<const routing::Engine> engine, Progress& progress)
    : scenario_(scenario), region_(std::move(today)), family_(scenario, *region_, engine) {
    auto analysis = scenario::analyse(scenario, *region_, *engine, progress);
    today_ = with_lists({scenario, region_, std::move(engine), std::move(analysis), {}, {}});
}

std::shared_ptr<const State> States::of(const std::vector<std::string>& lines, Progress& progress) {
    return states_.get(change_list(lines), [&] { return make(lines, progress); });
}

std::shared_ptr<const State> States::make(const std::vector<std::string>& lines, Progress& progress) {
    const auto steps = steps_of(lines, scenario_);
    std::string key;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        key += changes_roads(steps[i]) ? lines[i] + "\n" : "";
    }
    const auto roads = roads_after(steps, key, progress);
    auto state = std::make_shared<State>();
    state->roads = roads;
    state->people = people_after(steps);
    state->places = places_after(steps, *roads, family_.candidates());
    state->analysis = scenario::analyse_variant(
        state->places, *roads->region, roads->analysis, progress,
        [&](std::size_t service, std::span<const FacilityId> open) { return roads->lists->outcomes(service, open); });
    state->changes = words_of(steps, state->facilities());
    state->notes = roads->notes;
    std::ranges::move(idle_changes(state->places.region->log().findings), std::back_inserter(state->notes));
    return state;
}

std::shared_ptr<const PreparedRoads> States::roads_after(const std::vector<Step>& steps, const std::string& key,
                                                         Progress& progress) {
    if (key.empty()) {
        return today_;
    }
    return roads_.get(key, [&] {
        std::vector<Step> on_roads;
        std::ranges::copy_if(steps, std::back_inserter(on_roads), changes_roads);
        auto made = family_.make("today", on_roads, progress);
        auto analysis = scenario::analyse_variant(made, *region_, today_->analysis, progress);
        auto notes = idle_changes(made.region->log().findings);
        return with_lists({std::move(made.scenario),
                           std::move(made.region),
                           std::move(made.engine),
                           std::move(analysis),
                           std::move(notes),
                           {}});
    });
}

std::shared_ptr<const access::DemandSet> States::people_after(const std::vector<Step>& steps) {
    const auto last = std::find_if(steps.rbegin(), steps.rend(), changes_people);
    if (last == steps.rend()) {
        return nullptr;
    }
    const auto year = std::get<scenario::ChangeYear>(last->change).year;
    return people_.get(std::to_string(year), [&] {
        std::shared_ptr<const access::DemandSet> people;
        scenario::at_place(last->place, [&] {
            io::InputLog log;
            people = std::make_shared<const access::DemandSet>(
                scenario::people_of_year(scenario_, region_->inputs().demand, year, log));
        });
        return people;
    });
}

}  // namespace michinori::server
