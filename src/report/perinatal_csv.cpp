// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "io/csv_writer.h"
#include "report/wards_outputs.h"

namespace michinori::report {
namespace {

using policy::PerinatalArea;
using scenario::PerinatalTables;

std::vector<std::string> columns(bool with_drawing) {
    std::vector<std::string> names{"area_code",
                                   "area_name",
                                   "without_delivery",
                                   "delivery_facilities",
                                   "delivery_hospitals",
                                   "delivery_clinics",
                                   "centres_general",
                                   "centres_regional",
                                   "deliveries",
                                   "deliveries_not_known",
                                   "obstetricians",
                                   "obstetricians_not_known",
                                   "limit_min",
                                   "births",
                                   "births_nearest_inside",
                                   "births_beyond",
                                   "births_unreached",
                                   "births_checkup_only"};
    if (with_drawing) {
        names.insert(names.begin(), "drawing");
    }
    return names;
}

void put_count(io::CsvWriter& csv, const std::optional<std::uint32_t>& count) {
    count ? csv.integer(*count) : csv.empty();
}

void put_births(io::CsvWriter& csv, const std::optional<policy::AreaBirths>& births) {
    if (!births) {
        csv.empty().empty().empty().empty().empty();
        return;
    }
    csv.people(births->all).people(births->nearest_inside).people(births->beyond).people(births->unreached);
    births->checkup_only ? csv.people(*births->checkup_only) : csv.empty();
}

void put_area(io::CsvWriter& csv, const access::AreaLevel& level, const PerinatalArea& row, TravelTime limit) {
    csv.text(row.area ? level.areas[*row.area].code : "").text(row.area ? level.areas[*row.area].name : "");
    csv.integer(row.without_delivery() ? 1 : 0).integer(row.delivery_facilities);
    put_count(csv, row.delivery_hospitals);
    put_count(csv, row.delivery_clinics);
    put_count(csv, row.centres_general);
    put_count(csv, row.centres_regional);
    csv.people(row.deliveries.sum).integer(row.deliveries.not_known);
    csv.people(row.obstetricians.sum).integer(row.obstetricians.not_known);
    csv.minutes(minutes(limit));
    put_births(csv, row.births);
    csv.end_row();
}

void put_code_and_name(io::CsvWriter& csv, const access::AreaLevel& level, const std::optional<std::string>& code) {
    const auto found =
        code ? std::ranges::lower_bound(level.areas, *code, {}, &access::AreaLevel::Area::code) : level.areas.end();
    const bool known = found != level.areas.end() && found->code == code;
    csv.text(code.value_or("")).text(known ? found->name : "");
}

}  // namespace

std::int64_t write_perinatal_csv(const RunResults& results, const PerinatalTables& tables,
                                 const std::filesystem::path& file) {
    io::CsvWriter csv(file, columns(false));
    for (const auto& row : tables.areas) {
        put_area(csv, results.levels[tables.level], row, tables.limit);
    }
    return csv.close();
}

std::int64_t write_redraw_csv(const RunResults& results, const PerinatalTables& tables,
                              const std::filesystem::path& file) {
    io::CsvWriter csv(file, columns(true));
    for (const auto& row : tables.areas) {
        csv.text("today");
        put_area(csv, results.levels[tables.level], row, tables.limit);
    }
    for (const auto& row : tables.redraw.value().areas) {
        csv.text("proposed");
        put_area(csv, tables.redraw->level, row, tables.limit);
    }
    return csv.close();
}

std::int64_t write_moves_csv(const RunResults& results, const PerinatalTables& tables,
                             const std::filesystem::path& file) {
    const auto& redraw = tables.redraw.value();
    io::CsvWriter csv(file,
                      {"municipality", "municipality_name", "from_code", "from_name", "to_code", "to_name", "births"});
    for (std::size_t i = 0; i < redraw.moves.size(); ++i) {
        const auto& move = redraw.moves[i];
        const auto& municipality = results.levels[tables.municipality_level].areas[move.municipality];
        csv.text(municipality.code).text(municipality.name);
        put_code_and_name(csv, results.levels[tables.level], move.from);
        put_code_and_name(csv, redraw.level, move.to);
        redraw.births_of_moves[i] ? csv.people(*redraw.births_of_moves[i]) : csv.empty();
        csv.end_row();
    }
    return csv.close();
}

}  // namespace michinori::report
