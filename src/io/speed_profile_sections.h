// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <string_view>

#include "io/speed_profile_file.h"
#include "io/table.h"

namespace michinori::io {

/// What the census calls a class of road, and what stands for it here.
struct CensusClass {
    int code;
    network::RoadClass road_class;
    bool cities_only;  ///< measured in cities only: its mean is a dense speed
    std::string_view words;
};

/// Length and driving time of a class of road, summed over its sections.
struct Measured {
    double km = 0;
    double hours = 0;
    const CensusClass* census_class = nullptr;
    [[nodiscard]] double kmh() const { return km / hours; }
};
using MeasuredClasses = std::map<network::RoadClass, Measured>;

/// Sums the sections of a road traffic census by class of road. Every row goes through the gate: wrong
/// rows are refused, sections without length or without speeds in both directions are not selected.
[[nodiscard]] MeasuredClasses measure_sections(const Table& table, const CensusOptions& options, RowGate& gate);

}  // namespace michinori::io
