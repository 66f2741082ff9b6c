// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>

#include "report/text_table.h"
#include "report/ward_words.h"
#include "report/wards_outputs.h"

namespace michinori::report {
namespace {

using policy::Judgement;
using policy::PerinatalArea;

std::string births_cell(const PerinatalArea& row, People policy::AreaBirths::*part) {
    return row.births ? grouped((*row.births).*part) : std::string("-");
}

void add_flagged(TextTable& table, const access::AreaLevel& level, const std::vector<PerinatalArea>& areas,
                 const std::string& drawing) {
    for (const auto& row : areas) {
        if (row.without_delivery()) {
            const auto& area = level.areas[*row.area];
            table.row({drawing, area.code, area.name, births_cell(row, &policy::AreaBirths::all),
                       births_cell(row, &policy::AreaBirths::beyond),
                       births_cell(row, &policy::AreaBirths::unreached)});
        }
    }
}

}  // namespace

std::string flagged_areas_text(const RunResults& results, const scenario::PerinatalTables& tables, Language language) {
    const bool today = !policy::areas_without_delivery(tables.areas).empty();
    const bool proposed = tables.redraw && !policy::areas_without_delivery(tables.redraw->areas).empty();
    if (!today && !proposed) {
        return word(WardWord::none_flagged, language) + "\n";
    }
    TextTable table({{word(WardWord::drawing, language), TextTable::left},
                     {word(WardWord::area_code, language), TextTable::left},
                     {word(WardWord::area_name, language), TextTable::left},
                     {word(WardWord::births, language), TextTable::right},
                     {word(WardWord::births_beyond, language), TextTable::right},
                     {word(WardWord::births_unreached, language), TextTable::right}});
    table.rule();
    add_flagged(table, results.levels[tables.level], tables.areas, word(WardWord::today, language));
    if (tables.redraw) {
        add_flagged(table, tables.redraw->level, tables.redraw->areas, word(WardWord::proposed, language));
    }
    return word(WardWord::flagged_heading, language) + "\n" + table.text("  ");
}

std::string wards_text(const std::vector<scenario::WardTable>& wards, Language language) {
    constexpr std::array shown{Judgement::yes, Judgement::near_limit, Judgement::unknown, Judgement::no};
    std::vector<TextTable::Column> columns{{word(WardWord::rule, language), TextTable::left},
                                           {word(WardWord::wards, language), TextTable::right}};
    for (const auto judgement : shown) {
        columns.push_back({words_of(judgement, language), TextTable::right});
    }
    TextTable table(std::move(columns));
    table.rule();
    for (const auto& one : wards) {
        const auto& head = one.rule.head;
        std::vector<std::string> cells{title(head.title_en, head.title_ja, head.id, language),
                                       grouped(static_cast<std::int64_t>(one.rows.size()))};
        for (const auto judgement : shown) {
            cells.push_back(grouped(std::int64_t{
                std::ranges::count_if(one.rows, [&](const auto& row) { return row.result.judgement == judgement; })}));
        }
        table.row(std::move(cells));
    }
    return table.text("  ");
}

}  // namespace michinori::report
