// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/what_if_answers.h"

#include <utility>

#include "base/text.h"
#include "report/road_words.h"
#include "scenario/itinerary.h"
#include "server/json_answer.h"
#include "server/request_fault.h"
#include "server/values.h"

namespace michinori::server {
namespace {

using report::Json;

Json stretch_json(const scenario::RoadStretch& stretch) {
    const auto words = [&](Language language) {
        return report::road_words(stretch.name, stretch.ref, stretch.road_class, language);
    };
    return {{"name", report::words_view({words(Language::japanese), words(Language::english)})},
            {"class", network::name(stretch.road_class)},
            {"length_m", stretch.length.value()},
            {"minutes", minutes_value(stretch.time)}};
}

Json route_json(const scenario::Itinerary& journey) {
    Json line = Json::array();
    for (const auto& point : journey.line) {
        line.push_back(point_value(point));
    }
    Json stretches = Json::array();
    for (const auto& stretch : journey.stretches) {
        stretches.push_back(stretch_json(stretch));
    }
    return {{"service", journey.service},
            {"status", "reached"},
            {"minutes", minutes_value(journey.time)},
            {"time_ms", journey.time.count()},
            {"facility", {{"id", journey.facility_id}, {"name", journey.facility_name}}},
            {"length_m", journey.length.value()},
            {"start_access_m", journey.start_access.value()},
            {"end_access_m", journey.end_access.value()},
            {"line", std::move(line)},
            {"stretches", std::move(stretches)}};
}

Json route_json(const scenario::NoItinerary& none) {
    return {{"service", none.service}, {"status", "unreached"}, {"reason", reason_value(none.reason)}};
}

}  // namespace

std::vector<std::string> changes_of(const JsonBody& body, const Workbench& workbench) {
    const auto* changes = body.find("changes");
    return changes == nullptr ? std::vector<std::string>{} : change_lines(*changes, workbench.profile_names());
}

Answer evaluation_answer(Workbench& workbench, const std::vector<std::string>& lines, Progress& progress) {
    const auto state = workbench.states().of(lines, progress);
    progress.begin("view of the state");
    const auto& today = workbench.today();
    const auto side = scenario::side_of("today", "Today", "現状", *today.region, today.analysis, nullptr);
    const report::ViewState base{side, {}, 0, &today.analysis.result, today.engine.get()};
    auto made = report::state_view(state->view_state(nullptr), base, report::Packing::plain);
    progress.end({});
    return container_answer(std::make_shared<const std::string>(std::move(made)));
}

Answer support_answer(Workbench& workbench, const std::vector<std::string>& lines, Progress& progress) {
    if (lines.empty()) {
        return json_answer({{"support", report::support_view(workbench.maternity_today(progress))}});
    }
    const auto state = workbench.states().of(lines, progress);
    const auto whole = state->whole();
    const auto study = scenario::study_support(whole.scenario, *whole.region, state->analysis, *whole.engine, progress);
    return json_answer({{"support", report::support_view(study ? &*study : nullptr)}});
}

Json routes_json(const State& state, geo::Point from, const std::string& service) {
    const auto found =
        scenario::itineraries_from(from, service, *state.places.region, *state.roads->engine, state.analysis);
    Json all = Json::array();
    for (const auto& one : found) {
        all.push_back(std::visit([](const auto& journey) { return route_json(journey); }, one));
    }
    return all;
}

Answer route_answer(Workbench& workbench, const std::vector<std::string>& lines, geo::Point from,
                    const std::string& service, Progress& progress) {
    const auto state = workbench.states().of(lines, progress);
    static_cast<void>(scenario::service_named(service, state->analysis.services));  // or a fault
    return json_answer(routes_json(*state, from, service).front());
}

}  // namespace michinori::server
