// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "geo/shared_borders.h"
#include "report/view_container.h"

namespace michinori::report {

/// {start, lon, lat}: lines of a view, in whole 1e-7 degrees.
[[nodiscard]] Json lines_view(const geo::PackedLines& lines, Columns& columns);

}  // namespace michinori::report
