// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <functional>

#include "scenario/load_formats.h"
#include "scenario/load_parts.h"

namespace michinori::scenario {
namespace {

constexpr double longest_journey_min = 10000;  // a week

void load_thresholds(const Section& section, Scenario::Service& into) {
    const auto limits = section.numbers("thresholds_min");
    if (!limits) {
        return;
    }
    const bool ascending = std::ranges::adjacent_find(*limits, std::greater_equal<>()) == limits->end();
    const bool possible = !limits->empty() && limits->front() > 0 && limits->back() <= longest_journey_min;
    if (ascending && possible) {
        into.thresholds_min = *limits;
    } else {
        section.bad_value("thresholds_min",
                          "must be one or more numbers of minutes above 0, each larger than the one before");
    }
}

void load_cutoff(const Section& section, Scenario::Service& into) {
    double minutes = 0;
    section.number("cutoff_min", minutes, {0, longest_journey_min, false});
    if (minutes > 0) {
        into.cutoff_min = minutes;
    }
}

}  // namespace

void load_service(const Section& section, std::vector<Scenario::Service>& into) {
    Scenario::Service service;
    section.required_id("id", service.id);
    service.title_en = service.title_ja = service.id;
    section.text("title_en", service.title_en);
    section.text("title_ja", service.title_ja);
    load_conditions(section, "where", service.all_of);
    load_conditions(section, "where_any", service.any_of);
    section.texts("ids", service.ids);
    load_thresholds(section, service);
    load_cutoff(section, service);
    if (!service.id.empty() && std::ranges::find(into, service.id, &Scenario::Service::id) != into.end()) {
        section.bad_value("id", "is the id of an earlier service already");
    }
    into.push_back(std::move(service));
}

}  // namespace michinori::scenario
