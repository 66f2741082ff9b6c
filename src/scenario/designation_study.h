// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/place_readers.h"
#include "policy/physician_designation.h"
#include "scenario/load_designation_rule.h"
#include "scenario/physician_tables.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// A study file of `michinori designate` as understood: plain values, every path resolved, nothing but the rule read.
/// It needs no roads. The keys are explained in scenarios/README.md.
struct DesignationStudy {
    struct Areas {
        io::InputFile file;
        io::AreaOptions options;
        bool approximate = false;  ///< the polygons are simplified or guessed: said in every output
    };
    /// People and land of each area.
    struct Numbers {
        io::InputFile file;
        io::TableFormat format;
        std::string code_column;
        std::string population_column;
        std::string km2_column;
        std::vector<access::Condition> where;  ///< other rows are not selected
    };
    struct Index {
        io::InputFile file;
        IndexColumns columns;
        std::optional<policy::Thresholds> frozen;  ///< nothing: by thirds of the table
    };
    /// Which of the facilities are second- or third-line emergency hospitals, as conditions of a service.
    struct Emergency {
        std::vector<access::Condition> all_of;
        std::vector<access::Condition> any_of;
    };

    std::string id;
    std::string title_en;
    std::string title_ja;
    std::string attribution;
    Language language = Language::english;
    std::string shown;
    Areas areas;
    Numbers numbers;
    Index index;
    std::vector<Scenario::Facilities> facilities;
    Emergency emergency;
    io::InputFile rule_file;
};

/// Reads a study file. Throws InputError with every fault. `data_root` as in load_scenario().
[[nodiscard]] DesignationStudy load_designation_study(const std::filesystem::path& file,
                                                      const std::filesystem::path& data_root);

}  // namespace michinori::scenario
