// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <variant>

#include "report/gpkg_style.h"
#include "report/map_layers.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using Type = GpkgWriter::FieldType;
constexpr double one_hour = 60;

std::vector<GpkgWriter::Field> area_fields(const RunResults& results, Language language) {
    const auto label_of = [&](Word w) { return std::string(word(w, language)); };
    std::vector<GpkgWriter::Field> fields{{"area_code", Type::text, label_of(Word::code)},
                                          {"area_name", Type::text, label_of(Word::name)},
                                          {"points", Type::integer, label_of(Word::points)},
                                          {"people", Type::real, label_of(Word::people)}};
    for (const auto& service : results.services) {
        const auto add = [&](const char* prefix, Word w) {
            fields.push_back({prefix + service.id, Type::real, label(w, service, language)});
        };
        add("mean_min_", Word::mean);
        add("median_min_", Word::median);
        add("p90_min_", Word::p90);
        add("max_min_", Word::max);
        add("within_60_", Word::within_60);
        add("beyond_60_", Word::beyond_60);
        add("beyond_60_percent_", Word::beyond_60_percent);
        add("unreached_", Word::unreached);
    }
    return fields;
}

GpkgWriter::Value optional_value(std::optional<double> value) {
    return value ? GpkgWriter::Value(*value) : GpkgWriter::Value(std::monostate{});
}

void append_figures(const Summary& summary, const access::AreaStatistics& row, std::vector<GpkgWriter::Value>& values) {
    const double beyond = summary.beyond(row, one_hour).value();
    for (const auto& time : {row.mean_min, row.median_min, row.p90_min, row.max_min}) {
        values.push_back(optional_value(time));
    }
    values.emplace_back(summary.within(row, one_hour).value());
    values.emplace_back(beyond);
    values.push_back(row.people.is_zero() ? optional_value({}) : optional_value(100 * beyond / row.people.value()));
    values.emplace_back((row.people - row.reached).value());
}

std::vector<GpkgWriter::Value> area_values(const RunResults& results, const Summary& summary, std::size_t level,
                                           std::size_t area) {
    const std::size_t groups = results.demand.groups.size();
    const std::size_t services = results.services.size();
    const auto& described = results.levels[level].areas[area];
    std::vector<GpkgWriter::Value> values{described.code, described.name};
    for (std::size_t s = 0; s < services; ++s) {
        const auto& row = summary.levels[level][(area * services + s) * groups];
        if (s == 0) {
            values.emplace_back(std::int64_t{row.points});
            values.emplace_back(row.people.value());
        }
        append_figures(summary, row, values);
    }
    return values;
}

std::vector<GpkgWriter::Field> facility_fields(const RunResults& results, Language language) {
    const auto label_of = [&](Word w) { return std::string(word(w, language)); };
    std::vector<GpkgWriter::Field> fields{{"facility_id", Type::text, label_of(Word::identifier)},
                                          {"name", Type::text, label_of(Word::name)},
                                          {"status", Type::text, label_of(Word::status)},
                                          {"snap_m", Type::real, label_of(Word::snap_m)}};
    for (const auto& service : results.services) {
        fields.push_back({"nearest_people_" + service.id, Type::real, label(Word::nearest_people, service, language)});
    }
    return fields;
}

}  // namespace

LayerCount add_area_layer(const RunResults& results, const Summary& summary, std::size_t level, Language language,
                          GpkgWriter& map) {
    const auto& areas = results.levels[level];
    const auto name = "areas_" + areas.id;
    map.begin_layer(name,
                    std::string(word(Word::layer_areas, language)) + " (" +
                        title(areas.title_en, areas.title_ja, areas.id, language) + ")",
                    GpkgWriter::Shape::polygon, area_fields(results, language));
    for (std::size_t a = 0; a < areas.areas.size(); ++a) {
        map.add(areas.areas[a].shape, area_values(results, summary, level, a));
    }
    for (const auto& service : results.services) {
        map.add_style(
            name, label(Word::median, service, language),
            graduated_qml(GpkgWriter::Shape::polygon, "median_min_" + service.id, summary.thresholds, language));
    }
    return {name, static_cast<std::int64_t>(areas.areas.size())};
}

LayerCount add_facility_layer(const RunResults& results, Language language, GpkgWriter& map) {
    map.begin_layer("facilities", std::string(word(Word::layer_facilities, language)), GpkgWriter::Shape::point,
                    facility_fields(results, language));
    const auto people = nearest_people(results);
    for (std::size_t f = 0; f < results.facilities.size(); ++f) {
        const auto& facility = results.facilities.facilities[f];
        const auto& snap = results.result.facility_snaps[f];
        const auto* reason = std::get_if<network::Reason>(&snap);
        std::vector<GpkgWriter::Value> values{facility.id, facility.name,
                                              std::string(reason != nullptr ? network::name(*reason) : "on_network"),
                                              optional_value(snap_metres(snap))};
        for (std::size_t s = 0; s < results.services.size(); ++s) {
            const bool gives = std::ranges::binary_search(results.services[s].facilities, FacilityId{f});
            values.push_back(gives ? optional_value(people[s][f].value()) : optional_value({}));
        }
        map.add(facility.position, values);
    }
    return {"facilities", static_cast<std::int64_t>(results.facilities.size())};
}

}  // namespace michinori::report
