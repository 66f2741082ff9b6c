// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "policy/physician_designation.h"
#include "policy/physician_index.h"
#include "policy/physician_progress.h"
#include "scenario/physician_inputs.h"
#include "scenario/physician_study.h"

namespace michinori::scenario {

/// The need at the end of a plan, and what it is made of.
struct ProjectedNeed {
    NeedInputs inputs;
    policy::Need need;
};

/// An area with its index, and all that the index was made of.
struct PhysicianArea {
    std::string code;
    std::string prefecture;
    std::string name;
    double index = 0;           ///< as it is published, to one decimal: what thresholds compare with
    policy::PhysicianIndex of;  ///< of.value is the index, not rounded
    policy::PhysicianClass physician_class = policy::PhysicianClass::middle;  ///< of a relative kind few or middle
    policy::PhysicianCounts counts;
    NeedInputs inputs;
    std::optional<ProjectedNeed> projected;  ///< where there are targets, as the next
    std::optional<policy::Target> target;
};

/// Limits, and where they come from.
struct LimitsInUse {
    enum class Origin : std::uint8_t { frozen, thirds, lowest_share };
    Origin origin = Origin::thirds;
    ClassLimits limits;
};
[[nodiscard]] std::string_view name(LimitsInUse::Origin origin);

/// A study, computed.
///
///     const auto study = load_physician_study("umino.toml", data);
///     const auto result = study_physicians(study, progress);
///     for (const auto& area : result.areas) use(area.code, area.index, area.of.value);
struct PhysicianStudyResult {
    std::vector<PhysicianArea> areas;  ///< ascending by code; every area of the study has an index
    LimitsInUse limits;
    policy::ClassCounts classes;
    std::optional<policy::NationReference> nation;          ///< of the physician and the paediatric index
    std::optional<policy::OutpatientReference> outpatient;  ///< of the outpatient index
    policy::WorkingHours hours;
    TreatmentClasses treatment;  ///< classes of people; empty of the delivery index
    /// An earlier edition, its limits, and what became of each area since.
    struct Compared {
        LimitsInUse limits;
        PhysicianIndexTable before;
        std::vector<policy::AreaProgress> areas;
    };
    std::optional<Compared> compared;
    io::InputLog log;
};

/// Reads the inputs of a study and computes it. Throws InputError with every fault of the inputs, and index_impossible
/// for each area (or the nation, or the thresholds) whose numbers give no index.
[[nodiscard]] PhysicianStudyResult study_physicians(const PhysicianStudy& study, Progress& progress);

/// The word of tables: few, middle, many; relatively_few and other of a relative kind.
[[nodiscard]] std::string_view class_name(PhysicianIndexKind kind, policy::PhysicianClass physician_class);

}  // namespace michinori::scenario
