// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "bench/measures.h"
#include "routing/path_layout.h"
#include "routing/site_labels.h"
#include "routing/travel_table.h"

namespace michinori::bench {

/// Random demand points and sites, and what a travel table between them is made of.
struct TableInputs {
    TableInputs(const Session& session, std::size_t point_count, std::size_t site_count, std::uint32_t seed);

    /// From a point to the site of a label of its vertex (the label's time and what the point adds), when
    /// it is within the cut-off; else no_label.
    [[nodiscard]] Label from_point(std::size_t point, std::span<const Label> by_vertex) const;

    [[nodiscard]] routing::TravelTable table() const { return {layout, labels, exits, {}, cutoff}; }

    static constexpr TravelTime cutoff{120 * 60 * 1000};
    Sites sites;
    std::vector<std::uint32_t> vertex;  ///< by point
    std::vector<std::uint32_t> extra;   ///< ms from the point to its vertex
    routing::DemandExits exits;
    routing::PathLayout layout;
    routing::SiteLabels labels;
};

}  // namespace michinori::bench
