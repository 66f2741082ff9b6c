// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>

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

Values site_values(const NetworkMap& m, const scenario::CareOffer& offer, std::uint32_t site, People nearest) {
    const auto& facility = facility_of(m.outputs, offer.sites[site]);
    std::string has;
    for (const auto capability : capabilities_of(m.network, offer.sites[site])) {
        has += (has.empty() ? "" : m.ja ? "、" : ", ") + title_of(m.network.offers[capability], m.outputs.language);
    }
    Values values{facility.id, facility.name, offer.id, title_of(offer, m.outputs.language), has, nearest.value()};
    const bool counted = m.network.rule->need && m.network.rule->need->tier == offer.id;
    const bool given = counted && site < m.network.capacity.size() && m.network.capacity[site];
    values.push_back(given ? GpkgWriter::Value(m.network.capacity[site]->value()) : GpkgWriter::Value());
    const auto* served = counted && m.network.need
                             ? (*m.network.need)[static_cast<std::size_t>(NeedBound::central)].served.get()
                             : nullptr;
    values.push_back(served == nullptr ? GpkgWriter::Value() : GpkgWriter::Value(served->load(site).value()));
    return values;
}

std::vector<Category> offer_categories(const NetworkMap& m) {
    static constexpr std::array<std::string_view, 6> colours{"44,123,182,255", "253,174,97,255", "153,0,38,255",
                                                             "118,42,131,255", "0,104,55,255",   "90,90,90,255"};
    std::vector<Category> categories;
    for (std::size_t o = 0; o < m.network.offers.size(); ++o) {
        categories.push_back({m.network.offers[o].id, title_of(m.network.offers[o], m.outputs.language),
                              colours[std::min(o, colours.size() - 1)]});
    }
    return categories;
}

std::string rank_band(std::size_t row) {
    return row == 0 ? "1" : row < 5 ? "2-5" : row < 10 ? "6-10" : "11-";
}

}  // namespace

LayerCount add_care_sites(const NetworkMap& m) {
    const auto layer = m.layer_name("care_sites");
    m.map.begin_layer(layer, m.layer_title("sites", "施設"), Shape::point,
                      {{"facility_id", Type::text, m.words("Id", "識別子")},
                       {"name", Type::text, m.words("Name", "名称")},
                       {"offer", Type::text, m.words("Tier or capability, id", "段階・機能の識別子")},
                       {"offer_title", Type::text, m.words("Tier or capability", "段階・機能")},
                       {"capabilities", Type::text, m.words("Capabilities of its own", "自院の機能")},
                       {"nearest_people", Type::real, m.words("People nearest to it", "ここが最寄りの人口")},
                       {"capacity", Type::real, m.words("Capacity a year", "年間の受入可能数")},
                       {"assigned", Type::real, m.words("Cases assigned (central)", "割り当てた需要(中位)")}});
    std::int64_t rows = 0;
    for (const auto& offer : m.network.offers) {
        const auto nearest = nearest_people(m.outputs, m.network, offer);
        for (std::uint32_t site = 0; site < offer.sites.size(); ++site, ++rows) {
            m.map.add(facility_of(m.outputs, offer.sites[site]).position, site_values(m, offer, site, nearest[site]));
        }
    }
    m.map.add_style(layer, m.words("Tier or capability", "段階・機能"),
                    categorised_qml(Shape::point, "offer", offer_categories(m)));
    return {layer, rows};
}

LayerCount add_care_links(const NetworkMap& m) {
    const auto layer = m.layer_name("care_links");
    m.map.begin_layer(layer, m.layer_title("referrals", "紹介・連携"), Shape::line,
                      {{"from_id", Type::text, m.words("From", "紹介元")},
                       {"to_id", Type::text, m.words("To", "紹介先")},
                       {"capability", Type::text, m.words("For", "対象の機能")},
                       {"minutes", Type::real, m.words("Minutes", "所要時間(分)")}});
    for (const auto& link : m.network.links.all) {
        const auto& from = facility_of(m.outputs, link.from);
        const auto& to = facility_of(m.outputs, link.to);
        m.map.add(std::vector{from.position, to.position},
                  {from.id, to.id, link.capability,
                   optional_value(link.time ? std::optional(minutes(*link.time)) : std::nullopt)});
    }
    m.map.add_style(layer, m.words("Minutes", "所要時間(分)"),
                    graduated_qml(Shape::line, "minutes", care_map_limits(), m.outputs.language));
    return {layer, static_cast<std::int64_t>(m.network.links.all.size())};
}

LayerCount add_care_new_sites(const NetworkMap& m) {
    const auto layer = m.layer_name("care_new_sites");
    m.map.begin_layer(layer, m.layer_title("where one more would help", "新設候補の順位"), Shape::point,
                      {{"facility_id", Type::text, m.words("Id", "識別子")},
                       {"name", Type::text, m.words("Name", "名称")},
                       {"offer", Type::text, m.words("Tier or capability", "段階・機能")},
                       {"rank", Type::integer, m.words("Rank", "順位")},
                       {"rank_band", Type::text, m.words("Rank, band", "順位の帯")},
                       {"newly_within", Type::real, m.words("People newly within", "新たに上限以内となる人口")},
                       {"hours_saved", Type::real, m.words("Person-hours saved, one way", "短縮(延べ時間・片道)")},
                       {"newly_served", Type::real, m.words("Cases newly served (central)", "新たに受けられる需要")}});
    std::int64_t rows = 0;
    for (const auto& sites : m.network.new_sites) {
        for (std::size_t r = 0; r < sites.rows.size(); ++r, ++rows) {
            const auto& row = sites.rows[r];
            const auto& facility = facility_of(m.outputs, sites.candidates[row.candidate]);
            m.map.add(facility.position,
                      {facility.id, facility.name, m.network.offers[sites.offer].id, static_cast<std::int64_t>(r) + 1,
                       rank_band(r), row.newly_within.value(), row.minutes_saved / 60,
                       tells_served(m.network, sites)
                           ? GpkgWriter::Value(row.newly_served[static_cast<std::size_t>(NeedBound::central)].value())
                           : GpkgWriter::Value()});
        }
    }
    const std::vector<Category> bands{{"1", "1", "153,0,38,255"},
                                      {"2-5", "2-5", "240,59,32,255"},
                                      {"6-10", "6-10", "253,174,97,255"},
                                      {"11-", m.words("later", "11位以下"), colour_no}};
    m.map.add_style(layer, m.words("Rank", "順位"), categorised_qml(Shape::point, "rank_band", bands));
    return {layer, rows};
}

}  // namespace michinori::report
