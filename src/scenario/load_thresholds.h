// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>

#include "policy/physician_designation.h"
#include "scenario/load_section.h"

namespace michinori::scenario {

/// The key "thresholds": few at or below the first number, many at or above the second. Nothing without it, or, with a
/// fault, where it is not two ascending numbers above zero.
[[nodiscard]] std::optional<policy::Thresholds> load_thresholds(const Section& section);

}  // namespace michinori::scenario
