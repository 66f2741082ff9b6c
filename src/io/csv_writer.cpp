// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/csv_writer.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "base/finding.h"
#include "base/text.h"

namespace michinori::io {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& why) {
    throw InputError({FindingCode::output_unwritable, {file.filename().string(), {}, {}}, {why}});
}

template <std::size_t N>
bool starts_with_one_of(const std::array<std::string_view, N>& starts, std::string_view text) {
    return std::ranges::any_of(starts, [&](std::string_view start) { return text.starts_with(start); });
}

/// Full-width forms too: a Japanese spreadsheet takes them for the plain ones. Some programs pass over blanks.
bool looks_like_a_formula(std::string_view text) {
    constexpr std::array<std::string_view, 3> line_starts{"\t", "\r", "\n"};
    constexpr std::array<std::string_view, 8> signs{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    return starts_with_one_of(line_starts, text) || starts_with_one_of(signs, trimmed(text));
}

std::string_view without_apostrophes(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += '"';
        }
    }
    return out + '"';
}

}  // namespace

CsvWriter::CsvWriter(const std::filesystem::path& file, const std::vector<std::string>& columns)
    : file_(file), out_(file, std::ios::binary | std::ios::trunc), columns_(columns.size()) {
    if (!out_) {
        fail(file_, "the file cannot be created");
    }
    out_ << byte_order_mark;
    for (const auto& column : columns) {
        text(column);
    }
    end_row();
    rows_ = 0;
}

void CsvWriter::separate() {
    if (filled_++ > 0) {
        line_ += ',';
    }
}

CsvWriter& CsvWriter::text(std::string_view value) {
    separate();
    line_ += csv_field(formula_guarded(value));
    return *this;
}

CsvWriter& CsvWriter::integer(std::int64_t value) {
    separate();
    line_ += fmt::format("{}", value);
    return *this;
}

CsvWriter& CsvWriter::fixed(double value, int decimals) {
    separate();
    const auto digits = fmt::format("{:.{}f}", value, decimals);
    const bool negative_zero = digits.starts_with('-') && digits.find_first_not_of("-0.") == std::string::npos;
    line_ += negative_zero ? digits.substr(1) : digits;
    return *this;
}

CsvWriter& CsvWriter::people(People value) {
    separate();
    line_ += to_text(value);
    return *this;
}

CsvWriter& CsvWriter::minutes(std::optional<double> value) {
    if (!value) {
        return empty();
    }
    separate();
    const auto ms = std::llround(*value * 60000);
    const auto thousandths = (ms + 59) / 60;
    line_ += fmt::format("{}.{:03}", thousandths / 1000, thousandths % 1000);
    return *this;
}

CsvWriter& CsvWriter::empty() {
    separate();
    return *this;
}

void CsvWriter::end_row() {
    if (filled_ != columns_) {
        throw std::logic_error(fmt::format("a row of {} fields in a table of {} columns", filled_, columns_));
    }
    line_ += "\r\n";
    out_ << line_;
    line_.clear();
    filled_ = 0;
    ++rows_;
}

std::int64_t CsvWriter::close() {
    out_.close();
    if (!out_) {
        fail(file_, "writing failed (is the disk full?)");
    }
    return rows_;
}

std::string formula_guarded(std::string_view text) {
    return (looks_like_a_formula(without_apostrophes(text)) ? "'" : "") + std::string(text);
}

std::string formula_unguarded(std::string text) {
    if (text.starts_with('\'') && looks_like_a_formula(without_apostrophes(text))) {
        text.erase(0, 1);
    }
    return text;
}

std::string to_text(People people) {
    constexpr std::int64_t millionth = 1000000;
    const bool negative = people.micro() < 0;
    const auto micro = negative ? -people.micro() : people.micro();
    auto text = fmt::format("{}{}.{:06}", negative ? "-" : "", micro / millionth, micro % millionth);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text;
}

}  // namespace michinori::io
