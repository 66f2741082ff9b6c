// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/people_columns.h"

#include <algorithm>

#include "base/text.h"

namespace michinori::io {
namespace {

/// Above any population of the earth; also keeps the sums of exact decimals in range.
constexpr double most_people = 1e10;

std::variant<People, Finding> to_people(std::string_view text, const std::string& column, const Place& place) {
    if (text.empty()) {
        return Finding{FindingCode::empty_value, place, {column}};
    }
    const auto number = to_number(text);
    if (!number || *number > most_people) {
        return Finding{FindingCode::bad_number, place, {column, std::string(text)}};
    }
    if (*number < 0) {
        return Finding{FindingCode::negative_number, place, {column, std::string(text)}};
    }
    return People::from_double(*number);
}

}  // namespace

PeopleColumns::PeopleColumns(const RowSource& source, const DemandOptions& options) {
    if (options.population_column.empty()) {
        throw InputError({FindingCode::missing_key, {source.shown(), {}, {}}, {"this demand input", "population"}});
    }
    columns_.push_back({source.column(options.population_column), options.population_column, {}});
    for (const auto& [group, column] : options.groups) {
        columns_.push_back({source.column(column), column, {}});
    }
}

PeopleColumns::PeopleOrFault PeopleColumns::read(const std::vector<std::string>& fields, const Place& place,
                                                 const std::vector<std::string>& markers) {
    std::vector<People> people;
    people.reserve(columns_.size());
    for (auto& column : columns_) {
        const std::string text(trimmed(fields[column.index]));
        if (std::ranges::find(markers, text) != markers.end()) {
            ++column.markers[text];
            people.emplace_back();
            continue;
        }
        auto value = to_people(text, column.name, place);
        if (auto* fault = std::get_if<Finding>(&value)) {
            return std::move(*fault);
        }
        people.push_back(std::get<People>(value));
    }
    return people;
}

bool PeopleColumns::any_is(const std::vector<std::string>& fields, std::string_view text) const {
    return std::ranges::any_of(columns_, [&](const Column& c) { return trimmed(fields[c.index]) == text; });
}

void PeopleColumns::note_markers(const std::string& marker, const std::string& shown, InputLog& log) const {
    for (const auto& column : columns_) {
        const auto found = column.markers.find(marker);
        if (found != column.markers.end()) {
            log.findings.add({FindingCode::markers_read_as_zero,
                              {shown, {}, {}},
                              {std::to_string(found->second), marker, column.name}});
        }
    }
}

}  // namespace michinori::io
