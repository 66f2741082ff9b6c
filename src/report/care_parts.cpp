// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_parts.h"

#include <fmt/core.h>

#include <algorithm>
#include <variant>

#include "report/words.h"

namespace michinori::report {

using io::CsvWriter;
using scenario::CareChain;
using scenario::CareNetwork;
using scenario::CareOffer;

namespace {

constexpr int decimals = 6;

std::vector<std::string> framed(std::vector<std::string> columns) {
    columns.insert(columns.begin(), "network");
    columns.emplace_back("basis");
    return columns;
}

void put_codes(CsvWriter& csv, const CareOutputs& outputs, const std::vector<access::AreaOfDemand>& area_of,
               std::size_t place) {
    const auto& levels = outputs.inputs.levels;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        const auto area = area_of[level][place];
        area ? csv.text(levels[level].areas[*area].code) : csv.empty();
    }
}

/// Sums of missing steps; place_of(point) says which of the `places` a point belongs to.
template <class PlaceOf>
std::vector<std::vector<MissingStep>> missing_by(const CareOutputs& outputs, const CareNetwork& network,
                                                 const CareChain& chain, std::size_t places, const PlaceOf& place_of) {
    std::vector<std::map<std::pair<std::size_t, care::ChainBreak>, People>> sums(places);
    for (std::size_t d = 0; d < chain.outcomes.size(); ++d) {
        const auto people = people_at(outputs, network, d);
        if (const auto& missing = chain.outcomes[d].missing; missing && !people.is_zero()) {
            sums[place_of(d)][{missing->step, missing->why}] += people;
        }
    }
    std::vector<std::vector<MissingStep>> steps(places);
    for (std::size_t p = 0; p < places; ++p) {
        for (const auto& [what, people] : sums[p]) {
            steps[p].push_back({what.first, what.second, people});
        }
    }
    return steps;
}

}  // namespace

CareCsv::CareCsv(const std::filesystem::path& file, const std::vector<std::string>& columns)
    : csv_(file, framed(columns)) {}

CsvWriter& CareCsv::begin(const CareNetwork& network) {
    basis_ = basis_of(network);
    return csv_.text(network_id(network));
}

void CareCsv::end() {
    csv_.text(basis_).end_row();
}

void put_number(CsvWriter& csv, const std::optional<double>& value) {
    value ? csv.fixed(*value, decimals) : csv.empty();
}

void put_share(CsvWriter& csv, People part, People whole) {
    whole.is_zero() ? csv.empty() : csv.fixed(part.value() / whole.value(), decimals);
}

void put_time(CsvWriter& csv, const std::optional<TravelTime>& time) {
    csv.minutes(time ? std::optional(minutes(*time)) : std::nullopt);
}

void put_people(CsvWriter& csv, const std::optional<People>& people) {
    people ? csv.people(*people) : csv.empty();
}

void put_empty(CsvWriter& csv, std::size_t fields) {
    for (std::size_t i = 0; i < fields; ++i) {
        csv.empty();
    }
}

void put_area(CsvWriter& csv, const access::AreaLevel& level, std::optional<std::size_t> area) {
    csv.text(level.id);
    if (area) {
        csv.text(level.areas[*area].code).text(level.areas[*area].name);
    } else {
        csv.empty().empty();
    }
}

void put_region(CsvWriter& csv) {
    csv.text("region").empty().empty();
}

std::vector<std::string> area_columns(const CareOutputs& outputs) {
    std::vector<std::string> columns;
    for (const auto& level : outputs.inputs.levels) {
        columns.push_back("area_" + level.id);
    }
    return columns;
}

void put_areas_of(CsvWriter& csv, const CareOutputs& outputs, FacilityId facility) {
    put_codes(csv, outputs, outputs.study.area_of_facility, facility.index());
}

void put_areas_of(CsvWriter& csv, const CareOutputs& outputs, DemandId point) {
    put_codes(csv, outputs, outputs.study.area_of, point.index());
}

const access::FacilitySet::Facility& facility_of(const CareOutputs& outputs, FacilityId facility) {
    return outputs.inputs.facilities.facilities[facility.index()];
}

std::string ids_of(const CareOutputs& outputs, const std::vector<FacilityId>& facilities) {
    std::string text;
    for (const auto facility : facilities) {
        text += (text.empty() ? "" : ";") + facility_of(outputs, facility).id;
    }
    return text;
}

std::vector<FacilityId> facilities_of(const CareNetwork& network, const CareChain& chain, const care::ChainWay& way) {
    std::vector<FacilityId> facilities;
    for (std::size_t step = 0; step < way.sites.size(); ++step) {
        facilities.push_back(network.offers[chain.tiers[step]].sites[way.sites[step]]);
    }
    return facilities;
}

