// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_candidates.h"

#include <algorithm>
#include <set>

#include "scenario/load_area_rule.h"
#include "scenario/load_formats.h"
#include "scenario/load_thresholds.h"

namespace michinori::scenario {
namespace {

constexpr int most_digits = 12;

void load_code_digits(const Section& section, std::size_t& into) {
    int digits = 0;
    section.count("code_digits", digits, most_digits);
    if (!section.has("code_digits")) {
        section.missing("code_digits");
    } else if (digits == 0) {
        section.bad_value("code_digits", "must be from 1 to 12: how many digits each code has");
    }
    into = static_cast<std::size_t>(digits);
}

void load_units(const Section& section, CandidateSettings::Units& into) {
    if (!section.present()) {
        return;
    }
    section.file("file", into.file);
    load_table_format(section, into.format);
    load_conditions(section, "where", into.where);
    load_code_digits(section, into.code_digits);
    if (const auto columns = section.required_table("columns"); columns.present()) {
        columns.required_text("code", into.code_column);
        columns.required_text("name", into.name_column);
        columns.required_text("prefecture", into.prefecture_column);
        columns.text("area", into.area_column);
    }
}

void load_prefectures(const Section& section, std::optional<CandidateSettings::Prefectures>& into) {
    if (!section.present()) {
        return;
    }
    auto& prefectures = into.emplace();
    section.file("file", prefectures.file);
    if (!section.has("thresholds")) {
        section.missing("thresholds");
    }
    prefectures.thresholds = load_thresholds(section).value_or(prefectures.thresholds);
    const auto columns = section.table("columns");
    columns.text("code", prefectures.columns.code);
    columns.text("prefecture", prefectures.columns.prefecture);
    columns.text("index", prefectures.columns.index);
}

/// How the rows of a unit become facts.
void load_rows(const Section& section, CandidateSettings::Facts& into) {
    using Rows = CandidateSettings::Facts::Rows;
    into.rows = section.choice<Rows>("rows", {{"one", Rows::one}, {"sum", Rows::sum}}).value_or(into.rows);
    section.flag("complete", into.complete);
    section.text("count", into.count);
    into.columns = section.text_map("facts");
    if (into.rows == Rows::one && into.complete) {
        section.bad_value("complete", "is for rows = \"sum\": a single row that is missing is not known");
    }
    if (into.rows == Rows::one && !into.count.empty()) {
        section.bad_value("count", "is for rows = \"sum\": it counts the rows of a unit");
    }
    if (into.columns.empty() && into.count.empty()) {
        section.missing("facts (or count)");
    }
}

CandidateSettings::Facts load_facts(const Section& section) {
    CandidateSettings::Facts facts;
    section.file("file", facts.file);
    load_table_format(section, facts.format);
    load_conditions(section, "where", facts.where);
    load_conditions(section, "where_any", facts.where_any);
    if (const auto columns = section.required_table("columns"); columns.present()) {
        columns.required_text("code", facts.code_column);
        columns.text("name", facts.name_column);
    }
    load_rows(section, facts);
    section.text("note", facts.note);
    return facts;
}

/// Each name of a fact is one, and stands once in the candidates.
void check_name(const Section& section, std::string_view key, const std::string& name, std::set<std::string>& known) {
    if (!is_fact_name(name)) {
        section.bad_value(key, "names a fact \"" + name + "\"; it may hold the letters a-z, digits and _ only");
    } else if (!known.insert(name).second) {
        section.bad_value(key, "gives the fact \"" + name + "\" a second time");
    }
}

void load_all_facts(const Section& candidates, std::vector<CandidateSettings::Facts>& into) {
    std::set<std::string> known;
    for (const auto& section : candidates.tables("facts")) {
        into.push_back(load_facts(section));
        for (const auto& [fact, column] : into.back().columns) {
            check_name(section, "facts", fact, known);
        }
        if (!into.back().count.empty()) {
            check_name(section, "count", into.back().count, known);
        }
    }
}

}  // namespace

void load_candidates(const Section& root, std::vector<CandidateSettings>& into) {
    for (const auto& section : root.tables("candidates")) {
        CandidateSettings settings;
        section.required_id("id", settings.id);
        section.required_text("level", settings.level);
        section.file("rule", settings.rule_file);
        load_units(section.required_table("units"), settings.units);
        load_prefectures(section.table("prefectures"), settings.prefectures);
        load_all_facts(section, settings.facts);
        if (std::ranges::find(into, settings.id, &CandidateSettings::id) != into.end()) {
            section.bad_value("id", "is the id of earlier candidates; it names a file");
        }
        into.push_back(std::move(settings));
    }
}

}  // namespace michinori::scenario
