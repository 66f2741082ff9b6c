// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/candidates.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/row_source.h"
#include "scenario/candidate_tables.h"
#include "scenario/load_area_rule.h"
#include "scenario/rule_book.h"

namespace michinori::scenario {
namespace {

using policy::AreaRule;

AreaRule read_rule(const io::InputFile& file, io::InputLog& log) {
    io::TomlFile toml(file);
    auto rule = load_area_rule(toml.root());
    toml.finish();
    record_rule(file, rule.head, log);
    return rule;
}

/// The areas that a unit's code means: by code and name where it is an area itself.
class AreaIndex {
public:
    AreaIndex(std::span<const CandidateArea> areas, bool with_names) : areas_(areas), with_names_(with_names) {
        for (std::size_t a = 0; a < areas.size(); ++a) {
            of_code_[areas[a].code].push_back(a);
        }
    }

    [[nodiscard]] bool knows(const std::string& code) const { return of_code_.contains(code); }

    /// Nothing where no area, or more than one, is meant.
    [[nodiscard]] std::optional<std::size_t> find(const UnitTable::Row& row) const {
        const auto found = of_code_.find(row.area_code);
        std::vector<std::size_t> meant;
        if (found != of_code_.end()) {
            std::ranges::copy_if(found->second, std::back_inserter(meant),
                                 [&](std::size_t a) { return !with_names_ || areas_[a].name == row.unit.name; });
        }
        return meant.size() == 1 ? std::optional(meant.front()) : std::nullopt;
    }

private:
    std::span<const CandidateArea> areas_;
    bool with_names_;
    std::map<std::string, std::vector<std::size_t>> of_code_;
};

std::string label(const policy::CandidateUnit& unit) {
    return unit.code + " " + unit.name;
}

void warn(FindingCode code, const std::string& file, const std::string& what, const std::vector<std::string>& units,
          io::InputLog& log) {
    if (!units.empty()) {
        log.findings.add({code, {file, {}, {}}, {std::to_string(units.size()), what, listed(units, 15)}});
    }
}

/// Indices without a unit would be left out of the table without a word.
void tell_areas_without_unit(const UnitTable& units, std::span<const CandidateArea> areas, io::InputLog& log) {
    std::set<std::size_t> met;
    for (const auto& row : units.rows) {
        if (row.unit.area) {
            met.insert(*row.unit.area);
        }
    }
    std::vector<std::string> alone;
    for (std::size_t a = 0; a < areas.size(); ++a) {
        if (areas[a].index && !met.contains(a)) {
            alone.push_back(areas[a].code + " " + areas[a].name);
        }
    }
    warn(FindingCode::areas_not_joined, units.file, "areas with an index that are no unit", alone, log);
}

void join_areas(const CandidateSettings& wanted, std::span<const CandidateArea> areas, UnitTable& units,
                FaultCollector& faults, io::InputLog& log) {
    const bool are_areas = wanted.units.area_column.empty();
    const AreaIndex index(areas, are_areas);
    std::vector<std::string> not_joined;
    io::FaultList unknown(units.file);
    for (auto& row : units.rows) {
        row.unit.area = index.find(row);
        if (!are_areas && !index.knows(row.area_code)) {
            unknown.add({FindingCode::area_unknown, {units.file, row.row, {}}, {row.area_code, "the study"}});
        } else if (!row.unit.area) {
            not_joined.push_back(label(row.unit));
        }
    }
    faults.attempt([&] { unknown.throw_if_any(); });
    warn(
        FindingCode::areas_not_joined, units.file,
        are_areas ? "units whose code and name are no area of the study" : "units whose area code stands for two areas",
        not_joined, log);
    if (are_areas) {
        tell_areas_without_unit(units, areas, log);
    }
}

policy::PrefectureClasses read_prefectures(const CandidateSettings::Prefectures& wanted, io::InputLog& log) {
    policy::PrefectureClasses classes;
    for (const auto& row : read_physician_index(wanted.file, wanted.columns, log).areas) {
        classes.emplace(row.name, policy::class_of(row.index, wanted.thresholds));
    }
    return classes;
}

/// A prefecture that is written in another way than in its table would be unknown for no reason.
void check_prefectures(const UnitTable& units, const policy::PrefectureClasses& classes) {
    std::vector<std::string> known;
    std::ranges::transform(classes, std::back_inserter(known), [](const auto& entry) { return entry.first; });
    io::FaultList wrong(units.file);
    for (const auto& row : units.rows) {
        if (!classes.contains(row.unit.prefecture)) {
            wrong.add({FindingCode::unknown_reference,
                       {units.file, row.row, {}},
                       {"prefecture", row.unit.prefecture, listed(known, 50)}});
        }
    }
    wrong.throw_if_any();
}

std::set<std::string> given_facts(const CandidateSettings& wanted) {
    std::set<std::string> given;
    for (const auto& table : wanted.facts) {
        for (const auto& [fact, column] : table.columns) {
            given.insert(fact);
        }
        given.insert(table.count);
    }
    return given;
}

/// Tests that no table can answer are unknown for every unit.
void tell_not_given(const CandidateSettings& wanted, const AreaRule& rule, io::InputLog& log) {
    const auto given = given_facts(wanted);
    for (const auto& fact : rule.facts) {
        if (!given.contains(fact)) {
            log.findings.add({FindingCode::measures_not_given,
                              {wanted.rule_file.shown, {}, {}},
                              {"what rests on " + fact, "the fact " + fact + " ([[candidates.facts]])"}});
        }
    }
    for (const auto& test : rule.tests) {
        if (std::holds_alternative<AreaRule::FewPrefecture>(test.condition) && !wanted.prefectures) {
            log.findings.add({FindingCode::measures_not_given,
                              {wanted.rule_file.shown, {}, {}},
                              {"the test " + test.id, "[candidates.prefectures]"}});
        }
    }
}

/// One line for the facts that the same units lack.
void tell_not_known(const CandidateSettings& wanted, const UnitTable& units, const FactBoard& board,
                    io::InputLog& log) {
    const auto given = given_facts(wanted);
    std::map<std::vector<std::string>, std::vector<std::string>> facts_by_units;
    for (std::size_t f = 0; f < board.names.size(); ++f) {
        std::vector<std::string> without;
        for (std::size_t u = 0; u < units.rows.size(); ++u) {
            if (!board.cells[u][f].value) {
                without.push_back(label(units.rows[u].unit));
            }
        }
        if (given.contains(board.names[f])) {
            facts_by_units[without].push_back(board.names[f]);
        }
    }
    for (const auto& [without, facts] : facts_by_units) {
        warn(FindingCode::land_unknown, units.file, listed(facts), without, log);
    }
}

void keep_facts(const UnitTable& units, const FactBoard& board, Candidates& into) {
    into.facts = board.names;
    for (std::size_t u = 0; u < units.rows.size(); ++u) {
        into.units.push_back(units.rows[u].unit);
        auto& not_known = into.rows_not_known.emplace_back();
        for (const auto& cell : board.cells[u]) {
            into.units.back().facts.push_back(cell.value);
            not_known.push_back(cell.rows_not_known);
        }
    }
}

std::vector<std::string> sums_of(const CandidateSettings& wanted) {
    std::vector<std::string> sums;
    for (const auto& table : wanted.facts) {
        if (table.rows == CandidateSettings::Facts::Rows::sum) {
            std::ranges::transform(table.columns, std::back_inserter(sums),
                                   [](const auto& pair) { return pair.first; });
        }
    }
    return sums;
}

std::vector<std::string> notes_of(const CandidateSettings& wanted) {
    std::vector<std::string> notes;
    for (const auto& table : wanted.facts) {
        if (!table.note.empty()) {
            notes.push_back(table.note);
        }
    }
    return notes;
}

}  // namespace

Candidates find_candidates(const CandidateSettings& wanted, std::span<const CandidateArea> areas, io::InputLog& log) {
    Candidates result;
    result.id = wanted.id;
    result.level = wanted.level;
    result.sums = sums_of(wanted);
    result.notes = notes_of(wanted);
    result.areas.assign(areas.begin(), areas.end());
    FaultCollector faults;
    policy::PrefectureClasses prefectures;
    faults.attempt([&] { result.rule = read_rule(wanted.rule_file, log); });
    auto units = read_units(wanted.units, faults, log);
    join_areas(wanted, areas, units, faults, log);
    if (wanted.prefectures) {
        faults.attempt([&] {
            prefectures = read_prefectures(*wanted.prefectures, log);
            check_prefectures(units, prefectures);
        });
    }
    FactBoard board{result.rule.facts, {}};
    board.cells.assign(units.rows.size(), std::vector<FactBoard::Cell>(board.names.size()));
    for (const auto& table : wanted.facts) {
        read_facts(table, units, wanted.units.code_digits, board, faults, log);
    }
    faults.stop_if_any();
    tell_not_given(wanted, result.rule, log);
    tell_not_known(wanted, units, board, log);
    keep_facts(units, board, result);
    result.judged = policy::judge_units(result.rule, areas, prefectures, result.units);
    return result;
}

}  // namespace michinori::scenario
