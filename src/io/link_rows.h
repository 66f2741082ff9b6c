// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/line_attributes.h"
#include "io/road_readers.h"

namespace michinori::io {

/// One row of a link table, its values read but its nodes not yet looked up.
struct LinkRow {
    std::int64_t row = 0;
    std::string from;
    std::string to;
    std::vector<geo::Point> line;  ///< empty: straight between its nodes
    double stated_length_m = 0;    ///< 0: none stated
    RoadFacts facts;
};

struct LinkRows {
    std::vector<LinkRow> rows;
    InputRecord record;  ///< counts are filled when the gate closes
};

/// A node id as whole numbers and texts may stand for it: "1234567890.000" and "1234567890" are one
/// id, "A12" is another. Nothing for "12.5" and for "".
[[nodiscard]] std::optional<std::string> node_id(std::string_view text);

/// Reads every row; wrong ones go to the gate.
[[nodiscard]] LinkRows read_link_rows(const InputFile& file, const LinkOptions& options, RowGate& gate,
                                      FaultList& faults, InputLog& log);

/// A table when a node table is given or the name ends in .csv, .tsv or .txt, else a vector layer.
[[nodiscard]] bool is_link_table(const InputFile& file, const LinkOptions& options);

}  // namespace michinori::io
