// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "scenario/load_parts.h"
#include "scenario/load_references.h"

namespace michinori::scenario {
namespace {

constexpr double longest_min = 10000;  // a week
constexpr int most_sites = 100000;

const std::vector<std::pair<std::string, Goal>>& goals() {
    static const std::vector<std::pair<std::string, Goal>> names{{"mean_minutes", Goal::mean_minutes},
                                                                 {"people_within", Goal::people_within},
                                                                 {"worst_minutes", Goal::worst_minutes},
                                                                 {"fewest_sites", Goal::fewest_sites}};
    return names;
}

/// A number of sites, or a list of them.
void load_sites(const Section& section, OptimiseSettings& into) {
    std::vector<double> numbers;
    if (section.toml().list_size("sites")) {
        numbers = section.numbers("sites").value_or(std::vector<double>());
    } else {
        int one = 1;
        section.count("sites", one, most_sites);
        if (section.has("sites")) {
            numbers.push_back(one);
        }
    }
    for (const double n : numbers) {
        if (n < 1 || n > most_sites || n != std::floor(n)) {
            section.bad_value("sites", "must be whole numbers of 1 or more");
            return;
        }
        into.sites.push_back(static_cast<int>(n));
    }
    if (into.sites.empty() && into.goal != Goal::fewest_sites && !into.front) {
        section.missing("sites (or front = true, or goal = \"fewest_sites\")");
    }
}

void load_goal(const Section& section, OptimiseSettings& into) {
    into.goal = section.choice("goal", goals()).value_or(into.goal);
    if (!section.has("goal")) {
        section.missing("goal");
    }
    section.number("minutes", into.minutes, {0, longest_min, false});
    section.share("share", into.share);
    section.number("unreached_min", into.unreached_min, {0, longest_min, false});
    const bool limited = into.goal == Goal::people_within || into.goal == Goal::fewest_sites;
    if (section.has("minutes") && section.has("goal") && !limited) {
        section.bad_value("minutes", "goes with people_within and fewest_sites");
    }
}

void load_conditions_of_sets(const Section& section, const Scenario& scenario, const WhatIfSettings& what_if,
                             OptimiseSettings& into) {
    section.texts("keep", into.keep);
    section.flag("keep_today", into.keep_today);
    section.texts("close", into.close);
    load_level(section, "one_per", scenario.areas, into.one_per);
    section.flag("within_capacity", into.within_capacity);
    double floor = 0;
    section.number("floor", floor, {0, 1e12});
    if (section.has("floor")) {
        into.floor = floor;
    }
    const auto load = std::ranges::find(what_if.loads, into.service, &LoadSettings::service);
    if (into.within_capacity && (load == what_if.loads.end() || load->capacity_column.empty())) {
        section.bad_value("within_capacity", "needs a [[load]] of the service with its column capacity");
    }
    section.flag("candidates", into.candidates);
    if (into.candidates && what_if.candidates.empty()) {
        section.bad_value("candidates", "needs a list [[candidates]]");
    }
}

void load_sensitivity(const Section& section, const Scenario& scenario, OptimiseSettings::Sensitivity& into) {
    find_profiles(section, "profiles", into.profiles);
    std::vector<std::string> seasons;
    section.texts("seasons", seasons);
    for (const auto& season : seasons) {
        if (season != "summer" && season != "winter") {
            section.bad_value("seasons", "must be \"summer\", \"winter\" or both");
            return;
        }
        into.seasons.push_back(season == "winter" ? network::Season::winter : network::Season::summer);
    }
    for (const double year : section.numbers("years").value_or(std::vector<double>())) {
        const bool known = std::ranges::all_of(scenario.demand, [&](const Scenario::Demand& demand) {
            return std::ranges::find(demand.years, static_cast<int>(year), &Scenario::Demand::Year::year) !=
                   demand.years.end();
        });
        if (!known) {
            section.bad_value("years", "holds a year that [[demand]] has no people of");
        }
        into.years.push_back(static_cast<int>(year));
    }
}

void load_comparisons(const Section& section, const Scenario& scenario, OptimiseSettings& into) {
    section.flag("front", into.front);
    section.flag("steps", into.steps);
    if (into.steps && into.goal == Goal::fewest_sites) {
        section.bad_value("steps", "needs a goal for sets of one size, such as mean_minutes");
    }
    section.flag("by_size", into.by_size);
    load_level(section, "by_area", scenario.areas, into.by_area);
    double second = 0;
    section.number("second_within", second, {0, longest_min, false});
    if (second > 0) {
        into.second_within = second;
    }
    if (into.second_within && into.goal != Goal::mean_minutes && into.goal != Goal::people_within) {
        section.bad_value("second_within", "goes with the goals mean_minutes and people_within");
    }
}

}  // namespace

void load_optimise(const Section& section, const Scenario& scenario, const WhatIfSettings& what_if,
                   std::vector<OptimiseSettings>& into) {
    OptimiseSettings optimise;
    optimise.place = section.toml().place();
    section.required_id("id", optimise.id);
    load_titles(section, optimise.id, optimise.title_en, optimise.title_ja);
    if (!section.has("service")) {
        section.missing("service");
    }
    load_service_name(section, "service", scenario.services, optimise.service);
    section.text("group", optimise.group);
    load_variant_name(section, "on", what_if.variants, optimise.on);
    load_goal(section, optimise);
    load_comparisons(section, scenario, optimise);
    load_sites(section, optimise);
    load_conditions_of_sets(section, scenario, what_if, optimise);
    load_sensitivity(section.table("sensitivity"), scenario, optimise.sensitivity);
    section.number("time_limit_s", optimise.time_limit_s, {0, 86400, false});
    if (std::ranges::find(into, optimise.id, &OptimiseSettings::id) != into.end()) {
        section.bad_value("id", "is the id of an earlier question already");
    }
    into.push_back(std::move(optimise));
}

}  // namespace michinori::scenario
