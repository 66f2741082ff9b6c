// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "routing/graph.h"

namespace michinori::io {

/// An order of contraction kept between runs. The file is named after a digest of what the order was made from
/// (arcs, places and the version of the method, no times), so another network has another file:
///
///     const auto file = order_file(folder, graph);
///     if (auto order = read_order(file, graph)) ...     // else make it, and
///     write_order(file, graph, order);
///
/// Layout: 8 bytes "michi-o1", 32 digits of the graph's digest, 32 digits of the payload's digest, then one
/// 32-bit little-endian number a vertex.

[[nodiscard]] std::filesystem::path order_file(const std::filesystem::path& folder, const routing::Graph& graph);

/// Nothing when the file is absent, damaged, of another network, or no permutation of the graph's vertices: never
/// trusted, made anew.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> read_order(const std::filesystem::path& file,
                                                                   const routing::Graph& graph);

/// Writes beside and renames, so that a reader sees a whole file or none. False when that cannot be done.
bool write_order(const std::filesystem::path& file, const routing::Graph& graph, std::span<const std::uint32_t> order);

}  // namespace michinori::io
