// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "policy/remote_districts.h"
#include "scenario/remote_tables.h"

namespace michinori::scenario {

/// Which stops of public transport the people of each cell use, and what a rule makes of them.
///
///     const TransportOfCells transport(stops, places, settings);
///     cell.transport = transport.under(rule, c, cell);
///
/// A stop serves the cells within its reach (straight, its limit included). The time to an institution is the ride and
/// the walk to the stop. Of several stops the one that makes attendance easiest under the rule counts, then the one
/// with most round trips, then the quickest, then the first row. Immutable.
class TransportOfCells {
public:
    /// Without settings no cell has any. `stops` must outlive it.
    TransportOfCells(std::span<const TransportStop> stops, std::span<const geo::Point> cells,
                     const std::optional<RemoteSettings::Transport>& settings);

    /// Nothing: not given. 0 round trips: the table is complete and has no stop that serves the cell.
    [[nodiscard]] std::optional<policy::PublicTransport> under(const policy::RemoteRule& rule, std::uint32_t cell,
                                                               policy::RemoteCell facts) const;

    /// Rows of the table that serve no cell, ascending.
    [[nodiscard]] const std::vector<std::int64_t>& unused_rows() const { return unused_rows_; }

private:
    struct Use {
        std::uint32_t stop = 0;
        TravelTime walk{0};
    };
    [[nodiscard]] policy::PublicTransport way(const Use& use) const;

    std::span<const TransportStop> stops_;
    std::vector<std::vector<Use>> uses_;  ///< by cell, stops ascending
    std::vector<std::int64_t> unused_rows_;
    bool complete_ = false;
};

}  // namespace michinori::scenario
