// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_parts.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::CareHub;
using scenario::CareNetwork;

/// given_by ... within_limit
void put_provider(CsvWriter& csv, const CareOutputs& outputs, const CareHub& hub,
                  const std::optional<care::Provider>& provider) {
    if (!provider) {
        csv.text("missing");
        put_empty(csv, 3);
        csv.integer(0);
        return;
    }
    const auto& facility = facility_of(outputs, provider->partner ? hub.partners[*provider->partner] : hub.facility);
    csv.text(provider->partner ? "partner" : "own").text(facility.id).text(facility.name);
    put_time(csv, provider->time);
    csv.integer(provider->within ? 1 : 0);
}

void put_hub(const CareOutputs& outputs, const CareNetwork& network, const CareHub& hub, CareCsv& csv) {
    for (std::size_t c = 0; c < hub.coverage.providers.size(); ++c) {
        const auto& facility = facility_of(outputs, hub.facility);
        auto& row = csv.begin(network).text(facility.id).text(facility.name).text(network.rule->capabilities[c].id);
        put_provider(row, outputs, hub, hub.coverage.providers[c]);
        put_time(row, network.rule->capabilities[c].limit);
        csv.end();
    }
}

}  // namespace

std::int64_t write_care_hubs_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"hub_id", "hub_name", "capability", "given_by", "facility_id", "facility_name", "minutes",
                       "within_limit", "limit_min"});
    for (const auto& network : outputs.study.networks) {
        for (const auto& hub : network.hubs) {
            put_hub(outputs, network, hub, csv);
        }
    }
    return csv.close();
}

std::int64_t write_care_capabilities_csv(const CareOutputs& outputs, const std::filesystem::path& file) {
    CareCsv csv(file, {"capabilities_missing", "people", "share"});
    for (const auto& network : outputs.study.networks) {
        for (std::size_t n = 0; network.capability_reach && n < network.capability_reach->by_missing.size(); ++n) {
            const auto people = network.capability_reach->by_missing[n];
            auto& row = csv.begin(network).integer(static_cast<std::int64_t>(n)).people(people);
            put_share(row, people, outputs.inputs.demand.total(network.group));
            csv.end();
        }
    }
    return csv.close();
}

}  // namespace michinori::report
