// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "io/output_folder.h"
#include "report/json_parts.h"

namespace michinori::report {

/// Name of a map layer and its number of features.
using LayerCount = std::pair<std::string, std::int64_t>;

/// What a manifest says of a file besides its size and digest.
struct StagedTable {
    std::string name;
    std::int64_t rows = 0;
    std::vector<LayerCount> layers;       ///< of a map
    std::vector<LayerCount> sheets = {};  ///< of a workbook: name of a sheet and its rows
};

/// A map, whose rows are the features of all its layers.
[[nodiscard]] StagedTable staged_map(std::string name, std::vector<LayerCount> layers);

/// Every file staged so far: name, size, digest, and the rows and layers of those counted.
[[nodiscard]] Json outputs_json(const io::OutputFolder& out, const std::vector<StagedTable>& counted = {});

}  // namespace michinori::report
