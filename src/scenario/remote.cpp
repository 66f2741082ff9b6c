// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/remote.h"

#include <fmt/core.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <utility>

#include "access/service_access.h"
#include "base/text.h"
#include "scenario/find_level.h"
#include "scenario/remote_inputs.h"
#include "scenario/remote_search.h"
#include "scenario/rule_book.h"

namespace michinori::scenario {
namespace {

/// Each rule whose version is in force on the day, by its place in the book.
std::vector<std::size_t> rules_on(const RemoteRules& book, Date day) {
    std::vector<std::size_t> rules;
    for (std::size_t f = 0; f < book.families.size(); ++f) {
        const auto chosen = choose_rule(book.families, f, day, false);
        if (const auto* rule = std::get_if<ChosenRule>(&chosen)) {
            rules.push_back(rule->rule);
        }
    }
    return rules;
}

void report_unused(const RemoteSettings& settings, const TransportOfCells& transport, Findings& findings) {
    const auto& rows = transport.unused_rows();
    if (!rows.empty()) {
        std::vector<std::string> named;
        for (const auto row : rows) {
            named.push_back(std::to_string(row));
        }
        findings.add({FindingCode::transport_not_used,
                      {settings.transport->file.shown, {}, {}},
                      {std::to_string(rows.size()), "rows " + listed(named)}});
    }
}

std::vector<geo::Point> places_of(const std::vector<std::uint32_t>& cells, const access::DemandSet& demand) {
    std::vector<geo::Point> places;
    for (const auto d : cells) {
        places.push_back(demand.points[d].position);
    }
    return places;
}

/// Minutes of every district to every hub, whatever the service's cut-off.
void drive_to_hubs(const std::vector<FacilityId>& hubs, const Region& region, const Analysis& analysis,
                   const routing::Engine& engine, std::vector<RemoteTable>& tables) {
    for (auto& table : tables) {
        for (auto& row : table.rows) {
            row.hubs.assign(hubs.size(), network::Reason::bad_coordinate);
        }
    }
    tbb::parallel_for(std::size_t{0}, hubs.size(), [&](std::size_t h) {
        const access::Service alone{"hub", {}, {}, {hubs[h]}, {}, {}};
        const access::ServiceAccess access(engine, region.components(), alone, analysis.result.facility_snaps);
        for (auto& table : tables) {
            for (auto& row : table.rows) {
                const auto outcome = access.from(analysis.result.demand_snaps[row.centre]);
                const auto* reached = std::get_if<access::Reached>(&outcome);
                row.hubs[h] = reached != nullptr ? HubJourney(reached->nearest.time)
                                                 : HubJourney(std::get<network::Reason>(outcome));
            }
        }
    });
}

void count_hubs(TravelTime limit, std::size_t hubs, RemoteTable& table) {
    table.hubs.resize(hubs);
    for (const auto& row : table.rows) {
        for (std::size_t h = 0; h < hubs; ++h) {
            const auto* time = std::get_if<TravelTime>(&row.hubs[h]);
            if (time != nullptr && *time <= limit) {
                ++(row.near ? table.hubs[h].near : table.hubs[h].districts);
                table.hubs[h].people += row.people;
            }
        }
    }
}

/// The metric of kilometres, where places are parted by road.
std::unique_ptr<RoadMetric> kilometres(const Scenario& scenario, const Region& region, const routing::Engine& engine) {
    if (!scenario.remote->part_by_road) {
        return nullptr;
    }
    const MetricQuestion question{"road_km", MetricUnit::kilometres, region.inputs().profile, scenario.speed.season};
    return std::make_unique<RoadMetric>(question, scenario, region, engine);
}

std::vector<RemoteTable> search_all(const Scenario& scenario, Region& region, const Analysis& analysis,
                                    const routing::Engine& engine, const RemoteTables& read, Date day) {
    const auto& settings = *scenario.remote;
    const auto metric = kilometres(scenario, region, engine);
    const auto cells = inhabited(region.inputs().demand);
    const auto places = places_of(cells, region.inputs().demand);
    const RemoteGround ground{
        scenario,
        region,
        analysis,
        cells,
        places,
        TransportOfCells(read.stops, places, settings.transport),
        read.barriers ? &*read.barriers : nullptr,
        metric ? std::optional(RemoteParting::ByRoad{*metric, *settings.part_by_road}) : std::nullopt,
        read.visits};
    report_unused(settings, ground.transport, region.log().findings);
    std::vector<RemoteTable> tables;
    for (const auto r : rules_on(read.book, day)) {
        tables.push_back(search_districts(ground, read.book.rules[r], read.book.services[r]));
    }
    drive_to_hubs(read.hubs, region, analysis, engine, tables);
    for (auto& table : tables) {
        count_hubs(settings.hubs ? settings.hubs->limit : TravelTime{0}, read.hubs.size(), table);
    }
    return tables;
}

}  // namespace

void check_remote(const Scenario& scenario, Region& region, const std::vector<access::Service>& services) {
    if (scenario.remote) {
        static_cast<void>(read_remote(*scenario.remote, region, services));
    }
}

std::optional<RemoteStudy> study_remote(const Scenario& scenario, Region& region, const Analysis& analysis,
                                        const routing::Engine& engine, Progress& progress) {
    if (!scenario.remote) {
        return std::nullopt;
    }
    const auto& settings = *scenario.remote;
    if (!settings.date) {
        throw InputError({FindingCode::missing_key, {scenario.shown, {}, {}}, {"remote", "date"}});
    }
    progress.begin("remote districts");
    auto read = read_remote(settings, region, analysis.services);
    report_not_in_force(read.book.families, *settings.date, region.log().findings);
    RemoteStudy study;
    study.day = *settings.date;
    study.tables = search_all(scenario, region, analysis, engine, read, study.day);
    study.visits = std::move(read.visits);
    study.hubs = std::move(read.hubs);
    study.stops = read.stops.size();
    study.municipality_level = find_level(region.inputs().levels, settings.municipality_level);
    study.secondary_level = find_level(region.inputs().levels, settings.secondary_level);
    progress.end(fmt::format("{} rules", study.tables.size()));
    return study;
}

}  // namespace michinori::scenario
