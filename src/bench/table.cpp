// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/table.h"

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace michinori::bench {
namespace {

constexpr std::size_t columns = 6;
using Cells = std::array<std::string, columns>;
const Cells head{"what", "baseline ms", "ours ms", "ratio", "wanted", "note"};

bool is_text(std::size_t column) {
    return column == 0 || column + 1 == columns;
}

std::string number(std::optional<double> value) {
    if (!value) {
        return "-";
    }
    const int digits = *value > 0 ? static_cast<int>(std::floor(std::log10(*value))) : 0;
    return fmt::format("{:.{}f}", *value, std::clamp(2 - digits, 0, 6));
}

Cells cells_of(const TableRow& row) {
    const auto ratio = number(row.ratio()) + (row.missed() ? " (missed)" : "");
    return {row.what, number(row.baseline_ms), number(row.ours_ms), ratio, number(row.wanted_ratio), row.note};
}

std::string line(const Cells& cells, const std::array<std::size_t, columns>& width, TableForm form) {
    const bool markdown = form == TableForm::markdown;
    std::string text = markdown ? "| " : "";
    for (std::size_t c = 0; c < columns; ++c) {
        text += fmt::format(fmt::runtime(is_text(c) ? "{:<{}}" : "{:>{}}"), cells[c], width[c]);
        text += markdown ? " | " : "  ";
    }
    return text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
}

std::string rule(const std::array<std::size_t, columns>& width, TableForm form) {
    const bool markdown = form == TableForm::markdown;
    std::string text = markdown ? "|" : "";
    for (std::size_t c = 0; c < columns; ++c) {
        const std::string dashes(width[c], '-');
        text += markdown ? "-" + dashes + (is_text(c) ? "-|" : ":|") : dashes + (c + 1 < columns ? "  " : "");
    }
    return text + "\n";
}

}  // namespace

std::optional<double> TableRow::ratio() const {
    if (!baseline_ms || !ours_ms || *ours_ms <= 0) {
        return std::nullopt;
    }
    return *baseline_ms / *ours_ms;
}

bool TableRow::missed() const {
    const auto reached = ratio();
    return reached && wanted_ratio && *reached < *wanted_ratio;
}

std::string table_text(std::span<const TableRow> rows, TableForm form) {
    std::vector<Cells> lines{head};
    for (const auto& row : rows) {
        lines.push_back(cells_of(row));
    }
    std::array<std::size_t, columns> width{};
    for (const auto& cells : lines) {
        for (std::size_t c = 0; c < columns; ++c) {
            width[c] = std::max(width[c], cells[c].size());
        }
    }
    std::string text = line(lines.front(), width, form) + rule(width, form);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        text += line(lines[i], width, form);
    }
    return text;
}

std::size_t peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

}  // namespace michinori::bench
