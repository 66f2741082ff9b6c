// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <variant>

#include "report/gpkg_style.h"
#include "report/map_layers.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using Type = GpkgWriter::FieldType;

std::vector<GpkgWriter::Field> access_fields(const RunResults& results, Language language) {
    const auto label_of = [&](Word w) { return std::string(word(w, language)); };
    std::vector<GpkgWriter::Field> fields{{"demand_id", Type::text, label_of(Word::identifier)}};
    for (std::size_t g = 0; g < results.demand.groups.size(); ++g) {
        const auto& group = results.demand.groups[g];
        const auto column = g == 0 ? std::string("population") : "people_" + group;
        fields.push_back({column, Type::real, label_of(Word::people) + (g == 0 ? "" : " (" + group + ")")});
    }
    for (const auto& level : results.levels) {
        fields.push_back({"area_" + level.id, Type::text,
                          title(level.title_en, level.title_ja, level.id, language) + " (" + level.id + ")"});
    }
    fields.push_back({"snap_m", Type::real, label_of(Word::snap_m)});
    for (const auto& service : results.services) {
        fields.push_back({"minutes_" + service.id, Type::real, label(Word::minutes, service, language)});
        fields.push_back({"status_" + service.id, Type::text, label(Word::status, service, language)});
        fields.push_back({"facility_" + service.id, Type::text, label(Word::nearest_facility, service, language)});
        fields.push_back({"second_minutes_" + service.id, Type::real, label(Word::second_minutes, service, language)});
    }
    return fields;
}

GpkgWriter::Value optional_value(std::optional<double> value) {
    return value ? GpkgWriter::Value(*value) : GpkgWriter::Value(std::monostate{});
}

void append_outcome(const RunResults& results, const access::Outcome& outcome, std::vector<GpkgWriter::Value>& values) {
    const auto* reached = std::get_if<access::Reached>(&outcome);
    if (reached == nullptr) {
        values.insert(values.end(), {std::monostate{}, status(outcome), std::monostate{}, std::monostate{}});
        return;
    }
    const auto& facility = results.facilities.facilities[reached->nearest.facility.index()];
    values.insert(values.end(), {minutes(reached->nearest.time), status(outcome), facility.id});
    values.push_back(reached->second ? optional_value(minutes(reached->second->time)) : optional_value({}));
}

std::vector<GpkgWriter::Value> access_values(const RunResults& results, std::size_t d) {
    std::vector<GpkgWriter::Value> values{results.demand.points[d].id};
    for (const auto& people : results.demand.people) {
        values.emplace_back(people[d].value());
    }
    for (std::size_t level = 0; level < results.levels.size(); ++level) {
        values.emplace_back(area_code(results, level, d));
    }
    values.push_back(optional_value(snap_metres(results.result.demand_snaps[d])));
    for (const auto& outcomes : results.result.outcomes) {
        append_outcome(results, outcomes[d], values);
    }
    return values;
}

}  // namespace

LayerCount add_access_layer(const RunResults& results, const Summary& summary, Language language, GpkgWriter& map) {
    map.begin_layer("access", std::string(word(Word::layer_access, language)), GpkgWriter::Shape::point,
                    access_fields(results, language));
    for (std::size_t d = 0; d < results.demand.size(); ++d) {
        map.add(results.demand.points[d].position, access_values(results, d));
    }
    for (const auto& service : results.services) {
        map.add_style("access", label(Word::minutes, service, language),
                      graduated_qml(GpkgWriter::Shape::point, "minutes_" + service.id, summary.thresholds, language));
    }
    return {"access", static_cast<std::int64_t>(results.demand.size())};
}

LayerCount add_unreached_layer(const RunResults& results, Language language, GpkgWriter& map) {
    const auto label_of = [&](Word w) { return std::string(word(w, language)); };
    map.begin_layer("unreached", label_of(Word::layer_unreached), GpkgWriter::Shape::point,
                    {{"demand_id", Type::text, label_of(Word::identifier)},
                     {"service", Type::text, label_of(Word::service)},
                     {"reason", Type::text, label_of(Word::status)},
                     {"reason_words", Type::text, label_of(Word::reason)},
                     {"population", Type::real, label_of(Word::people)}});
    std::int64_t rows = 0;
    for (std::size_t s = 0; s < results.services.size(); ++s) {
        for (std::size_t d = 0; d < results.demand.size(); ++d) {
            if (const auto* reason = std::get_if<network::Reason>(&results.result.outcomes[s][d])) {
                map.add(results.demand.points[d].position,
                        {results.demand.points[d].id, results.services[s].id, std::string(network::name(*reason)),
                         std::string(words_of(*reason, language)), results.demand.people[0][d].value()});
                ++rows;
            }
        }
    }
    return {"unreached", rows};
}

}  // namespace michinori::report
