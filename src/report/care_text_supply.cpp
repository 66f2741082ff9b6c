// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "policy/care_need.h"
#include "report/care_text.h"
#include "report/text_table.h"
#include "report/words.h"
#include "scenario/find_level.h"

namespace michinori::report {
namespace {

using scenario::CareConcentration;
using scenario::CareNeed;
using scenario::CareNetwork;
using scenario::CareNewSites;
using scenario::NeedBound;

constexpr std::array bounds{NeedBound::low, NeedBound::central, NeedBound::high};
constexpr std::size_t shown_sizes = 6;  // of a concentration

const std::string& facility_name(const CareOutputs& outputs, FacilityId id) {
    const auto& facility = facility_of(outputs, id);
    return facility.name.empty() ? facility.id : facility.name;
}

void add_region(const CareNeed& need, const std::string& what, TextTable& table) {
    const auto& region = need.region;
    if (need.served == nullptr) {
        table.row({what, cases(region.cases.value()), "-", "-", "-", "-", "-"});
        return;
    }
    const auto unmet = region.cases - region.served;
    table.row({what, cases(region.cases.value()), cases(region.served.value()), cases(unmet.value()),
               percent(unmet.value(), region.cases.value()), cases(region.too_far.value()),
               cases(region.full.value())});
}

std::string need_table(const CareOutputs& outputs, const CareNetwork& network) {
    using enum TextTable::Align;
    const bool ja = outputs.language == Language::japanese;
    TextTable table({{ja ? "年間の需要" : "Need, a year", left},
                     {ja ? "件数" : "Cases", right},
                     {ja ? "実施" : "Served", right},
                     {ja ? "未充足" : "Unmet", right},
                     {ja ? "未充足率" : "Share", right},
                     {ja ? "遠い" : "Too far", right},
                     {ja ? "満員" : "Full", right}});
    for (std::size_t b = 0; network.need && b < bounds.size(); ++b) {
        add_region((*network.need)[b], words_of(bounds[b], outputs.language), table);
    }
    if (const auto nation = policy::national_need(*network.rule)) {
        if (network.need) {
            table.rule();
        }
        for (std::size_t b = 0; b < bounds.size(); ++b) {
            const auto& need = (*nation)[b];
            table.row({(ja ? "全国 " : "nation, ") + words_of(bounds[b], outputs.language), cases(need.cases),
                       cases(need.done), cases(need.unmet), percent(need.unmet, need.cases), "", ""});
        }
    }
    return table.text("  ");
}

std::string catchments_text(const CareOutputs& outputs, const CareNetwork& network) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (const auto& catchment : network.catchments) {
        const auto mean = mean_access(outputs, network, catchment);
        text +=
            fmt::format(fmt::runtime(ja ? "  到達できる供給量「{}」({}, {}分): 人口10万対 {}、ジニ係数 {}\n"
                                        : "  Capacity within reach, \"{}\" ({}, {} min): {} per 100,000, Gini {}\n"),
                        printable(catchment.settings->id), name(catchment.settings->method),
                        shape_of(*catchment.settings), mean ? fmt::format("{:.2f}", *mean * per_people) : "-",
                        catchment.inequality ? fmt::format("{:.3f}", catchment.inequality->gini) : "-");
    }
    return text;
}

/// The title of a service of the scenario, or its id.
std::string service_title(const CareOutputs& outputs, const std::string& id) {
    const auto& services = outputs.scenario.services;
    const auto found = std::ranges::find(services, id, &scenario::Scenario::Service::id);
    return found == services.end() ? id : title(found->title_en, found->title_ja, found->id, outputs.language);
}

std::string served_words(const CareNetwork& network, const CareNewSites& sites, const CareNewSites::Row& row) {
    if (!tells_served(network, sites)) {
        return "-";
    }
    return fmt::format("{} ({}-{})", cases(row.newly_served[1].value()), cases(row.newly_served[0].value()),
                       cases(row.newly_served[2].value()));
}

std::string new_sites_table(const CareOutputs& outputs, const CareNetwork& network, const CareNewSites& sites) {
    using enum TextTable::Align;
    const bool ja = outputs.language == Language::japanese;
    TextTable table({{ja ? "順位" : "Rank", right},
                     {ja ? "施設" : "Facility", left},
                     {fmt::format(fmt::runtime(ja ? "新たに{:g}分以内" : "Newly within {:g} min"),
                                  minutes(network.offers[sites.offer].limit_in_use())),
                      right},
                     {ja ? "短縮(延べ時間)" : "Hours saved", right},
                     {ja ? "新たに実施 (幅)" : "Newly served, a year", right}});
    for (std::size_t r = 0; r < std::min(sites.rows.size(), shown_new_sites); ++r) {
        const auto& row = sites.rows[r];
        table.row({std::to_string(r + 1), facility_name(outputs, sites.candidates[row.candidate]),
                   grouped(row.newly_within), cases(row.minutes_saved / 60), served_words(network, sites, row)});
    }
    return table.text("  ");
}

/// The best candidate of each area, by name.
std::string best_of_areas(const CareOutputs& outputs, const CareNewSites& sites) {
    const auto level = scenario::find_level(outputs.inputs.levels, sites.settings->level);
    std::vector<std::string> best;
    for (std::size_t a = 0; level && a < sites.best_of_area.size(); ++a) {
        if (const auto row = sites.best_of_area[a]) {
            best.push_back(area_name(outputs.inputs.levels[*level].areas[a]) + ": " +
                           facility_name(outputs, sites.candidates[sites.rows[*row].candidate]));
        }
    }
    return best.empty()
               ? ""
               : fmt::format(fmt::runtime(outputs.language == Language::japanese ? "  区域ごとの最適候補 {}\n"
                                                                                 : "  Best of each area: {}\n"),
                             names(best, outputs.language));
}

/// Names of capabilities that a hub has itself, has by partners or lacks.
struct HubNames {
    std::size_t own = 0;
    std::size_t by_partner = 0;
    std::vector<std::string> missing;
    std::vector<std::string> far;
};

HubNames names_of(const CareOutputs& outputs, const CareNetwork& network, const scenario::CareHub& hub) {
    HubNames found;
    for (std::size_t c = 0; c < hub.coverage.providers.size(); ++c) {
        const auto& provider = hub.coverage.providers[c];
        const auto title = title_of(network.offers[network.tier_count() + c], outputs.language);
        if (!provider) {
            found.missing.push_back(title);
            continue;
        }
        ++(provider->partner ? found.by_partner : found.own);
        if (!provider->within) {
            found.far.push_back(title);
        }
    }
    return found;
}

/// A few numbers of sites: the first and the last among them.
std::set<std::uint32_t> sizes_shown(const CareConcentration& table) {
    std::vector<std::uint32_t> all;
    for (const auto& row : table.rows) {
        if (all.empty() || all.back() != row.sites) {
            all.push_back(row.sites);
        }
    }
    std::set<std::uint32_t> shown;
    const auto count = std::min(all.size(), shown_sizes);
    for (std::size_t i = 0; i < count; ++i) {
        shown.insert(all[count == 1 ? 0 : i * (all.size() - 1) / (count - 1)]);
    }
    return shown;
}

std::string concentration_table(const CareOutputs& outputs, const CareNetwork& network,
                                const CareConcentration& concentration) {
    using enum TextTable::Align;
    const bool ja = outputs.language == Language::japanese;
    const auto limit = minutes(network.offers[concentration.offer].limit_in_use());
    TextTable table({{ja ? "施設数" : "Sites", right},
                     {ja ? "選び方" : "Chosen by", left},
                     {fmt::format(fmt::runtime(ja ? "{:g}分以内" : "Within {:g} min"), limit), right},
                     {ja ? "平均(分)" : "Mean min", right},
                     {ja ? "最少の件数" : "Fewest cases", right},
                     {ja ? "中央値" : "Median", right},
                     {fmt::format(fmt::runtime(ja ? "{:g}件未満" : "Under {:g}"), concentration.rule->floor), right}});
    const auto shown = sizes_shown(concentration);
    for (const auto& row : concentration.rows) {
        if (shown.contains(row.sites)) {
            const auto all = row.within + row.beyond + row.without;
            table.row({std::to_string(row.sites),
                       row.best ? (ja ? "平均時間の最短" : "least mean time") : (ja ? "現在の多い順" : "largest today"),
                       percent(row.within.value(), all.value()), one_decimal(row.mean_min), cases(row.fewest_cases),
                       cases(row.median_cases), std::to_string(row.under_floor)});
        }
    }
    return table.text("  ");
}

/// "secondary: 3 of 12 (A, B, C)" for each level of the tables.
std::string few_areas(const CareOutputs& outputs, const CareNetwork& network,
                      const scenario::CareSpecialty& specialty) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (const auto l : network.levels) {
        const auto& level = outputs.inputs.levels[l];
        std::vector<std::string> few;
        for (std::size_t a = 0; a < specialty.areas[l].size(); ++a) {
            if (specialty.areas[l][a].few) {
                few.push_back(area_name(level.areas[a]));
            }
        }
        const auto named = title(level.title_en, level.title_ja, level.id, outputs.language);
        text +=
            fmt::format(fmt::runtime(ja ? "    {}: {}区域中{}{}\n" : "    {1} of {2} in {0}{3}\n"), printable(named),
                        ja ? specialty.areas[l].size() : few.size(), ja ? few.size() : specialty.areas[l].size(),
                        few.empty() ? "" : ": " + names(few, outputs.language));
    }
    return text;
}

}  // namespace

