// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/closure_outputs.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "io/csv_writer.h"
#include "io/gpkg_writer.h"
#include "report/json_parts.h"
#include "report/map_layers.h"
#include "report/names_of_ids.h"
#include "report/place_words.h"
#include "report/summary.h"
#include "report/text_table.h"
#include "report/workbook_outputs.h"

namespace michinori::report {
namespace {

using access::ClosureEffect;
using io::CsvWriter;
using io::GpkgWriter;
using scenario::ClosureTable;

constexpr std::size_t shown = 10;  // on a screen

const access::Service& service_of(const ClosureOutputs& outputs, const ClosureTable& table) {
    return outputs.analysis.services[table.service];
}

const std::string& group_of(const ClosureOutputs& outputs, const ClosureTable& table) {
    return outputs.region.inputs().demand.groups[table.group];
}

const access::FacilitySet::Facility& facility_of(const ClosureOutputs& outputs, FacilityId id) {
    return outputs.region.inputs().facilities.facilities[id.index()];
}

People total_of(const ClosureOutputs& outputs, const ClosureTable& table) {
    return outputs.region.inputs().demand.total(table.group);
}

std::vector<double> all_thresholds(const ClosureOutputs& outputs) {
    std::vector<const access::Service*> services;
    for (const auto& table : outputs.tables) {
        services.push_back(&service_of(outputs, table));
    }
    return thresholds_of(services);
}

std::string where(const ClosureOutputs& outputs, DemandId point) {
    return place_name(outputs.region.inputs().levels, outputs.analysis.area_of, point);
}

std::vector<std::string> effect_columns(const std::vector<double>& thresholds) {
    std::vector<std::string> columns{"affected", "cut_off", "added_person_minutes", "mean_added_min"};
    for (const double t : thresholds) {
        columns.push_back(fmt::format("newly_beyond_{}", t));
    }
    for (const char* name : {"worst_added_min", "worst_demand_id", "worst_place"}) {
        columns.emplace_back(name);
    }
    return columns;
}

std::optional<double> mean_added(const ClosureEffect& effect) {
    const auto stay = effect.affected - effect.cut_off;
    return stay.is_zero() ? std::nullopt : std::optional(effect.added_person_minutes / stay.value());
}

void put_effect(const ClosureOutputs& outputs, const ClosureTable& table, const ClosureEffect& effect,
                const std::vector<double>& thresholds, CsvWriter& csv) {
    csv.people(effect.affected)
        .people(effect.cut_off)
        .fixed(effect.added_person_minutes, 1)
        .minutes(mean_added(effect));
    const auto& own = service_of(outputs, table).thresholds_min;
    for (const double t : thresholds) {
        const auto found = std::ranges::find(own, t);
        found == own.end() ? csv.empty()
                           : csv.people(effect.newly_beyond[static_cast<std::size_t>(found - own.begin())]);
    }
    if (!effect.worst) {
        csv.empty().empty().empty();
        return;
    }
    csv.minutes(minutes(effect.worst->added));
    csv.text(outputs.region.inputs().demand.points[effect.worst->point.index()].id);
    csv.text(where(outputs, effect.worst->point));
}

std::int64_t write_singles(const ClosureOutputs& outputs, const std::filesystem::path& file) {
    const auto thresholds = all_thresholds(outputs);
    std::vector<std::string> columns{"service", "group", "rank", "facility_id", "facility_name"};
    std::ranges::copy(effect_columns(thresholds), std::back_inserter(columns));
    CsvWriter csv(file, columns);
    for (const auto& table : outputs.tables) {
        for (std::size_t i = 0; i < table.singles.size(); ++i) {
            const auto& facility = facility_of(outputs, table.singles[i].closed.front());
            csv.text(service_of(outputs, table).id).text(group_of(outputs, table));
            csv.integer(static_cast<std::int64_t>(i) + 1).text(facility.id).text(facility.name);
            put_effect(outputs, table, table.singles[i], thresholds, csv);
            csv.end_row();
        }
    }
    return csv.close();
}

/// What two closures do beyond the sum of each alone: people newly beyond the ranking limit.
People together(const ClosureTable& table, const ClosureEffect& pair) {
    People alone;
    for (const auto& single : table.singles) {
        alone += std::ranges::find(pair.closed, single.closed.front()) == pair.closed.end()
                     ? People()
                     : single.newly_beyond[table.limit];
    }
    return pair.newly_beyond[table.limit] - alone;
}

std::int64_t write_pairs(const ClosureOutputs& outputs, const std::filesystem::path& file) {
    const auto thresholds = all_thresholds(outputs);
    std::vector<std::string> columns{"service",       "group",         "rank",           "facility_id",
                                     "facility_name", "facility_id_2", "facility_name_2"};
    std::ranges::copy(effect_columns(thresholds), std::back_inserter(columns));
    columns.emplace_back("newly_beyond_more_than_each_alone");
    CsvWriter csv(file, columns);
    for (const auto& table : outputs.tables) {
        for (std::size_t i = 0; i < table.pairs.size(); ++i) {
            csv.text(service_of(outputs, table).id).text(group_of(outputs, table));
            csv.integer(static_cast<std::int64_t>(i) + 1);
            for (const auto id : table.pairs[i].closed) {
                csv.text(facility_of(outputs, id).id).text(facility_of(outputs, id).name);
            }
            put_effect(outputs, table, table.pairs[i], thresholds, csv);
            csv.people(together(table, table.pairs[i])).end_row();
        }
    }
    return csv.close();
}

std::int64_t write_takeover(const ClosureOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file,
                  {"service", "group", "facility_id", "facility_name", "takes_over_id", "takes_over_name", "people"});
    for (const auto& table : outputs.tables) {
        for (const auto& effect : table.singles) {
            const auto& closed = facility_of(outputs, effect.closed.front());
            for (const auto& [id, people] : effect.takes_over) {
                csv.text(service_of(outputs, table).id).text(group_of(outputs, table));
                csv.text(closed.id).text(closed.name);
                csv.text(facility_of(outputs, id).id).text(facility_of(outputs, id).name).people(people).end_row();
            }
        }
    }
    return csv.close();
}

LayerCount add_layer(const ClosureOutputs& outputs, const ClosureTable& table, std::size_t number, GpkgWriter& map) {
    using Type = GpkgWriter::FieldType;
    const bool ja = outputs.language == Language::japanese;
    const auto& service = service_of(outputs, table);
    const auto layer = fmt::format("closures_{}_{}", service.id, number);
    std::vector<GpkgWriter::Field> fields{
        {"facility_id", Type::text, ja ? "施設" : "Facility"},
        {"facility_name", Type::text, ja ? "名称" : "Name"},
        {"rank", Type::integer, ja ? "影響の順位" : "Rank of the loss"},
        {"affected", Type::real, ja ? "最寄りの人" : "People nearest to it"},
        {"cut_off", Type::real, ja ? "行けなくなる人" : "People cut off"},
        {"added_person_minutes", Type::real, ja ? "増える人・分" : "Added person-minutes"}};
    for (const double t : service.thresholds_min) {
        fields.push_back({fmt::format("newly_beyond_{}", t), Type::real,
                          fmt::format(fmt::runtime(ja ? "{} 分を超える人" : "People put beyond {} min"), t)});
    }
    map.begin_layer(layer,
                    title(service.title_en, service.title_ja, service.id, outputs.language) +
                        (ja ? ": 1施設がやめた場合" : ": if one facility stopped"),
                    GpkgWriter::Shape::point, fields);
    for (std::size_t i = 0; i < table.singles.size(); ++i) {
        const auto& effect = table.singles[i];
        const auto& facility = facility_of(outputs, effect.closed.front());
        std::vector<GpkgWriter::Value> values{facility.id,
                                              facility.name,
                                              static_cast<std::int64_t>(i) + 1,
                                              effect.affected.value(),
                                              effect.cut_off.value(),
                                              effect.added_person_minutes};
        for (const auto people : effect.newly_beyond) {
            values.emplace_back(people.value());
        }
        map.add(facility.position, values);
    }
    return {layer, static_cast<std::int64_t>(table.singles.size())};
}

std::vector<LayerCount> write_map(const ClosureOutputs& outputs, const std::filesystem::path& file) {
    GpkgWriter map(file);
    std::vector<LayerCount> layers;
    for (std::size_t t = 0; t < outputs.tables.size(); ++t) {
        layers.push_back(add_layer(outputs, outputs.tables[t], t + 1, map));
    }
    map.close();
    return layers;
}

Json tables_json(const ClosureOutputs& outputs) {
    Json json = Json::array();
    for (const auto& table : outputs.tables) {
        const auto& service = service_of(outputs, table);
        json.push_back({{"service", service.id},
                        {"group", group_of(outputs, table)},
                        {"people", people_json(total_of(outputs, table))},
                        {"ranked_by_minutes", service.thresholds_min[table.limit]},
                        {"facilities", service.facilities.size()},
                        {"closures", table.singles.size()},
                        {"pairs", table.pairs.size()}});
    }
    return json;
}

}  // namespace

