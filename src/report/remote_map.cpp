// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "geo/line_buffer.h"
#include "report/gpkg_style.h"
#include "report/remote_parts.h"
#include "report/remote_words.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using scenario::RemoteRow;
using scenario::RemoteTable;
using Shape = GpkgWriter::Shape;
using Type = GpkgWriter::FieldType;

/// Circles overlap each other and the cells under them, so they are drawn thinly.
constexpr std::string_view thin_strict = "44,123,182,90";
constexpr std::string_view thin_near = "253,174,97,90";

std::string described(RemoteWord layer, const RemoteTable& table, Language language) {
    const auto& head = table.rule.head;
    return word(layer, language) + " (" + title(head.title_en, head.title_ja, head.id, language) + ")";
}

std::vector<GpkgWriter::Field> district_fields(Language language) {
    const auto field = [&](const char* name, Type type, RemoteWord w) {
        return GpkgWriter::Field{name, type, word(w, language)};
    };
    return {field("district", Type::integer, RemoteWord::district),
            field("candidate", Type::text, RemoteWord::candidate),
            field("not_easily", Type::text, RemoteWord::certainty),
            field("centre_id", Type::text, RemoteWord::centre),
            field("people", Type::real, RemoteWord::people),
            field("people_in_circle", Type::real, RemoteWord::people_in_circle),
            field("cells", Type::integer, RemoteWord::cells),
            field("attend_cause", Type::text, RemoteWord::cause),
            field("round_trips", Type::integer, RemoteWord::round_trips),
            field("institution", Type::text, RemoteWord::institution),
            field("institution_km", Type::real, RemoteWord::institution_km),
            field("car_minutes", Type::real, RemoteWord::car_minutes),
            field("hub", Type::text, RemoteWord::hub),
            field("hub_car_minutes", Type::real, RemoteWord::hub_minutes),
            field("failing_tests", Type::text, RemoteWord::failing)};
}

void append_institution(const RunResults& results, const RemoteTable& table, const RemoteRow& row,
                        std::vector<GpkgWriter::Value>& values) {
    if (row.nearest) {
        values.emplace_back(name_of(results, table.institutions[row.nearest->institution]).name);
        values.emplace_back(row.nearest->distance.value() / 1000);
    } else {
        values.emplace_back(std::monostate{});
        values.emplace_back(std::monostate{});
    }
    const auto* reached = std::get_if<access::Reached>(&results.result.outcomes[table.service][row.centre]);
    values.push_back(reached == nullptr ? GpkgWriter::Value(std::monostate{})
                                        : GpkgWriter::Value(minutes(reached->nearest.time)));
}

void append_hub(const RunResults& results, const RemoteRow& row, std::vector<GpkgWriter::Value>& values) {
    if (const auto hub = nearest_hub(row)) {
        values.emplace_back(results.facilities.facilities[results.remote->hubs[hub->hub].index()].name);
        values.emplace_back(minutes(hub->time));
    } else {
        values.emplace_back(std::monostate{});
        values.emplace_back(std::monostate{});
    }
}

std::vector<GpkgWriter::Value> district_values(const RunResults& results, const RemoteTable& table,
                                               const RemoteRow& row) {
    std::vector<GpkgWriter::Value> values{std::int64_t{row.number},
                                          candidate_code(row),
                                          std::string(name(row.attendance.not_easily)),
                                          results.demand.points[row.centre].id,
                                          row.people.value(),
                                          row.circle_people.value(),
                                          static_cast<std::int64_t>(row.cells.size()),
                                          std::string(name(row.attendance.cause))};
    values.push_back(row.transport ? GpkgWriter::Value(std::int64_t{row.transport->round_trips})
                                   : GpkgWriter::Value(std::monostate{}));
    append_institution(results, table, row, values);
    append_hub(results, row, values);
    values.emplace_back(failing_codes(row));
    return values;
}

geo::MultiPolygon circle(geo::Point centre, Metres radius) {
    const std::array<std::vector<geo::Line>, 1> steps{{{{centre}}}};
    return geo::nested_buffers(steps, {.width = radius, .tolerance = Metres{0}}).front();
}

