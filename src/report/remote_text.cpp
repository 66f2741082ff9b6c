// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "report/decision_words.h"
#include "report/remote_outputs.h"
#include "report/remote_parts.h"
#include "report/remote_words.h"
#include "report/text_table.h"

namespace michinori::report {
namespace {

using scenario::RemoteRow;
using scenario::RemoteTable;

constexpr std::size_t shown_rows = 5;

std::string rule_title(const RemoteTable& table, Language language) {
    const auto& head = table.rule.head;
    return title(head.title_en, head.title_ja, head.id, language);
}

std::string counts_text(const scenario::RemoteStudy& study, Language language) {
    const auto right = [&](RemoteWord w) { return TextTable::Column{word(w, language), TextTable::right}; };
    TextTable table({{word(RemoteWord::rule, language), TextTable::left},
                     right(RemoteWord::districts),
                     right(RemoteWord::people),
                     right(RemoteWord::districts_near),
                     right(RemoteWord::people),
                     right(RemoteWord::left_over),
                     right(RemoteWord::not_qualifying),
                     right(RemoteWord::people_read)});
    table.rule();
    for (const auto& one : study.tables) {
        const auto near = std::ranges::count(one.rows, true, &RemoteRow::near);
        const auto& account = one.account;
        table.row({rule_title(one, language), grouped(static_cast<std::int64_t>(one.rows.size()) - near),
                   grouped(account.strict), grouped(std::int64_t{near}), grouped(account.near),
                   grouped(account.left_over), grouped(account.not_qualifying()), grouped(account.read)});
    }
    return table.text("  ");
}

std::string tenths_of(const std::optional<TravelTime>& time) {
    return time ? tenths(minutes(*time)) : std::string("-");
}

std::vector<std::string> district_cells(const RunResults& results, const RemoteTable& table, const RemoteRow& row,
                                        Language language) {
    const auto* area = area_at(results, results.remote->municipality_level, row.centre);
    const auto* reached = std::get_if<access::Reached>(&results.result.outcomes[table.service][row.centre]);
    const auto hub = nearest_hub(row);
    return {std::to_string(row.number),
            word(row.near ? RemoteWord::near : RemoteWord::strict, language),
            results.demand.points[row.centre].id,
            area == nullptr ? std::string("-") : area->name,
            grouped(row.people),
            row.transport ? std::to_string(row.transport->round_trips) : std::string("-"),
            row.nearest ? fmt::format("{:.1f}", row.nearest->distance.value() / 1000) : std::string("-"),
            tenths_of(reached == nullptr ? std::nullopt : std::optional(reached->nearest.time)),
            tenths_of(hub ? std::optional(hub->time) : std::nullopt)};
}

std::string districts_text(const RunResults& results, const RemoteTable& table, Language language) {
    const auto left = [&](RemoteWord w) { return TextTable::Column{word(w, language), TextTable::left}; };
    const auto right = [&](RemoteWord w) { return TextTable::Column{word(w, language), TextTable::right}; };
    TextTable text({right(RemoteWord::district),
                    left(RemoteWord::candidate),
                    left(RemoteWord::centre),
                    {std::string(word(Word::area, language)), TextTable::left},
                    right(RemoteWord::people),
                    right(RemoteWord::round_trips),
                    right(RemoteWord::institution_km),
                    right(RemoteWord::car_minutes),
                    right(RemoteWord::hub_minutes)});
    text.rule();
    const auto shown = std::min(table.rows.size(), shown_rows);
    for (std::size_t r = 0; r < shown; ++r) {
        text.row(district_cells(results, table, table.rows[r], language));
    }
    std::string all = rule_title(table, language) + "\n" + text.text("  ");
    if (shown < table.rows.size()) {
        all +=
            "  " + fmt::format(fmt::runtime(word(RemoteWord::first_rows, language)), shown, table.rows.size()) + "\n";
    }
    return all;
}

/// Districts that no hub reaches within the limit, by number.
std::string unreached_text(const RunResults& results, const RemoteTable& table, Language language) {
    const auto limit = results.scenario.remote->hubs->limit;
    std::vector<std::string> numbers;
    for (const auto& row : table.rows) {
        const auto hub = nearest_hub(row);
        if (!hub || hub->time > limit) {
            numbers.push_back(std::to_string(row.number));
        }
    }
    if (numbers.empty()) {
        return {};
    }
    const auto limit_words = fmt::format("{:g}", minutes(limit));
    return "  " + fmt::format(fmt::runtime(word(RemoteWord::without_hub, language)), limit_words) +
           fmt::format(" ({}): {}\n", numbers.size(), listed(numbers));
}

}  // namespace

std::string remote_text(const RunResults& results, Language language) {
    const auto& study = *results.remote;
    auto text = counts_text(study, language);
    for (const auto& table : study.tables) {
        if (!table.rows.empty()) {
            text += "\n" + districts_text(results, table, language);
            text += results.scenario.remote->hubs ? unreached_text(results, table, language) : std::string();
        }
    }
    return text + "\n" + word(RemoteWord::notice, language) + "\n" + modelled_notice(results.profile, language);
}

}  // namespace michinori::report
