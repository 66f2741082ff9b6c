// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_map.h"
#include "report/gpkg_style.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using scenario::NeedBound;
using Type = GpkgWriter::FieldType;
using Shape = GpkgWriter::Shape;
using Values = std::vector<GpkgWriter::Value>;
using Fields = std::vector<GpkgWriter::Field>;

GpkgWriter::Value yes_no(bool yes) {
    return std::string(yes ? "yes" : "no");
}

std::optional<double> percent_of(People part, People whole) {
    return whole.is_zero() ? std::nullopt : std::optional(100 * part.value() / whole.value());
}

Fields area_fields(const NetworkMap& m) {
    Fields fields{{"area_code", Type::text, m.words("Code", "コード")},
                  {"area_name", Type::text, m.words("Name", "名称")},
                  {"people", Type::real, m.words("People", "人口")},
                  {"lacks", Type::text, m.words("Lacks a required tier", "必要な段階の欠如")},
                  {"lacking", Type::text, m.words("Required tiers it lacks", "欠けている段階")}};
    const auto add = [&](const std::string& field, const char* en, const char* ja, const std::string& title,
                         const std::string& id) {
        fields.push_back({field + id, Type::real, m.label(en, ja, title, id)});
    };
    for (const auto& offer : m.network.offers) {
        add("sites_", "Sites", "施設数", title_of(offer, m.outputs.language), offer.id);
        add("within_percent_", "Within the limit, % of people", "上限以内の人口割合(%)",
            title_of(offer, m.outputs.language), offer.id);
    }
    for (const auto& chain : m.network.chains) {
        add("complete_percent_", "Chain complete, % of people", "全段階可の人口割合(%)",
            title_of(*chain.rule, m.outputs.language), chain.rule->id);
    }
    fields.push_back({"unmet_percent", Type::real, m.words("Unmet need, % (central)", "満たされない需要(%)・中位")});
    for (const auto& specialty : m.network.specialties) {
        add("ratio_", "Physicians to the nation's", "医師数の全国比", title_of(*specialty.rule, m.outputs.language),
            specialty.rule->id);
        fields.push_back({"few_" + specialty.rule->id, Type::text,
                          m.label("Few physicians", "医師が少ない", title_of(*specialty.rule, m.outputs.language),
                                  specialty.rule->id)});
    }
    return fields;
}

/// lacks, lacking
void append_lacking(const NetworkMap& m, std::size_t l, std::size_t area, Values& values) {
    std::string list;
    bool asked = false;
    for (std::size_t o = 0; o < m.network.offers.size(); ++o) {
        const auto& table = m.network.offer_areas[o][l];
        const bool required = m.network.offers[o].level == table.level;
        asked = asked || required;
        if (required && table.sites[area] == 0) {
            list += (list.empty() ? "" : m.ja ? "、" : ", ") + title_of(m.network.offers[o], m.outputs.language);
        }
    }
    values.push_back(asked ? yes_no(!list.empty()) : GpkgWriter::Value());
    values.emplace_back(list);
}

std::optional<double> unmet_percent(const NetworkMap& m, std::size_t l, std::size_t area) {
    if (!m.network.need) {
        return std::nullopt;
    }
    const auto& need = (*m.network.need)[static_cast<std::size_t>(NeedBound::central)];
    const auto& row = need.areas[m.network.levels[l]][area];
    return need.served ? percent_of(row.cases - row.served, row.cases) : std::nullopt;
}

GpkgWriter::Value people_of_area(const NetworkMap& m, std::size_t l, std::size_t a) {
    return m.network.offer_areas.empty() ? GpkgWriter::Value()
                                         : GpkgWriter::Value(m.network.offer_areas[0][l].areas[a].people.value());
}

Values area_values(const NetworkMap& m, std::size_t l, std::size_t a) {
    const auto& area = m.level(l).areas[a];
    Values values{area.code, area.name, people_of_area(m, l, a)};
    append_lacking(m, l, a, values);
    for (const auto& tables : m.network.offer_areas) {
        values.emplace_back(static_cast<double>(tables[l].sites[a]));
        values.push_back(optional_value(percent_of(tables[l].areas[a].within, tables[l].areas[a].people)));
    }
    for (const auto& chain : m.network.chains) {
        const auto& figures = chain.levels[l].areas[a];
        values.push_back(optional_value(percent_of(figures.within, figures.people)));
    }
    values.push_back(optional_value(unmet_percent(m, l, a)));
    for (const auto& specialty : m.network.specialties) {
        const auto& row = specialty.areas[m.network.levels[l]][a];
        values.push_back(optional_value(row.ratio));
        values.push_back(row.ratio ? yes_no(row.few) : GpkgWriter::Value());
    }
    return values;
}

}  // namespace

LayerCount add_care_areas(const NetworkMap& m, std::size_t l) {
    const auto layer = m.layer_name("care_areas_" + m.level(l).id);
    m.map.begin_layer(layer,
                      m.layer_title("areas", "区域") + " (" +
                          title(m.level(l).title_en, m.level(l).title_ja, m.level(l).id, m.outputs.language) + ")",
                      Shape::polygon, area_fields(m));
    for (std::size_t a = 0; a < m.level(l).areas.size(); ++a) {
        m.map.add(m.level(l).areas[a].shape, area_values(m, l, a));
    }
    const std::vector<Category> lacks{{"yes", m.words("lacks a tier", "段階の欠如あり"), colour_near},
                                      {"no", m.words("has them all", "すべてあり"), colour_yes}};
    m.map.add_style(layer, m.words("Required tiers", "必要な段階"), categorised_qml(Shape::polygon, "lacks", lacks));
    const std::vector<Category> few{{"yes", m.words("few", "少ない"), colour_near},
                                    {"no", m.words("not few", "少なくない"), colour_yes}};
    for (const auto& specialty : m.network.specialties) {
        m.map.add_style(layer, title_of(*specialty.rule, m.outputs.language) + " (" + specialty.rule->id + ")",
                        categorised_qml(Shape::polygon, "few_" + specialty.rule->id, few));
    }
    return {layer, static_cast<std::int64_t>(m.level(l).areas.size())};
}

}  // namespace michinori::report
