// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "io/written_csv.h"
#include "report/column_catalogue.h"

namespace michinori::test {

/// The tables and columns in a result folder that the catalogue of report/ does not describe: "areas.csv: new_column".
inline std::vector<std::string> not_catalogued(const std::filesystem::path& folder) {
    std::vector<std::string> missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (entry.path().extension() != ".csv") {
            continue;
        }
        if (!report::table_entry(name)) {
            missing.push_back(name);
        }
        const io::WrittenCsv table(entry.path());
        for (const auto& column : table.columns()) {
            if (!report::column_entry(name, column, {})) {
                missing.push_back(name + ": " + column);
            }
        }
    }
    return missing;
}

}  // namespace michinori::test
