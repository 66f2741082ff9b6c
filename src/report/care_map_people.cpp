// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <variant>

#include "report/care_map.h"
#include "report/gpkg_style.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using Type = GpkgWriter::FieldType;
using Shape = GpkgWriter::Shape;
using Values = std::vector<GpkgWriter::Value>;
using Fields = std::vector<GpkgWriter::Field>;

Fields cell_fields(const NetworkMap& m) {
    Fields fields{{"demand_id", Type::text, m.words("Demand point", "需要点")},
                  {"people", Type::real, m.words("People", "人口")}};
    for (const auto& chain : m.network.chains) {
        const auto& id = chain.rule->id;
        const auto add = [&](const char* field, Type type, const char* en, const char* ja) {
            fields.push_back({field + id, type, m.label(en, ja, title_of(*chain.rule, m.outputs.language), id)});
        };
        add("status_", Type::text, "Chain", "経路");
        add("missing_", Type::text, "Missing step", "欠ける段階");
        add("minutes_", Type::real, "Minutes of the chain", "経路の所要時間(分)");
        add("flown_", Type::real, "Minutes with aircraft", "航空機利用(分)");
        add("tele_", Type::text, "Whole by consultation at a distance", "遠隔医療で補える段階");
    }
    for (const auto& offer : m.network.offers) {
        fields.push_back({"to_" + offer.id, Type::real,
                          m.label("Minutes to", "所要時間(分)", title_of(offer, m.outputs.language), offer.id)});
    }
    for (const auto& catchment : m.network.catchments) {
        fields.push_back(
            {"capacity_" + catchment.settings->id, Type::real,
             m.words("Capacity within reach per 100,000: ", "到達可能な供給量(10万対)：") + catchment.settings->id});
    }
    return fields;
}

std::optional<double> total_of(const std::optional<care::ChainWay>& way) {
    return way ? std::optional(minutes(way->total)) : std::nullopt;
}

void append_chain(const scenario::CareChain& chain, std::size_t d, Values& values) {
    const auto& outcome = chain.outcomes[d];
    values.emplace_back(std::string(status_of(outcome)));
    values.emplace_back(outcome.missing ? tier_of_step(chain, outcome.missing->step) : std::string());
    values.push_back(optional_value(total_of(outcome.usual)));
    values.push_back(optional_value(chain.flown.empty() ? std::nullopt : total_of(chain.flown[d].usual)));
    const auto* tele = helping_tele(chain, d);
    values.emplace_back(tele == nullptr ? std::string() : name(chain, *tele));
}

Values cell_values(const NetworkMap& m, std::size_t d) {
    Values values{m.outputs.inputs.demand.points[d].id, people_at(m.outputs, m.network, d).value()};
    for (const auto& chain : m.network.chains) {
        append_chain(chain, d, values);
    }
    for (const auto& offer : m.network.offers) {
        const auto* reached = std::get_if<access::Reached>(&offer.nearest[d]);
        values.push_back(
            optional_value(reached == nullptr ? std::nullopt : std::optional(minutes(reached->nearest.time))));
    }
    for (const auto& catchment : m.network.catchments) {
        values.emplace_back(catchment.found.access[d] * per_people);
    }
    return values;
}

std::vector<Category> status_categories(const NetworkMap& m) {
    return {{"complete", m.words("complete", "全段階可"), colour_yes},
            {"whole_too_far", words_of(care::ChainBreak::whole_too_far, m.outputs.language), "255,237,160,255"},
            {"too_far", words_of(care::ChainBreak::too_far, m.outputs.language), colour_near},
            {"no_site", words_of(care::ChainBreak::no_site, m.outputs.language), "153,0,38,255"}};
}

}  // namespace

LayerCount add_care_cells(const NetworkMap& m) {
    const auto layer = m.layer_name("care_cells");
    m.map.begin_layer(layer, m.layer_title("demand points", "需要点"), Shape::point, cell_fields(m));
    for (std::size_t d = 0; d < m.outputs.inputs.demand.size(); ++d) {
        m.map.add(m.outputs.inputs.demand.points[d].position, cell_values(m, d));
    }
    for (const auto& chain : m.network.chains) {
        m.map.add_style(layer, m.label("Chain", "経路", title_of(*chain.rule, m.outputs.language), chain.rule->id),
                        categorised_qml(Shape::point, "status_" + chain.rule->id, status_categories(m)));
    }
    for (const auto& offer : m.network.offers) {
        m.map.add_style(layer, m.label("Minutes to", "所要時間(分)", title_of(offer, m.outputs.language), offer.id),
                        graduated_qml(Shape::point, "to_" + offer.id, care_map_limits(), m.outputs.language));
    }
    return {layer, static_cast<std::int64_t>(m.outputs.inputs.demand.size())};
}

}  // namespace michinori::report