void write_closures(const ClosureOutputs& outputs, io::OutputFolder& out) {
    std::vector<StagedTable> counted;
    const auto count = [&](const char* name, std::int64_t rows) { counted.push_back({name, rows, {}}); };
    count("closures.csv", write_singles(outputs, out.stage("closures.csv")));
    if (std::ranges::any_of(outputs.tables, [](const ClosureTable& table) { return !table.pairs.empty(); })) {
        count("closure_pairs.csv", write_pairs(outputs, out.stage("closure_pairs.csv")));
    }
    count("closure_takeover.csv", write_takeover(outputs, out.stage("closure_takeover.csv")));
    if (outputs.scenario.outputs.gpkg) {
        counted.push_back(staged_map("closures.gpkg", write_map(outputs, out.stage("closures.gpkg"))));
    }
    Json json{{"program", "michinori"},
              {"version", outputs.version},
              {"scenario", scenario_json(outputs.scenario)},
              {"parameters", parameters_json(outputs.scenario, outputs.region.inputs().profile)},
              {"inputs", inputs_json(outputs.log)},
              {"closures", tables_json(outputs)},
              {"findings", findings_json(outputs.log.findings.all(), outputs.language)}};
    if (outputs.scenario.outputs.workbook) {
        const auto& inputs = outputs.region.inputs();
        const auto names = names_of_ids(outputs.analysis.services, inputs.demand.groups, inputs.levels);
        counted.push_back(write_workbook(json, names, outputs.language, out));
    }
    json["outputs"] = outputs_json(out, counted);
    out.write_text("closures.json", to_text(json));
}

