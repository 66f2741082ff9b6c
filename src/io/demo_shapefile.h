// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "geo/point.h"
#include "geo/polygon_index.h"
#include "io/demo_files.h"

namespace michinori::io {

/// Writes a Shapefile in memory as the Ministry of Land publishes them: JGD2011 in a .prj, text in
/// CP932, and no mark of the encoding, neither a .cpg nor in the .dbf. The same rows give the same
/// bytes (the date in the .dbf is fixed).
///
///     DemoShapefile file("N03-20260101_48", DemoShapefile::Shape::polygon, {{"N03_001", Type::text, 10}});
///     file.add(polygon, {"海野県"});
///     for (auto& f : file.finish()) ...   // .shp, .shx, .dbf, .prj
class DemoShapefile {
public:
    enum class Shape { line, polygon };
    enum class Type { text, integer, real, date };
    struct Column {
        std::string name;  ///< at most ten letters
        Type type = Type::text;
        int width = 10;
        int decimals = 0;
    };
    using Value = std::variant<std::monostate, std::string, std::int64_t, double>;  ///< dates as "2024-03-31"

    DemoShapefile(const std::string& stem, Shape shape, const std::vector<Column>& columns);
    ~DemoShapefile();
    DemoShapefile(const DemoShapefile&) = delete;
    DemoShapefile& operator=(const DemoShapefile&) = delete;

    void add(const std::vector<geo::Point>& line, const std::vector<Value>& values);
    void add(const geo::MultiPolygon& polygon, const std::vector<Value>& values);
    [[nodiscard]] std::vector<FileBytes> finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace michinori::io
