// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/home_row.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace michinori::scenario {

HomeColumns::HomeColumns(const io::Table& table) {
    for (std::size_t c = 0; c < home_column_count; ++c) {
        index_[c] = table.find_column(home_column_names[c]);
    }
    for (const auto needed : {HomeColumn::id, HomeColumn::risk, HomeColumn::mode}) {
        static_cast<void>(table.column(HomeRow::column_name(needed)));  // or a fault
    }
}

std::vector<std::string> HomeColumns::unused(const io::Table& table) const {
    std::vector<std::string> names;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (std::ranges::find(index_, std::optional(c)) == index_.end()) {
            names.push_back(table.columns[c]);
        }
    }
    return names;
}

std::string_view HomeRow::text(HomeColumn column) const {
    const auto index = columns_.index(column);
    return index ? trimmed(fields_[*index]) : std::string_view{};
}

std::optional<std::int64_t> HomeRow::whole(HomeColumn column, std::int64_t most) {
    const auto written = text(column);
    if (written.empty()) {
        return std::nullopt;
    }
    const std::string shown(written);
    const std::string name(column_name(column));
    const auto number = to_number(written);
    if (!number) {
        fault(FindingCode::bad_number, {name, shown});
    } else if (*number < 0) {
        fault(FindingCode::negative_number, {name, shown});
    } else if (*number != std::floor(*number) || *number > static_cast<double>(most)) {
        fault(FindingCode::bad_integer, {name, shown});
    } else {
        return static_cast<std::int64_t>(*number);
    }
    return std::nullopt;
}

void HomeRow::fault(FindingCode code, std::vector<std::string> arguments) {
    fault(Finding{code, place_, std::move(arguments)});
}

void HomeRow::fault(Finding finding) {
    if (!fault_) {
        fault_ = std::move(finding);
    }
}

void HomeRow::fault_choice(HomeColumn column, const std::vector<std::string>& names) {
    fault(FindingCode::bad_choice, {std::string(text(column)), std::string(column_name(column)), listed(names)});
}

}  // namespace michinori::scenario
