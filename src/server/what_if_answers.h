// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "base/progress.h"
#include "geo/point.h"
#include "server/exchange.h"
#include "server/json_body.h"
#include "server/workbench.h"

namespace michinori::server {

// Questions about a state that changes lead to. Each throws RequestFault, InputError, and Cancelled through `progress`.

/// The changes of a body as lines (change_lines.h); none: today.
[[nodiscard]] std::vector<std::string> changes_of(const JsonBody& body, const Workbench& workbench);

/// The state as a container.
[[nodiscard]] Answer evaluation_answer(Workbench& workbench, const std::vector<std::string>& lines, Progress& progress);
/// What support by rules costs in it.
[[nodiscard]] Answer support_answer(Workbench& workbench, const std::vector<std::string>& lines, Progress& progress);
/// The way from a place to the nearest facility of a service.
[[nodiscard]] Answer route_answer(Workbench& workbench, const std::vector<std::string>& lines, geo::Point from,
                                  const std::string& service, Progress& progress);

/// Ways from a place, one of each service (`service` empty) or of one.
[[nodiscard]] report::Json routes_json(const State& state, geo::Point from, const std::string& service);

}  // namespace michinori::server
