// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "scenario/load_formats.h"
#include "scenario/load_parts.h"
#include "scenario/load_references.h"

namespace michinori::scenario {
namespace {

using Catchment = NetworkSettings::Catchment;

constexpr double longest_min = 10000;  // a week

/// A table of words of the rule, each with a column of the facilities.
void load_numbers(const Section& section, std::string_view key, std::vector<NetworkSettings::Numbers>& into) {
    for (auto& [word, column] : section.text_map(key)) {
        into.push_back({word, column, {}});
    }
}

/// A table of tiers, each with the number that stands for all its facilities.
void load_capacity_each(const Section& section, std::vector<NetworkSettings::Numbers>& into) {
    const auto table = section.table("capacity_each");
    for (const auto& tier : table.toml().keys()) {
        double each = 0;
        table.number(tier, each, {0, 1e9});
        if (std::ranges::find(into, tier, &NetworkSettings::Numbers::tier) != into.end()) {
            table.bad_value(tier, "has a column under capacity already");
        }
        into.push_back({tier, {}, each});
    }
}

void load_unknown(const Section& section, bool& skip) {
    static const std::vector<std::pair<std::string, bool>> choices{{"fault", false}, {"skip", true}};
    skip = section.choice("unknown", choices).value_or(false);
}

void load_links(const Section& section, NetworkSettings& into) {
    NetworkSettings::Links links;
    section.file("file", links.file);
    load_text_format(section, links.table);
    const auto columns = section.table("columns");
    columns.text("from", links.from);
    columns.text("to", links.to);
    columns.text("capability", links.capability);
    load_unknown(section, links.skip_unknown);
    into.links.push_back(std::move(links));
}

bool ascending(const std::vector<double>& limits) {
    return !limits.empty() && limits.front() > 0 && limits.back() <= longest_min &&
           std::ranges::adjacent_find(limits, std::greater_equal<>()) == limits.end();
}

void load_bands(const Section& section, Catchment& into) {
    const auto limits = section.numbers("bands_min").value_or(std::vector<double>());
    const auto weights = section.numbers("weights").value_or(std::vector<double>());
    if (!section.has("bands_min")) {
        section.missing("bands_min");
        return;
    }
    if (!ascending(limits)) {
        section.bad_value("bands_min", "must be minutes above 0, each larger than the one before");
        return;
    }
    const auto usable = [](double weight) { return weight > 0 && weight <= 1; };
    if (weights.size() != limits.size() || !std::ranges::all_of(weights, usable)) {
        section.bad_value(section.has("weights") ? "weights" : "bands_min",
                          "needs weights: one for each band, above 0 and at most 1");
        return;
    }
    std::ranges::transform(limits, std::back_inserter(into.bands), from_minutes);
    into.weights = weights;
}

void load_catchment(const Section& section, NetworkSettings& into) {
    static const std::vector<std::pair<std::string, Catchment::Method>> methods{
        {"2sfca", Catchment::Method::two_step},
        {"3sfca", Catchment::Method::three_step},
        {"mh3sfca", Catchment::Method::modified_huff}};
    Catchment catchment;
    section.required_id("id", catchment.id);
    if (!section.has("method")) {
        section.missing("method");
    }
    catchment.method = section.choice("method", methods).value_or(catchment.method);
    double within = 0;
    double gaussian = 0;
    section.number("within_min", within, {0, longest_min, false});
    section.number("gaussian_min", gaussian, {0, longest_min, false});
    const int given = int{section.has("within_min")} + int{section.has("gaussian_min")} + int{section.has("bands_min")};
    if (section.has("bands_min") || section.has("weights")) {
        load_bands(section, catchment);
        catchment.shape = Catchment::Shape::bands;
    } else {
        catchment.shape = gaussian > 0 ? Catchment::Shape::gaussian : Catchment::Shape::within;
        catchment.limit = from_minutes(std::max(within, gaussian));
        (void)section.numbers("bands_min");
        (void)section.numbers("weights");
    }
    if (given != 1) {
        section.missing("one of within_min, gaussian_min, bands_min");
    }
    if (std::ranges::find(into.catchments, catchment.id, &Catchment::id) != into.catchments.end()) {
        section.bad_value("id", "is the id of an earlier catchment already");
    }
    into.catchments.push_back(std::move(catchment));
}

void load_new_site(const Section& section, const Scenario& scenario, NetworkSettings& into) {
    NetworkSettings::NewSites sites;
    section.required_text("what", sites.what);
    if (!section.has("candidates")) {
        section.missing("candidates");
    }
    load_service_name(section, "candidates", scenario.services, sites.candidates);
    section.number("capacity", sites.capacity, {0, 1e9});
    load_level(section, "level", scenario.areas, sites.level);
    into.new_sites.push_back(std::move(sites));
}

void load_air(const Section& section, std::optional<NetworkSettings::Air>& into) {
    if (section.present()) {
        into.emplace();
        section.file("file", into->file);
        load_text_format(section, into->table);
    }
}

}  // namespace

void load_network(const Section& section, const Scenario& scenario, std::vector<NetworkSettings>& into) {
    NetworkSettings network;
    network.place = section.toml().place();
    section.file("rule", network.rule);
    load_date(section, network.date);
    if (!section.has("tiers")) {
        section.missing("tiers");
    }
    load_service_map(section, "tiers", scenario.services, network.tiers);
    load_service_map(section, "capabilities", scenario.services, network.capabilities);
    load_service_map(section, "tele", scenario.services, network.tele);
    load_level_map(section, "levels", scenario.areas, network.levels);
    for (const auto& links : section.tables("links")) {
        load_links(links, network);
    }
    section.text("group", network.group);
    section.number("group_factor", network.group_factor, {0, 1, false});
    load_numbers(section, "capacity", network.capacities);
    load_capacity_each(section, network.capacities);
    load_numbers(section, "specialists", network.specialists);
    for (const auto& catchment : section.tables("catchment")) {
        load_catchment(catchment, network);
    }
    for (const auto& sites : section.tables("new_site")) {
        load_new_site(sites, scenario, network);
    }
    load_air(section.table("air"), network.air);
    load_levels(section, "report_levels", scenario.areas, network.report_levels);
    double farthest = minutes(network.farthest);
    section.number("farthest_min", farthest, {0, longest_min, false});
    network.farthest = from_minutes(farthest);
    section.texts("proxies", network.proxies);
    section.flag("sheets", network.sheets);
    load_service_name(section, "sheets_for", scenario.services, network.sheets_for);
    into.push_back(std::move(network));
}

void load_straight_line(const Section& section, std::optional<StraightLine>& into) {
    if (section.present()) {
        into.emplace();
        section.number("speed_kmh", into->speed, {0, 1000, false});
        section.number("detour", into->detour, {1, 10});
        if (!section.has("speed_kmh")) {
            section.missing("speed_kmh");
        }
    }
}

}  // namespace michinori::scenario
