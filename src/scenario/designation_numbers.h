// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/units.h"
#include "io/input_log.h"
#include "scenario/designation_study.h"

namespace michinori::scenario {

/// People and land of an area.
struct AreaNumbers {
    People population;
    double km2 = 0;
    std::int64_t row = 0;
};

/// By area code. Throws InputError with every fault of the table: bad_number, bad_value (no people, no land),
/// duplicate_id, and those of read_table().
[[nodiscard]] std::map<std::string, AreaNumbers> read_area_numbers(const DesignationStudy::Numbers& wanted,
                                                                   io::InputLog& log);

}  // namespace michinori::scenario
