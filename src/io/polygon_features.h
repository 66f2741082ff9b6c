// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "io/vector_layer.h"

namespace michinori::io {

/// What keeps a feature from being used as the kind that is needed: geometry_missing,
/// geometry_wrong_kind, bad_coordinate, swapped_coordinates.
[[nodiscard]] std::optional<Finding> geometry_fault(const Feature& feature, GeometryKind needed,
                                                    const std::string& file);

/// A polygon_repaired warning for each outline that crosses itself. `rows[i]` is the row of outline i.
void note_repairs(const std::vector<geo::MultiPolygon>& outlines, const std::vector<std::int64_t>& rows,
                  const std::string& file, Findings& findings);

}  // namespace michinori::io
