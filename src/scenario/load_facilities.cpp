// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <utility>

#include "scenario/load_formats.h"
#include "scenario/load_parts.h"

namespace michinori::scenario {
namespace {

enum class FacilityFormat { table, vector, osm };

void load_columns(const Section& section, FacilityFormat format, io::FacilityOptions& into) {
    const bool is_table = format == FacilityFormat::table;
    const auto columns = is_table ? section.required_table("columns") : section.table("columns");
    if (!columns.present()) {
        return;
    }
    columns.text("id", into.id_column);
    columns.text("name", into.name_column);
    if (is_table) {
        columns.required_text("lon", into.lon_column);
        columns.required_text("lat", into.lat_column);
    }
}

void load_tags(const Section& section, io::FacilityOptions& into) {
    const auto tags = section.required_table("tags");
    for (const auto& tag : tags.toml().keys()) {
        std::vector<std::string> values;
        tags.texts(tag, values);
        if (tags.toml().list_size(tag) == 0) {
            tags.bad_value(tag, "must list at least one value of the tag");
        }
        into.osm_tags.emplace(tag, std::move(values));
    }
}

void load_bounds(const Section& section, io::FacilityOptions& into) {
    const auto numbers = section.numbers("bounds");
    if (!numbers) {
        return;
    }
    const auto at = [&](std::size_t i) { return numbers->at(i); };
    const bool in_order = numbers->size() == 4 && at(0) < at(2) && at(1) < at(3);
    if (in_order && geo::is_on_earth({at(0), at(1)}) && geo::is_on_earth({at(2), at(3)})) {
        into.bounds = geo::Box{at(0), at(1), at(2), at(3)};
    } else {
        section.bad_value("bounds", "must be west, south, east, north in degrees");
    }
}

void load_format_keys(const Section& section, FacilityFormat format, io::FacilityOptions& into) {
    switch (format) {
        case FacilityFormat::table: load_table_format(section, into.table); break;
        case FacilityFormat::vector: load_vector_format(section, into.format); break;
        case FacilityFormat::osm:
            into.osm = true;
            load_tags(section, into);
            return;
    }
    load_columns(section, format, into);
}

}  // namespace

void load_facilities(const Section& section, std::vector<Scenario::Facilities>& into) {
    static const std::vector<std::pair<std::string, FacilityFormat>> formats{
        {"table", FacilityFormat::table}, {"vector", FacilityFormat::vector}, {"osm", FacilityFormat::osm}};
    static const std::vector<std::pair<std::string, bool>> unsnapped{{"error", false}, {"skip", true}};
    io::FacilityOptions options;
    const auto format = section.choice("format", formats);
    const auto files = section.files("file");
    load_conditions(section, "where", options.where);
    load_bounds(section, options);
    section.flag("skip_missing_coordinates", options.skip_missing_coordinates);
    section.share("refuse_at_most", options.tolerance.share);
    const bool skip = section.choice("unsnapped", unsnapped).value_or(false);
    if (!format && section.has("format")) {
        section.pass_all_keys();
        return;
    }
    load_format_keys(section, format.value_or(FacilityFormat::table), options);
    for (const auto& file : files) {
        into.push_back({file, options, skip});
    }
}

}  // namespace michinori::scenario
