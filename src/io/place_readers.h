// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/area.h"
#include "access/demand.h"
#include "access/facility.h"
#include "geo/point.h"
#include "io/input_log.h"
#include "io/table.h"
#include "io/vector_layer.h"

namespace michinori::io {

enum class DemandKind {
    table,          ///< CSV/TSV with mesh codes or coordinates
    vector,         ///< point or polygon layer (polygon: its representative inner point)
    estat_mesh,     ///< e-Stat's own file: line 1 codes, line 2 labels, KEY_CODE, HTKSYORI, HTKSAKI, GASSAN
    mlit_mesh,      ///< MLIT projected-population mesh: MESH_ID, SHICODE, PTN_YYYY
    osm_places,     ///< place nodes with a population tag
    osm_buildings,  ///< residential buildings; people spread by floor area from `total_people`
};

struct DemandOptions {
    DemandKind kind = DemandKind::table;
    TableFormat table;
    VectorFormat format;
    std::string id_column;    ///< empty: the mesh code, or the row number, prefixed with the file's stem
    std::string mesh_column;  ///< mesh code; coordinates are then decoded from it
    std::string lon_column;
    std::string lat_column;
    std::string population_column;  ///< empty only for osm kinds
    std::string municipality_column;
    std::map<std::string, std::string> groups;  ///< group id -> column
    double total_people = 0;                    ///< osm_buildings only
    Tolerance tolerance{0.01};
};
/// Appends to `demand` (groups must agree between files). Errors per row: bad_mesh_code,
/// mesh_code_wrong_length, bad_coordinate, zero_coordinate, swapped_coordinates, bad_number,
/// negative_number, duplicate_id, empty_value.
void read_demand(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log);

struct FacilityOptions {
    bool osm = false;                                          ///< take facilities out of an OSM file by tag
    std::map<std::string, std::vector<std::string>> osm_tags;  ///< {"amenity", {"hospital", "clinic"}}
    TableFormat table;
    VectorFormat format;
    std::string id_column;  ///< empty: the row number, prefixed with the file's stem
    std::string name_column;
    std::string lon_column;  ///< tables only
    std::string lat_column;
    Tolerance tolerance{0};
    /// Rows whose coordinate is empty or 0, 0 are "not selected" instead of refused (counted, reported).
    bool skip_missing_coordinates = false;
    /// Keep only rows for which these hold (before any check of the row).
    std::vector<access::Condition> where;
    /// Rows whose coordinate lies outside are refused as coordinate_outside_bounds (a wrong geocode).
    std::optional<geo::Box> bounds;
};
/// Appends to `facilities`. OSM objects become facilities at their node or the inner point of their
/// outline, with columns osm_type, osm_id and every tag that occurs on any of them.
void read_facilities(const InputFile& file, const FacilityOptions& options, access::FacilitySet& facilities,
                     InputLog& log);

struct AreaOptions {
    VectorFormat format;
    std::string code_column;
    std::string name_column;
};
/// Several features with one code are parts of one area. Errors: empty_value, geometry_missing,
/// geometry_wrong_kind; polygons that cross themselves are repaired and said so.
[[nodiscard]] std::vector<access::AreaLevel::Area> read_areas(const InputFile& file, const AreaOptions& options,
                                                              const std::string& role, InputLog& log);

/// member code -> (area code, area name), from a table.
struct MemberOptions {
    TableFormat table;
    std::string member_column;
    std::string code_column;
    std::string name_column;
};
struct Membership {
    std::string code;
    std::string name;
    friend bool operator==(const Membership&, const Membership&) = default;
};
[[nodiscard]] std::map<std::string, Membership> read_members(const InputFile& file, const MemberOptions& options,
                                                             const std::string& role, InputLog& log);

/// Zones that change speeds: polygons with the snow zone each stands for (or dense districts), and
/// roads closed in winter as lines or polygons.
struct Zone {
    geo::MultiPolygon shape;
    std::string value;  ///< of the value column, "" without one
};
[[nodiscard]] std::vector<Zone> read_zones(const InputFile& file, const VectorFormat& format,
                                           const std::string& value_column, const std::string& role, InputLog& log);
struct ClosureLine {
    std::vector<geo::Point> line;
};
[[nodiscard]] std::vector<ClosureLine> read_closure_lines(const InputFile& file, const VectorFormat& format,
                                                          const std::string& role, InputLog& log);

}  // namespace michinori::io
