// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/text.h"
#include "report/check_sections.h"
#include "report/snap_histogram.h"
#include "report/text_table.h"

namespace michinori::report {
namespace {

TextTable::Column number(Word w, Language language) {
    return {std::string(word(w, language)), TextTable::right};
}

TextTable::Column text(Word w, Language language) {
    return {std::string(word(w, language)), TextTable::left};
}

/// With people: points, people and their share; without: points alone.
std::vector<std::string> cells(std::string name, const SnapHistogram::Bin& bin, const SnapHistogram::Bin& total,
                               bool people) {
    std::vector<std::string> row{std::move(name), grouped(bin.points)};
    if (people) {
        row.push_back(grouped(bin.people));
        row.push_back(percent(bin.people.value(), total.people.value()));
    } else {
        row.push_back(percent(static_cast<double>(bin.points), static_cast<double>(total.points)));
    }
    return row;
}

std::string histogram_table(const SnapHistogram& histogram, bool people, Language language) {
    std::vector<TextTable::Column> columns{text(Word::distance_to_road, language), number(Word::points, language)};
    if (people) {
        columns.push_back(number(Word::people, language));
    }
    columns.push_back(number(Word::share, language));
    TextTable table(std::move(columns));
    for (std::size_t i = 0; i < histogram.by_distance.size(); ++i) {
        table.row(cells(SnapHistogram::bin_name(i) + " m", histogram.by_distance[i], histogram.total, people));
    }
    for (std::size_t r = 0; r < network::reason_count; ++r) {
        if (histogram.by_reason[r].points > 0) {
            const auto reason = static_cast<network::Reason>(r);
            table.row(cells(fmt::format("{} ({})", words_of(reason, language), network::name(reason)),
                            histogram.by_reason[r], histogram.total, people));
        }
    }
    table.rule();
    table.row(cells(std::string(word(Word::total, language)), histogram.total, histogram.total, people));
    return table.text("  ");
}

}  // namespace

std::string demand_section(const CheckResults& results, Language language) {
    auto out = heading(std::string(word(Word::demand, language)));
    for (std::size_t g = 0; g < results.demand.groups.size(); ++g) {
        out += fmt::format("  {}: {}\n", printable(results.demand.groups[g]), grouped(results.demand.total(g)));
    }
    return out + histogram_table(SnapHistogram::of(results.demand_snaps, results.demand.people[0]), true, language) +
           "\n";
}

std::string facilities_section(const CheckResults& results, Language language) {
    return heading(std::string(word(Word::facilities, language))) +
           histogram_table(SnapHistogram::of(results.facility_snaps, {}), false, language) + "\n";
}

std::string services_section(const CheckResults& results, Language language) {
    TextTable table({text(Word::service, language), text(Word::identifier, language),
                     number(Word::facilities, language), text(Word::thresholds, language)});
    for (const auto& service : results.services) {
        std::vector<std::string> limits;
        for (const double t : service.thresholds_min) {
            limits.push_back(fmt::format("{:g}", t));
        }
        table.row({title(service.title_en, service.title_ja, service.id, language), service.id,
                   grouped(static_cast<std::int64_t>(service.facilities.size())), listed(limits)});
    }
    return heading(std::string(word(Word::services, language))) + table.text("  ") + "\n";
}

std::string areas_section(const CheckResults& results, Language language) {
    TextTable table({text(Word::level, language), text(Word::identifier, language), number(Word::areas, language),
                     number(Word::unassigned, language)});
    for (std::size_t level = 0; level < results.levels.size(); ++level) {
        const auto& described = results.levels[level];
        std::string outside(word(Word::none_stated, language));
        if (level < results.area_of.size()) {
            People people;
            for (std::size_t d = 0; d < results.demand.size(); ++d) {
                people += results.area_of[level][d] ? People{} : results.demand.people[0][d];
            }
            outside = grouped(people);
        }
        table.row({title(described.title_en, described.title_ja, described.id, language), described.id,
                   grouped(static_cast<std::int64_t>(described.areas.size())), outside});
    }
    return heading(std::string(word(Word::areas, language))) + table.text("  ") + "\n";
}

}  // namespace michinori::report
