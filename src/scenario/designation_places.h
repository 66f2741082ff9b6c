// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "geo/polygon_index.h"
#include "io/input_log.h"
#include "scenario/designation_study.h"
#include "scenario/geography.h"

namespace michinori::scenario {

/// An area of a study with what was measured of it.
struct PlacedArea {
    std::string code;
    std::string name;
    geo::MultiPolygon shape;
    People population;
    double km2 = 0;
    bool island_without_hospital = false;
    bool snow_without_hospital = false;
    CentreKind centre_kind = CentreKind::polygon;
    geo::Point centre;
    std::string hospital_id;  ///< nearest second- or third-line emergency hospital, straight from the centre
    std::string hospital_name;
    double straight_km = 0;
    bool on_roads = false;                       ///< a network holds (nearly) all its people
    std::vector<std::optional<double>> by_road;  ///< by metric; nothing: not on the roads, or no way
    [[nodiscard]] double people_per_km2() const { return population.value() / km2; }
};

/// The areas of a study, ascending by code, and the metrics over roads that some of them have.
struct StudyPlaces {
    std::vector<PlacedArea> areas;
    std::vector<GeographyMetric> metrics;
    std::size_t hospitals = 0;
};

/// Reads the tables, runs the scenarios one after another (`orders`: as make_engine()) and measures. Throws InputError
/// with the faults of the inputs: duplicate_id for an area in two scenarios, area_unknown for a polygon without
/// numbers, centre_unknown for inhabited areas of a scenario without land or centre.
[[nodiscard]] StudyPlaces place_areas(const DesignationStudy& study, const std::filesystem::path& orders,
                                      io::InputLog& log, Progress& progress);

/// What a part of a study read, as read by the study.
void keep_log(io::InputLog from, io::InputLog& into);

}  // namespace michinori::scenario
