// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/checked_rows.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "io/row_source.h"

namespace michinori::scenario {
namespace {

constexpr double most = 1e9;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string why_bad_code(std::string_view code, std::size_t digits) {
    const auto must = std::to_string(digits);
    if (code.size() < digits && std::ranges::all_of(code, is_digit)) {
        return "a code has " + must +
               " digits; a spreadsheet may have removed its leading zero (read the column as "
               "text) / コードは" +
               must + "桁です。先頭の0が失われた可能性があります";
    }
    return "a code has " + must + " digits (0-9) / コードは半角数字" + must + "桁です";
}

}  // namespace

CheckedRows::CheckedRows(const io::InputFile& file, const std::string& role, std::vector<std::string> columns,
                         const io::TableFormat& format)
    : columns_(std::move(columns)),
      record_(io::begin_record(file, role)),
      table_(io::read_table(file, format)),
      faults_(table_.file) {
    record_.format = table_.format;
    record_.encoding = table_.encoding;
    record_.rows_read = static_cast<std::int64_t>(table_.rows.size());
    FaultCollector missing;
    for (const auto& column : columns_) {
        missing.attempt([&] { place_of_.push_back(table_.column(column)); });
    }
    missing.stop_if_any();
}

std::string_view CheckedRows::field(std::size_t row, std::size_t column) const {
    return trimmed(table_.rows[row][place_of_[column]]);
}

std::optional<std::string> CheckedRows::text(std::size_t row, std::size_t column) {
    const auto written = field(row, column);
    if (written.empty()) {
        fault(row, FindingCode::empty_value, {columns_[column]});
        return std::nullopt;
    }
    return std::string(written);
}

std::optional<std::string> CheckedRows::code(std::size_t row, std::size_t column, std::size_t digits) {
    auto written = text(row, column);
    if (written && (written->size() != digits || !std::ranges::all_of(*written, is_digit))) {
        bad(row, column, why_bad_code(*written, digits));
        return std::nullopt;
    }
    return written;
}

std::optional<double> CheckedRows::number(std::size_t row, std::size_t column) {
    const auto written = text(row, column);
    if (!written) {
        return std::nullopt;
    }
    const auto value = to_number(*written);
    if (!value) {
        fault(row, FindingCode::bad_number, {columns_[column], *written});
    } else if (*value < 0) {
        fault(row, FindingCode::negative_number, {columns_[column], *written});
    } else if (*value > most) {
        bad(row, column, "must be at most 1000000000 / 1000000000以下でなければなりません");
    } else {
        return value;
    }
    return std::nullopt;
}

std::optional<double> CheckedRows::degrees(std::size_t row, std::size_t column) {
    const auto written = text(row, column);
    const auto value = written ? to_number(*written) : std::nullopt;
    if (written && !value) {
        fault(row, FindingCode::bad_number, {columns_[column], *written});
    } else if (value && !(-180 <= *value && *value <= 180)) {
        bad(row, column, "must be degrees from -180 to 180 / -180から180までの度でなければなりません");
        return std::nullopt;
    }
    return value;
}

std::optional<double> CheckedRows::positive(std::size_t row, std::size_t column) {
    const auto value = number(row, column);
    if (value == 0) {
        bad(row, column, "must be above zero / 0より大きい数でなければなりません");
        return std::nullopt;
    }
    return value;
}

void CheckedRows::fault(std::size_t row, FindingCode code, std::vector<std::string> arguments) {
    faulty_ = true;
    faults_.add({code, {table_.file, row_number(row), {}}, std::move(arguments)});
}

void CheckedRows::bad(std::size_t row, std::size_t column, std::string why) {
    fault(row, FindingCode::bad_value, {columns_[column], std::string(field(row, column)), std::move(why)});
}

void CheckedRows::bad_table(std::string column, std::string value, std::string why) {
    faulty_ = true;
    faults_.add({FindingCode::bad_value, {table_.file, {}, {}}, {std::move(column), std::move(value), std::move(why)}});
}

bool CheckedRows::is_new(std::size_t row, const std::string& id) {
    const auto [known, fresh] = row_of_.emplace(id, row_number(row));
    if (!fresh) {
        fault(row, FindingCode::duplicate_id, {id, std::to_string(known->second)});
    }
    return fresh;
}

void CheckedRows::close(FaultCollector& faults, io::InputLog& log) {
    faults.attempt([this] { faults_.throw_if_any(); });
    log.findings.merge(std::move(table_.findings));
    if (!faulty_) {
        record_.rows_used = record_.rows_read - record_.rows_not_selected;
        log.inputs.push_back(std::move(record_));
    }
}

}  // namespace michinori::scenario
