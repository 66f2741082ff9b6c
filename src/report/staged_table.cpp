// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/staged_table.h"

#include <algorithm>
#include <numeric>

namespace michinori::report {

StagedTable staged_map(std::string name, std::vector<LayerCount> layers) {
    const auto rows = std::accumulate(layers.begin(), layers.end(), std::int64_t{0},
                                      [](std::int64_t sum, const LayerCount& layer) { return sum + layer.second; });
    return {std::move(name), rows, std::move(layers)};
}

Json outputs_json(const io::OutputFolder& out, const std::vector<StagedTable>& counted) {
    Json outputs = Json::array();
    for (const auto& file : out.written()) {
        auto json = file_json(file);
        const auto known = std::ranges::find(counted, file.name, &StagedTable::name);
        if (known != counted.end()) {
            json["rows"] = known->rows;
            for (const auto& [layer, rows] : known->layers) {
                json["layers"][layer] = rows;
            }
            for (const auto& [sheet, rows] : known->sheets) {
                json["sheets"][sheet] = rows;
            }
        }
        outputs.push_back(std::move(json));
    }
    return outputs;
}

}  // namespace michinori::report
