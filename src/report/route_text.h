// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "base/finding.h"
#include "scenario/itinerary.h"

namespace michinori::report {

/// A journey as a person reads it: facility, minutes, kilometres, then road by road; or why there is
/// none. Several lines, no line end after the last.
[[nodiscard]] std::string route_text(const scenario::ItineraryResult& result, Language language);

}  // namespace michinori::report
