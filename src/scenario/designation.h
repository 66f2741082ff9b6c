// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "io/input_log.h"
#include "policy/designation_adjustment.h"
#include "scenario/candidates.h"
#include "scenario/designation_places.h"
#include "scenario/designation_rurality.h"
#include "scenario/designation_study.h"
#include "scenario/physicians.h"

namespace michinori::scenario {

/// An area of a study: what was measured, what the index says of it, or why the two do not come together.
struct StudiedArea {
    std::string code;
    std::string name;
    std::string prefecture;  ///< of the index table, where it is in it
    enum class Status {
        complete,
        no_index,      ///< not in the table of indices
        no_polygon,    ///< in the table of indices alone
        name_differs,  ///< the code stands for another area in the table of indices
    };
    Status status = Status::complete;
    std::optional<std::size_t> place;  ///< into the study's places
    std::optional<double> index;       ///< as published
    std::optional<policy::PhysicianClass> physician_class;

    [[nodiscard]] bool is_judged() const { return status == Status::complete; }
};

/// A study, computed. Lists "by judged area" go with `judged`, those "by place" with `places.areas`.
struct DesignationResult {
    StudyPlaces places;
    std::vector<StudiedArea> areas;   ///< ascending by code; areas of the index table alone come after their code
    std::vector<std::size_t> judged;  ///< areas with geography and index
    policy::Thresholds thresholds;
    std::optional<PhysicianStudyResult> physicians;  ///< where the indices were computed here
    std::vector<RuralityVariant> variants;
    std::size_t rule_variant = 0;             ///< the one the rule is applied with
    std::vector<RuralityScale> given_scales;  ///< of a nation that these areas are a part of
    std::vector<RuralityScale> scales;        ///< of the variants, for parts of the nation
    DesignationRule rule;
    std::vector<policy::Designation> under;  ///< by variant, by judged area
    std::vector<policy::Firmness> firmness;  ///< by judged area, over all variants
    std::vector<policy::DesignationChange> firmest;
    std::vector<Candidates> candidates;
    io::InputLog log;

    [[nodiscard]] const policy::Designation& designation() const { return under[rule_variant]; }
};

/// Reads the inputs of a study and computes it. Throws InputError with every fault of the inputs; a rule that cannot be
/// applied to these numbers is rule_not_applicable. `orders` as make_engine().
[[nodiscard]] DesignationResult run_designation(const DesignationStudy& study, const std::filesystem::path& orders,
                                                Progress& progress);

[[nodiscard]] std::string_view name(StudiedArea::Status status);

}  // namespace michinori::scenario
