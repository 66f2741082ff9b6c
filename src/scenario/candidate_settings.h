// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/facility.h"
#include "io/table.h"
#include "policy/physician_designation.h"
#include "scenario/physician_tables.h"

namespace michinori::scenario {

/// What a table [[candidates]] of a study asks for: a rule of kind priority_area or shortage_spot, applied to units.
/// The keys are explained in scenarios/README.md.
struct CandidateSettings {
    /// What is tested: a row each.
    struct Units {
        io::InputFile file;
        io::TableFormat format;
        std::vector<access::Condition> where;  ///< other rows are not selected
        std::size_t code_digits = 0;
        std::string code_column;
        std::string name_column;
        std::string prefecture_column;
        std::string area_column;  ///< code of the index area that a unit lies in; empty: it is one itself
    };
    /// Indices of prefectures, for the tests that ask for their class.
    struct Prefectures {
        io::InputFile file;
        IndexColumns columns = prefecture_index_columns();
        policy::Thresholds thresholds;
    };
    /// Facts of the units out of one table.
    struct Facts {
        enum class Rows : std::uint8_t {
            one,  ///< a row per unit
            sum,  ///< the rows of a unit are added up
        };
        io::InputFile file;
        io::TableFormat format;
        std::vector<access::Condition> where;      ///< other rows are not read
        std::vector<access::Condition> where_any;  ///< of a row that is read: any of them, or it counts for nothing
        std::string code_column;
        std::string name_column;  ///< must be the unit's name; empty: not checked
        Rows rows = Rows::one;
        bool complete = false;  ///< a unit without a row has none of what is added up
        std::vector<std::pair<std::string, std::string>> columns;  ///< fact and its column
        std::string count;                                         ///< fact: how many rows count; empty: not wanted
        std::string note;                                          ///< what a reader must know of these facts
    };

    std::string id;
    std::string level;  ///< what the units are, for people
    io::InputFile rule_file;
    Units units;
    std::optional<Prefectures> prefectures;
    std::vector<Facts> facts;
};

}  // namespace michinori::scenario