std::string need_text(const CareOutputs& outputs, const CareNetwork& network) {
    const bool any = network.need || policy::national_need(*network.rule);
    return (any ? "\n" + need_table(outputs, network) : "") + catchments_text(outputs, network);
}

std::string new_sites_text(const CareOutputs& outputs, const CareNetwork& network) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (const auto& sites : network.new_sites) {
        text += fmt::format(fmt::runtime(ja ? "\n  「{}」を1か所増やすなら(候補: {} {}施設、年{:g}件)\n"
                                            : "\n  One more \"{}\" (candidates: {}, {}; {:g} cases a year)\n"),
                            printable(title_of(network.offers[sites.offer], outputs.language)),
                            printable(service_title(outputs, sites.settings->candidates)), sites.rows.size(),
                            sites.settings->capacity);
        text += new_sites_table(outputs, network, sites) + best_of_areas(outputs, sites);
    }
    return text;
}

std::string hubs_text(const CareOutputs& outputs, const CareNetwork& network) {
    using enum TextTable::Align;
    if (network.hubs.empty()) {
        return {};
    }
    const bool ja = outputs.language == Language::japanese;
    TextTable table({{ja ? "拠点" : "Hub", left},
                     {ja ? "連携先" : "Partners", right},
                     {ja ? "自院" : "Own", right},
                     {ja ? "連携" : "By partners", right},
                     {ja ? "欠如" : "Missing", right},
                     {ja ? "上限外" : "Too far", right}});
    std::string lists;
    for (const auto& hub : network.hubs) {
        const auto found = names_of(outputs, network, hub);
        const auto& hub_name = facility_name(outputs, hub.facility);
        table.row({hub_name, std::to_string(hub.partners.size()), std::to_string(found.own),
                   std::to_string(found.by_partner), std::to_string(found.missing.size()),
                   std::to_string(found.far.size())});
        if (!found.missing.empty()) {
            lists += fmt::format(fmt::runtime(ja ? "    {}に欠けるもの: {}\n" : "    {} lacks: {}\n"),
                                 printable(hub_name), names(found.missing, outputs.language));
        }
        if (!found.far.empty()) {
            lists += fmt::format(fmt::runtime(ja ? "    {}の上限外: {}\n" : "    {}, too far: {}\n"),
                                 printable(hub_name), names(found.far, outputs.language));
        }
    }
    return "\n" + table.text("  ") + lists;
}