LayerCount add_districts(const RunResults& results, const RemoteTable& table, Language language, GpkgWriter& map) {
    const auto layer = "districts_" + table.rule.head.id;
    map.begin_layer(layer, described(RemoteWord::layer_districts, table, language), Shape::polygon,
                    district_fields(language));
    for (const auto& row : table.rows) {
        map.add(circle(results.demand.points[row.centre].position, table.rule.radius),
                district_values(results, table, row));
    }
    map.add_style(layer, word(RemoteWord::candidate, language),
                  categorised_qml(Shape::polygon, "candidate",
                                  {{"strict", word(RemoteWord::strict, language), thin_strict},
                                   {"near", word(RemoteWord::near, language), thin_near}}));
    return {layer, static_cast<std::int64_t>(table.rows.size())};
}

LayerCount add_cells(const RunResults& results, const RemoteTable& table, Language language, GpkgWriter& map) {
    const auto layer = "cells_" + table.rule.head.id;
    map.begin_layer(layer, described(RemoteWord::layer_cells, table, language), Shape::point,
                    {{"cell_id", Type::text, std::string(word(Word::identifier, language))},
                     {"candidate", Type::text, word(RemoteWord::candidate, language)},
                     {"district", Type::integer, word(RemoteWord::district, language)},
                     {"people", Type::real, word(RemoteWord::people, language)}});
    std::int64_t count = 0;
    const auto add = [&](std::uint32_t cell, const std::string& kind, GpkgWriter::Value district) {
        const auto& point = results.demand.points[cell];
        map.add(point.position, {point.id, kind, std::move(district), results.demand.people[0][cell].value()});
        ++count;
    };
    for (const auto& row : table.rows) {
        for (const auto cell : row.cells) {
            add(cell, candidate_code(row), std::int64_t{row.number});
        }
    }
    for (const auto cell : table.left_over) {
        add(cell, "left_over", std::monostate{});
    }
    map.add_style(layer, word(RemoteWord::candidate, language),
                  categorised_qml(Shape::point, "candidate",
                                  {{"strict", word(RemoteWord::strict, language), colour_yes},
                                   {"near", word(RemoteWord::near, language), colour_near},
                                   {"left_over", word(RemoteWord::left_over, language), colour_no}}));
    return {layer, count};
}

LayerCount add_hubs(const RunResults& results, Language language, GpkgWriter& map) {
    map.begin_layer("hubs", word(RemoteWord::layer_hubs, language), Shape::point,
                    {{"id", Type::text, std::string(word(Word::identifier, language))},
                     {"name", Type::text, std::string(word(Word::name, language))}});
    for (const auto hub : results.remote->hubs) {
        const auto& facility = results.facilities.facilities[hub.index()];
        map.add(facility.position, {facility.id, facility.name});
    }
    return {"hubs", static_cast<std::int64_t>(results.remote->hubs.size())};
}

LayerCount add_visits(const RunResults& results, Language language, GpkgWriter& map) {
    map.begin_layer("visits", word(RemoteWord::layer_visits, language), Shape::point,
                    {{"id", Type::text, std::string(word(Word::identifier, language))},
                     {"name", Type::text, std::string(word(Word::name, language))},
                     {"role", Type::text, word(RemoteWord::rule, language)},
                     {"sessions", Type::real, word(RemoteWord::sessions, language)}});
    for (const auto& visit : results.remote->visits) {
        map.add(visit.place, {visit.id, visit.name, visit.role, visit.sessions});
    }
    return {"visits", static_cast<std::int64_t>(results.remote->visits.size())};
}

}  // namespace

std::vector<LayerCount> write_remote_map(const RunResults& results, const std::filesystem::path& file,
                                         Language language) {
    GpkgWriter map(file);
    std::vector<LayerCount> layers;
    for (const auto& table : results.remote->tables) {
        layers.push_back(add_districts(results, table, language, map));
        layers.push_back(add_cells(results, table, language, map));
    }
    if (!results.remote->hubs.empty()) {
        layers.push_back(add_hubs(results, language, map));
    }
    if (!results.remote->visits.empty()) {
        layers.push_back(add_visits(results, language, map));
    }
    map.close();
    return layers;
}

}  // namespace michinori::report
