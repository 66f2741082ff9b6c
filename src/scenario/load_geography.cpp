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

void load_limits(const Section& section, std::vector<double>& into) {
    const auto limits = section.numbers("limits_min");
    if (!limits) {
        return;
    }
    const bool ascend = std::ranges::is_sorted(*limits, std::ranges::less_equal{});
    if (limits->empty() || limits->front() <= 0 || !ascend) {
        section.bad_value("limits_min", "must be minutes above 0 that ascend");
    } else {
        into = *limits;
    }
}

const std::vector<std::pair<std::string, GeographySettings::Reference>>& references() {
    using enum GeographySettings::Reference;
    static const std::vector<std::pair<std::string, GeographySettings::Reference>> names{
        {"scales", scales}, {"japan", japan}, {"whole_country", whole_country}};
    return names;
}

void load_islands(const Section& section, std::optional<GeographySettings::Layer>& into) {
    if (section.present()) {
        into.emplace();
        section.file("file", into->file);
        load_vector_format(section, into->format);
    }
}

void load_offices(const Section& section, std::optional<GeographySettings::Offices>& into) {
    if (section.present()) {
        into.emplace();
        section.file("file", into->file);
        const auto columns = section.table("columns");
        columns.text("code", into->code_column);
        columns.text("lon", into->lon_column);
        columns.text("lat", into->lat_column);
    }
}

void load_land(const Section& section, std::optional<GeographySettings::Land>& into) {
    if (section.present()) {
        into.emplace();
        section.file("file", into->file);
        const auto columns = section.table("columns");
        columns.text("code", into->code_column);
        columns.text("km2", into->km2_column);
        columns.text("inhabitable_km2", into->inhabitable_column);
    }
}

void load_centres(const Section& section, std::vector<CentreKind>& into) {
    std::vector<std::string> names;
    section.texts("centres", names);
    if (!section.has("centres")) {
        return;
    }
    into.clear();
    for (const auto& text : names) {
        const auto found = std::ranges::find(centre_names(), text, &std::pair<std::string, CentreKind>::first);
        if (found == centre_names().end() || std::ranges::find(into, found->second) != into.end()) {
            section.bad_value("centres", "must be different ones of \"people\", \"polygon\", \"office\"");
            return;
        }
        into.push_back(found->second);
    }
    if (into.empty()) {
        section.bad_value("centres", "must name one centre at least");
    }
}

}  // namespace

void load_area_places(const Section& section, GeographySettings& into) {
    load_centres(section, into.centres);
    load_islands(section.table("islands"), into.islands);
    load_offices(section.table("offices"), into.offices);
}

void load_geography(const Section& section, const Scenario& scenario, std::optional<GeographySettings>& into) {
    if (!section.present()) {
        return;
    }
    into.emplace();
    if (!section.has("second_line")) {
        section.missing("second_line");
    }
    load_service_name(section, "second_line", scenario.services, into->second_line);
    load_service_name(section, "third_line", scenario.services, into->third_line);
    load_limits(section, into->limits_min);
    load_levels(section, "levels", scenario.areas, into->levels);
    load_area_places(section, *into);
    find_profiles(section, "profiles", into->profiles);
    load_land(section.table("land"), into->land);
    into->reference = section.choice("reference", references()).value_or(into->reference);
    if (section.has("scales")) {
        into->scales = section.file_list("scales");
    }
}

const std::vector<std::pair<std::string, CentreKind>>& centre_names() {
    static const std::vector<std::pair<std::string, CentreKind>> names{
        {"people", CentreKind::people}, {"polygon", CentreKind::polygon}, {"office", CentreKind::office}};
    return names;
}

std::string_view name(CentreKind kind) {
    return centre_names()[static_cast<std::size_t>(kind)].first;
}

}  // namespace michinori::scenario
