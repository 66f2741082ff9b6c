// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "access/demand.h"
#include "io/input_log.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// The years whose people the scenario has files for: those that every [[demand]] entry lists, ascending.
[[nodiscard]] std::vector<int> years_of(const Scenario& scenario);

/// The people of a year on today's points: the points and groups of `today`, in its order. The files of the year may
/// have their rows in another order. Their records join the log as "demand:2030". Reads the files; thread-safe.
///
///     const auto people_2030 = people_of_year(scenario, inputs.demand, 2030, log);
///
/// InputError: unknown_reference when not every [[demand]] entry has the year; points_differ when a point of today is
/// missing in the year ("-54390001") or the year has one more ("+54390002"), a refused row being a missing one; and
/// what io::read_demand() finds wrong, of all files at once. `today` must have the scenario's groups.
[[nodiscard]] access::DemandSet people_of_year(const Scenario& scenario, const access::DemandSet& today, int year,
                                               io::InputLog& log);

}  // namespace michinori::scenario
