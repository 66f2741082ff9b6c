// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_text.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "report/text_table.h"
#include "report/words.h"

namespace michinori::report {
namespace {

using scenario::CareChain;
using scenario::CareFigures;
using scenario::CareNetwork;

/// What the network is, under which rule, whom it is asked for, and what its numbers rest on.
std::string heading(const CareOutputs& outputs, const CareNetwork& network) {
    const bool ja = outputs.language == Language::japanese;
    const auto& demand = outputs.inputs.demand;
    std::string text;
    text += fmt::format("{} ({})\n", printable(title_of(network, outputs.language)), printable(network_id(network)));
    for (const auto& proxy : network.settings->proxies) {
        text += fmt::format("  {}{}\n", ja ? "【代用値】" : "PROXY: ", printable(proxy));
    }
    text += fmt::format(fmt::runtime(ja ? "  対象: {} {}人。{}\n" : "  Asked of: {}, {} people. {}\n"),
                        printable(demand.groups[network.group]), grouped(demand.total(network.group)),
                        printable(times_notice(outputs)));
    return text;
}

/// "2 of 12"; "-" where no area needs one.
std::string lacking_words(const CareOutputs& outputs, const CareNetwork& network, std::size_t offer) {
    const auto lacking = lacking_areas(network, offer);
    if (!lacking) {
        return "-";
    }
    const auto all = outputs.inputs.levels[*network.offers[offer].level].areas.size();
    return fmt::format(fmt::runtime(outputs.language == Language::japanese ? "{1}区域中{0}" : "{} of {}"),
                       lacking->size(), all);
}

std::vector<std::string> figures_cells(const CareFigures& figures) {
    return {grouped(figures.within), percent(figures.within.value(), figures.people.value()),
            one_decimal(figures.mean_min), one_decimal(figures.max_min)};
}

std::string offers_table(const CareOutputs& outputs, const CareNetwork& network) {
    using enum TextTable::Align;
    const bool ja = outputs.language == Language::japanese;
    TextTable table({{ja ? "段階・機能" : "Tier or capability", left},
                     {ja ? "施設" : "Sites", right},
                     {ja ? "上限(分)" : "Limit min", right},
                     {ja ? "以内の人口" : "Within", right},
                     {ja ? "割合" : "Share", right},
                     {ja ? "平均(分)" : "Mean min", right},
                     {ja ? "最長(分)" : "Longest", right},
                     {ja ? "ない区域" : "Areas without", right}});
    for (std::size_t o = 0; o < network.offers.size(); ++o) {
        if (o == network.tier_count() && o > 0) {
            table.rule();
        }
        const auto& offer = network.offers[o];
        std::vector<std::string> row{title_of(offer, outputs.language), std::to_string(offer.sites.size()),
                                     limit_words(offer.limit)};
        std::ranges::move(figures_cells(network.offer_region[o]), std::back_inserter(row));
        row.push_back(lacking_words(outputs, network, o));
        table.row(row);
    }
    return table.text("  ");
}

/// Which areas lack what they shall have.
std::string lacking_text(const CareOutputs& outputs, const CareNetwork& network) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (std::size_t o = 0; o < network.offers.size(); ++o) {
        const auto lacking = lacking_areas(network, o);
        if (!lacking || lacking->empty()) {
            continue;
        }
        std::vector<std::string> areas;
        for (const auto area : *lacking) {
            areas.push_back(area_name(outputs.inputs.levels[*network.offers[o].level].areas[area]));
        }
        text += fmt::format(fmt::runtime(ja ? "  「{}」がない区域: {}\n" : "  Without \"{}\": {}\n"),
                            printable(title_of(network.offers[o], outputs.language)), names(areas, outputs.language));
    }
    return text;
}

/// How many people have all capabilities near them.
std::string reach_text(const CareOutputs& outputs, const CareNetwork& network) {
    if (!network.capability_reach || network.capability_reach->by_missing.empty()) {
        return {};
    }
    const bool ja = outputs.language == Language::japanese;
    const auto& missing = network.capability_reach->by_missing;
    const auto all = outputs.inputs.demand.total(network.group).value();
    return fmt::format(fmt::runtime(ja ? "  全{}機能が上限内: 人口の{}。一つもない: {}\n"
                                       : "  All {} capabilities within their limits: {} of people; none of them: {}\n"),
                       missing.size() - 1, percent(missing.front().value(), all), percent(missing.back().value(), all));
}

std::string missing_words(const CareOutputs& outputs, const CareNetwork& network, const CareChain& chain) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (const auto& missing : missing_steps(outputs, network, chain)) {
        const auto& tier = network.offers[chain.tiers[missing.step]];
        text += fmt::format(fmt::runtime(ja ? "    {}人: 「{}」への段階、{}\n" : "    {} people: step to \"{}\", {}\n"),
                            grouped(missing.people), printable(title_of(tier, outputs.language)),
                            words_of(missing.why, outputs.language));
    }
    return text;
}

