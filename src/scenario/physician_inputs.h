// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "io/input_log.h"
#include "policy/physician_need.h"
#include "scenario/physician_study.h"

namespace michinori::scenario {

/// Deliveries of a year in an area.
struct AreaDeliveries {
    People deliveries;
};
/// What an area's need is made of: of the physician and the paediatric index, the outpatient, the delivery index.
using NeedInputs = std::variant<policy::AreaTreatment, policy::AreaOutpatients, AreaDeliveries>;

/// The same, and the row of its flows, outpatients or deliveries.
struct PlacedNeed {
    NeedInputs inputs;
    Place place;
};

/// Everything that the tables of a study say.
struct PhysicianInputs {
    struct Area {
        std::string code;
        std::string prefecture;
        std::string name;
        policy::PhysicianCounts counts;
        PlacedNeed now;
        std::optional<PlacedNeed> projected;  ///< where there are targets
    };
    policy::WorkingHours hours;
    TreatmentClasses classes;  ///< empty of the delivery index
    std::vector<Area> areas;   ///< ascending by code; every one has all its numbers
    std::optional<PhysicianIndexTable> previous;
    io::InputLog log;
};

/// Reads the tables of a study; each must have the areas of [areas], neither more nor fewer. Throws InputError with the
/// faults of all of them. One thread.
[[nodiscard]] PhysicianInputs read_physician_inputs(const PhysicianStudy& study);

}  // namespace michinori::scenario
