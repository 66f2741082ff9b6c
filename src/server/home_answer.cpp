// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/home_answer.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/decision_words.h"
#include "report/view_words.h"
#include "server/json_answer.h"
#include "server/request_fault.h"
#include "server/values.h"
#include "server/what_if_answers.h"

namespace michinori::server {
namespace {

using report::Json;
using scenario::HomeDecision;

constexpr const char* home_shown = "home";
constexpr std::array<std::string_view, 14> columns{"lon",         "lat",           "mesh",      "address", "risk",
                                                   "mode",        "origin",        "accepting", "date",    "nights",
                                                   "lodging_yen", "transport_yen", "fare_yen",  "visits"};

/// A value as a field of a table would hold it.
std::string field_of(const Json& value, std::string_view key) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_number()) {
        return value.dump();
    }
    throw RequestFault(FaultCode::wrong_type, std::string(key) + " is to be a text or a number");
}

/// A decision and what its words are taken from.
struct Decided {
    const scenario::Eligibility& batch;
    const scenario::Region& region;
    const HomeDecision& one;

    [[nodiscard]] report::DecisionContext words(Language language) const {
        return {batch, region.inputs().facilities, region.network(), language};
    }
};

Json both(const Decided& decided, std::string (*words)(const report::DecisionContext&, const HomeDecision&)) {
    return report::words_view(
        {words(decided.words(Language::japanese), decided.one), words(decided.words(Language::english), decided.one)});
}

Json rule_json(const Decided& decided) {
    if (!decided.one.chosen) {
        return {{"id", decided.batch.book.travel_families[decided.one.family].id}};
    }
    const auto& head = decided.batch.rule(decided.one).head;
    return {{"id", head.id},
            {"title", report::words_view(report::bilingual_title(head.title_en, head.title_ja, head.id))},
            {"source", head.source}};
}

/// The journey that the decision goes by, and its facility.
void add_journey(const Decided& decided, Json& into) {
    if (!decided.one.decision || !decided.one.decision->applied) {
        return;
    }
    const auto& rule = decided.batch.rule(decided.one);
    const auto& role = rule.roles[rule.cases[*decided.one.decision->applied].destination];
    const auto& journey = decided.batch.journeys[decided.batch.role(role)][decided.one.home].journey;
    if (const auto* trip = std::get_if<policy::Trip>(&journey)) {
        const auto& facility = decided.region.inputs().facilities.facilities[trip->facility.index()];
        into["facility"] = {{"id", facility.id}, {"name", facility.name}};
        into["minutes"] = minutes_value(trip->time);
        into["km"] = trip->distance ? Json(trip->distance->value() / 1000) : Json();
    }
}

void add_payment(const Decided& decided, Json& into) {
    if (!decided.one.payment) {
        return;
    }
    if (const auto* missing = std::get_if<policy::MissingFact>(&*decided.one.payment)) {
        into["payment_missing"] = name(*missing);
        return;
    }
    const auto& payment = std::get<policy::Payment>(*decided.one.payment);
    into["payment_yen"] = payment.support.value();
    into["own_yen"] = payment.own.value();
    for (const auto note : payment.notes) {
        into["payment_notes"].push_back(name(note));
    }
}

Json reasons_json(const Decided& decided) {
    const auto ja = report::causes_in_words(decided.words(Language::japanese), decided.one);
    const auto en = report::causes_in_words(decided.words(Language::english), decided.one);
    Json reasons = Json::array();
    for (std::size_t i = 0; i < en.size(); ++i) {
        reasons.push_back({{"code", en[i].code}, {"text", report::words_view({ja[i].words, en[i].words})}});
    }
    return reasons;
}

Json decision_json(const Decided& decided) {
    const auto verdict = [&](Language language) { return report::verdict_words(decided.one, language); };
    Json json{{"rule", rule_json(decided)},
              {"decision", report::verdict_code(decided.one)},
              {"title", report::words_view({verdict(Language::japanese), verdict(Language::english)})},
              {"text", both(decided, report::decision_sentence)},
              {"reasons", reasons_json(decided)},
              {"facility", nullptr},
              {"minutes", nullptr},
              {"km", nullptr},
              {"payment_yen", nullptr},
              {"payment_notes", Json::array()}};
    add_journey(decided, json);
    add_payment(decided, json);
    return json;
}

/// The area the home lies in, of the level of municipalities.
Json area_json(const scenario::Eligibility& batch, const scenario::Region& region, const std::string& level_id) {
    const auto& code = batch.municipalities.front();
    const auto& levels = region.inputs().levels;
    const auto level = std::ranges::find(levels, level_id, &access::AreaLevel::id);
    if (code.empty() || level == levels.end()) {
        return nullptr;
    }
    const auto area = std::ranges::find(level->areas, code, &access::AreaLevel::Area::code);
    return {{"level", level_id}, {"code", code}, {"name", area->name}};
}

Json home_json(const scenario::HomePlace& home, Json area) {
    return {{"lon", degrees_value(home.position.lon)},
            {"lat", degrees_value(home.position.lat)},
            {"located", scenario::name(home.located)},
            {"matched", home.matched},
            {"area", std::move(area)}};
}

/// Without rules a home is a place with ways, whoever lives there.
Answer routes_alone(const State& state, const io::Table& table, const io::AddressIndex* addresses) {
    const auto home = scenario::only_place(table, addresses);
    return json_answer({{"home", home_json(home, nullptr)},
                        {"decisions", Json::array()},
                        {"refusal", nullptr},
                        {"routes", routes_json(state, home.position, {})}});
}

}  // namespace

const std::vector<std::string_view>& home_keys() {
    static const std::vector<std::string_view> keys{"changes", "lon",         "lat",           "mesh",      "address",
                                                    "risk",    "mode",        "origin",        "accepting", "date",
                                                    "nights",  "lodging_yen", "transport_yen", "fare_yen",  "visits"};
    return keys;
}

io::Table home_of(const JsonBody& body) {
    io::Table table;
    table.file = home_shown;
    table.format = "request";
    table.encoding = "UTF-8";
    table.columns.emplace_back("id");
    table.rows.push_back({home_shown});
    for (const auto column : columns) {
        const auto* value = body.find(column);
        table.columns.emplace_back(column);
        table.rows.front().push_back(value == nullptr ? std::string() : field_of(*value, column));
    }
    return table;
}

Answer home_answer(Workbench& workbench, const std::vector<std::string>& lines, const io::Table& home,
                   Progress& progress) {
    const auto state = workbench.states().of(lines, progress);
    const auto& scenario = workbench.scenario();
    if (!scenario.maternity) {
        return routes_alone(*state, home, nullptr);
    }
    const auto& basis = workbench.decision_basis();
    if (basis.book.travel.empty()) {
        return routes_alone(*state, home, basis.addresses ? &*basis.addresses : nullptr);
    }
    const auto whole = state->whole();
    const auto batch = scenario::decide_homes(whole.scenario, basis, home, {}, *whole.region, *whole.engine, progress);
    Json decisions = Json::array();
    for (const auto& one : batch.decisions) {
        decisions.push_back(decision_json({batch, *whole.region, one}));
    }
    const auto& found = batch.homes.front();
    const auto& refused = whole.region->log().refused;
    return json_answer(
        {{"home", home_json(found, area_json(batch, *whole.region, scenario.maternity->municipality_level))},
         {"decisions", std::move(decisions)},
         {"refusal", batch.refused > 0 ? report::finding_view(refused.back()) : Json()},
         {"routes", routes_json(*state, found.position, {})}});
}

}  // namespace michinori::server
