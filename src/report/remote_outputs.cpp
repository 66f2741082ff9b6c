// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/remote_outputs.h"

#include <algorithm>

#include "base/text.h"
#include "report/decision_words.h"
#include "report/remote_parts.h"
#include "report/remote_words.h"
#include "report/rules_json.h"

namespace michinori::report {
namespace {

using scenario::RemoteRow;
using scenario::RemoteTable;

std::int64_t count(const RemoteTable& table, bool near) {
    return std::ranges::count(table.rows, near, &RemoteRow::near);
}

Json account_json(const scenario::RemoteAccount& account) {
    return {{"read", people_json(account.read)},
            {"in_districts", people_json(account.strict)},
            {"in_near_districts", people_json(account.near)},
            {"left_over", people_json(account.left_over)},
            {"not_qualifying", people_json(account.not_qualifying())}};
}

std::int64_t without_hub(const RunResults& results, const RemoteTable& table) {
    const auto limit = results.scenario.remote->hubs->limit;
    return std::ranges::count_if(table.rows, [&](const RemoteRow& row) {
        const auto hub = nearest_hub(row);
        return !hub || hub->time > limit;
    });
}

Json table_json(const RunResults& results, const RemoteTable& table, Language language) {
    Json json = rule_head_json(table.rule.head, language);
    json["role"] = table.rule.role;
    json["service"] = results.services[table.service].id;
    json["institutions"] = table.institutions.size();
    json["districts"] = count(table, false);
    json["near_districts"] = count(table, true);
    json["unsure_districts"] = std::ranges::count_if(
        table.rows, [](const RemoteRow& row) { return row.attendance.not_easily == policy::Judgement::unknown; });
    json["people"] = account_json(table.account);
    json["without_hub_in_reach"] = results.scenario.remote->hubs ? Json(without_hub(results, table)) : Json();
    return json;
}

Json hubs_json(const RunResults& results) {
    if (!results.scenario.remote->hubs) {
        return {};
    }
    const auto& hubs = *results.scenario.remote->hubs;
    return {{"service", hubs.service}, {"minutes", minutes(hubs.limit)}, {"facilities", results.remote->hubs.size()}};
}

Json parting_json(const scenario::RemoteSettings& settings) {
    return {{"barriers", settings.barriers ? Json(settings.barriers->file.shown) : Json()},
            {"road_km", settings.part_by_road ? Json(settings.part_by_road->value() / 1000) : Json()}};
}

Json transport_json(const RunResults& results) {
    const auto& transport = results.scenario.remote->transport;
    if (!transport) {
        return {};
    }
    return {{"file", transport->file.shown},
            {"stops", results.remote->stops},
            {"reach_m", transport->reach.value()},
            {"walk_kmh", transport->walk.value()},
            {"complete", transport->complete}};
}

Json visits_json(const RunResults& results) {
    const auto& visits = results.scenario.remote->visits;
    if (!visits) {
        return {};
    }
    return {{"file", visits->file.shown},
            {"sites", results.remote->visits.size()},
            {"are_institutions", visits->are_institutions}};
}

}  // namespace

std::string candidate_code(const RemoteRow& row) {
    return row.near ? "near" : "strict";
}

std::string failing_codes(const RemoteRow& row) {
    std::string codes;
    const auto add = [&](bool fails, const char* code) {
        codes += !fails ? "" : (codes.empty() ? "" : ";") + std::string(code);
    };
    add(row.lacks.people.has_value(), "people");
    add(row.lacks.institution.has_value(), "institution");
    add(row.lacks.attendance, "attendance");
    return codes;
}

std::optional<HubChoice> nearest_hub(const RemoteRow& row) {
    std::optional<HubChoice> nearest;
    for (std::size_t h = 0; h < row.hubs.size(); ++h) {
        const auto* time = std::get_if<TravelTime>(&row.hubs[h]);
        if (time != nullptr && (!nearest || *time < nearest->time)) {
            nearest = {h, *time};
        }
    }
    return nearest;
}

InstitutionName name_of(const RunResults& results, const scenario::RemoteInstitution& institution) {
    if (institution.facility) {
        const auto& facility = results.facilities.facilities[institution.facility->index()];
        return {facility.id, facility.name};
    }
    const auto& visit = results.remote->visits[*institution.visit];
    return {visit.id, visit.name};
}

const access::AreaLevel::Area* area_at(const RunResults& results, const std::optional<std::size_t>& level,
                                       std::uint32_t point) {
    const auto area = level ? results.area_of[*level][point] : std::nullopt;
    return area ? &results.levels[*level].areas[*area] : nullptr;
}

std::vector<StagedTable> write_remote_outputs(const RunResults& results, io::OutputFolder& out, Language language) {
    std::vector<StagedTable> staged;
    const auto table = [&](const char* name, auto write) {
        staged.push_back({name, write(results, out.stage(name)), {}});
    };
    table("remote_districts.csv", write_remote_districts_csv);
    table("remote_cells.csv", write_remote_cells_csv);
    if (results.scenario.remote->hubs) {
        table("remote_hubs.csv", write_remote_hubs_csv);
        table("remote_hub_minutes.csv", write_remote_hub_minutes_csv);
    }
    if (results.scenario.remote->visits) {
        table("remote_visits.csv", write_remote_visits_csv);
    }
    if (results.scenario.outputs.gpkg) {
        staged.push_back(staged_map("remote.gpkg", write_remote_map(results, out.stage("remote.gpkg"), language)));
    }
    return staged;
}

Json remote_json(const RunResults& results, Language language) {
    const auto& study = *results.remote;
    Json rules = Json::array();
    for (const auto& table : study.tables) {
        rules.push_back(table_json(results, table, language));
    }
    return {{"day", michinori::to_text(study.day)},
            {"rules", std::move(rules)},
            {"parted_by", parting_json(*results.scenario.remote)},
            {"public_transport", transport_json(results)},
            {"hubs", hubs_json(results)},
            {"visits", visits_json(results)},
            {"candidates", word(RemoteWord::notice, language)},
            {"notice", modelled_notice(results.profile, language)}};
}

}  // namespace michinori::report
