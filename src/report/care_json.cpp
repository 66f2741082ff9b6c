// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "policy/care_need.h"
#include "report/care_parts.h"
#include "report/rules_json.h"

namespace michinori::report {
namespace {

using policy::CareRule;
using scenario::CareChain;
using scenario::CareFigures;
using scenario::CareNetwork;
using scenario::NeedBound;

constexpr std::array bounds{NeedBound::low, NeedBound::central, NeedBound::high};

Json minutes_json(const std::optional<TravelTime>& time) {
    return time ? Json(minutes(*time)) : Json();
}

Json share_json(People part, People whole) {
    return whole.is_zero() ? Json() : Json(part.value() / whole.value());
}

Json title_json(const std::string& en, const std::string& ja) {
    return {{"en", en}, {"ja", ja}};
}

Json figures_json(const CareFigures& figures) {
    return {{"people", people_json(figures.people)},       {"reached", people_json(figures.reached)},
            {"within", people_json(figures.within)},       {"share_within", share_json(figures.within, figures.people)},
            {"mean_min", optional_json(figures.mean_min)}, {"max_min", optional_json(figures.max_min)}};
}

Json areas_json(const access::AreaLevel& level, const std::vector<std::size_t>& areas) {
    Json json = Json::array();
    for (const auto area : areas) {
        json.push_back({{"code", level.areas[area].code}, {"name", level.areas[area].name}});
    }
    return json;
}

Json offers_json(const CareOutputs& outputs, const CareNetwork& network) {
    Json json = Json::array();
    for (std::size_t o = 0; o < network.offers.size(); ++o) {
        const auto& offer = network.offers[o];
        Json row{{"id", offer.id},
                 {"kind", name(offer.kind)},
                 {"title", title_json(offer.title_en, offer.title_ja)},
                 {"service", offer.service},
                 {"limit_min", minutes_json(offer.limit)},
                 {"sites", offer.sites.size()},
                 {"off_network", offer.off.size()},
                 {"region", figures_json(network.offer_region[o])}};
        if (offer.level) {
            const auto& level = outputs.inputs.levels[*offer.level];
            row["required_in_each"] = level.id;
            const auto lacking = lacking_areas(network, o);
            row["areas_lacking"] = lacking ? areas_json(level, *lacking) : Json();
        }
        json.push_back(std::move(row));
    }
    return json;
}

std::string_view by_name(CareRule::By by) {
    switch (by) {
        case CareRule::By::nearest: return "nearest";
        case CareRule::By::partner: return "partner";
        case CareRule::By::either: return "either";
    }
    return "";
}

Json steps_json(const CareRule::Chain& chain) {
    Json steps = Json::array();
    for (const auto& step : chain.steps) {
        Json tele = Json::array();
        for (const auto kind : step.tele) {
            tele.push_back(name(kind));
        }
        steps.push_back({{"tier", step.tier},
                         {"by", by_name(step.by)},
                         {"limit_min", minutes_json(step.limit)},
                         {"stay_min", minutes(step.stay)},
                         {"by_air", step.by_air},
                         {"tele", std::move(tele)}});
    }
    return steps;
}

Json missing_json(const CareOutputs& outputs, const CareNetwork& network, const CareChain& chain) {
    Json json = Json::array();
    for (const auto& missing : missing_steps(outputs, network, chain)) {
        json.push_back({{"step", missing.step + 1},
                        {"tier", tier_of_step(chain, missing.step)},
                        {"why", name(missing.why)},
                        {"people", people_json(missing.people)}});
    }
    return json;
}

Json tele_json(const CareChain& chain) {
    Json json = Json::array();
    for (const auto& tele : chain.tele) {
        json.push_back({{"in_place_of", name(chain, tele)},
                        {"newly_complete", people_json(tele.newly)},
                        {"region", figures_json(tele.region)}});
    }
    return json;
}

Json chains_json(const CareOutputs& outputs, const CareNetwork& network) {
    Json json = Json::array();
    for (const auto& chain : network.chains) {
        Json row{{"id", chain.rule->id},
                 {"title", title_json(chain.rule->title_en, chain.rule->title_ja)},
                 {"steps", steps_json(*chain.rule)},
                 {"limit_min", minutes_json(chain.rule->limit)},
                 {"home_between", chain.rule->home_between},
                 {"journeys_a_year", chain.rule->journeys_a_year},
                 {"region", figures_json(chain.region)},
                 {"missing", missing_json(outputs, network, chain)}};
        if (!chain.flown.empty()) {
            row["region_with_aircraft"] = figures_json(chain.region_flown);
        }
        row["consultations"] = tele_json(chain);
        json.push_back(std::move(row));
    }
    return json;
}

Json cases_json(const scenario::CareNeed& need) {
    const auto& region = need.region;
    Json json{{"cases", people_json(region.cases)}};
    if (need.served) {
        const auto unmet = region.cases - region.served;
        json["served"] = people_json(region.served);
        json["unmet"] = people_json(unmet);
        json["too_far"] = people_json(region.too_far);
        json["full"] = people_json(region.full);
        json["share_unmet"] = share_json(unmet, region.cases);
        json["person_minutes"] = care::person_minutes(need.served->person_time());
    }
    return json;
}

Json nation_json(const CareRule& rule) {
    const auto nation = policy::national_need(rule);
    if (!nation) {
        return {};
    }
    Json json{{"people", rule.need->nation->people},
              {"done", rule.need->nation->done},
              {"source", rule.need->nation->source}};
    for (std::size_t b = 0; b < bounds.size(); ++b) {
        const auto& need = (*nation)[b];
        json[std::string(name(bounds[b]))] = {
            {"cases", need.cases}, {"unmet", need.unmet}, {"share_unmet", optional_json(need.share)}};
    }
    return json;
}

Json need_json(const CareNetwork& network) {
    if (!network.rule->need) {
        return {};
    }
    const auto& rule = *network.rule->need;
    Json json{{"tier", rule.tier},
              {"cases_per_person", {{"low", rule.low}, {"central", rule.central}, {"high", rule.high}}}};
    for (std::size_t b = 0; network.need && b < bounds.size(); ++b) {
        json["region"][std::string(name(bounds[b]))] = cases_json((*network.need)[b]);
    }
    json["nation"] = nation_json(*network.rule);
    return json;
}

Json catchments_json(const CareOutputs& outputs, const CareNetwork& network) {
    Json json = Json::array();
    for (const auto& catchment : network.catchments) {
        Json row{{"id", catchment.settings->id},
                 {"method", name(catchment.settings->method)},
                 {"shape_min", shape_of(*catchment.settings)},
                 {"capacity", catchment.found.capacity},
                 {"reached", catchment.found.reached},
                 {"delivered", catchment.found.delivered}};
        const auto mean = mean_access(outputs, network, catchment);
        row["capacity_per_100000"] = mean ? Json(*mean * per_people) : Json();
        if (const auto& spread = catchment.inequality) {
            row["gini"] = spread->gini;
            row["theil"] = spread->theil;
            row["palma"] = optional_json(spread->palma);
        }
        json.push_back(std::move(row));
    }
    return json;
}

Json new_sites_json(const CareOutputs& outputs, const CareNetwork& network) {
    Json json = Json::array();
    for (const auto& sites : network.new_sites) {
        Json row{{"offer", network.offers[sites.offer].id},
                 {"candidates", sites.settings->candidates},
                 {"capacity", sites.settings->capacity},
                 {"candidates_tried", sites.rows.size()},
                 {"ranked_by_area_of", sites.settings->level}};
        if (!sites.rows.empty()) {
            row["best"] = facility_of(outputs, sites.candidates[sites.rows.front().candidate]).id;
        }
        json.push_back(std::move(row));
    }
    return json;
}

/// What of the rule is kept out of concentration, or came out of it.
Json concentration_json(const CareNetwork& network) {
    Json json = Json::array();
    for (const auto& rule : network.rule->concentrations) {
        json.push_back(
            {{"offer", rule.what()},
             {"floor", rule.floor},
             {"cases_per_person", rule.cases_per_person},
             {"time_critical", rule.time_critical},
             {"note", rule.time_critical ? "time-critical care is kept out of concentration: no rows" : ""}});
    }
    return json;
}

Json specialties_json(const CareNetwork& network) {
    Json json = Json::array();
    for (const auto& specialty : network.specialties) {
        json.push_back({{"id", specialty.rule->id},
                        {"title", title_json(specialty.rule->title_en, specialty.rule->title_ja)},
                        {"column", specialty.column},
                        {"national_per_100000", specialty.rule->national_per_100000},
                        {"few_below", specialty.rule->few_below},
                        {"physicians", specialty.region.physicians},
                        {"per_100000", optional_json(specialty.region.per_100000)},
                        {"ratio", optional_json(specialty.region.ratio)}});
    }
    return json;
}

/// People by how many capabilities they have not within their limits, and by which.
Json capabilities_json(const CareNetwork& network) {
    if (!network.capability_reach) {
        return {};
    }
    Json missing = Json::array();
    for (const auto people : network.capability_reach->by_missing) {
        missing.push_back(people_json(people));
    }
    Json lacking = Json::object();
    for (std::size_t c = 0; c < network.capability_reach->lacking.size(); ++c) {
        lacking[network.rule->capabilities[c].id] = people_json(network.capability_reach->lacking[c]);
    }
    return {{"people_by_number_missing", std::move(missing)}, {"people_without", std::move(lacking)}};
}

Json hubs_json(const CareOutputs& outputs, const CareNetwork& network) {
    Json json = Json::array();
    for (const auto& hub : network.hubs) {
        Json missing = Json::array();
        for (std::size_t c = 0; c < hub.coverage.providers.size(); ++c) {
            if (hub.coverage.missing[c]) {
                missing.push_back(network.rule->capabilities[c].id);
            }
        }
        json.push_back({{"hub", facility_of(outputs, hub.facility).id},
                        {"partners", hub.partners.size()},
                        {"missing", std::move(missing)}});
    }
    return json;
}

Json air_bases_json(const CareNetwork& network) {
    Json json = Json::array();
    for (const auto& base : network.bases) {
        Json row{{"id", base.id}, {"name", base.name}, {"speed_kmh", base.speed.value()}};
        if (base.hours) {
            row["hours"] = {{"from_minute", base.hours->from.count()},
                            {"to_minute", base.hours->to.count()},
                            {"share_of_day", base.hours->share_of_day()}};
        }
        json.push_back(std::move(row));
    }
    return json;
}

Json settings_json(const CareOutputs& outputs, const CareNetwork& network) {
    const auto& settings = *network.settings;
    Json json{{"group", outputs.inputs.demand.groups[network.group]},
              {"farthest_min", minutes(settings.farthest)},
              {"tiers", settings.tiers},
              {"capabilities", settings.capabilities},
              {"tele", settings.tele}};
    Json levels = Json::array();
    for (const auto level : network.levels) {
        levels.push_back(outputs.inputs.levels[level].id);
    }
    json["levels"] = std::move(levels);
    json["links"] = {
        {"declared", network.links.declared}, {"rows", network.links.all.size()}, {"left_out", network.links.skipped}};
    json["air_bases"] = air_bases_json(network);
    return json;
}

Json network_json(const CareOutputs& outputs, const CareNetwork& network) {
    return {{"network", network_id(network)},
            {"basis", basis_of(network)},
            {"proxies", network.settings->proxies},
            {"rule", rule_head_json(network.rule->head, outputs.language)},
            {"settings", settings_json(outputs, network)},
            {"not_computed", network.not_computed},
            {"offers", offers_json(outputs, network)},
            {"chains", chains_json(outputs, network)},
            {"capabilities", capabilities_json(network)},
            {"hubs", hubs_json(outputs, network)},
            {"need", need_json(network)},
            {"catchments", catchments_json(outputs, network)},
            {"new_sites", new_sites_json(outputs, network)},
            {"concentration", concentration_json(network)},
            {"specialties", specialties_json(network)},
            {"sheets", network.sheets.size()}};
}

struct Meaning {
    const char* name;
    const char* en;
    const char* ja;
};

/// Units and meaning, for who reads nothing else.
constexpr std::array meanings{
    Meaning{"basis", "recorded: what the data record; proxy: something named in `proxies` stands in for recorded fact",
            "recorded: 記録による値、proxy: `proxies` に挙げたもので代用した値"},
    Meaning{"minutes", "one way, in minutes; rounded up to a thousandth in tables",
            "片道の分。表では千分の一分に切上げ"},
    Meaning{"within",
            "people within the limit (inclusive); of a chain: who can go all of it within all of its limits; "
            "without a limit: all who have a way",
            "上限以内(同値を含む)の人口。経路では全ての上限を守って最後まで行ける人口、上限がなければ道のある人口"},
    Meaning{"reached", "people who have any way at all", "何らかの道がある人口"},
    Meaning{"usual", "what a patient does: the nearest site at each step, whatever the limits say",
            "患者の通常の行動: 各段階で最寄りの施設へ(上限にかかわらず)"},
    Meaning{"best", "the quickest of all ways whose every journey keeps its limit",
            "全ての段階の上限を守る経路のうち最短"},
    Meaning{"with_return", "to every step from home and home again", "各段階へ自宅から往復"},
    Meaning{"round_trip", "the chain in one go and home from its last site", "経路を一続きに行き、最後の施設から帰宅"},
    Meaning{"hours_a_year", "journeys_a_year x (home_between ? with_return : round_trip), in hours",
            "journeys_a_year × (自宅に戻る経路は with_return、他は round_trip) の時間"},
    Meaning{"missing", "the step where every way ends that comes farthest", "最も先まで行ける経路が途切れる段階"},
    Meaning{"cases", "cases a year: people of the group x cases_per_person", "年間の件数: 対象人口 × cases_per_person"},
    Meaning{"served", "cases placed at sites: as many as capacity and the limit allow, then the least travel",
            "施設に割り当てた件数。容量と上限の中で最も多く、次に移動が最少"},
    Meaning{"too_far", "unmet cases with no site that takes anybody within reach",
            "受け入れる施設が届く範囲にないための未充足"},
    Meaning{"full", "unmet cases within reach of sites that are full", "届く範囲の施設が満員のための未充足"},
    Meaning{"capacity_per_100000", "capacity a year within reach, per 100,000 people (floating catchments)",
            "到達できる年間容量、人口10万対(浮動圏域法)"},
    Meaning{"person_hours_saved", "minutes that people who have a site today are nearer, one way, summed, in hours",
            "現在も施設のある人の片道短縮時間の合計(時間)"},
    Meaning{"share", "from 0 to 1", "0から1"}};

Json meanings_json() {
    Json json = Json::object();
    for (const auto& meaning : meanings) {
        json[meaning.name] = {{"en", meaning.en}, {"ja", meaning.ja}};
    }
    return json;
}

Json travel_json(const CareOutputs& outputs) {
    if (outputs.profile != nullptr) {
        return parameters_json(outputs.scenario, *outputs.profile);
    }
    const auto line = outputs.scenario.straight_line.value_or(scenario::StraightLine());
    return {{"straight_line", {{"speed_kmh", line.speed.value()}, {"detour", line.detour}}}};
}

}  // namespace

Json care_json(const CareOutputs& outputs) {
    Json networks = Json::array();
    for (const auto& network : outputs.study.networks) {
        networks.push_back(network_json(outputs, network));
    }
    return {{"program", "michinori"},
            {"version", outputs.version},
            {"scenario", scenario_json(outputs.scenario)},
            {"parameters", travel_json(outputs)},
            {"inputs", inputs_json(outputs.log)},
            {"meaning", meanings_json()},
            {"networks", std::move(networks)},
            {"findings", findings_json(outputs.log.findings.all(), outputs.language)}};
}

}  // namespace michinori::report
