// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "routing/aligned.h"

namespace michinori::routing {

class TravelTable;

/// By demand point the sites it reaches and in what time, nearest first: a table without its far
/// entries, or the k nearest sites of each.
///
///     const SparseTable lists = sparse_table(table);
///     for (const auto& entry : lists.of(point)) ...    // entry.site, entry.time
struct SparseTable {
    struct Entry {  // no first values: a table is not written twice
        std::uint32_t site;
        std::uint32_t time;  ///< ms
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    std::vector<std::uint64_t> first{0};  ///< by demand point, one more than points
    LineVector<Entry> entries;            ///< each list by (time, site), a site at most once
    std::size_t site_count = 0;

    [[nodiscard]] std::size_t point_count() const { return first.size() - 1; }
    [[nodiscard]] std::span<const Entry> of(std::size_t point) const {
        return {entries.data() + first[point], entries.data() + first[point + 1]};
    }
    /// The list of the next demand point, already in order.
    void append(std::span<const Entry> list);
};

/// Everything of a table within its cut-off. Memory: 8 bytes an entry and 8 a point in the result; while it is being
/// made, entries take 4 bytes and 12 for every 32 sites that a point reaches one of, given back strip by
/// strip as the result is written. The same for any number of threads.
[[nodiscard]] SparseTable sparse_table(const TravelTable& table);

}  // namespace michinori::routing
