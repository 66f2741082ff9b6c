// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "geo/point.h"
#include "io/vector_layer.h"

namespace michinori::io {

/// What makes a feature unusable as a road line: no geometry, a point or polygon, a coordinate that is
/// no place on earth. Nothing when it is a line.
[[nodiscard]] std::optional<Finding> line_fault(const Feature& feature, const std::string& file);

/// True when the points do not all lie in one place.
[[nodiscard]] bool has_length(const std::vector<geo::Point>& line);

/// The feature's parts that have a length.
[[nodiscard]] std::vector<const std::vector<geo::Point>*> parts_with_length(const Feature& feature);

[[nodiscard]] Metres length_of(const std::vector<geo::Point>& line);

}  // namespace michinori::io
