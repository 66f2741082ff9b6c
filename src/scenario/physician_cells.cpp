// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/physician_cells.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace michinori::scenario {
namespace {

constexpr std::size_t code_column = 0;

void tell_missing(CheckedRows& rows, const ByArea<std::vector<ClassCell>>::Entry& area,
                  const std::vector<std::string>& classes) {
    std::vector<std::string> missing;
    for (std::size_t c = 0; c < classes.size(); ++c) {
        if (!area.value[c].row) {
            missing.push_back(classes[c]);
        }
    }
    if (!missing.empty()) {
        rows.bad(static_cast<std::size_t>(area.row - 1), code_column,
                 "has no row for class / 次の階級の行がありません: " + listed(missing));
    }
}

}  // namespace

std::optional<std::vector<double>> read_numbers(CheckedRows& rows, std::size_t row, std::size_t first,
                                                std::size_t count) {
    std::vector<double> numbers;
    for (std::size_t column = first; column < first + count; ++column) {
        if (const auto number = rows.number(row, column)) {
            numbers.push_back(*number);
        }
    }
    return numbers.size() == count ? std::optional(std::move(numbers)) : std::nullopt;
}

std::optional<std::size_t> read_class(CheckedRows& rows, std::size_t row, std::size_t column,
                                      const std::vector<std::string>& classes) {
    const auto written = rows.text(row, column);
    if (!written) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(classes, *written);
    if (found == classes.end()) {
        rows.fault(row, FindingCode::unknown_reference, {"class", *written, listed(classes)});
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - classes.begin());
}

ByArea<std::vector<ClassCell>> read_class_cells(CheckedRows& rows, std::size_t number_columns, std::size_t code_digits,
                                                const std::vector<std::string>& classes) {
    ByArea<std::vector<ClassCell>> cells{rows.file(), true, {}};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto code = rows.code(r, code_column, code_digits);
        const auto in = read_class(rows, r, 1, classes);
        auto numbers = read_numbers(rows, r, 2, number_columns);
        cells.every_code_read = cells.every_code_read && code;
        if (!code) {
            continue;
        }
        auto& area = cells.areas[*code];
        if (area.value.empty()) {
            area = {CheckedRows::row_number(r), std::vector<ClassCell>(classes.size())};
        }
        if (in && rows.is_new(r, *code + " " + classes[*in])) {
            area.value[*in] = {CheckedRows::row_number(r), std::move(numbers).value_or(std::vector<double>{})};
        }
    }
    if (cells.every_code_read) {  // else the row that is missing may be the one that was refused
        for (const auto& [code, area] : cells.areas) {
            tell_missing(rows, area, classes);
        }
    }
    return cells;
}

}  // namespace michinori::scenario
