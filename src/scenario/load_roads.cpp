// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/text.h"
#include "scenario/load_formats.h"
#include "scenario/load_parts.h"

namespace michinori::scenario {
namespace {

using RoadFormat = Scenario::RoadFormat;

std::vector<std::pair<std::string, network::RoadClass>> road_classes() {
    std::vector<std::pair<std::string, network::RoadClass>> classes;
    for (std::size_t i = 0; i < network::road_class_count; ++i) {
        classes.emplace_back(network::road_class_names[i], static_cast<network::RoadClass>(i));
    }
    return classes;
}

void load_class_values(const Section& section, io::LineColumns& into) {
    const auto written = section.text_map("class_values");
    const auto values = section.toml().table("class_values");
    for (const auto& [value, class_name] : written) {
        if (const auto meaning = network::road_class(class_name)) {
            into.class_values.emplace(value, *meaning);
        } else {
            std::vector<std::string> names(network::road_class_names.begin(), network::road_class_names.end());
            values.bad_value(value,
                             fmt::format("is no road class; the nearest is {}", nearest_word(class_name, names)));
        }
    }
}

void load_line_columns(const Section& columns, io::LineColumns& into) {
    columns.text("class", into.road_class);
    columns.text("name", into.name);
    columns.text("oneway", into.oneway);
    columns.text("maxspeed", into.maxspeed);
    columns.text("level", into.level);
    columns.text("bridge", into.bridge);
    columns.text("tunnel", into.tunnel);
    columns.text("width_m", into.width_m);
    columns.text("toll", into.toll);
}

/// What road lines and links have in common.
void load_line_keys(const Section& section, io::VectorFormat& format, io::LineColumns& columns) {
    load_vector_format(section, format);
    columns.default_class = section.choice("default_class", road_classes()).value_or(columns.default_class);
    load_class_values(section, columns);
    load_line_columns(section.table("columns"), columns);
    if (!columns.class_values.empty() && columns.road_class.empty()) {
        section.bad_value("class_values", "has no use without columns.class");
    }
}

void load_n13(const Section& section, io::N13Options& into) {
    section.text("crs", into.crs);
    load_encoding(section, into.encoding);
}

void load_osm(const Section& section, io::OsmOptions& into) {
    section.flag("private_roads", into.private_roads);
    section.flag("tracks", into.tracks);
}

void load_lines(const Section& section, io::LineOptions& into) {
    load_line_keys(section, into.format, into.columns);
    section.flag("noding", into.noding);
    section.number("tolerance_m", into.tolerance, {0, 50});
}

void load_link_nodes(const Section& section, io::LinkOptions& into) {
    const auto nodes = section.table("nodes");
    if (!nodes.present()) {
        return;
    }
    io::InputFile file;
    nodes.file("file", file);
    into.nodes = std::move(file);
    nodes.text("id", into.node_id_column);
    nodes.text("lon", into.node_lon_column);
    nodes.text("lat", into.node_lat_column);
}

void load_links(const Section& section, io::LinkOptions& into) {
    load_line_keys(section, into.format, into.columns);
    load_table_format(section, into.table);
    const auto columns = section.table("columns");
    columns.text("from", into.from_column);
    columns.text("to", into.to_column);
    columns.text("length_m", into.length_column);
    section.flag("directed", into.directed);
    section.share("refuse_at_most", into.tolerance.share);
    load_link_nodes(section, into);
}

void load_ferry_layers(const Section& section, std::vector<Scenario::FerryLayer>& into) {
    for (const auto& entry : section.tables("ferry_layer")) {
        Scenario::FerryLayer layer;
        entry.file("file", layer.file);
        load_vector_format(entry, layer.options.format);
        entry.number("join_m", layer.options.join, {0, 10000});
        const auto columns = entry.table("columns");
        columns.text("name", layer.options.name_column);
        columns.text("minutes", layer.options.minutes_column);
        columns.text("cars", layer.options.cars_column);
        into.push_back(std::move(layer));
    }
}

void load_ferries(const Section& section, Scenario::Roads& into) {
    const auto ferries = section.table("ferries");
    ferries.flag("use", into.ferries.include);
    ferries.flag("untagged", into.ferries.include_untagged);
    into.osm.ferries = into.ferries;
    load_ferry_layers(section, into.ferry_layers);
}

}  // namespace

void load_roads(const Section& section, Scenario::Roads& into) {
    static const std::vector<std::pair<std::string, RoadFormat>> formats{
        {"n13", RoadFormat::n13}, {"osm", RoadFormat::osm}, {"lines", RoadFormat::lines}, {"links", RoadFormat::links}};
    const auto format = section.choice("format", formats);
    into.files = section.file_list("files");
    load_ferries(section, into);
    into.format = format.value_or(into.format);
    if (!section.has("format")) {
        section.missing("format");
    }
    // Without a format that is known, the keys of every format pass: one slip gives one fault.
    const auto is = [&](RoadFormat wanted) { return !format || *format == wanted; };
    if (is(RoadFormat::n13)) {
        load_n13(section, into.n13);
    }
    if (is(RoadFormat::osm)) {
        load_osm(section, into.osm);
    }
    if (is(RoadFormat::lines)) {
        load_lines(section, into.lines);
    }
    if (is(RoadFormat::links)) {
        load_links(section, into.links);
    }
}

}  // namespace michinori::scenario
