// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "io/link_rows.h"

namespace michinori::io {

/// Where the nodes of a link table lie, by id.
using NodePlaces = std::unordered_map<std::string, geo::Point>;

/// From the node table: faults stop the run; the table is recorded in the log.
[[nodiscard]] NodePlaces node_places(const InputFile& file, const LinkOptions& options, FaultList& faults,
                                     InputLog& log);

/// From the lines' ends: where most of a node's links end (ties: the one read first).
[[nodiscard]] NodePlaces node_places(const std::vector<LinkRow>& rows);

}  // namespace michinori::io