void add_chain_row(const std::string& what, const std::optional<TravelTime>& limit, const CareFigures& figures,
                   const std::string& newly, TextTable& table) {
    std::vector<std::string> row{what, limit_words(limit)};
    std::ranges::move(figures_cells(figures), std::back_inserter(row));
    row.push_back(newly);
    table.row(row);
}

std::string newly_words(People newly) {
    return (newly < People() ? "" : "+") + grouped(newly);
}

std::string chains_table(const CareOutputs& outputs, const CareNetwork& network) {
    using enum TextTable::Align;
    const bool ja = outputs.language == Language::japanese;
    TextTable table({{ja ? "経路" : "Chain", left},
                     {ja ? "上限(分)" : "Limit min", right},
                     {ja ? "全段階可" : "Complete", right},
                     {ja ? "割合" : "Share", right},
                     {ja ? "平均(分)" : "Mean min", right},
                     {ja ? "最長(分)" : "Longest", right},
                     {ja ? "新たに可" : "Newly", right}});
    for (const auto& chain : network.chains) {
        add_chain_row(title_of(*chain.rule, outputs.language), chain.rule->limit, chain.region, "", table);
        if (!chain.flown.empty()) {
            add_chain_row(ja ? "  航空機も利用" : "  with aircraft", chain.rule->limit, chain.region_flown,
                          newly_words(chain.region_flown.within - chain.region.within), table);
        }
        for (const auto& tele : chain.tele) {
            const auto& tier = network.offers[chain.tiers[tele.step]];
            add_chain_row(fmt::format("  {}: {}", ministry_name(tele.kind), title_of(tier, outputs.language)),
                          chain.rule->limit, tele.region, newly_words(tele.newly), table);
        }
    }
    return table.text("  ");
}

/// The sites from which consultations of one kind would help most.
std::string consultants_text(const CareOutputs& outputs, const CareNetwork& network, const CareChain& chain,
                             const CareChain::Tele& tele) {
    constexpr std::size_t shown = 3;
    std::vector<std::size_t> sites;
    for (std::size_t site = 0; site < tele.newly_by_site.size(); ++site) {
        if (!tele.newly_by_site[site].is_zero()) {
            sites.push_back(site);
        }
    }
    std::ranges::stable_sort(sites, std::ranges::greater{}, [&](std::size_t site) { return tele.newly_by_site[site]; });
    sites.resize(std::min(sites.size(), shown));
    std::string text;
    for (const auto site : sites) {
        const auto& facility = facility_of(outputs, network.offers[chain.tiers[tele.step]].sites[site]);
        text += fmt::format("{} {} +{}", text.empty() ? "" : ",", printable(facility.name),
                            grouped(tele.newly_by_site[site]));
    }
    return text.empty() ? ""
                        : fmt::format("    {}, {}:{}\n", printable(chain.rule->id), ministry_name(tele.kind), text);
}

