// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <unordered_map>

#include "access/demand.h"
#include "io/input_log.h"
#include "io/place_readers.h"

namespace michinori::io {

/// OpenStreetMap knows people only as one number. Throws bad_value when the options or the demand read
/// before have further groups.
void check_population_only(const InputFile& file, const DemandOptions& options, const access::DemandSet& demand);

/// The ids so far, each with its number in the set counted from 1.
[[nodiscard]] std::unordered_map<std::string, std::size_t> numbered_ids(const access::DemandSet& demand);

void add_demand_point(access::DemandSet& demand, std::string id, geo::Point position, People people);

/// A record of an input of this kind, its format and digest filled.
[[nodiscard]] InputRecord osm_record(const InputFile& file, const std::string& role);

/// Throws layer_empty when nothing was used.
void check_not_empty(const InputFile& file, const InputRecord& record);

}  // namespace michinori::io
