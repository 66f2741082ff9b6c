// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/text_table.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "base/text.h"

namespace michinori::report {
namespace {

constexpr std::size_t widest_cell = 48;
constexpr std::string_view gap = "  ";

struct Range {
    std::uint32_t first;
    std::uint32_t last;
};

/// East Asian Wide and Fullwidth (Unicode Standard Annex 11), by block.
constexpr std::array<Range, 12> wide{{{0x1100, 0x115F},
                                      {0x2E80, 0x303E},
                                      {0x3041, 0x33FF},
                                      {0x3400, 0x4DBF},
                                      {0x4E00, 0x9FFF},
                                      {0xA000, 0xA4CF},
                                      {0xAC00, 0xD7A3},
                                      {0xF900, 0xFAFF},
                                      {0xFE30, 0xFE6F},
                                      {0xFF01, 0xFF60},
                                      {0xFFE0, 0xFFE6},
                                      {0x1F300, 0x3FFFD}}};
/// Marks that stand on the character before them, joiners, variation selectors.
constexpr std::array<Range, 6> no_width{
    {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, std::uint32_t code) {
    return std::ranges::any_of(ranges, [&](Range r) { return code >= r.first && code <= r.last; });
}

std::size_t width_of(std::uint32_t code) {
    return is_in(no_width, code) ? 0 : is_in(wide, code) ? 2 : 1;
}

/// The code point that starts valid UTF-8 text, and how many bytes it takes (at least 1).
std::pair<std::uint32_t, std::size_t> first_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (length == 1 || length > text.size()) {
        return {lead, 1};
    }
    std::uint32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    return {code, length};
}

std::string cut(const std::string& text) {
    if (display_width(text) <= widest_cell) {
        return text;
    }
    std::string_view rest = text;
    std::size_t width = 0;
    while (!rest.empty()) {
        const auto [code, length] = first_character(rest);
        width += width_of(code);
        if (width > widest_cell - 3) {
            break;
        }
        rest.remove_prefix(length);
    }
    return text.substr(0, text.size() - rest.size()) + "...";
}

std::string padded(const std::string& text, std::size_t width, TextTable::Align align) {
    const std::string blanks(width - display_width(text), ' ');
    return align == TextTable::left ? text + blanks : blanks + text;
}

void end_line(std::string& line) {
    line.erase(line.find_last_not_of(' ') + 1);
    line += '\n';
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const auto [code, length] = first_character(text);
        width += width_of(code);
        text.remove_prefix(length);
    }
    return width;
}

TextTable::TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

void TextTable::row(std::vector<std::string> cells) {
    if (cells.size() != columns_.size()) {
        throw std::logic_error("a row does not fit its table");
    }
    for (auto& cell : cells) {
        cell = cut(printable(cell));
    }
    rows_.push_back(std::move(cells));
}

void TextTable::rule() {
    rows_.emplace_back();
}

std::string TextTable::text(std::string_view indent) const {
    std::vector<std::size_t> widths;
    std::vector<std::string> titles;
    std::size_t total = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        titles.push_back(printable(columns_[c].title));
        widths.push_back(display_width(titles.back()));
        for (const auto& cells : rows_) {
            widths[c] = std::max(widths[c], cells.empty() ? 0 : display_width(cells[c]));
        }
        total += widths[c] + (c == 0 ? 0 : gap.size());
    }
    std::string out;
    const auto put = [&](const std::vector<std::string>& cells) {
        std::string line(indent);
        for (std::size_t c = 0; c < cells.size(); ++c) {
            line += (c == 0 ? "" : std::string(gap)) + padded(cells[c], widths[c], columns_[c].align);
        }
        end_line(line);
        out += line;
    };
    put(titles);
    for (const auto& cells : rows_) {
        if (cells.empty()) {
            out += std::string(indent) + std::string(total, '-') + "\n";
        } else {
            put(cells);
        }
    }
    return out;
}

std::string grouped(std::int64_t value) {
    auto text = fmt::format("{}", value);
    const std::size_t sign = value < 0 ? 1 : 0;
    for (std::size_t end = text.size(); end > sign + 3;) {
        end -= 3;
        text.insert(end, ",");
    }
    return text;
}

std::string grouped(People people) {
    return grouped(std::int64_t{std::llround(people.value())});
}

std::string percent(double part, double whole) {
    if (whole <= 0) {
        return "-";
    }
    const double share = 100 * part / whole;
    return share > 0 && share < 0.05 ? std::string("<0.1 %") : fmt::format("{:.1f} %", share);
}

}  // namespace michinori::report
