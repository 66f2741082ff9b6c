// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/designation_study.h"

#include <algorithm>

#include "scenario/fault_collector.h"
#include "scenario/load_candidates.h"
#include "scenario/load_formats.h"
#include "scenario/load_parts.h"
#include "scenario/load_scenario.h"
#include "scenario/load_study_head.h"
#include "scenario/load_thresholds.h"

namespace michinori::scenario {
namespace {

void load_head(const Section& root, DesignationStudy& into) {
    const auto head = root.required_table("study");
    load_study_head(head, into);
    if (head.present()) {
        head.file("rule", into.rule_file);
    }
}

void load_areas(const Section& section, DesignationStudy::Tables& into) {
    if (!section.present()) {
        return;
    }
    section.file("file", into.areas);
    load_vector_format(section, into.options.format);
    section.flag("approximate", into.approximate);
    if (const auto columns = section.required_table("columns"); columns.present()) {
        columns.required_text("code", into.options.code_column);
        columns.text("name", into.options.name_column);
    }
    into.geography.centres = {CentreKind::polygon};
    load_area_places(section, into.geography);
    load_snow_areas(section.table("snow_areas"), into.snow);
}

void load_numbers(const Section& section, DesignationStudy::Numbers& into) {
    if (!section.present()) {
        return;
    }
    section.file("file", into.file);
    load_table_format(section, into.format);
    load_conditions(section, "where", into.where);
    if (const auto columns = section.required_table("columns"); columns.present()) {
        columns.required_text("code", into.code_column);
        columns.required_text("population", into.population_column);
        columns.required_text("km2", into.km2_column);
    }
}

void load_emergency(const Section& section, DesignationStudy::Emergency& into) {
    if (section.present()) {
        load_conditions(section, "where", into.all_of);
        load_conditions(section, "where_any", into.any_of);
    }
}

DesignationStudy::Tables load_tables(const Section& root) {
    DesignationStudy::Tables tables;
    load_areas(root.required_table("areas"), tables);
    load_numbers(root.required_table("numbers"), tables.numbers);
    for (const auto& section : root.tables("demand")) {
        load_demand(section, tables.demand);
    }
    for (const auto& section : root.tables("facilities")) {
        load_facilities(section, tables.facilities);
    }
    if (!root.has("facilities")) {
        root.missing("[[facilities]]");
    }
    load_emergency(root.required_table("emergency"), tables.emergency);
    return tables;
}

/// Scenarios of roads must say what an emergency hospital is, and have the areas.
void check_roads(const DesignationStudy::Roads& roads, FaultCollector& faults) {
    for (const auto& scenario : roads.scenarios) {
        if (!scenario.geography) {
            faults.add({FindingCode::missing_key, {scenario.shown, {}, {}}, {scenario.shown, "[geography]"}});
            continue;
        }
        const auto& asked = scenario.geography->levels;
        const bool known =
            std::ranges::find(scenario.areas, roads.level, &Scenario::Areas::level) != scenario.areas.end();
        if (!known || (!asked.empty() && std::ranges::find(asked, roads.level) == asked.end())) {
            faults.add({FindingCode::unknown_reference,
                        {scenario.shown, {}, {}},
                        {"area level", roads.level, "the levels of [geography] there"}});
        }
    }
}

void load_roads(const Section& section, const std::filesystem::path& data_root,
                std::optional<DesignationStudy::Roads>& into, FaultCollector& faults) {
    if (!section.present()) {
        return;
    }
    into.emplace();
    section.text("level", into->level);
    section.share("covered_at_least", into->covered_at_least);
    for (const auto& file : section.file_list("scenarios")) {
        faults.attempt([&] { into->scenarios.push_back(load_scenario(file.path, data_root)); });
    }
    check_roads(*into, faults);
}

void load_index(const Section& section, const std::filesystem::path& data_root, DesignationStudy::Index& into,
                FaultCollector& faults) {
    if (!section.present()) {
        return;
    }
    if (section.has("study")) {
        io::InputFile file;
        section.file("study", file);
        if (!file.path.empty()) {
            faults.attempt([&] { into.study = load_physician_study(file.path, data_root); });
        }
        return;
    }
    section.file("file", into.file);
    into.frozen = load_thresholds(section);
    const auto columns = section.table("columns");
    columns.text("code", into.columns.code);
    columns.text("prefecture", into.columns.prefecture);
    columns.text("area", into.columns.area);
    columns.text("index", into.columns.index);
}

void load_rurality(const Section& section, DesignationStudy::Rurality& into) {
    section.text("variant", into.variant);
    section.id("unit", into.unit);
    section.flag("whole_country", into.whole_country);
    if (const auto weights = section.numbers("weights")) {
        if (weights->size() == policy::element_count) {
            std::ranges::copy(*weights, into.weights.emplace().begin());
        } else {
            section.bad_value("weights", "must be four numbers: density, distance, island, snow");
        }
    }
    if (section.has("scales")) {
        into.scales = section.file_list("scales");
    }
}

}  // namespace

DesignationStudy load_designation_study(const std::filesystem::path& file, const std::filesystem::path& data_root) {
    DesignationStudy study;
    study.shown = file.generic_string();
    io::TomlFile toml({file, study.shown});
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    LoadContext context{{folder, data_root.empty() ? folder : data_root}, {}};
    const Section root(toml.root(), context);
    FaultCollector faults;
    load_head(root, study);
    load_roads(root.table("roads"), data_root, study.roads, faults);
    if (!study.roads || root.has("areas")) {
        study.tables = load_tables(root);
    }
    load_index(root.required_table("index"), data_root, study.index, faults);
    load_rurality(root.table("rurality"), study.rurality);
    load_candidates(root, study.candidates);
    faults.attempt([&] { toml.finish(); });
    faults.stop_if_any();
    return study;
}

}  // namespace michinori::scenario
