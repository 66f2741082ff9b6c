// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/text.h"
#include "report/summary.h"
#include "report/text_table.h"
#include "report/words.h"

namespace michinori::report {
namespace {

constexpr double one_hour = 60;

std::string minutes_cell(const std::optional<double>& value) {
    return value ? fmt::format("{:.1f}", *value) : std::string("-");
}

/// People beyond the hour say nothing where nobody reaches the service at all.
void add_row(TextTable& table, const Summary& summary, std::string name, const access::AreaStatistics& row) {
    const auto beyond =
        row.reached.is_zero() ? std::string("-") : percent(summary.beyond(row, one_hour).value(), row.people.value());
    table.row({std::move(name), grouped(row.people), minutes_cell(row.median_min), minutes_cell(row.p90_min), beyond,
               grouped(row.people - row.reached)});
}

std::string name_of(const access::AreaLevel& level, const access::AreaStatistics& row, Language language) {
    if (!row.area) {
        return std::string(word(Word::no_area, language));
    }
    const auto& area = level.areas[*row.area];
    return area.name.empty() ? area.code : area.name;
}

std::string table_of(const RunResults& results, const Summary& summary, std::optional<std::size_t> level,
                     std::size_t service, Language language) {
    const auto column = [&](Word w) { return TextTable::Column{std::string(word(w, language)), TextTable::right}; };
    const auto first = level ? title(results.levels[*level].title_en, results.levels[*level].title_ja,
                                     results.levels[*level].id, language)
                             : std::string(word(Word::area, language));
    TextTable table({{first, TextTable::left},
                     column(Word::people),
                     column(Word::median),
                     column(Word::p90),
                     column(Word::beyond_60),
                     column(Word::unreached)});
    const auto is_shown = [&](const access::AreaStatistics& row) { return row.service == service && row.group == 0; };
    table.rule();
    if (level) {
        for (const auto& row : summary.levels[*level]) {
            if (is_shown(row) && row.points > 0) {
                add_row(table, summary, name_of(results.levels[*level], row, language), row);
            }
        }
        table.rule();
    }
    for (const auto& row : summary.region) {
        if (is_shown(row)) {
            add_row(table, summary, std::string(word(Word::whole_region, language)), row);
        }
    }
    return table.text("  ");
}

}  // namespace

std::string services_table(const RunResults& results, const std::string& level, Language language) {
    const auto asked = find_level(results.levels, level);
    const auto shown = asked ? asked : main_level(results.levels);
    const auto summary = summarise(results);
    std::string out;
    for (std::size_t s = 0; s < results.services.size(); ++s) {
        const auto& service = results.services[s];
        const auto named = title(service.title_en, service.title_ja, service.id, language);
        out += printable(named == service.id ? named : named + " (" + service.id + ")") + "\n";
        out += table_of(results, summary, shown, s, language) + "\n";
    }
    return out + std::string(word(Word::minutes_note, language)) + "\n";
}

}  // namespace michinori::report
