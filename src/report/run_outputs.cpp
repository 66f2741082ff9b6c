// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/run_outputs.h"

#include <algorithm>
#include <iterator>

#include "report/csv_tables.h"
#include "report/geography_outputs.h"
#include "report/json_parts.h"
#include "report/map_layers.h"
#include "report/maternity_outputs.h"
#include "report/names_of_ids.h"
#include "report/remote_outputs.h"
#include "report/report_outputs.h"
#include "report/summary.h"
#include "report/workbook_outputs.h"

namespace michinori::report {
namespace {

Json reasons_json(const access::AreaStatistics& row) {
    Json reasons = Json::object();
    for (std::size_t r = 0; r < network::reason_count; ++r) {
        reasons[std::string(network::reason_names[r])] = people_json(row.unreached[r]);
    }
    return reasons;
}

Json by_threshold(const Summary& summary, const access::AreaStatistics& row) {
    Json within = Json::array();
    for (const double t : summary.thresholds) {
        within.push_back({{"minutes", t},
                          {"within", people_json(summary.within(row, t))},
                          {"beyond", people_json(summary.beyond(row, t))}});
    }
    return within;
}

Json totals_json(const RunResults& results, const Summary& summary) {
    Json totals = Json::array();
    for (const auto& row : summary.region) {
        totals.push_back({{"service", results.services[row.service].id},
                          {"group", results.demand.groups[row.group]},
                          {"points", row.points},
                          {"people_read", people_json(row.people)},
                          {"reached", people_json(row.reached)},
                          {"unreached", people_json(row.people - row.reached)},
                          {"unreached_by_reason", reasons_json(row)},
                          {"mean_min", optional_json(row.mean_min)},
                          {"median_min", optional_json(row.median_min)},
                          {"p90_min", optional_json(row.p90_min)},
                          {"max_min", optional_json(row.max_min)},
                          {"thresholds", by_threshold(summary, row)}});
    }
    return totals;
}

Json run_json(const RunResults& results, const Summary& summary, Json outputs, Language language) {
    Json levels = Json::array();
    for (const auto& level : results.levels) {
        levels.push_back(
            {{"level", level.id}, {"areas", level.areas.size()}, {"snap_limit_m", level.snap_limit.value()}});
    }
    return {{"program", "michinori"},
            {"version", results.version},
            {"scenario", scenario_json(results.scenario)},
            {"parameters", parameters_json(results.scenario, results.profile)},
            {"inputs", inputs_json(results.log)},
            {"network", network_json(results.network, results.components)},
            {"services", services_json(results.services)},
            {"area_levels", std::move(levels)},
            {"facilities", results.facilities.size()},
            {"totals", totals_json(results, summary)},
            {"maternity", results.maternity != nullptr ? maternity_json(results, language) : Json()},
            {"geography", results.geography != nullptr ? geography_json(results, language) : Json()},
            {"remote", results.remote != nullptr ? remote_json(results, language) : Json()},
            {"findings", findings_json(results.log.findings.all(), language)},
            {"assumptions", results.profile.assumptions},
            {"outputs", std::move(outputs)}};
}

NamesOfIds names_in(const RunResults& results) {
    return names_of_ids(results.services, results.demand.groups, results.levels,
                        results.maternity != nullptr ? &results.maternity->book : nullptr);
}

}  // namespace

void write_run_outputs(const RunResults& results, io::OutputFolder& out, Language language) {
    const auto summary = summarise(results);
    std::vector<StagedTable> counted;
    const auto count = [&](const char* name, std::int64_t rows) { counted.push_back({name, rows, {}}); };
    if (results.scenario.outputs.access_csv) {
        count("access.csv", write_access_csv(results, out.stage("access.csv")));
    }
    count("areas.csv", write_areas_csv(results, summary, out.stage("areas.csv")));
    count("facilities.csv", write_facilities_csv(results, out.stage("facilities.csv")));
    count("refused.csv", write_refused_csv(results.log, out.stage("refused.csv"), language));
    if (results.scenario.outputs.gpkg) {
        counted.push_back(staged_map("results.gpkg", write_map(results, summary, out.stage("results.gpkg"), language)));
    }
    if (results.maternity != nullptr) {
        std::ranges::move(write_maternity_outputs(results, out, language), std::back_inserter(counted));
    }
    if (results.geography != nullptr) {
        std::ranges::move(write_geography_outputs(results, out, language), std::back_inserter(counted));
    }
    if (results.remote != nullptr) {
        std::ranges::move(write_remote_outputs(results, out, language), std::back_inserter(counted));
    }
    auto json = run_json(results, summary, Json(), language);
    if (results.scenario.outputs.workbook) {
        counted.push_back(write_workbook(json, names_in(results), language, out));
    }
    if (results.scenario.outputs.report) {
        json["outputs"] = outputs_json(out, counted);
        write_run_report(results, counted, json, language, out);
    }
    json["outputs"] = outputs_json(out, counted);
    out.write_text("run.json", to_text(json));
}

}  // namespace michinori::report
