// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/gpkg_style.h"
#include "report/ward_words.h"
#include "report/wards_outputs.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using Type = GpkgWriter::FieldType;
using policy::Judgement;
using policy::PerinatalArea;
using scenario::WardRow;
using scenario::WardTable;

GpkgWriter::Value count_value(const std::optional<std::uint32_t>& count) {
    return count ? GpkgWriter::Value(std::int64_t{*count}) : GpkgWriter::Value(std::monostate{});
}

std::vector<GpkgWriter::Field> ward_fields(const WardTable& table, Language language) {
    std::vector<GpkgWriter::Field> fields{{"facility_id", Type::text, std::string(word(Word::identifier, language))},
                                          {"name", Type::text, std::string(word(Word::name, language))},
                                          {"result", Type::text, word(WardWord::result, language)},
                                          {"area_code", Type::text, word(WardWord::area_code, language)},
                                          {"next_facility", Type::text, word(WardWord::next_facility, language)},
                                          {"next_status", Type::text, word(WardWord::next_status, language)},
                                          {"next_minutes", Type::real, word(WardWord::minutes_to_next, language)}};
    for (const auto& test : table.rule.tests) {
        const auto named = title(test.title_en, test.title_ja, test.id, language);
        fields.push_back({"test_" + test.id, Type::text, named + " (" + test.id + ")"});
    }
    return fields;
}

std::vector<GpkgWriter::Value> ward_values(const RunResults& results, const WardTable& table, const WardRow& row) {
    const auto& facility = results.facilities.facilities[row.facility.index()];
    const bool has_area = table.area_level && row.area;
    std::vector<GpkgWriter::Value> values{facility.id, facility.name, std::string(name(row.result.judgement)),
                                          has_area ? results.levels[*table.area_level].areas[*row.area].code : ""};
    if (const auto* next = std::get_if<access::Journey>(&row.facts.next)) {
        values.emplace_back(results.facilities.facilities[next->facility.index()].id);
        values.emplace_back(std::string("reached"));
        values.emplace_back(minutes(next->time));
    } else {
        values.emplace_back(std::monostate{});
        values.emplace_back(std::string(network::name(std::get<network::Reason>(row.facts.next))));
        values.emplace_back(std::monostate{});
    }
    for (const auto& test : row.result.tests) {
        values.emplace_back(std::string(name(test.judgement)));
    }
    return values;
}

Category category(Judgement judgement, std::string_view colour, Language language) {
    return {std::string(name(judgement)), words_of(judgement, language), colour};
}

std::vector<GpkgWriter::Field> area_fields(Language language) {
    const auto real = [&](const char* name, WardWord w) {
        return GpkgWriter::Field{name, Type::real, word(w, language)};
    };
    const auto integer = [&](const char* name, WardWord w) {
        return GpkgWriter::Field{name, Type::integer, word(w, language)};
    };
    return {{"area_code", Type::text, word(WardWord::area_code, language)},
            {"area_name", Type::text, word(WardWord::area_name, language)},
            {"without_delivery", Type::text, word(WardWord::no_delivery, language)},
            integer("delivery_facilities", WardWord::delivery_facilities),
            integer("delivery_hospitals", WardWord::delivery_hospitals),
            integer("delivery_clinics", WardWord::delivery_clinics),
            integer("centres_general", WardWord::centres_general),
            integer("centres_regional", WardWord::centres_regional),
            real("deliveries", WardWord::deliveries),
            integer("deliveries_not_known", WardWord::deliveries_not_known),
            real("obstetricians", WardWord::obstetricians),
            integer("obstetricians_not_known", WardWord::obstetricians_not_known),
            real("births", WardWord::births),
            real("births_nearest_inside", WardWord::births_inside),
            real("births_beyond", WardWord::births_beyond),
            real("births_unreached", WardWord::births_unreached),
            real("births_checkup_only", WardWord::births_checkup_only)};
}

void append_births(const std::optional<policy::AreaBirths>& births, std::vector<GpkgWriter::Value>& values) {
    for (const auto part : {&policy::AreaBirths::all, &policy::AreaBirths::nearest_inside, &policy::AreaBirths::beyond,
                            &policy::AreaBirths::unreached}) {
        values.push_back(births ? GpkgWriter::Value(((*births).*part).value()) : GpkgWriter::Value(std::monostate{}));
    }
    const auto checkup_only = births ? births->checkup_only : std::nullopt;
    values.push_back(checkup_only ? GpkgWriter::Value(checkup_only->value()) : GpkgWriter::Value(std::monostate{}));
}

std::vector<GpkgWriter::Value> area_values(const access::AreaLevel::Area& area, const PerinatalArea& row) {
    std::vector<GpkgWriter::Value> values{area.code,
                                          area.name,
                                          std::string(row.without_delivery() ? "yes" : "no"),
                                          std::int64_t{row.delivery_facilities},
                                          count_value(row.delivery_hospitals),
                                          count_value(row.delivery_clinics),
                                          count_value(row.centres_general),
                                          count_value(row.centres_regional),
                                          row.deliveries.sum.value(),
                                          std::int64_t{row.deliveries.not_known},
                                          row.obstetricians.sum.value(),
                                          std::int64_t{row.obstetricians.not_known}};
    append_births(row.births, values);
    return values;
}

}  // namespace

LayerCount add_ward_layer(const RunResults& results, const WardTable& wards, Language language, GpkgWriter& map) {
    const auto& head = wards.rule.head;
    const auto layer = "wards_" + head.id;
    map.begin_layer(
        layer,
        word(WardWord::layer_wards, language) + " (" + title(head.title_en, head.title_ja, head.id, language) + ")",
        GpkgWriter::Shape::point, ward_fields(wards, language));
    for (const auto& row : wards.rows) {
        map.add(results.facilities.facilities[row.facility.index()].position, ward_values(results, wards, row));
    }
    map.add_style(
        layer, word(WardWord::result, language),
        categorised_qml(
            GpkgWriter::Shape::point, "result",
            {category(Judgement::yes, colour_yes, language), category(Judgement::near_limit, colour_near, language),
             category(Judgement::unknown, colour_unknown, language), category(Judgement::no, colour_no, language)}));
    return {layer, static_cast<std::int64_t>(wards.rows.size())};
}

LayerCount add_perinatal_layer(const access::AreaLevel& level, const std::vector<PerinatalArea>& areas, bool proposal,
                               Language language, GpkgWriter& map) {
    const std::string layer = proposal ? "perinatal_proposal" : "perinatal_areas";
    map.begin_layer(layer, word(proposal ? WardWord::layer_proposal : WardWord::layer_perinatal, language),
                    GpkgWriter::Shape::polygon, area_fields(language));
    std::int64_t drawn = 0;
    for (const auto& row : areas) {
        if (row.area && !level.areas[*row.area].shape.parts.empty()) {
            map.add(level.areas[*row.area].shape, area_values(level.areas[*row.area], row));
            ++drawn;
        }
    }
    map.add_style(layer, word(WardWord::no_delivery, language),
                  categorised_qml(GpkgWriter::Shape::polygon, "without_delivery",
                                  {{"yes", word(WardWord::no_delivery, language), colour_near},
                                   {"no", word(WardWord::delivery_facilities, language), colour_unknown}}));
    return {layer, drawn};
}

}  // namespace michinori::report