/// When aircraft fly is in no time: who shows times shows it.
std::string aircraft_text(const CareNetwork& network, bool ja) {
    std::string text;
    for (const auto& base : network.bases) {
        text += fmt::format(fmt::runtime(ja ? "  航空機 {}: 時速{:g} km" : "  Aircraft of {}: {:g} km/h"),
                            printable(base.name.empty() ? base.id : base.name), base.speed.value());
        if (base.hours) {
            text += fmt::format(fmt::runtime(ja ? "、運航は1日の{}" : ", flies {} of the day"),
                                percent(base.hours->share_of_day(), 1));
        }
        text += "\n";
    }
    return text;
}

std::string means_text(const CareOutputs& outputs, const CareNetwork& network) {
    const bool ja = outputs.language == Language::japanese;
    std::string consultants;
    for (const auto& chain : network.chains) {
        for (const auto& tele : chain.tele) {
            consultants += consultants_text(outputs, network, chain, tele);
        }
    }
    return (consultants.empty() ? "" : (ja ? "  遠隔医療で補える施設\n" : "  Consultations from\n") + consultants) +
           aircraft_text(network, ja);
}

std::string chains_text(const CareOutputs& outputs, const CareNetwork& network) {
    if (network.chains.empty()) {
        return {};
    }
    const bool ja = outputs.language == Language::japanese;
    auto text = "\n" + chains_table(outputs, network);
    for (const auto& chain : network.chains) {
        const auto missing = missing_words(outputs, network, chain);
        if (!missing.empty()) {
            text += fmt::format(fmt::runtime(ja ? "  「{}」が途切れる段階\n{}" : "  Where \"{}\" ends\n{}"),
                                printable(title_of(*chain.rule, outputs.language)), missing);
        }
    }
    return text + means_text(outputs, network);
}

std::string not_computed_text(const CareNetwork& network, bool ja) {
    if (network.not_computed.empty()) {
        return {};
    }
    std::string text = ja ? "\n  計算していないもの\n" : "\n  Not computed\n";
    for (const auto& what : network.not_computed) {
        text += "    " + printable(what) + "\n";
    }
    return text;
}

std::string network_text(const CareOutputs& outputs, const CareNetwork& network) {
    return heading(outputs, network) + offers_table(outputs, network) + lacking_text(outputs, network) +
           reach_text(outputs, network) + chains_text(outputs, network) + need_text(outputs, network) +
           new_sites_text(outputs, network) + hubs_text(outputs, network) + concentration_text(outputs, network) +
           specialties_text(outputs, network) + not_computed_text(network, outputs.language == Language::japanese) +
           "\n";
}

}  // namespace

std::string names(const std::vector<std::string>& all, Language language) {
    const bool ja = language == Language::japanese;
    std::string text;
    for (std::size_t n = 0; n < std::min(all.size(), named_areas); ++n) {
        text += (text.empty() ? "" : ja ? "、" : ", ") + printable(all[n]);
    }
    if (all.size() > named_areas) {
        text += fmt::format(fmt::runtime(ja ? " ほか{}" : " and {} more"), all.size() - named_areas);
    }
    return text;
}

std::string area_name(const access::AreaLevel::Area& area) {
    return area.name.empty() ? area.code : area.name;
}

std::string one_decimal(const std::optional<double>& value) {
    return value ? fmt::format("{:.1f}", *value) : "-";
}

std::string limit_words(const std::optional<TravelTime>& limit) {
    return limit ? fmt::format("{:g}", minutes(*limit)) : "-";
}

std::string cases(double number) {
    return number < 100 ? fmt::format("{:.1f}", number) : grouped(People::from_double(number));
}

std::string care_text(const CareOutputs& outputs) {
    std::string text;
    for (const auto& network : outputs.study.networks) {
        text += network_text(outputs, network);
    }
    return text;
}

}  // namespace michinori::report
