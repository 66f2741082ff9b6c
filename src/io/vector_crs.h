// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <ogr_spatialref.h>

#include <memory>
#include <string>

// Private to the vector reader: carries GDAL types.
namespace michinori::io {

struct DestroyTransformation {
    void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
};
using Transformation = std::unique_ptr<OGRCoordinateTransformation, DestroyTransformation>;

struct LayerCrs {
    std::string words;          ///< "EPSG:2454 (file)", "EPSG:6668 (scenario)"
    Transformation to_degrees;  ///< nothing when the coordinates are degrees already
};

/// `of_file` may be null or one of GeoPackage's "undefined" ones; then `stated` counts. JGD2011, JGD2000
/// and WGS 84 differ by less than the width of a road and are not told apart, so that coordinates in
/// degrees stay as they are to the last bit; projected ones are turned back on their own datum; older
/// datums (Tokyo) are shifted by PROJ. Throws crs_missing, crs_unknown.
[[nodiscard]] LayerCrs layer_crs(const OGRSpatialReference* of_file, const std::string& stated,
                                 const std::string& shown);

}  // namespace michinori::io
