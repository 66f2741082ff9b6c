// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/candidate_outputs.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "io/csv_writer.h"
#include "report/ministry_notice.h"
#include "report/text_table.h"
#include "report/ward_words.h"
#include "report/words.h"

namespace michinori::report {
namespace {

using policy::Judgement;
using scenario::Candidates;

constexpr std::array judgements{Judgement::yes, Judgement::near_limit, Judgement::unknown, Judgement::no};
constexpr std::size_t most_shown = 10;

bool is_sum(const Candidates& candidates, const std::string& fact) {
    return std::ranges::find(candidates.sums, fact) != candidates.sums.end();
}

bool is_of_number(const policy::AreaRule::Test& test) {
    return std::holds_alternative<policy::AreaRule::NumberLimit>(test.condition) ||
           std::holds_alternative<policy::AreaRule::NumberShare>(test.condition);
}

std::vector<std::string> columns(const Candidates& candidates) {
    std::vector<std::string> names{"rank",      "result",          "code",  "name",      "prefecture",
                                   "area_code", "physician_index", "class", "designated"};
    for (const auto& fact : candidates.facts) {
        names.push_back("fact_" + fact);
        if (is_sum(candidates, fact)) {
            names.push_back("rows_not_known_" + fact);
        }
    }
    for (const auto& group : candidates.rule.groups) {
        names.push_back("group_" + group.id);
    }
    for (const auto& test : candidates.rule.tests) {
        names.push_back("test_" + test.id);
        if (is_of_number(test)) {
            names.push_back("number_" + test.id);
        }
    }
    return names;
}

/// area_code ... designated
void put_area(io::CsvWriter& csv, const Candidates& candidates, const policy::CandidateUnit& unit) {
    if (!unit.area) {
        csv.empty().empty().empty().empty();
        return;
    }
    const auto& area = candidates.areas[*unit.area];
    csv.text(area.code);
    area.index ? csv.fixed(*area.index, 1) : csv.empty();
    if (area.physician_class) {
        csv.text(name(*area.physician_class)).text(area.designated ? "yes" : "no");
    } else {
        csv.empty().empty();
    }
}

void put_facts(io::CsvWriter& csv, const Candidates& candidates, std::size_t u) {
    for (std::size_t f = 0; f < candidates.facts.size(); ++f) {
        const auto& fact = candidates.units[u].facts[f];
        // Exact to six decimals, as people are.
        fact ? csv.people(People::from_double(*fact)) : csv.empty();
        if (is_sum(candidates, candidates.facts[f])) {
            csv.integer(candidates.rows_not_known[u][f]);
        }
    }
}

/// What is divided by nothing has no number that a table can hold.
void put_number(io::CsvWriter& csv, const std::optional<policy::Quotient>& number) {
    if (number && std::isfinite(number->value())) {
        csv.fixed(number->value(), 6);
    } else {
        csv.empty();
    }
}

void put_tests(io::CsvWriter& csv, const policy::AreaRule& rule, const policy::UnitResult& judged) {
    for (std::size_t t = 0; t < rule.tests.size(); ++t) {
        csv.text(name(judged.tests[t].judgement));
        if (is_of_number(rule.tests[t])) {
            put_number(csv, judged.tests[t].number);
        }
    }
}

void write_table(const Candidates& candidates, const std::filesystem::path& file) {
    io::CsvWriter csv(file, columns(candidates));
    for (std::size_t u = 0; u < candidates.units.size(); ++u) {
        const auto& unit = candidates.units[u];
        const auto& judged = candidates.judged.units[u];
        judged.rank ? csv.integer(static_cast<std::int64_t>(*judged.rank)) : csv.empty();
        csv.text(name(judged.judgement)).text(unit.code).text(unit.name).text(unit.prefecture);
        put_area(csv, candidates, unit);
        put_facts(csv, candidates, u);
        for (const auto group : judged.groups) {
            csv.text(name(group));
        }
        put_tests(csv, candidates.rule, judged);
        csv.end_row();
    }
    csv.close();
}

/// How many units hold a judgement, when `of` tells a unit's.
template <class Of>
std::int64_t count_of(const Candidates& candidates, Judgement judgement, Of of) {
    return std::ranges::count_if(candidates.judged.units, [&](const auto& unit) { return of(unit) == judgement; });
}

template <class Of>
Json counts_json(const Candidates& candidates, Of of) {
    Json counts = Json::object();
    for (const auto judgement : judgements) {
        counts[std::string(name(judgement))] = count_of(candidates, judgement, of);
    }
    return counts;
}

Json tests_json(const Candidates& candidates) {
    Json tests = Json::array();
    for (std::size_t t = 0; t < candidates.rule.tests.size(); ++t) {
        const auto& test = candidates.rule.tests[t];
        tests.push_back({{"id", test.id},
                         {"title", {{"en", test.title_en}, {"ja", test.title_ja}}},
                         {"units", counts_json(candidates, [t](const auto& u) { return u.tests[t].judgement; })}});
    }
    return tests;
}

Json groups_json(const Candidates& candidates) {
    Json groups = Json::array();
    for (std::size_t g = 0; g < candidates.rule.groups.size(); ++g) {
        const auto& group = candidates.rule.groups[g];
        groups.push_back({{"id", group.id},
                          {"title", {{"en", group.title_en}, {"ja", group.title_ja}}},
                          {"units", counts_json(candidates, [g](const auto& u) { return u.groups[g]; })}});
    }
    return groups;
}

Json ranked_json(const Candidates& candidates) {
    Json ranked = Json::array();
    for (const auto u : candidates.judged.ranked) {
        const auto& unit = candidates.units[u];
        ranked.push_back({{"rank", *candidates.judged.units[u].rank},
                          {"code", unit.code},
                          {"name", unit.name},
                          {"prefecture", unit.prefecture},
                          {"result", name(candidates.judged.units[u].judgement)}});
    }
    return ranked;
}

std::string title_of(const policy::RuleHead& head, Language language) {
    return language == Language::japanese ? head.title_ja : head.title_en;
}

/// A line per test, group, and for the rule as a whole.
TextTable counts_table(const Candidates& candidates, Language language) {
    const bool ja = language == Language::japanese;
    std::vector<TextTable::Column> heads{{ja ? "要件" : "Test", TextTable::left}};
    for (const auto judgement : judgements) {
        heads.push_back({words_of(judgement, language), TextTable::right});
    }
    TextTable table(std::move(heads));
    const auto line = [&](const std::string& title, auto of) {
        std::vector<std::string> cells{title};
        for (const auto judgement : judgements) {
            cells.push_back(grouped(count_of(candidates, judgement, of)));
        }
        table.row(std::move(cells));
    };
    for (std::size_t t = 0; t < candidates.rule.tests.size(); ++t) {
        const auto& test = candidates.rule.tests[t];
        line(ja ? test.title_ja : test.title_en, [t](const auto& unit) { return unit.tests[t].judgement; });
    }
    for (std::size_t g = 0; g < candidates.rule.groups.size(); ++g) {
        const auto& group = candidates.rule.groups[g];
        line(ja ? group.title_ja : group.title_en, [g](const auto& unit) { return unit.groups[g]; });
    }
    table.rule();
    line(ja ? "候補" : "Candidates", [](const auto& unit) { return unit.judgement; });
    return table;
}

/// A number of the ranking, short enough for a line.
std::string key_text(const std::optional<policy::Quotient>& key) {
    return key && std::isfinite(key->value()) ? fmt::format("{:.4g}", key->value()) : "-";
}

std::string key_title(const Candidates& candidates, const policy::UnitNumber& number) {
    using Form = policy::UnitNumber::Form;
    const auto& fact = candidates.rule.facts[number.fact];
    if (number.form == Form::fact) {
        return fact;
    }
    return fact + " / " + candidates.rule.facts[number.of] + (number.form == Form::change ? " - 1" : "");
}

TextTable ranked_table(const Candidates& candidates, Language language) {
    const bool ja = language == Language::japanese;
    std::vector<TextTable::Column> heads{{ja ? "順" : "Rank", TextTable::right},
                                         {candidates.level, TextTable::left},
                                         {ja ? "都道府県" : "Prefecture", TextTable::left},
                                         {ja ? "判定" : "Result", TextTable::left}};
    for (const auto& key : candidates.rule.ranking) {
        heads.push_back({key_title(candidates, key.number), TextTable::right});
    }
    TextTable table(std::move(heads));
    for (const auto u : candidates.judged.ranked) {
        const auto& judged = candidates.judged.units[u];
        if (*judged.rank > most_shown) {
            break;
        }
        const auto& unit = candidates.units[u];
        std::vector<std::string> cells{std::to_string(*judged.rank), unit.code + " " + unit.name, unit.prefecture,
                                       words_of(judged.judgement, language)};
        for (const auto& key : judged.keys) {
            cells.push_back(key_text(key));
        }
        table.row(std::move(cells));
    }
    return table;
}

std::string text_of(const Candidates& candidates, Language language) {
    const bool ja = language == Language::japanese;
    std::string text = title_of(candidates.rule.head, language) +
                       fmt::format(fmt::runtime(ja ? "（{}、{} 単位）\n" : " ({}, {} units)\n"), candidates.level,
                                   candidates.units.size()) +
                       counts_table(candidates, language).text("  ");
    if (!candidates.judged.ranked.empty()) {
        text += (ja ? "先に来る候補\n" : "The first candidates\n") + ranked_table(candidates, language).text("  ");
    }
    for (const auto& note : candidates.notes) {
        text += (ja ? "注: " : "Note: ") + note + "\n";
    }
    return text;
}

}  // namespace

void write_candidates(const std::vector<Candidates>& candidates, io::OutputFolder& out) {
    for (const auto& one : candidates) {
        write_table(one, out.stage("candidates_" + one.id + ".csv"));
    }
}

Json candidates_json(const std::vector<Candidates>& candidates, Language language) {
    Json all = Json::array();
    for (const auto& one : candidates) {
        const auto& head = one.rule.head;
        all.push_back({{"id", one.id},
                       {"kind", name(one.rule.use)},
                       {"level", one.level},
                       {"rule", {{"id", head.id}, {"source", head.source}, {"assumptions", head.assumptions}}},
                       {"notes", one.notes},
                       {"units", counts_json(one, [](const auto& unit) { return unit.judgement; })},
                       {"tests", tests_json(one)},
                       {"groups", groups_json(one)},
                       {"candidates", ranked_json(one)},
                       {"notice", candidates_notice(language)}});
    }
    return all;
}

std::string candidates_text(const std::vector<Candidates>& candidates, Language language) {
    if (candidates.empty()) {
        return {};
    }
    std::string text;
    for (const auto& one : candidates) {
        text += text_of(one, language) + "\n";
    }
    return text + candidates_notice(language) + "\n";
}

std::string candidates_notice(Language language) {
    return (language == Language::japanese
                ? "候補は要件に当てはめたものです。区域は、都道府県が地域医療対策協議会及び保険者協議会の協議を経て選定"
                  "し"
                  "ます。"
                : "These are candidates by test: the prefecture chooses, in agreement with its council on community "
                  "medicine (地域医療対策協議会) and its insurers' council (保険者協議会). ") +
           ministry_notice(language);
}

}  // namespace michinori::report
