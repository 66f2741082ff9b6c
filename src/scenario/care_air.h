// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "care/air_transport.h"
#include "io/input_log.h"
#include "scenario/care_settings.h"

namespace michinori::scenario {

/// Helicopter bases out of a table (scenarios/README.md, [network.air]). Throws InputError with every fault: file, row,
/// column.
[[nodiscard]] std::vector<care::AirBase> read_air_bases(const NetworkSettings::Air& settings, io::InputLog& log);

}  // namespace michinori::scenario
