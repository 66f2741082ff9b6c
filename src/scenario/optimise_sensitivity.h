// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "scenario/optimise_study.h"

namespace michinori::scenario {

/// The question of an answer under each profile, season and year that its settings name, one changed at a time. A size
/// that cannot be had in a case (a site is off the roads there) is told by a solution that is infeasible.
[[nodiscard]] std::vector<SensitivityCase> try_other_cases(const OptimiseSettings& settings,
                                                           const VariantFamily& family, const Analysis& today,
                                                           const OptimiseAnswer& answer, Progress& progress);

}  // namespace michinori::scenario