std::vector<std::size_t> capabilities_of(const CareNetwork& network, FacilityId facility) {
    std::vector<std::size_t> found;
    for (std::size_t offer = network.tier_count(); offer < network.offers.size(); ++offer) {
        if (std::ranges::binary_search(network.offers[offer].sites, facility)) {
            found.push_back(offer);
        }
    }
    return found;
}

People people_at(const CareOutputs& outputs, const CareNetwork& network, std::size_t point) {
    return outputs.inputs.demand.people[network.group][point];
}

std::vector<People> nearest_people(const CareOutputs& outputs, const CareNetwork& network, const CareOffer& offer) {
    std::vector<People> people(offer.sites.size());
    for (std::size_t d = 0; d < offer.nearest.size(); ++d) {
        if (const auto* reached = std::get_if<access::Reached>(&offer.nearest[d])) {
            if (const auto place = offer.place_of(reached->nearest.facility)) {
                people[*place] += people_at(outputs, network, d);
            }
        }
    }
    return people;
}

std::vector<MissingStep> missing_steps(const CareOutputs& outputs, const CareNetwork& network, const CareChain& chain) {
    return missing_by(outputs, network, chain, 1, [](std::size_t) { return std::size_t{0}; }).front();
}

std::vector<std::vector<MissingStep>> missing_steps(const CareOutputs& outputs, const CareNetwork& network,
                                                    const CareChain& chain, std::size_t level) {
    const auto none = outputs.inputs.levels[level].areas.size();
    return missing_by(outputs, network, chain, none + 1, [&](std::size_t point) {
        const auto area = outputs.study.area_of[level][point];
        return area ? std::size_t{*area} : none;
    });
}

const CareChain::Tele* helping_tele(const CareChain& chain, std::size_t point) {
    if (!chain.outcomes[point].missing) {
        return nullptr;
    }
    const auto found =
        std::ranges::find_if(chain.tele, [&](const auto& tele) { return !tele.outcomes[point].missing; });
    return found == chain.tele.end() ? nullptr : &*found;
}

LinkPeople link_people(const CareOutputs& outputs, const CareNetwork& network) {
    LinkPeople people;
    for (const auto& chain : network.chains) {
        for (std::size_t d = 0; d < chain.outcomes.size() && !chain.rule->home_between; ++d) {
            if (!chain.outcomes[d].usual) {
                continue;
            }
            const auto way = facilities_of(network, chain, *chain.outcomes[d].usual);
            for (std::size_t step = 1; step < way.size(); ++step) {
                people[{way[step - 1], way[step]}] += people_at(outputs, network, d);
            }
        }
    }
    return people;
}

std::optional<std::vector<std::size_t>> lacking_areas(const CareNetwork& network, std::size_t offer) {
    for (const auto& table : network.offer_areas[offer]) {
        if (network.offers[offer].level == table.level) {
            std::vector<std::size_t> lacking;
            for (std::size_t a = 0; a < table.sites.size(); ++a) {
                if (table.sites[a] == 0) {
                    lacking.push_back(a);
                }
            }
            return lacking;
        }
    }
    return std::nullopt;
}

std::optional<double> mean_access(const CareOutputs& outputs, const CareNetwork& network,
                                  const scenario::CareCatchment& catchment) {
    const auto people = outputs.inputs.demand.total(network.group);
    return people.is_zero() ? std::nullopt : std::optional(catchment.found.delivered / people.value());
}

std::string times_notice(const CareOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    if (const auto* profile = outputs.profile) {
        return fmt::format(
            fmt::runtime(ja ? "所要時間は自動車によるモデル計算（速度プロファイル「{}」）で、実測ではありません。"
                            : "Minutes are modelled by car under the speed profile \"{}\"; they are not measured."),
            title(profile->title_en, profile->title_ja, profile->id, outputs.language));
    }
    const auto line = outputs.scenario.straight_line.value_or(scenario::StraightLine());
    return fmt::format(
        fmt::runtime(ja ? "所要時間は直線距離×{:g}を時速{:g}kmで割ったもので、道路の所要時間ではありません。"
                        : "Minutes are straight-line distance x {:g} at {:g} km/h, not times by road."),
        line.detour, line.speed.value());
}

bool tells_served(const CareNetwork& network, const scenario::CareNewSites& sites) {
    return network.need && network.reach != nullptr && sites.settings->capacity > 0 &&
           network.rule->need->tier == network.offers[sites.offer].id;
}

}  // namespace michinori::report
