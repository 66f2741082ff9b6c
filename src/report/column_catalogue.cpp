// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/column_catalogue.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

#include "report/column_rules.h"
#include "report/table_entries.h"
#include "report/words.h"

namespace michinori::report {
namespace {

/// True when `name` is `pattern`, or begins like one that ends in *.
bool fits_file(std::string_view pattern, std::string_view name) {
    return pattern.ends_with('*') ? name.starts_with(pattern.substr(0, pattern.size() - 1)) : name == pattern;
}

bool is_for(std::string_view files, std::string_view file) {
    while (!files.empty()) {
        const auto end = std::min(files.find(' '), files.size());
        if (fits_file(files.substr(0, end), file)) {
            return true;
        }
        files.remove_prefix(std::min(end + 1, files.size()));
    }
    return false;
}

bool is_number(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0 || c == '.'; });
}

std::optional<Bilingual> reason(std::string_view id) {
    const auto found = std::ranges::find(network::reason_names, id);
    if (found == network::reason_names.end()) {
        return std::nullopt;
    }
    const auto which = static_cast<network::Reason>(found - network::reason_names.begin());
    return Bilingual{std::string(words_of(which, Language::japanese)), std::string(words_of(which, Language::english))};
}

/// Of a list of words that stand in names of columns.
struct Named {
    std::string_view id;
    std::string_view ja;
    std::string_view en;
};
constexpr std::array bounds{Named{"low", "低位", "low"}, Named{"central", "中位", "central"},
                            Named{"high", "高位", "high"}};
constexpr std::array sides{Named{"before", "前", "before"}, Named{"after", "後", "after"}};

template <std::size_t N>
std::optional<Bilingual> one_of(const std::array<Named, N>& words, std::string_view id) {
    const auto found = std::ranges::find(words, id, &Named::id);
    return found == words.end() ? std::nullopt
                                : std::optional(Bilingual{std::string(found->ja), std::string(found->en)});
}

/// What a wildcard stands for, in words; nothing: it does not fit.
std::optional<Bilingual> meant(std::string_view wildcard, std::string_view id, const NamesOfIds& names) {
    const Bilingual as_it_is{std::string(id), std::string(id)};
    if (id.empty()) {
        return std::nullopt;
    }
    if (wildcard == "{number}") {
        return is_number(id) ? std::optional(as_it_is) : std::nullopt;
    }
    if (wildcard == "{reason}") {
        return reason(id);
    }
    if (wildcard == "{bound}") {
        return one_of(bounds, id);
    }
    if (wildcard == "{side}") {
        return one_of(sides, id);
    }
    const auto known = names.find(id);
    return known == names.end() ? as_it_is : known->second;
}

/// What stands for the wildcard of a pattern, empty where there is none; nothing: the column is another one.
std::optional<Bilingual> match(std::string_view pattern, std::string_view column, const NamesOfIds& names) {
    const auto open = pattern.find('{');
    if (open == std::string_view::npos) {
        return pattern == column ? std::optional(Bilingual()) : std::nullopt;
    }
    const auto close = pattern.find('}') + 1;
    const auto before = pattern.substr(0, open);
    const auto after = pattern.substr(close);
    if (column.size() < before.size() + after.size() || !column.starts_with(before) || !column.ends_with(after)) {
        return std::nullopt;
    }
    return meant(pattern.substr(open, close - open),
                 column.substr(before.size(), column.size() - before.size() - after.size()), names);
}

std::string filled(std::string_view words, const std::string& with) {
    return fmt::format(fmt::runtime(words), with);
}

ColumnEntry entry_of(const ColumnRule& rule, const Bilingual& with) {
    return {{filled(rule.ja, with.ja), filled(rule.en, with.en)},
            rule.kind,
            rule.decimals,
            {filled(rule.note_ja, with.ja), filled(rule.note_en, with.en)}};
}

constexpr std::array themes{common_columns, access_columns, change_columns,    optimise_columns,  support_columns,
                            ward_columns,   remote_columns, geography_columns, physician_columns, care_columns};

/// The first entry that fits of those for the one table or for all, exact ones or patterns.
std::optional<ColumnEntry> find(std::string_view file, std::string_view column, const NamesOfIds& names, bool own,
                                bool pattern) {
    for (const auto theme : themes) {
        for (const auto& rule : theme()) {
            const bool considered = (own ? is_for(rule.files, file) : rule.files.empty()) &&
                                    pattern == (rule.column.find('{') != std::string_view::npos);
            if (const auto with = considered ? match(rule.column, column, names) : std::nullopt) {
                return entry_of(rule, *with);
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view name(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::text: return "text";
        case ColumnKind::number: return "number";
        case ColumnKind::integer: return "integer";
        case ColumnKind::people: return "people";
        case ColumnKind::minutes: return "minutes";
        case ColumnKind::metres: return "metres";
        case ColumnKind::percent: return "percent";
        case ColumnKind::yen: return "yen";
        case ColumnKind::code: return "code";
    }
    throw std::logic_error("kind of column");
}

std::optional<ColumnEntry> column_entry(std::string_view file, std::string_view column, const NamesOfIds& names) {
    for (const bool pattern : {false, true}) {
        for (const bool own : {true, false}) {
            if (auto found = find(file, column, names, own, pattern)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

std::optional<TableEntry> table_entry(std::string_view file) {
    const auto rules = table_rules();
    const auto found = std::ranges::find_if(rules, [&](const TableRule& rule) { return fits_file(rule.file, file); });
    if (found == rules.end()) {
        return std::nullopt;
    }
    return TableEntry{{std::string(found->ja), std::string(found->en)},
                      {std::string(found->note_ja), std::string(found->note_en)}};
}

}  // namespace michinori::report
