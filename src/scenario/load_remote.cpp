// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "scenario/load_formats.h"
#include "scenario/load_parts.h"
#include "scenario/load_references.h"

namespace michinori::scenario {
namespace {

constexpr double most_reach_m = 20000;

void load_barriers(const Section& section, std::optional<RemoteSettings::Barriers>& into) {
    if (section.present()) {
        into.emplace();
        section.file("file", into->file);
        load_vector_format(section, into->format);
    }
}

void load_transport(const Section& section, std::optional<RemoteSettings::Transport>& into) {
    if (section.present()) {
        into.emplace();
        section.file("file", into->file);
        load_text_format(section, into->table);
        section.number("reach_m", into->reach, {0, most_reach_m, false});
        section.number("walk_kmh", into->walk, {0, 20, false});
        section.flag("complete", into->complete);
    }
}

void load_hubs(const Section& section, const std::vector<Scenario::Service>& services,
               std::optional<RemoteSettings::Hubs>& into) {
    if (!section.present()) {
        return;
    }
    into.emplace();
    section.required_text("service", into->service);
    std::vector<std::string> ids;
    std::ranges::transform(services, std::back_inserter(ids), &Scenario::Service::id);
    if (section.toml().is_text("service") && !ids.empty() && std::ranges::find(ids, into->service) == ids.end()) {
        section.fault(FindingCode::unknown_reference, "service", {"service", into->service, listed(ids)});
    }
    double limit = 0;
    section.number("minutes", limit, {0, 1440, false});
    into->limit = from_minutes(limit);
    if (!section.has("minutes")) {
        section.missing("minutes");
    }
}

void load_visits(const Section& section, std::optional<RemoteSettings::Visits>& into) {
    if (section.present()) {
        into.emplace();
        section.file("file", into->file);
        load_text_format(section, into->table);
        section.flag("are_institutions", into->are_institutions);
    }
}

void load_parting(const Section& section, std::optional<Metres>& into) {
    double km = 0;
    section.number("part_by_road_km", km, {0, 1000, false});
    if (section.has("part_by_road_km")) {
        into = Metres{km * 1000};
    }
}

}  // namespace

void load_remote(const Section& section, const Scenario& scenario, std::optional<RemoteSettings>& into) {
    if (!section.present()) {
        return;
    }
    into.emplace();
    into->rules = section.file_list("rules");
    load_date(section, into->date);
    load_service_map(section, "roles", scenario.services, into->roles);
    load_barriers(section.table("barriers"), into->barriers);
    load_parting(section, into->part_by_road);
    load_transport(section.table("transport"), into->transport);
    load_hubs(section.table("hubs"), scenario.services, into->hubs);
    load_visits(section.table("visits"), into->visits);
    load_level(section, "municipality_level", scenario.areas, into->municipality_level);
    load_level(section, "secondary_level", scenario.areas, into->secondary_level);
}

}  // namespace michinori::scenario
