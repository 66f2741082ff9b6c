// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/check_report.h"

#include "report/check_sections.h"
#include "report/json_parts.h"
#include "report/snap_histogram.h"

namespace michinori::report {
namespace {

Json bin_json(const SnapHistogram::Bin& bin) {
    return {{"points", bin.points}, {"people", people_json(bin.people)}};
}

Json histogram_json(const SnapHistogram& histogram) {
    Json by_distance = Json::object();
    for (std::size_t i = 0; i < histogram.by_distance.size(); ++i) {
        by_distance[SnapHistogram::bin_name(i)] = bin_json(histogram.by_distance[i]);
    }
    Json by_reason = Json::object();
    for (std::size_t i = 0; i < network::reason_count; ++i) {
        by_reason[std::string(network::reason_names[i])] = bin_json(histogram.by_reason[i]);
    }
    return {{"metres", std::move(by_distance)},
            {"not_on_network", std::move(by_reason)},
            {"total", bin_json(histogram.total)}};
}

Json areas_json(const CheckResults& results) {
    Json levels = Json::array();
    for (const auto& level : results.levels) {
        levels.push_back({{"level", level.id}, {"areas", level.areas.size()}});
    }
    return levels;
}

}  // namespace

std::string check_report(const CheckResults& results, Language language) {
    return scenario_section(results, language) + inputs_section(results.log, language) +
           network_section(results, language) + pieces_section(results.components, language) +
           traps_section(results.components, language) + demand_section(results, language) +
           facilities_section(results, language) + services_section(results, language) +
           areas_section(results, language) + refused_section(results.log, language) +
           findings_section(results.log, language);
}

std::string check_json(const CheckResults& results, Language language) {
    const Json json{{"program", "michinori"},
                    {"version", results.version},
                    {"scenario", scenario_json(results.scenario)},
                    {"parameters", parameters_json(results.scenario, results.profile)},
                    {"inputs", inputs_json(results.log)},
                    {"network", network_json(results.network, results.components)},
                    {"demand", histogram_json(SnapHistogram::of(results.demand_snaps, results.demand.people[0]))},
                    {"facilities", histogram_json(SnapHistogram::of(results.facility_snaps, {}))},
                    {"services", services_json(results.services)},
                    {"area_levels", areas_json(results)},
                    {"refused", findings_json(results.log.refused, language)},
                    {"findings", findings_json(results.log.findings.all(), language)},
                    {"assumptions", results.profile.assumptions}};
    return to_text(json);
}

}  // namespace michinori::report
