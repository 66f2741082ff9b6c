// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/place_readers.h"
#include "policy/physician_designation.h"
#include "policy/rurality_factor.h"
#include "scenario/candidate_settings.h"
#include "scenario/load_designation_rule.h"
#include "scenario/physician_study.h"
#include "scenario/physician_tables.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// A study file of `michinori designate` as understood: plain values, every path resolved, nothing but the rule and the
/// scenarios of its roads read. The keys are explained in scenarios/README.md.
///
/// Areas come from tables (polygons, numbers, hospitals: straight distances) or from scenarios with roads; with both,
/// the scenarios add what they measure to the areas of the tables that they hold.
struct DesignationStudy {
    /// People and land of each area.
    struct Numbers {
        io::InputFile file;
        io::TableFormat format;
        std::string code_column;
        std::string population_column;
        std::string km2_column;
        std::vector<access::Condition> where;  ///< other rows are not selected
    };
    /// Which of the facilities are second- or third-line emergency hospitals, as conditions of a service.
    struct Emergency {
        std::vector<access::Condition> all_of;
        std::vector<access::Condition> any_of;
    };
    struct Tables {
        io::InputFile areas;
        io::AreaOptions options;
        bool approximate = false;  ///< the polygons are simplified or guessed: said in every output
        Numbers numbers;
        std::vector<Scenario::Demand> demand;  ///< for centres of people, islands and snow; may be empty
        GeographySettings geography;           ///< centres, islands and offices alone
        std::optional<Scenario::ZoneFile> snow;
        std::vector<Scenario::Facilities> facilities;
        Emergency emergency;
    };
    struct Roads {
        std::vector<Scenario> scenarios;  ///< each with a section [geography]
        std::string level = "secondary";
        double covered_at_least = 0.95;  ///< share of an area's people on the roads: else it has no measure by road
    };
    struct Index {
        std::optional<PhysicianStudy> study;  ///< the indices are computed from their inputs; else a published table:
        io::InputFile file;
        IndexColumns columns;
        std::optional<policy::Thresholds> frozen;  ///< nothing: by thirds of the table
    };
    struct Rurality {
        std::string variant;                     ///< the rule is applied with; empty: the first
        std::string unit = "secondary";          ///< what an area is, for the scales
        bool whole_country = false;              ///< stated by the user: not asked for 47 prefectures
        std::optional<policy::Vector4> weights;  ///< besides those of the factor and equal ones
        std::vector<io::InputFile> scales;       ///< frozen: of a nation of which these areas are a part
    };

    std::string id;
    std::string title_en;
    std::string title_ja;
    std::string attribution;
    Language language = Language::english;
    std::string shown;
    std::optional<Tables> tables;
    std::optional<Roads> roads;
    Index index;
    Rurality rurality;
    std::vector<CandidateSettings> candidates;
    io::InputFile rule_file;

    [[nodiscard]] bool approximate() const { return tables && tables->approximate; }
};

/// Reads a study file. Throws InputError with every fault, those of its scenarios too. `data_root` as in
/// load_scenario().
[[nodiscard]] DesignationStudy load_designation_study(const std::filesystem::path& file,
                                                      const std::filesystem::path& data_root);

}  // namespace michinori::scenario
