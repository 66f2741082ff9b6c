// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/designation_numbers.h"

#include "base/text.h"
#include "io/fault_list.h"
#include "io/row_source.h"

namespace michinori::scenario {
namespace {

/// Reads the table of people and land; each wrong row is a fault.
class NumbersReader {
public:
    NumbersReader(const io::Table& table, const DesignationStudy::Numbers& wanted)
        : table_(table),
          wanted_(wanted),
          code_(table.column(wanted.code_column)),
          population_(table.column(wanted.population_column)),
          km2_(table.column(wanted.km2_column)),
          faults_(table.file) {
        for (const auto& condition : wanted.where) {
            tested_.push_back(table.column(condition.column));
        }
    }

    std::map<std::string, AreaNumbers> read(io::InputRecord& record) {
        std::map<std::string, AreaNumbers> numbers;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            row_ = static_cast<std::int64_t>(r) + 1;
            if (!is_wanted(table_.rows[r])) {
                ++record.rows_not_selected;
                continue;
            }
            const std::string code(trimmed(table_.rows[r][code_]));
            const AreaNumbers area{People::from_double(above_zero(population_, wanted_.population_column)),
                                   above_zero(km2_, wanted_.km2_column), row_};
            const auto [known, fresh] = numbers.emplace(code, area);
            if (!fresh) {
                fault(FindingCode::duplicate_id, {code, std::to_string(known->second.row)});
            }
        }
        faults_.throw_if_any();
        record.rows_read = static_cast<std::int64_t>(table_.rows.size());
        record.rows_used = record.rows_read - record.rows_not_selected;
        return numbers;
    }

private:
    [[nodiscard]] bool is_wanted(const std::vector<std::string>& fields) const {
        for (std::size_t c = 0; c < tested_.size(); ++c) {
            if (!access::holds(wanted_.where[c], fields[tested_[c]])) {
                return false;
            }
        }
        return true;
    }

    void fault(FindingCode code, std::vector<std::string> arguments) {
        faults_.add({code, {table_.file, row_, {}}, std::move(arguments)});
    }

    /// The number of a field; 1, with a fault, where it is none above zero.
    double above_zero(std::size_t column, const std::string& name) {
        const auto& text = table_.rows[static_cast<std::size_t>(row_) - 1][column];
        const auto number = to_number(text);
        if (number && *number > 0) {
            return *number;
        }
        if (!number) {
            fault(FindingCode::bad_number, {name, text});
        } else {
            fault(FindingCode::bad_value, {name, text, "an area without people or land has no density"});
        }
        return 1;
    }

    const io::Table& table_;
    const DesignationStudy::Numbers& wanted_;
    std::size_t code_;
    std::size_t population_;
    std::size_t km2_;
    std::vector<std::size_t> tested_;
    std::int64_t row_ = 0;
    io::FaultList faults_;
};

}  // namespace

std::map<std::string, AreaNumbers> read_area_numbers(const DesignationStudy::Numbers& wanted, io::InputLog& log) {
    auto record = io::begin_record(wanted.file, "people and land");
    const auto table = io::read_table(wanted.file, wanted.format);
    record.format = table.format;
    record.encoding = table.encoding;
    log.findings.merge(table.findings);
    auto numbers = NumbersReader(table, wanted).read(record);
    log.inputs.push_back(std::move(record));
    return numbers;
}

}  // namespace michinori::scenario