std::string closures_text(const ClosureOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (const auto& table : outputs.tables) {
        const auto& service = service_of(outputs, table);
        const auto limit = service.thresholds_min[table.limit];
        text += fmt::format(
            fmt::runtime(ja ? "{}: 1施設がやめたとき（{}、{} 人）\n" : "{}: if one facility stopped ({}, {})\n"),
            title(service.title_en, service.title_ja, service.id, outputs.language), group_of(outputs, table),
            grouped(total_of(outputs, table)));
        TextTable rows({{ja ? "施設" : "Facility", TextTable::left},
                        {ja ? "最寄りの人" : "Nearest to", TextTable::right},
                        {fmt::format(fmt::runtime(ja ? "{}分超になる人" : "Beyond {} min"), limit), TextTable::right},
                        {ja ? "行けなくなる人" : "Cut off", TextTable::right},
                        {ja ? "平均の増加(分)" : "Mean added min", TextTable::right},
                        {ja ? "最大(分)" : "Worst min", TextTable::right},
                        {ja ? "その場所" : "Where", TextTable::left}});
        for (std::size_t i = 0; i < std::min(shown, table.singles.size()); ++i) {
            const auto& effect = table.singles[i];
            const auto mean = mean_added(effect);
            rows.row({facility_of(outputs, effect.closed.front()).name, grouped(effect.affected),
                      grouped(effect.newly_beyond[table.limit]), grouped(effect.cut_off),
                      mean ? fmt::format("{:.1f}", *mean) : "-",
                      effect.worst ? fmt::format("{:.1f}", minutes(effect.worst->added)) : "-",
                      effect.worst ? where(outputs, effect.worst->point) : ""});
        }
        text += rows.text("  ");
        if (table.singles.size() > shown) {
            text += fmt::format(
                fmt::runtime(ja ? "  ほか {} 施設は closures.csv にあります\n" : "  {} more in closures.csv\n"),
                table.singles.size() - shown);
        }
        text += "\n";
    }
    return text;
}

}  // namespace michinori::report
