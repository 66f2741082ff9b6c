// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>

#include "base/units.h"
#include "geo/point.h"
#include "network/reason.h"
#include "report/json_parts.h"

namespace michinori::server {

// How values are written in answers (README.md of this folder).

/// Minutes with three decimals, rounded up, so that a time beyond a limit never reads as the limit.
[[nodiscard]] report::Json minutes_value(TravelTime time);
[[nodiscard]] report::Json minutes_value(const std::optional<double>& minutes);
/// Degrees to 1e-7, about a centimetre.
[[nodiscard]] double degrees_value(double degrees);
/// [lon, lat]
[[nodiscard]] report::Json point_value(geo::Point point);
/// {id, text: Words}
[[nodiscard]] report::Json reason_value(network::Reason reason);

}  // namespace michinori::server
