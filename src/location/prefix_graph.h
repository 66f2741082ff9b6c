// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/units.h"
#include "location/aim.h"
#include "location/amount.h"
#include "location/case.h"

namespace michinori::location {

/// All demand points merged by the sets of sites they ask first. A point whose list begins a, b, c pays time(a) in any
/// case, time(b) - time(a) more if {a} is closed, time(c) - time(b) more if {a, b} is, and so on: what it pays depends
/// on which of its prefixes are closed altogether. Points that share a prefix, in whatever order, share what depends on
/// it, so that 20,000 points and 25 sites come down to some thousand sets, and no rounding is involved.
///
///     cost of a set of open sites = sum over nodes without an open site of cost[aim][node]
///
/// Left out: sites that must close; what lies behind a site that must stay open; sets too large to be closed altogether
/// when `fewest` sites are open. Immutable once made.
/// Sources: Cornuejols, Nemhauser, Wolsey 1980; Elloumi 2010; Garcia, Labbe, Marin 2011.
struct PrefixGraph {
    /// A set of sites. Node 0 is the empty set, which no open site can spoil.
    struct Node {
        std::uint32_t parent = 0;            ///< a smaller set within it
        std::vector<std::uint32_t> further;  ///< the sites it has more
    };
    /// Whoever finds all of `from` closed asks `site` next. Only where loads matter.
    struct Edge {
        std::uint32_t from = 0;
        std::uint32_t site = 0;
        std::optional<std::uint32_t> to;  ///< `from` and the site; none: they cannot all be closed
        Amount load = 0;                  ///< micro people
    };
    std::vector<Node> nodes{1};
    std::vector<Aim> aims;
    std::vector<std::vector<Amount>> cost;  ///< by aim, by node
    std::vector<Edge> edges;
    std::size_t points = 0;  ///< with people
    /// By point: the last node made for it, and whether its list went on behind that. Such a graph counts too little
    /// for sets that close so much of a list, never too much.
    std::vector<std::uint32_t> last;
    std::vector<std::uint8_t> cut;

    /// By node: 1 where no site of it is open. O(nodes).
    [[nodiscard]] Flags closed(const Flags& open) const;
    /// Exact where no list was cut.
    [[nodiscard]] Amount value(std::size_t aim, const Flags& closed_nodes) const;
};

struct PrefixOptions {
    std::size_t most_nodes = 100000;
    std::vector<std::uint32_t> depth;  ///< by point, how many prefixes at most; empty: all
};

/// The aims of the case (its own first, then its budgets', but for the number of sites) and, where it has floor or
/// capacities, the edges. Nothing when there would be too many nodes. O(entries passed x sites / 64).
[[nodiscard]] std::optional<PrefixGraph> make_prefix_graph(const Case& wanted, const PrefixOptions& options = {});

}  // namespace michinori::location
