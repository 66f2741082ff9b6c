// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/text.h"
#include "report/check_sections.h"
#include "report/text_table.h"

namespace michinori::report {
namespace {

constexpr std::size_t most_refused = 20;

std::string or_dash(const std::string& text, Language language) {
    return text.empty() ? std::string(word(Word::none_stated, language)) : printable(text);
}

std::string input_block(const io::InputRecord& input, Language language) {
    const auto w = [&](Word which) { return word(which, language); };
    std::string out = fmt::format("{}: {}\n", printable(input.role), printable(input.file));
    out +=
        fmt::format("    {} {};  {} {};  {} {}\n", w(Word::format), or_dash(input.format, language), w(Word::encoding),
                    or_dash(input.encoding, language), w(Word::crs), or_dash(input.crs, language));
    out += fmt::format("    {}: {} {}, {} {}, {} {}, {} {}\n", w(Word::rows), w(Word::rows_read),
                       grouped(input.rows_read), w(Word::rows_used), grouped(input.rows_used), w(Word::rows_refused),
                       grouped(input.rows_refused), w(Word::rows_not_selected), grouped(input.rows_not_selected));
    for (const auto& [key, value] : input.facts) {
        out += fmt::format("    {}: {}\n", printable(key), printable(shortened(value, 300)));
    }
    return out;
}

}  // namespace

std::string heading(const std::string& text) {
    return text + "\n" + std::string(display_width(text), '=') + "\n";
}

std::string and_more(std::size_t count, Language language) {
    const auto number = grouped(static_cast<std::int64_t>(count));
    return language == Language::japanese ? fmt::format("  ほか {} {}\n", number, word(Word::and_more, language))
                                          : fmt::format("  ... {} {}\n", number, word(Word::and_more, language));
}

std::string scenario_section(const CheckResults& results, Language language) {
    const auto& scenario = results.scenario;
    auto out = fmt::format("{}: {} ({})\n", word(Word::scenario, language),
                           printable(title(scenario.title_en, scenario.title_ja, scenario.id, language)),
                           printable(scenario.shown));
    if (!scenario.attribution.empty()) {
        out += fmt::format("{}: {}\n", word(Word::data_from, language), printable(scenario.attribution));
    }
    return out + "\n";
}

std::string inputs_section(const io::InputLog& log, Language language) {
    auto out = heading(std::string(word(Word::inputs, language)));
    for (const auto& input : log.inputs) {
        out += input_block(input, language);
    }
    return out + "\n";
}

std::string refused_section(const io::InputLog& log, Language language) {
    const auto count = log.refused.size();
    auto out =
        heading(fmt::format("{}: {}", word(Word::refused_rows, language), grouped(static_cast<std::int64_t>(count))));
    for (std::size_t i = 0; i < std::min(count, most_refused); ++i) {
        out += "  " + to_line(log.refused[i], language) + "\n";
    }
    return out + (count > most_refused ? and_more(count - most_refused, language) : "") + "\n";
}

std::string findings_section(const io::InputLog& log, Language language) {
    auto out = heading(std::string(word(Word::findings, language)));
    for (const auto& finding : log.findings.all()) {
        out += "  " + to_line(finding, language) + "\n";
    }
    return out + (log.findings.empty() ? fmt::format("  {}\n", word(Word::nothing_found, language)) : "");
}

}  // namespace michinori::report
