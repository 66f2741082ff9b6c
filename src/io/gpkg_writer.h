// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geo/point.h"
#include "geo/polygon_index.h"

namespace michinori::io {

/// Writes a GeoPackage (EPSG:6668 unless told) layer by layer; the same calls give the same bytes
/// (fixed time stamps, one thread). Throws InputError output_unwritable.
class GpkgWriter {
public:
    enum class FieldType { text, integer, real };
    struct Field {
        std::string name;
        FieldType type = FieldType::text;
        std::string alias;  ///< human label shown by QGIS; unique in the layer
    };
    using Value = std::variant<std::monostate, std::string, std::int64_t, double>;
    enum class Shape { point, line, polygon };

    explicit GpkgWriter(const std::filesystem::path& file, std::string crs = "EPSG:6668");
    ~GpkgWriter();

    void begin_layer(const std::string& name, const std::string& description, Shape shape,
                     const std::vector<Field>& fields);
    void add(geo::Point point, const std::vector<Value>& values);
    void add(const std::vector<geo::Point>& line, const std::vector<Value>& values);
    void add(const geo::MultiPolygon& polygon, const std::vector<Value>& values);
    /// A symbology that QGIS offers for the layer (QML text); the first one of a layer is applied when
    /// the layer is opened. Names are unique in a layer. Call before close().
    void add_style(const std::string& layer, const std::string& name, const std::string& qml);
    /// Writes what is buffered and the spatial indices. Without it the file is not complete.
    void close();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace michinori::io
