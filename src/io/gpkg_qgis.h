// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

class GDALDataset;

namespace michinori::io {

/// A label for a column: kept in gpkg_data_columns (the GeoPackage schema extension), from where
/// QGIS takes it when built on GDAL 3.7 or later. GDAL 3.6 cannot write it itself.
struct GpkgColumnLabel {
    std::string layer;
    std::string column;
    std::string label;  ///< unique in the layer
};

/// A symbology (QML text) in the table layer_styles, where QGIS itself keeps them.
struct GpkgStyle {
    std::string layer;
    std::string name;
    std::string qml;
};

/// Both write into an open, writable GeoPackage whose layers exist; false when GDAL reports an error.
[[nodiscard]] bool write_labels(GDALDataset& dataset, const std::vector<GpkgColumnLabel>& labels);
/// The first style of each layer becomes its default. `date`: what stands as time of update.
[[nodiscard]] bool write_styles(GDALDataset& dataset, const std::vector<GpkgStyle>& styles, const std::string& date);

}  // namespace michinori::io
