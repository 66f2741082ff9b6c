// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/archive.h"
#include "io/vector_layer.h"

namespace michinori::io {

/// Which file GDAL is to open: the file itself, or the one layer inside a .zip. A .zip often holds one
/// layer several times (MLIT puts a Shapefile, a GeoJSON and copies in folders Shift-JIS and UTF-8
/// together): then the GeoPackage, Shapefile, FlatGeobuf or GeoJSON is taken in this order, and the
/// UTF-8 copy. Throws file_missing, format_unknown, zip_without_layer, layer_ambiguous, layer_missing,
/// file_truncated.
[[nodiscard]] Source vector_source(const InputFile& file, const VectorFormat& format);

/// Looks at the file's head for damage that GDAL passes over. Throws file_truncated, not_a_shapefile.
void check_vector_file(const Source& source);

}  // namespace michinori::io
