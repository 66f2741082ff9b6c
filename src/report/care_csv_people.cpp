// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <variant>

#include "report/care_parts.h"
#include "report/summary.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::CareChain;
using scenario::CareNetwork;

std::vector<std::string> with_place(const CareOutputs& outputs, std::vector<std::string> columns,
                                    const std::vector<std::string>& more) {
    const auto areas = area_columns(outputs);
    columns.insert(columns.end(), {"demand_id", "lon", "lat"});
    columns.insert(columns.end(), areas.begin(), areas.end());
    columns.emplace_back("people");
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

/// demand_id ... people
void put_place(CsvWriter& csv, const CareOutputs& outputs, const CareNetwork& network, std::size_t d) {
    const auto& point = outputs.inputs.demand.points[d];
    csv.text(point.id);
    put_degrees(csv, point.position);
    put_areas_of(csv, outputs, DemandId{d});
    csv.people(people_at(outputs, network, d));
}

void put_way(CsvWriter& csv, const CareOutputs& outputs, const CareNetwork& network, const CareChain& chain,
             const std::optional<care::ChainWay>& way) {
    if (way) {
        csv.minutes(minutes(way->total)).text(ids_of(outputs, facilities_of(network, chain, *way)));
    } else {
        csv.empty().empty();
    }
}

/// with_return_min, round_trip_min, hours_a_year of what a patient does.
void put_returns(CsvWriter& csv, const CareChain& chain, const std::optional<care::ChainWay>& way) {
    const auto with_return = way ? way->with_return : std::nullopt;
    const auto round_trip = way ? way->round_trip : std::nullopt;
    put_time(csv, with_return);
    put_time(csv, round_trip);
    const auto& journey = chain.rule->home_between ? with_return : round_trip;
    put_number(csv, journey ? std::optional(chain.rule->journeys_a_year * minutes(*journey) / 60) : std::nullopt);
}

void put_flown(CsvWriter& csv, const CareChain& chain, std::size_t d) {
    if (chain.flown.empty()) {
        csv.empty().empty();
        return;
    }
    const auto& way = chain.flown[d].usual;
    put_time(csv, way ? std::optional(way->total) : std::nullopt);
    csv.text(status_of(chain.flown[d]));
}

void put_tele(CsvWriter& csv, const CareChain& chain, std::size_t d) {
    const auto* tele = helping_tele(chain, d);
    if (tele == nullptr) {
        csv.empty().empty();
    } else {
        csv.text(name(chain, *tele)).minutes(minutes(tele->outcomes[d].best->total));
    }
}

void put_chain(CsvWriter& csv, const CareOutputs& outputs, const CareNetwork& network, const CareChain& chain,
               std::size_t d) {
    const auto& outcome = chain.outcomes[d];
    csv.text(status_of(outcome));
    csv.text(outcome.missing ? tier_of_step(chain, outcome.missing->step) : "");
    put_way(csv, outputs, network, chain, outcome.usual);
    put_way(csv, outputs, network, chain, outcome.best);
    put_returns(csv, chain, outcome.usual);
    put_flown(csv, chain, d);
    put_tele(csv, chain, d);
}

void put_journey(CsvWriter& csv, const CareOutputs& outputs, const access::Journey& journey) {
    csv.minutes(minutes(journey.time)).text(facility_of(outputs, journey.facility).id);
}

/// status ... second_facility_id
void put_outcome(CsvWriter& csv, const CareOutputs& outputs, const access::Outcome& outcome) {
    csv.text(status(outcome));
    const auto* reached = std::get_if<access::Reached>(&outcome);
    if (reached == nullptr) {
        put_empty(csv, 4);
        return;
    }
    put_journey(csv, outputs, reached->nearest);
    reached->second ? put_journey(csv, outputs, *reached->second) : put_empty(csv, 2);
}

}  // namespace

std::int64_t write_care_people_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, with_place(outputs, {"chain"},
                                 {"status", "missing_step", "usual_min", "usual_sites", "best_min", "best_sites",
                                  "with_return_min", "round_trip_min", "hours_a_year", "flown_min", "flown_status",
                                  "tele", "tele_min"}));
    for (const auto& network : outputs.study.networks) {
        for (const auto& chain : network.chains) {
            for (std::size_t d = 0; d < chain.outcomes.size(); ++d) {
                auto& row = csv.begin(network).text(chain.rule->id);
                put_place(row, outputs, network, d);
                put_chain(row, outputs, network, chain, d);
                csv.end();
            }
        }
    }
    return csv.close();
}

std::int64_t write_care_reach_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(
        file, with_place(outputs, {"offer", "kind"},
                         {"status", "minutes", "facility_id", "second_minutes", "second_facility_id", "within_limit"}));
    for (const auto& network : outputs.study.networks) {
        for (const auto& offer : network.offers) {
            for (std::size_t d = 0; d < offer.nearest.size(); ++d) {
                auto& row = csv.begin(network).text(offer.id).text(name(offer.kind));
                put_place(row, outputs, network, d);
                put_outcome(row, outputs, offer.nearest[d]);
                const auto* reached = std::get_if<access::Reached>(&offer.nearest[d]);
                offer.limit ? row.integer(reached != nullptr && reached->nearest.time <= *offer.limit ? 1 : 0)
                            : row.empty();
                csv.end();
            }
        }
    }
    return csv.close();
}

}  // namespace michinori::report
