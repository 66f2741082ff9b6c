// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/csv_parser.h"

#include <algorithm>

namespace michinori::io {

bool CsvParser::next(CsvRecord& record) {
    skip_blank_lines();
    if (rest_.empty()) {
        return false;
    }
    record.fields.clear();
    record.line = line_;
    record.quote_unclosed = false;
    while (read_field(record)) {
    }
    pass_line_end();
    return true;
}

void CsvParser::skip_blank_lines() {
    while (!rest_.empty() && at_line_end()) {
        pass_line_end();
    }
}

bool CsvParser::read_field(CsvRecord& record) {
    std::string field;
    if (rest_.starts_with('"')) {
        read_quoted(field, record);
    }
    read_plain(field);  // after a closing quote there is nothing more in well-formed text
    record.fields.push_back(std::move(field));
    if (!rest_.starts_with(delimiter_)) {
        return false;
    }
    rest_.remove_prefix(1);
    return true;
}

void CsvParser::read_quoted(std::string& field, CsvRecord& record) {
    rest_.remove_prefix(1);
    while (true) {
        const auto quote = rest_.find('"');
        const auto piece = rest_.substr(0, quote);
        line_ += std::ranges::count(piece, '\n');
        field += piece;
        if (quote == std::string_view::npos) {
            rest_ = {};
            record.quote_unclosed = true;
            return;
        }
        rest_.remove_prefix(quote + 1);
        if (!rest_.starts_with('"')) {
            return;
        }
        field += '"';
        rest_.remove_prefix(1);
    }
}

void CsvParser::read_plain(std::string& field) {
    const char stops[] = {delimiter_, '\r', '\n'};
    const auto end = std::min(rest_.find_first_of(std::string_view(stops, 3)), rest_.size());
    field += rest_.substr(0, end);
    rest_.remove_prefix(end);
}

bool CsvParser::at_line_end() const {
    return rest_.starts_with('\n') || rest_.starts_with('\r');
}

void CsvParser::pass_line_end() {
    if (rest_.empty()) {
        return;
    }
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
    ++line_;
}

}  // namespace michinori::io
