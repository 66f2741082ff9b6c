// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/point.h"
#include "geo/polygon_index.h"
#include "io/input_log.h"

namespace michinori::io {

/// How to open a vector file (Shapefile, GeoPackage, GeoJSON, FlatGeobuf, each also inside a .zip).
struct VectorFormat {
    std::string layer;  ///< empty: the only layer (an error names the layers when there are several)
    std::string
        encoding;       ///< empty: .cpg, else the DBF's own mark, else UTF-8 if every text is valid UTF-8, else CP932
    std::string crs;    ///< for files that do not say; "EPSG:6668"
    std::string where;  ///< OGR SQL attribute filter; empty: all
};

/// other: several points, or pieces of different kinds, in one feature.
enum class GeometryKind { none, point, line, polygon, other };
[[nodiscard]] std::string_view name(GeometryKind kind);

/// One feature: geometry in degrees (JGD2011/WGS 84, longitude first), attributes as UTF-8 text.
struct Feature {
    std::int64_t row = 0;  ///< 1-based in the layer
    GeometryKind kind = GeometryKind::none;
    geo::Point point;                            ///< kind point
    std::vector<std::vector<geo::Point>> lines;  ///< kind line: each part
    geo::MultiPolygon polygon;                   ///< kind polygon
    std::vector<std::string> fields;             ///< by column; empty where null
};

struct VectorLayerInfo {
    std::vector<std::string> columns;
    std::string format;  ///< GDAL driver name
    std::string encoding;
    std::string crs;            ///< "EPSG:2454 (file)", "EPSG:6668 (scenario)"
    std::int64_t features = 0;  ///< of the layer, before the filter
    std::string shown;          ///< for messages

    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const;
    /// Throws InputError column_missing.
    [[nodiscard]] std::size_t column(std::string_view name) const;
};

/// Streams a vector layer feature by feature; memory does not grow with the file.
///
///     VectorReader reader(file, {});
///     Feature feature;
///     while (reader.next(feature)) { ... }
///
/// The constructor throws InputError: file_missing, not_a_shapefile, file_truncated (.shp or .dbf
/// shorter than its header says), format_unknown, zip_without_layer, layer_missing, layer_empty,
/// crs_missing, crs_unknown, encoding_wrong, bad_value (filter, encoding). next() throws file_truncated
/// or file_unreadable when the file breaks off, encoding_wrong, and, at the end, layer_empty when the
/// filter let nothing pass and text_broken for mojibake. Not thread-safe; one reader per thread.
class VectorReader {
public:
    VectorReader(const InputFile& file, const VectorFormat& format);
    ~VectorReader();
    VectorReader(VectorReader&&) noexcept;
    VectorReader& operator=(VectorReader&&) noexcept;

    [[nodiscard]] const VectorLayerInfo& info() const;
    [[nodiscard]] bool next(Feature& feature);
    /// Features that the filter has left out so far.
    [[nodiscard]] std::int64_t filtered_out() const;
    /// Warnings about the layer's texts; complete after the last feature.
    [[nodiscard]] const Findings& findings() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Kind of the first feature that has a geometry: tells lines of a layer from polygons before it is
/// read. Throws as the reader does.
[[nodiscard]] GeometryKind kind_of_layer(const InputFile& file, const VectorFormat& format);

}  // namespace michinori::io
