// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "routing/graph.h"

namespace michinori::routing {

/// An order of contraction that does not depend on speeds: vertices of few neighbours first, then the
/// rest by nested dissection, so that what separates the two halves of the region comes last.
/// order[i] is the vertex contracted as number i. Uses places only to find good cuts; any graph has an order.
///
/// TBB-parallel over the pieces; the same order for any number of threads. O(n log n) in practice: about
/// 4 microseconds a vertex and thread. Source: George 1973 (nested dissection); Schild, Sommer 2015 (cuts).
[[nodiscard]] std::vector<std::uint32_t> nested_dissection(const Graph& graph);

}  // namespace michinori::routing
