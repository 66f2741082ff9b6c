// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "base/text.h"
#include "scenario/load_formats.h"
#include "scenario/load_parts.h"

namespace michinori::scenario {
namespace {

using Source = Scenario::Areas::Source;

/// The lower level must stand above in the file: it is read and assigned first.
void load_lower_level(const Section& section, const std::vector<Scenario::Areas>& above, Scenario::Areas& into) {
    section.required_text("of", into.lower_level);
    std::vector<std::string> levels;
    for (const auto& level : above) {
        levels.push_back(level.level);
    }
    if (!into.lower_level.empty() && std::ranges::find(levels, into.lower_level) == levels.end()) {
        section.fault(FindingCode::unknown_reference, "of",
                      {"area level", into.lower_level, levels.empty() ? "(none stands above)" : listed(levels)});
    }
}

void load_members(const Section& section, const std::vector<Scenario::Areas>& above, Scenario::Areas& into) {
    load_member_columns(section, into.members);
    load_lower_level(section, above, into);
}

void load_polygons(const Section& section, Scenario::Areas& into) {
    load_vector_format(section, into.polygons.format);
    if (into.source == Source::polygons) {
        section.number("snap_limit_m", into.snap_limit, {0, 100000});
    }
    if (const auto columns = section.required_table("columns"); columns.present()) {
        columns.required_text("code", into.polygons.code_column);
        columns.text("name", into.polygons.name_column);
    }
}

}  // namespace

void load_member_columns(const Section& section, io::MemberOptions& into) {
    load_table_format(section, into.table);
    if (const auto columns = section.required_table("columns"); columns.present()) {
        columns.required_text("member", into.member_column);
        columns.required_text("code", into.code_column);
        columns.text("name", into.name_column);
    }
}

void load_area(const Section& section, std::vector<Scenario::Areas>& into) {
    static const std::vector<std::pair<std::string, Source>> sources{
        {"polygons", Source::polygons}, {"members", Source::members}, {"code", Source::code}};
    Scenario::Areas area;
    section.required_id("level", area.level);
    area.title_en = area.title_ja = area.level;
    section.text("title_en", area.title_en);
    section.text("title_ja", area.title_ja);
    const auto source = section.choice("source", sources);
    section.file("file", area.file);
    area.source = source.value_or(Source::polygons);
    if (!source && section.has("source")) {
        section.pass_all_keys();
        section.required_table("columns").pass_all_keys();
    } else if (area.source == Source::members) {
        load_members(section, into, area);
    } else {
        load_polygons(section, area);
    }
    if (!area.level.empty() && std::ranges::find(into, area.level, &Scenario::Areas::level) != into.end()) {
        section.bad_value("level", "is the name of an earlier level already");
    }
    into.push_back(std::move(area));
}

}  // namespace michinori::scenario
