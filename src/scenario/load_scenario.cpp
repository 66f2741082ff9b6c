// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_scenario.h"

#include <set>
#include <utility>

#include "scenario/load_parts.h"

namespace michinori::scenario {
namespace {

void load_head(const Section& root, Scenario& into) {
    const auto head = root.table("scenario");
    into.id = into.file.stem().string();
    head.id("id", into.id);
    if (into.base.empty()) {
        into.title_en = into.title_ja = into.id;
    }
    head.text("title_en", into.title_en);
    head.text("title_ja", into.title_ja);
    head.text("attribution", into.attribution);
    into.language = head.choice("language", language_names()).value_or(into.language);
    into.engine = head.choice("engine", engine_names()).value_or(into.engine);
}

/// How many scenarios may stand on one another: a what-if on a scenario, and one that was saved on that.
constexpr int most_bases = 3;

Scenario load_standing(const std::filesystem::path& file, const std::filesystem::path& data_root,
                       std::set<std::string>& keys, int above);

/// A scenario over a base asks what-ifs and care networks of it: its inputs and rules are the base's, to which it may
/// add services, area levels and columns of facilities. `above`: how many stand on this one.
void load_base(const Section& root, const std::filesystem::path& data_root, int above, Scenario& into) {
    const auto head = root.table("scenario");
    std::string written;
    head.text("base", written);
    if (written.empty()) {
        return;
    }
    into.base = written;
    const auto path = root.folders().scenario / written;
    std::error_code problem;
    if (!std::filesystem::exists(path, problem)) {
        head.fault(FindingCode::named_file_missing, "base", {"scenario.base", written, nearest_file_name(path)});
        return;
    }
    if (above + 1 > most_bases) {
        head.bad_value("base", "stands on itself, or on too many others");
        return;
    }
    std::set<std::string> keys_of_base;
    auto base = load_standing(path, data_root, keys_of_base, above + 1);
    base.base = written;
    base.file = std::move(into.file);
    base.shown = std::move(into.shown);
    into = std::move(base);
    for (const auto& key : root.toml().keys()) {
        static const std::set<std::string, std::less<>> own{"scenario", "candidates", "load",     "compare",
                                                            "variant",  "closures",   "optimise", "outputs",
                                                            "service",  "area",       "network",  "facility_table"};
        if (!own.contains(key)) {
            root.toml().allow(key);
            root.bad_value(key, "is the base scenario's; what-ifs, networks and more services stand here");
        }
    }
}

/// Calls `load` for each table of a list, of which there must be one at least.
template <class Load, class Into>
void load_each(const Section& root, std::string_view key, Load load, Into& into) {
    for (const auto& section : root.tables(key)) {
        load(section, into);
    }
    if (!root.has(key) || root.toml().list_size(key) == 0) {
        root.missing("[[" + std::string(key) + "]]");
    }
}

/// Roads and their speeds, or straight lines instead.
void load_ways(const Section& root, Scenario& into) {
    const auto straight = root.table("straight_line");
    load_straight_line(straight, into.straight_line);
    if (into.straight_line && (root.has("roads") || root.has("speed"))) {
        straight.bad_value("speed_kmh",
                           "[straight_line] stands beside [roads] or [speed]; write the one or the others");
    }
    const auto section = [&](std::string_view key) {
        return into.straight_line ? root.table(key) : root.required_table(key);
    };
    if (const auto roads = section("roads"); roads.present()) {
        load_roads(roads, into.roads);
    }
    if (const auto speed = section("speed"); speed.present()) {
        load_speed(speed, into.speed);
    }
}

/// What a scenario reads and which rules it applies.
void load_region(const Section& root, Scenario& into) {
    load_ways(root, into);
    load_snapping(root.table("snapping"), into.snapping);
    load_each(root, "demand", load_demand, into.demand);
    load_each(root, "facilities", load_facilities, into.facilities);
    load_each(root, "service", load_service, into.services);
    for (const auto& section : root.tables("area")) {
        load_area(section, into.areas);
    }
    load_maternity(root.table("maternity"), into, into.maternity);
    load_geography(root.table("geography"), into, into.geography);
    load_remote(root.table("remote"), into, into.remote);
}

/// What a scenario over a base adds to what the base reads.
void load_more(const Section& root, Scenario& into) {
    for (const auto& section : root.tables("service")) {
        load_service(section, into.services);
    }
    for (const auto& section : root.tables("area")) {
        load_area(section, into.areas);
    }
}

void load_all(const Section& root, const std::filesystem::path& data_root, int above, Scenario& into) {
    load_base(root, data_root, above, into);
    load_head(root, into);
    if (into.base.empty()) {
        load_region(root, into);
    } else {
        load_more(root, into);
    }
    for (const auto& section : root.tables("facility_table")) {
        load_facility_table(section, into.facility_tables);
    }
    load_what_if(root, into, into.what_if);
    for (const auto& section : root.tables("network")) {
        load_network(section, into, into.networks);
    }
    load_outputs(root.table("outputs"), into.outputs);
}

Scenario load_standing(const std::filesystem::path& file, const std::filesystem::path& data_root,
                       std::set<std::string>& keys, int above) {
    Scenario scenario;
    scenario.file = file;
    scenario.shown = file.generic_string();
    io::TomlFile toml({file, scenario.shown});
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    LoadContext context{{folder, data_root.empty() ? folder : data_root}, {}};
    load_all(Section(toml.root(), context), data_root, above, scenario);
    keys = std::move(context.keys);
    toml.finish();
    return scenario;
}

}  // namespace

const std::vector<std::pair<std::string, Language>>& language_names() {
    static const std::vector<std::pair<std::string, Language>> names{{"en", Language::english},
                                                                     {"ja", Language::japanese}};
    return names;
}

const std::vector<std::pair<std::string, Scenario::EngineKind>>& engine_names() {
    static const std::vector<std::pair<std::string, Scenario::EngineKind>> names{
        {"hierarchy", Scenario::EngineKind::hierarchy}, {"dijkstra", Scenario::EngineKind::dijkstra}};
    return names;
}

void load_snapping(const Section& section, network::SnapOptions& into) {
    section.number("limit_m", into.limit, {0, 100000});
    section.number("outside_m", into.outside, {0, 1000000});
    section.number("access_speed_kmh", into.access_speed, {0, 200, false});
    section.number("smallest_component_m", into.smallest_component, {0, 10000000});
    if (into.outside < into.limit) {
        section.bad_value(section.has("outside_m") ? "outside_m" : "limit_m", "outside_m must not be below limit_m");
    }
}

void load_outputs(const Section& section, Scenario::Outputs& into) {
    section.flag("access_csv", into.access_csv);
    section.flag("gpkg", into.gpkg);
    section.flag("report", into.report);
    section.flag("workbook", into.workbook);
    section.texts("routes_for", into.routes_for);
}

Scenario load_scenario(const std::filesystem::path& file, const std::filesystem::path& data_root,
                       std::set<std::string>& keys) {
    return load_standing(file, data_root, keys, 0);
}

Scenario load_scenario(const std::filesystem::path& file, const std::filesystem::path& data_root) {
    std::set<std::string> keys;
    return load_scenario(file, data_root, keys);
}

}  // namespace michinori::scenario
