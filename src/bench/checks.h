// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "bench/baselines.h"
#include "bench/prepared.h"
#include "routing/nearest_sweep.h"
#include "routing/wide_sweep.h"

namespace michinori::bench {

/// How many answers are not those of a plain search, over all vertices. O(n).

/// Labels of a nearest sweep; `expected` has k a vertex.
[[nodiscard]] std::size_t differing_labels(const Prepared& engine, std::span<const Label> expected, std::size_t k,
                                           const routing::NearestSweep& sweep);

/// Times of one lane of a wide pass.
[[nodiscard]] std::size_t differing_times(const Prepared& engine, std::span<const Label> expected,
                                          const routing::WideSweep& sweep, std::size_t lane);

/// Times by vertex, of a search that does not tell sites apart.
[[nodiscard]] std::size_t differing_times(std::span<const Label> expected, std::span<const std::uint32_t> times);

}  // namespace michinori::bench
