// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <ogr_geometry.h>

#include "io/vector_layer.h"

// Private to the vector reader: carries GDAL types.
namespace michinori::io {

/// Fills kind, point, lines and polygon of `feature`. `to_degrees` may be null; what it cannot turn
/// becomes infinite, which every reader refuses as a bad coordinate. Curves are drawn as short
/// straight pieces; heights and measures are left out.
void set_geometry(const OGRGeometry* geometry, OGRCoordinateTransformation* to_degrees, Feature& feature);

}  // namespace michinori::io
