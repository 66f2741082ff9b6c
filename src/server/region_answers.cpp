// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/region_answers.h"

#include <algorithm>

#include "access/service_access.h"
#include "base/text.h"
#include "report/check_report.h"
#include "report/view_words.h"
#include "scenario/find_level.h"
#include "scenario/people_of_year.h"
#include "server/choices.h"
#include "server/json_answer.h"
#include "server/request_fault.h"
#include "server/values.h"

namespace michinori::server {
namespace {

using report::Json;

std::string needed(const Request& request, const std::string& name) {
    const auto value = request.parameter(name);
    if (!value) {
        throw RequestFault(FaultCode::missing_key, name);
    }
    return *value;
}

double needed_number(const Request& request, const std::string& name) {
    const auto number = to_number(needed(request, name));
    if (!number) {
        throw RequestFault(FaultCode::wrong_type, name);
    }
    return *number;
}

std::size_t service_index(const Workbench& workbench, const std::string& id) {
    const auto& services = workbench.today().analysis.services;
    return static_cast<std::size_t>(&scenario::service_named(id, services) - services.data());
}

Json services_json(const Workbench& workbench) {
    Json all = Json::array();
    for (const auto& service : workbench.today().analysis.services) {
        all.push_back({{"id", service.id},
                       {"title", report::words_view(report::title_of(service))},
                       {"thresholds_min", service.thresholds_min}});
    }
    return all;
}

Json levels_json(const Workbench& workbench) {
    Json all = Json::array();
    for (const auto& level : workbench.inputs().levels) {
        const auto title = report::bilingual_title(level.title_en, level.title_ja, level.id);
        all.push_back({{"id", level.id}, {"title", report::words_view(title)}});
    }
    return all;
}

Json profiles_json(const Workbench& workbench) {
    Json all = Json::array();
    for (const auto& choice : profile_choices(workbench.profiles())) {
        all.push_back({{"id", choice.id}, {"title", report::words_view(choice.title)}});
    }
    return all;
}

/// The check, with its findings in both languages.
Json check_json(const Workbench& workbench) {
    const auto& inputs = workbench.inputs();
    const auto& today = workbench.today();
    const report::CheckResults results{workbench.scenario(),
                                       today.region->network(),
                                       today.region->components(),
                                       inputs.profile,
                                       inputs.demand,
                                       inputs.facilities,
                                       today.analysis.services,
                                       inputs.levels,
                                       today.analysis.area_of,
                                       today.analysis.result.demand_snaps,
                                       today.analysis.result.facility_snaps,
                                       inputs.log,
                                       workbench.settings().version};
    auto json = Json::parse(report::check_json(results, Language::english));
    json["findings"] = Json::array();
    for (const auto& finding : inputs.log.findings.all()) {
        json["findings"].push_back(report::finding_view(finding));
    }
    json.erase("refused");  // rows in their thousands: the view holds the first of them
    return json;
}

Json facility_json(const Workbench& workbench, std::size_t f) {
    const auto& facility = workbench.inputs().facilities.facilities[f];
    Json services = Json::array();
    for (const auto& service : workbench.today().analysis.services) {
        if (std::ranges::binary_search(service.facilities, FacilityId{f})) {
            services.push_back(service.id);
        }
    }
    return {{"id", facility.id},
            {"name", facility.name},
            {"lon", degrees_value(facility.position.lon)},
            {"lat", degrees_value(facility.position.lat)},
            {"services", std::move(services)}};
}

Json area_json(const report::Summary& summary, const access::AreaStatistics& row, const access::AreaLevel* level) {
    Json within = Json::array();
    for (const double threshold : summary.thresholds) {
        within.push_back({{"minutes", threshold}, {"people", report::people_json(summary.within(row, threshold))}});
    }
    const auto* area = level != nullptr && row.area ? &level->areas[*row.area] : nullptr;
    return {{"code", area != nullptr ? Json(area->code) : Json()},
            {"name", area != nullptr ? Json(area->name) : Json()},
            {"people", report::people_json(row.people)},
            {"reached", report::people_json(row.reached)},
            {"unreached", report::people_json(row.people - row.reached)},
            {"mean_min", minutes_value(row.mean_min)},
            {"median_min", minutes_value(row.median_min)},
            {"p90_min", minutes_value(row.p90_min)},
            {"max_min", minutes_value(row.max_min)},
            {"within", std::move(within)}};
}

bool is_asked(const access::AreaStatistics& row, std::size_t service) {
    return row.service == service && row.group == 0;
}

access::Outcome outcome_at_cell(const Workbench& workbench, std::size_t service, const std::string& id) {
    const auto& points = workbench.inputs().demand.points;
    const auto found = std::ranges::find(points, id, &access::DemandSet::Point::id);
    if (found == points.end()) {
        throw RequestFault(FaultCode::not_found, "cell " + id);
    }
    return workbench.today().analysis.result.outcomes[service][static_cast<std::size_t>(found - points.begin())];
}

access::Outcome outcome_at_place(const Workbench& workbench, std::size_t service, geo::Point place) {
    if (!geo::is_on_earth(place)) {
        throw RequestFault(FaultCode::bad_value, "lon, lat");
    }
    const auto& today = workbench.today();
    const access::ServiceAccess access(*today.engine, today.region->components(), today.analysis.services[service],
                                       today.analysis.result.facility_snaps);
    return access.from(today.region->snapper().snap(place));
}

}  // namespace

Answer scenario_answer(Workbench& workbench) {
    const auto& scenario = workbench.scenario();
    Json rules = Json::array();
    if (scenario.maternity) {
        for (const auto& rule : workbench.decision_basis().book.travel) {
            const auto& head = rule.head;
            rules.push_back(
                {{"id", head.id},
                 {"title", report::words_view(report::bilingual_title(head.title_en, head.title_ja, head.id))}});
        }
    }
    const bool addresses = scenario.maternity &&
                           (!scenario.maternity->address_blocks.empty() || !scenario.maternity->address_towns.empty());
    return json_answer(
        {{"id", scenario.id},
         {"title", report::words_view(report::bilingual_title(scenario.title_en, scenario.title_ja, scenario.id))},
         {"version", workbench.settings().version},
         {"language", workbench.settings().language == Language::japanese ? "ja" : "en"},
         {"services", services_json(workbench)},
         {"levels", levels_json(workbench)},
         {"groups", workbench.inputs().demand.groups},
         {"years", scenario::years_of(scenario)},
         {"profiles", profiles_json(workbench)},
         {"seasons", {"summer", "winter"}},
         {"season", scenario.speed.season == network::Season::winter ? "winter" : "summer"},
         {"rules", std::move(rules)},
         {"addresses", addresses},
         {"saves", !workbench.settings().saves.empty()},
         {"data", check_json(workbench)}});
}

Answer facilities_answer(const Workbench& workbench, const Request& request) {
    Json all = Json::array();
    if (const auto service = request.parameter("service")) {
        for (const auto f : workbench.today().analysis.services[service_index(workbench, *service)].facilities) {
            all.push_back(facility_json(workbench, f.index()));
        }
    } else {
        for (std::size_t f = 0; f < workbench.inputs().facilities.size(); ++f) {
            all.push_back(facility_json(workbench, f));
        }
    }
    return json_answer({{"facilities", std::move(all)}});
}

Answer areas_answer(Workbench& workbench, const Request& request) {
    const auto& levels = workbench.inputs().levels;
    const auto wanted = needed(request, "level");
    const auto level = std::ranges::find(levels, wanted, &access::AreaLevel::id);
    if (level == levels.end()) {
        throw RequestFault(FaultCode::not_found, "level " + wanted);
    }
    const auto service = service_index(workbench, needed(request, "service"));
    const auto& summary = workbench.summary();
    Json all = Json::array();
    for (const auto& row : summary.levels[static_cast<std::size_t>(level - levels.begin())]) {
        if (is_asked(row, service)) {
            all.push_back(area_json(summary, row, &*level));
        }
    }
    const auto region = std::ranges::find_if(summary.region, [&](const auto& row) { return is_asked(row, service); });
    return json_answer({{"areas", std::move(all)}, {"region", area_json(summary, *region, nullptr)}});
}

Answer access_answer(const Workbench& workbench, const Request& request) {
    const auto service = service_index(workbench, needed(request, "service"));
    const auto cell = request.parameter("cell");
    const auto outcome =
        cell ? outcome_at_cell(workbench, service, *cell)
             : outcome_at_place(workbench, service, {needed_number(request, "lon"), needed_number(request, "lat")});
    if (const auto* reason = std::get_if<network::Reason>(&outcome)) {
        return json_answer({{"status", "unreached"}, {"reason", reason_value(*reason)}});
    }
    const auto& nearest = std::get<access::Reached>(outcome).nearest;
    const auto& facility = workbench.inputs().facilities.facilities[nearest.facility.index()];
    return json_answer({{"status", "reached"},
                        {"minutes", minutes_value(nearest.time)},
                        {"time_ms", nearest.time.count()},
                        {"facility", {{"id", facility.id}, {"name", facility.name}}}});
}

}  // namespace michinori::server
