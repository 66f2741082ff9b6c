// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "routing/cell_cut.h"

namespace michinori::routing {

/// A largest flow between two groups of vertices of a cell whose edges carry one unit each, and with it a
/// smallest edge cut. One object serves many calls on its cell; not for several threads.
/// Source: Dinic 1970 (blocking flows along breadth-first levels).
class UnitFlow {
public:
    explicit UnitFlow(const Cell& cell);

    enum class Role : std::uint8_t { between, source, sink };

    /// Size of a smallest cut, or nothing when it would exceed `limit`. Roles are by vertex.
    std::optional<std::uint32_t> cut_size(std::span<const Role> roles, std::uint32_t limit);

    /// After cut_size: by vertex, 1 on the side of the sources. Of the smallest cuts the one nearest to
    /// the sources and the one nearest to the sinks are known; this is the more balanced of the two.
    [[nodiscard]] std::vector<std::uint8_t> source_side() const;

private:
    bool find_levels();
    std::uint32_t augment_from(std::uint32_t source);
    [[nodiscard]] bool open(std::uint32_t arc) const { return flow_[arc] < 1; }
    /// 1 for the vertices that open arcs lead to from the sources, or from which they lead to the sinks.
    [[nodiscard]] std::vector<std::uint8_t> spread(Role from) const;

    const Cell& cell_;
    std::vector<std::uint32_t> twin_;  // by arc: the same edge in the other list
    std::vector<std::int8_t> flow_;    // by arc: -1, 0 or 1; the twin's is the negative
    std::vector<std::uint32_t> level_;
    std::vector<std::uint32_t> next_arc_;
    std::vector<std::uint32_t> queue_;
    std::vector<std::uint32_t> path_;
    std::span<const Role> roles_;
};

}  // namespace michinori::routing
