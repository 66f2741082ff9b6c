// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/candidate_tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "scenario/checked_rows.h"
#include "scenario/facility_facts.h"

namespace michinori::scenario {
namespace {

using Conditions = std::vector<access::Condition>;

constexpr double most = 1e9;

/// The columns that a table must have; those of conditions follow its own.
std::vector<std::string> with_conditions(std::vector<std::string> columns, const Conditions& where) {
    for (const auto& condition : where) {
        columns.push_back(condition.column);
    }
    return columns;
}

/// Whether all conditions hold, whose columns begin at `first`.
bool all_hold(const CheckedRows& rows, std::size_t row, const Conditions& where, std::size_t first) {
    for (std::size_t c = 0; c < where.size(); ++c) {
        if (!access::holds(where[c], rows.field(row, first + c))) {
            return false;
        }
    }
    return true;
}

/// Whether any of them holds, or there is none.
bool any_holds(const CheckedRows& rows, std::size_t row, const Conditions& where, std::size_t first) {
    for (std::size_t c = 0; c < where.size(); ++c) {
        if (access::holds(where[c], rows.field(row, first + c))) {
            return true;
        }
    }
    return where.empty();
}

/// A unit of a table whose columns begin with code, name, prefecture and, where units lie in areas, the area's code.
std::optional<UnitTable::Row> read_unit(CheckedRows& rows, std::size_t r, const CandidateSettings::Units& wanted) {
    constexpr std::size_t area_column = 3;
    auto code = rows.code(r, 0, wanted.code_digits);
    auto name = rows.text(r, 1);
    auto prefecture = rows.text(r, 2);
    auto area = wanted.area_column.empty() ? code : rows.text(r, area_column);
    const bool fresh = code && rows.is_new(r, *code);
    if (!fresh || !name || !prefecture || !area) {
        return std::nullopt;
    }
    return UnitTable::Row{{std::move(*code), std::move(*name), std::move(*prefecture), {}, {}},
                          std::move(*area),
                          CheckedRows::row_number(r)};
}

/// Reads the facts of one table.
class FactReader {
public:
    FactReader(const CandidateSettings::Facts& wanted, const UnitTable& units, std::size_t code_digits,
               FactBoard& board)
        : wanted_(wanted),
          units_(units),
          code_digits_(code_digits),
          board_(board),
          rows_(wanted.file, "candidates:facts", columns(wanted), wanted.format),
          first_fact_(wanted.name_column.empty() ? 1 : 2),
          first_condition_(first_fact_ + wanted.columns.size()),
          of_unit_(units.rows.size()) {
        for (std::size_t u = 0; u < units.rows.size(); ++u) {
            unit_of_.emplace(units.rows[u].unit.code, u);
        }
    }

    void read(FaultCollector& faults, io::InputLog& log) {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            read_row(r);
        }
        for (std::size_t f = 0; f < wanted_.columns.size(); ++f) {
            put_fact(f);
        }
        if (!wanted_.count.empty()) {
            put_count();
        }
        tell(log);
        rows_.close(faults, log);
    }

private:
    /// What the rows of one unit said.
    struct OfUnit {
        bool is_covered = false;  ///< a row of it was read
        bool name_differs = false;
        std::int64_t counted = 0;
        struct Column {
            People sum;  ///< exact to six decimals, whatever is added up
            std::int64_t known = 0;
            std::int64_t not_known = 0;
        };
        std::vector<Column> columns;
    };

    static std::vector<std::string> columns(const CandidateSettings::Facts& wanted) {
        std::vector<std::string> names{wanted.code_column};
        if (!wanted.name_column.empty()) {
            names.push_back(wanted.name_column);
        }
        for (const auto& [fact, column] : wanted.columns) {
            names.push_back(column);
        }
        return with_conditions(with_conditions(std::move(names), wanted.where), wanted.where_any);
    }

    void read_row(std::size_t r) {
        if (!all_hold(rows_, r, wanted_.where, first_condition_)) {
            rows_.not_selected();
            return;
        }
        const auto code = rows_.code(r, 0, code_digits_);
        const auto unit = code ? unit_of_.find(*code) : unit_of_.end();
        if (!code || unit == unit_of_.end()) {
            if (code) {
                of_no_unit_.insert(*code);
            }
            return;
        }
        auto& said = of_unit_[unit->second];
        said.columns.resize(wanted_.columns.size());
        if (first_fact_ == 2 && rows_.field(r, 1) != units_.rows[unit->second].unit.name) {
            said.name_differs = true;
            return;
        }
        said.is_covered = true;
        if (any_holds(rows_, r, wanted_.where_any, first_condition_ + wanted_.where.size())) {
            count_row(r, *code, said);
        }
    }

    void count_row(std::size_t r, const std::string& code, OfUnit& said) {
        ++said.counted;
        if (wanted_.rows == CandidateSettings::Facts::Rows::one && !rows_.is_new(r, code)) {
            return;
        }
        for (std::size_t f = 0; f < wanted_.columns.size(); ++f) {
            auto& column = said.columns[f];
            if (is_not_known(rows_.field(r, first_fact_ + f))) {
                ++column.not_known;
            } else if (const auto number = rows_.number(r, first_fact_ + f)) {
                column.sum += column.sum.value() > most ? People{} : People::from_double(*number);
                ++column.known;
            }
        }
    }

