// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "location/case.h"
#include "location/deadline.h"

namespace michinori::location {

/// Vertex substitution: as long as opening one site and closing another lowers the aim, the best such pair is swapped
/// (among equals the lower opened, then the lower closed site). Keeps what must be open or closed and every group that
/// has a site; budgets, floor and capacities are not looked at. A swap is one survey (survey.h) and sites x open sites.
/// Deterministic. Source: Teitz, Bart 1968.
void exchange(const Case& wanted, Flags& open, const Deadline& deadline);

}  // namespace michinori::location
