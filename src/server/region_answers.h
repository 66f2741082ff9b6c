// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "server/exchange.h"
#include "server/workbench.h"

namespace michinori::server {

// Questions about the region as it is today. Each throws RequestFault or InputError.

[[nodiscard]] Answer scenario_answer(Workbench& workbench);
/// Of the service "service", or all.
[[nodiscard]] Answer facilities_answer(const Workbench& workbench, const Request& request);
/// "level", "service".
[[nodiscard]] Answer areas_answer(Workbench& workbench, const Request& request);
/// "service" and "cell", or "lon" and "lat".
[[nodiscard]] Answer access_answer(const Workbench& workbench, const Request& request);

}  // namespace michinori::server
