// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <functional>
#include <utility>

#include "scenario/load_parts.h"
#include "scenario/load_references.h"

namespace michinori::scenario {
namespace {

void load_candidates(const Section& section, std::vector<WhatIfSettings::Candidates>& into) {
    std::vector<Scenario::Facilities> tables;
    load_facilities(section, tables);
    for (auto& table : tables) {
        into.push_back({std::move(table.file), std::move(table.options), table.skip_unsnapped});
    }
}

/// A service and a group of people for it, as several sections name them.
void load_service_and_group(const Section& section, const Scenario& scenario, std::string& service,
                            std::string& group) {
    if (!section.has("service")) {
        section.missing("service");
    }
    load_service_name(section, "service", scenario.services, service);
    section.text("group", group);
}

void load_load(const Section& section, const Scenario& scenario, std::vector<LoadSettings>& into) {
    LoadSettings load;
    load_service_and_group(section, scenario, load.service, load.group);
    section.text("capacity", load.capacity_column);
    section.text("size", load.size_column);
    if (std::ranges::find(into, load.service, &LoadSettings::service) != into.end()) {
        section.bad_value("service", "has its loads described above already");
    }
    into.push_back(std::move(load));
}

void load_closure_table(const Section& section, const Scenario& scenario, std::vector<ClosureSettings>& into) {
    ClosureSettings closures;
    load_service_and_group(section, scenario, closures.service, closures.group);
    section.flag("pairs", closures.pairs);
    into.push_back(std::move(closures));
}

void load_bands(const Section& section, std::vector<double>& into) {
    const auto limits = section.numbers("bands_min");
    if (!limits) {
        return;
    }
    const bool ascending = std::ranges::adjacent_find(*limits, std::greater_equal<>()) == limits->end();
    if (limits->empty() || limits->front() <= 0 || !ascending) {
        section.bad_value("bands_min",
                          "must be one or more numbers of minutes above 0, each larger than the one before");
    } else {
        into = *limits;
    }
}

}  // namespace

void load_what_if(const Section& root, const Scenario& scenario, std::optional<WhatIfSettings>& into) {
    WhatIfSettings settings = into.value_or(WhatIfSettings());
    bool any = into.has_value();
    const auto each = [&](const char* key, auto&& load) {
        for (const auto& section : root.tables(key)) {
            load(section);
            any = true;
        }
    };
    each("candidates", [&](const Section& s) { load_candidates(s, settings.candidates); });
    each("load", [&](const Section& s) { load_load(s, scenario, settings.loads); });
    each("variant", [&](const Section& s) { load_variant(s, scenario, settings.variants); });
    each("closures", [&](const Section& s) { load_closure_table(s, scenario, settings.closures); });
    each("optimise", [&](const Section& s) { load_optimise(s, scenario, settings, settings.optimise); });
    if (const auto compare = root.table("compare"); compare.present()) {
        load_bands(compare, settings.bands_min);
        any = true;
    }
    if (any) {
        into = std::move(settings);
    }
}

}  // namespace michinori::scenario