    /// Whether a unit can have none of what is added up: its rows do not count, or the table would name them.
    [[nodiscard]] bool can_be_none(const OfUnit& said) const {
        const bool sum = wanted_.rows == CandidateSettings::Facts::Rows::sum;
        return sum && !said.name_differs && (said.is_covered || wanted_.complete);
    }

    FactBoard::Cell& cell(std::size_t unit, const std::string& fact) {
        return board_.cells[unit][board_.place_of(fact)];
    }

    void put_fact(std::size_t f) {
        const auto& [fact, column_name] = wanted_.columns[f];
        for (std::size_t u = 0; u < of_unit_.size(); ++u) {
            const auto& said = of_unit_[u];
            const auto column = said.columns.empty() ? OfUnit::Column{} : said.columns[f];
            auto& into = cell(u, fact);
            if (said.name_differs) {
                continue;
            }
            if (column.known > 0 || (said.counted == 0 && can_be_none(said))) {
                into.value = column.sum.value();
            }
            into.rows_not_known = wanted_.rows == CandidateSettings::Facts::Rows::sum ? column.not_known : 0;
            if (column.sum.value() > most) {
                rows_.bad_table(column_name, units_.rows[u].unit.code, "adds up to more than 1000000000");
            }
        }
    }

    void put_count() {
        for (std::size_t u = 0; u < of_unit_.size(); ++u) {
            auto& into = cell(u, wanted_.count);
            if (can_be_none(of_unit_[u])) {
                into.value = static_cast<double>(of_unit_[u].counted);
            }
        }
    }

    void tell(io::InputLog& log) const {
        tell_areas({of_no_unit_.begin(), of_no_unit_.end()}, "of no unit that is tested", log);
        tell_areas(units_that([](const OfUnit& said) { return said.name_differs; }), "name_differs", log);
        if (wanted_.rows == CandidateSettings::Facts::Rows::one) {
            return;  // a unit without its number is told with the other facts
        }
        for (std::size_t f = 0; f < wanted_.columns.size(); ++f) {
            const auto units = units_that([f](const OfUnit& said) {
                return !said.columns.empty() && said.columns[f].known > 0 && said.columns[f].not_known > 0;
            });
            if (!units.empty()) {
                log.findings.add({FindingCode::land_unknown,
                                  {rows_.file(), {}, {}},
                                  {std::to_string(units.size()),
                                   wanted_.columns[f].first + " in some of their rows (the sum leaves these out)",
                                   listed(units, 15)}});
            }
        }
    }

    void tell_areas(const std::vector<std::string>& codes, const std::string& why, io::InputLog& log) const {
        const Finding finding{FindingCode::facts_not_used,
                              {rows_.file(), {}, {}},
                              {std::to_string(codes.size()), why, listed(codes, 15)}};
        // Two tables of facts may come out of one file.
        const bool is_told = std::ranges::any_of(log.findings.all(), [&](const Finding& other) {
            return other.code == finding.code && other.place.file == finding.place.file &&
                   other.arguments == finding.arguments;
        });
        if (!codes.empty() && !is_told) {
            log.findings.add(finding);
        }
    }

    template <class Test>
    [[nodiscard]] std::vector<std::string> units_that(Test test) const {
        std::vector<std::string> found;
        for (std::size_t u = 0; u < of_unit_.size(); ++u) {
            if (test(of_unit_[u])) {
                found.push_back(units_.rows[u].unit.code + " " + units_.rows[u].unit.name);
            }
        }
        return found;
    }

    const CandidateSettings::Facts& wanted_;
    const UnitTable& units_;
    std::size_t code_digits_;
    FactBoard& board_;
    CheckedRows rows_;
    std::size_t first_fact_;
    std::size_t first_condition_;
    std::vector<OfUnit> of_unit_;
    std::map<std::string, std::size_t> unit_of_;
    std::set<std::string> of_no_unit_;
};

}  // namespace

std::size_t FactBoard::place_of(const std::string& name) {
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) {
        return static_cast<std::size_t>(found - names.begin());
    }
    names.push_back(name);
    for (auto& of_unit : cells) {
        of_unit.resize(names.size());
    }
    return names.size() - 1;
}

UnitTable read_units(const CandidateSettings::Units& wanted, FaultCollector& faults, io::InputLog& log) {
    UnitTable units;
    units.file = wanted.file.shown;
    faults.attempt([&] {
        std::vector<std::string> columns{wanted.code_column, wanted.name_column, wanted.prefecture_column};
        if (!wanted.area_column.empty()) {
            columns.push_back(wanted.area_column);
        }
        CheckedRows rows(wanted.file, "candidates:units", with_conditions(columns, wanted.where), wanted.format);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            if (!all_hold(rows, r, wanted.where, columns.size())) {
                rows.not_selected();
            } else if (auto row = read_unit(rows, r, wanted)) {
                units.rows.push_back(std::move(*row));
            }
        }
        rows.close(faults, log);
    });
    std::ranges::sort(units.rows, {}, [](const auto& row) { return row.unit.code; });
    return units;
}

void read_facts(const CandidateSettings::Facts& wanted, const UnitTable& units, std::size_t code_digits,
                FactBoard& into, FaultCollector& faults, io::InputLog& log) {
    faults.attempt([&] { FactReader(wanted, units, code_digits, into).read(faults, log); });
}

}  // namespace michinori::scenario
