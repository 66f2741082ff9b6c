// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/designation_study.h"

#include "scenario/load_formats.h"
#include "scenario/load_parts.h"
#include "scenario/load_scenario.h"

namespace michinori::scenario {
namespace {

void load_head(const Section& root, DesignationStudy& into) {
    const auto head = root.required_table("study");
    head.required_id("id", into.id);
    into.title_en = into.title_ja = into.id;
    head.text("title_en", into.title_en);
    head.text("title_ja", into.title_ja);
    head.text("attribution", into.attribution);
    into.language = head.choice("language", language_names()).value_or(into.language);
    if (head.present()) {
        head.file("rule", into.rule_file);
    }
}

void load_areas(const Section& section, DesignationStudy::Areas& into) {
    if (!section.present()) {
        return;
    }
    section.file("file", into.file);
    load_vector_format(section, into.options.format);
    section.flag("approximate", into.approximate);
    if (const auto columns = section.required_table("columns"); columns.present()) {
        columns.required_text("code", into.options.code_column);
        columns.text("name", into.options.name_column);
    }
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

void load_thresholds(const Section& section, std::optional<policy::Thresholds>& into) {
    const auto numbers = section.numbers("thresholds");
    if (!numbers) {
        return;
    }
    if (numbers->size() == 2 && (*numbers)[0] > 0 && (*numbers)[0] < (*numbers)[1]) {
        into = policy::Thresholds{(*numbers)[0], (*numbers)[1]};
    } else {
        section.bad_value("thresholds", "must be two numbers: few at or below the first, many at or above the second");
    }
}

void load_index(const Section& section, DesignationStudy::Index& into) {
    if (!section.present()) {
        return;
    }
    section.file("file", into.file);
    load_thresholds(section, into.frozen);
    const auto columns = section.table("columns");
    columns.text("code", into.columns.code);
    columns.text("prefecture", into.columns.prefecture);
    columns.text("area", into.columns.area);
    columns.text("index", into.columns.index);
}

void load_emergency(const Section& section, DesignationStudy::Emergency& into) {
    if (section.present()) {
        load_conditions(section, "where", into.all_of);
        load_conditions(section, "where_any", into.any_of);
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
    load_head(root, study);
    load_areas(root.required_table("areas"), study.areas);
    load_numbers(root.required_table("numbers"), study.numbers);
    load_index(root.required_table("index"), study.index);
    for (const auto& section : root.tables("facilities")) {
        load_facilities(section, study.facilities);
    }
    if (!root.has("facilities")) {
        root.missing("[[facilities]]");
    }
    load_emergency(root.required_table("emergency"), study.emergency);
    toml.finish();
    return study;
}

}  // namespace michinori::scenario
