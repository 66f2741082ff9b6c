// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/input_log.h"
#include "routing/graph.h"

namespace michinori::io {

/// Reads a graph of the 9th DIMACS implementation challenge: its arcs (.gr) and its places (.co).
///
///     .gr   p sp N M          N vertices, M arcs          .co   p aux sp co N
///           a U V W           from U to V (1 ... N)             v ID X Y      millionths of degrees, longitude first
///
///     const auto graph = read_dimacs({"usa.gr", "usa.gr"}, {"usa.co", "usa.co"}, 0.1, log);
///
/// Vertex ID becomes vertex ID - 1; arcs keep their order among those of one tail. A weight is a time
/// of W x milliseconds_per_unit, rounded to whole milliseconds; milliseconds_per_unit must be finite
/// and greater than 0 (std::invalid_argument). Lines "c" and empty lines are skipped.
///
/// Throws InputError: file_missing, file_unreadable, and with the first 50 lines at fault
/// graph_header_missing, graph_header_repeated, graph_line_unread, graph_vertex_unknown,
/// graph_weight_out_of_range (negative, or not below no_way), bad_coordinate, graph_vertex_repeated,
/// graph_counts_differ, graph_files_differ, graph_places_missing.
///
/// O(bytes), one thread. Holds the larger file whole, and 12 bytes an arc, beside the result.
/// Source of the format: http://www.diag.uniroma1.it/challenge9/format.shtml
[[nodiscard]] routing::TimedGraph read_dimacs(const InputFile& arcs, const InputFile& places,
                                              double milliseconds_per_unit, InputLog& log);

}  // namespace michinori::io
