// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "report/check_sections.h"
#include "report/text_table.h"

namespace michinori::report {
namespace {

constexpr std::size_t most_pieces = 10;

std::string count(std::size_t value) {
    return grouped(static_cast<std::int64_t>(value));
}

TextTable::Column number(Word w, Language language) {
    return {std::string(word(w, language)), TextTable::right};
}

TextTable::Column text(Word w, Language language) {
    return {std::string(word(w, language)), TextTable::left};
}

}  // namespace

std::string place_words(geo::Point place, Language language) {
    return language == Language::japanese ? fmt::format("北緯 {:.5f}, 東経 {:.5f}", place.lat, place.lon)
                                          : fmt::format("lat {:.5f}, lon {:.5f}", place.lat, place.lon);
}

std::string network_section(const CheckResults& results, Language language) {
    const auto w = [&](Word which) { return word(which, language); };
    const auto& network = results.network;
    auto out = heading(std::string(w(Word::network)));
    out += fmt::format("  {}: {};  {}: {};  {}: {};  {}: {:.1f}\n", w(Word::junctions), count(network.junction_count()),
                       w(Word::segments), count(network.segment_count()), w(Word::arcs), count(network.arc_count()),
                       w(Word::length_km), network.total_length().value() / 1000);
    out += fmt::format("  {}: {} {}, {} {}\n", w(Word::restrictions), w(Word::restrictions_used),
                       count(network.used_restrictions()), w(Word::restrictions_unused),
                       count(network.unused_restrictions()));
    const auto& profile = results.profile;
    const bool winter = results.scenario.speed.season == network::Season::winter;
    out += fmt::format("  {}: {} ({});  {}: {}\n", w(Word::profile),
                       printable(title(profile.title_en, profile.title_ja, profile.id, language)),
                       printable(profile.id), w(Word::season), w(winter ? Word::winter : Word::summer));
    if (!profile.assumptions.empty()) {
        out += fmt::format("  {}: {}\n", w(Word::assumptions), printable(listed(profile.assumptions)));
    }
    return out + "\n";
}

std::string pieces_section(const network::Components& components, Language language) {
    const auto& all = components.all();
    auto out = heading(fmt::format("{}: {}", word(Word::pieces, language), count(all.size())));
    if (all.empty()) {
        return out + fmt::format("  {}\n\n", word(Word::pieces_none, language));
    }
    double total = 0;
    for (const auto& piece : all) {
        total += piece.length.value();
    }
    TextTable table({{"#", TextTable::right},
                     number(Word::junctions, language),
                     number(Word::length_km, language),
                     number(Word::share, language),
                     text(Word::somewhere, language)});
    for (std::size_t i = 0; i < std::min(all.size(), most_pieces); ++i) {
        table.row({count(i + 1), count(all[i].junctions), fmt::format("{:.1f}", all[i].length.value() / 1000),
                   percent(all[i].length.value(), total), place_words(all[i].somewhere, language)});
    }
    out += table.text("  ");
    return out + (all.size() > most_pieces ? and_more(all.size() - most_pieces, language) : "") + "\n";
}

std::string traps_section(const network::Components& components, Language language) {
    const auto& traps = components.traps();
    auto out = heading(fmt::format("{}: {}", word(Word::traps, language), count(traps.size())));
    if (traps.empty()) {
        return out + fmt::format("  {}\n\n", word(Word::traps_none, language));
    }
    std::vector<const network::OneWayTrap*> largest;
    for (const auto& trap : traps) {
        largest.push_back(&trap);
    }
    std::ranges::stable_sort(largest, std::ranges::greater{}, [](const auto* trap) { return trap->junctions; });
    TextTable table({number(Word::junctions, language), text(Word::somewhere, language)});
    for (std::size_t i = 0; i < std::min(largest.size(), most_pieces); ++i) {
        table.row({count(largest[i]->junctions), place_words(largest[i]->somewhere, language)});
    }
    out += table.text("  ");
    return out + (traps.size() > most_pieces ? and_more(traps.size() - most_pieces, language) : "") + "\n";
}

}  // namespace michinori::report
