// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/facility_columns.h"

#include <fmt/core.h>

#include <algorithm>

namespace michinori::io {

std::vector<std::string> distinct_columns(const std::vector<std::string>& columns) {
    std::vector<std::string> distinct;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].empty()) {
            distinct.push_back(fmt::format("#{}", i + 1));
        } else if (std::ranges::count(columns, columns[i]) > 1) {
            distinct.push_back(fmt::format("{} (#{})", columns[i], i + 1));
        } else {
            distinct.push_back(columns[i]);
        }
    }
    return distinct;
}

std::vector<std::size_t> join_columns(const std::vector<std::string>& columns, access::FacilitySet& set) {
    std::vector<std::size_t> places;
    for (const auto& column : columns) {
        const auto known = std::ranges::find(set.columns, column);
        places.push_back(static_cast<std::size_t>(known - set.columns.begin()));
        if (known == set.columns.end()) {
            set.columns.push_back(column);
        }
    }
    for (auto& facility : set.facilities) {
        facility.fields.resize(set.columns.size());
    }
    return places;
}

}  // namespace michinori::io
