// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/area.h"
#include "access/facility.h"
#include "base/progress.h"
#include "io/input_log.h"
#include "policy/area_geography.h"
#include "policy/designation_adjustment.h"
#include "policy/rurality.h"
#include "scenario/designation_study.h"

namespace michinori::scenario {

/// An area of a study: what each table says of it, or that it says nothing.
struct StudiedArea {
    std::string code;
    std::string name;
    std::string prefecture;  ///< of the index table, where it is in it
    /// Why the row is not whole; empty: it is.
    enum class Status {
        complete,
        no_index,      ///< not in the table of indices
        no_polygon,    ///< in the table of indices alone
        name_differs,  ///< the code stands for another area in the table of indices
    };
    Status status = Status::complete;
    std::optional<std::size_t> polygon;  ///< into the areas read
    People population;
    double km2 = 0;
    geo::Point centre;
    std::optional<policy::NearestPlace> hospital;  ///< straight from the centre
    std::optional<double> index;
    std::optional<policy::PhysicianClass> physician_class;

    [[nodiscard]] double people_per_km2() const { return population.value() / km2; }
    [[nodiscard]] bool has_geography() const { return polygon.has_value(); }
    [[nodiscard]] bool is_judged() const { return status == Status::complete; }
};

/// A study, computed. Lists "by judged area" go with `judged`, those "by place" with `placed`.
struct DesignationResult {
    std::vector<StudiedArea> areas;   ///< ascending by code; areas of the index table alone come after their code
    std::vector<std::size_t> placed;  ///< areas with geography
    std::vector<std::size_t> judged;  ///< areas with geography and index
    policy::Thresholds thresholds;
    std::vector<access::AreaLevel::Area> polygons;
    access::FacilitySet facilities;
    std::vector<FacilityId> hospitals;
    std::vector<policy::Rurality> variants;  ///< by place; the first is the one the rule is applied with
    DesignationRule rule;
    policy::Designation designation;         ///< by judged area
    std::vector<policy::Designation> under;  ///< the same under each variant
    std::vector<policy::Firmness> firmness;  ///< by judged area
    std::vector<policy::DesignationChange> firmest;
    io::InputLog log;
};

/// Reads the inputs of a study and computes it. Throws InputError with every fault of the inputs; a rule that cannot be
/// applied to these numbers is bad_value of the study.
[[nodiscard]] DesignationResult run_designation(const DesignationStudy& study, Progress& progress);

[[nodiscard]] std::string_view name(StudiedArea::Status status);

}  // namespace michinori::scenario