std::string concentration_text(const CareOutputs& outputs, const CareNetwork& network) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (const auto& concentration : network.concentrations) {
        text += fmt::format(fmt::runtime(ja ? "\n  「{}」を集約した場合\n" : "\n  \"{}\" at fewer sites\n"),
                            printable(title_of(network.offers[concentration.offer], outputs.language)));
        text += concentration_table(outputs, network, concentration);
    }
    for (const auto& rule : network.rule->concentrations) {
        if (rule.time_critical) {
            text +=
                fmt::format(fmt::runtime(ja ? "  「{}」は一刻を争うため集約の対象外です\n"
                                            : "  \"{}\" is time-critical: kept out of concentration\n"),
                            printable(title_of(network.offers[network.offer_named(rule.what())], outputs.language)));
        }
    }
    return text;
}

std::string specialties_text(const CareOutputs& outputs, const CareNetwork& network) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (const auto& specialty : network.specialties) {
        const auto& region = specialty.region;
        text += fmt::format(
            fmt::runtime(ja ? "\n  {}: 医師 {:.1f}人、人口10万対 {}（全国 {:g}、比 {}）。比が{:g}未満の区域\n"
                            : "\n  {}: {:.1f} physicians, {} per 100,000 (nation {:g}, ratio {}). Areas under {:g}\n"),
            printable(title_of(*specialty.rule, outputs.language)), region.physicians, one_decimal(region.per_100000),
            specialty.rule->national_per_100000, region.ratio ? fmt::format("{:.2f}", *region.ratio) : "-",
            specialty.rule->few_below);
        text += few_areas(outputs, network, specialty);
    }
    return text;
}

}  // namespace michinori::report
