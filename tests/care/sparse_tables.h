// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/units.h"
#include "routing/sparse_table.h"

/// Small tables of times, by hand and at random.
namespace michinori::test {

using Entry = routing::SparseTable::Entry;
using Lists = std::vector<std::vector<Entry>>;

inline constexpr std::uint32_t minute = 60000;

/// Times in ms; lists in any order.
inline routing::SparseTable table_of(Lists lists, std::size_t sites) {
    routing::SparseTable table;
    table.site_count = sites;
    for (auto& list : lists) {
        std::ranges::sort(list, {}, [](const Entry& entry) { return std::pair(entry.time, entry.site); });
        table.append(list);
    }
    return table;
}

/// With gaps, ties and points that reach nothing: whole minutes from 0 to `longest`.
inline Lists random_lists(std::size_t points, std::size_t sites, std::uint32_t longest = 9) {
    Lists lists(points);
    for (auto& list : lists) {
        for (std::uint32_t site = 0; site < sites; ++site) {
            if (*rc::gen::inRange(0, 5) != 0) {
                list.push_back({site, *rc::gen::inRange<std::uint32_t>(0, longest + 1) * minute});
            }
        }
    }
    return lists;
}

/// A number of things, from 0 to `most`.
inline std::size_t random_count(std::size_t most) {
    return *rc::gen::inRange<std::size_t>(0, most + 1);
}

}  // namespace michinori::test
