// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "io/input_log.h"
#include "io/table.h"
#include "io/vector_layer.h"
#include "network/raw_roads.h"

namespace michinori::io {

/// Which ferries carry cars.
struct FerryChoice {
    bool include = true;           ///< false: all are left out and kept as excluded links
    bool include_untagged = true;  ///< ferries that say nothing about motor vehicles
};

/// National road data N13-24 (one file per first-level mesh; facts: schema in this folder's README).
/// Nodes are shared end vertices, compared at nine decimals, also across files and mesh edges.
/// Walking-only kinds (N13_002 = 2, 3, 4) and roads under construction (N13_004 = 5) are counted as
/// not selected. Class 4 -> motorway, 1 -> trunk, 2 -> secondary, 3 -> unclassified, 5 -> service,
/// 6 -> road. Appends to `roads`.
struct N13Options {
    std::string encoding;
    std::string crs;  ///< for files that do not say
};
void read_n13(const std::vector<InputFile>& files, const N13Options& options, network::RawRoads& roads, InputLog& log,
              Progress& progress);

/// Car ferries as a small line layer beside N13 or other roads: each line is one crossing. The line's
/// ends are joined to the nearest road node within `join` (an end that finds none is an error naming
/// the row). Columns are optional: name, minutes of the crossing, carries cars ("no", "0", "false": it does not).
struct FerryLayerOptions {
    VectorFormat format;
    std::string name_column;
    std::string minutes_column;
    std::string cars_column;
    Metres join{300};
};
void read_ferry_layer(const InputFile& file, const FerryLayerOptions& options, const FerryChoice& choice,
                      network::RawRoads& roads, InputLog& log);

/// Road lines without topology, noded with GEOS: lines are cut where they cross or touch, ends within
/// the tolerance of a line or end are joined to it. Lines of different vertical level meet only at
/// their ends; bridges and tunnels without a level count as one level up / down.
struct LineColumns {
    std::string road_class;  ///< column; values are translated by class_values
    std::map<std::string, network::RoadClass> class_values;
    network::RoadClass default_class = network::RoadClass::unclassified;  ///< without a class column
    std::string name;
    std::string oneway;    ///< "F"/"yes"/"1"/"true": along the line; "T"/"-1": against it; "B"/"no"/"0"/"": both
    std::string maxspeed;  ///< km/h; empty or 0: none
    std::string level;
    std::string bridge;  ///< "T", "yes", "1", "true"
    std::string tunnel;
    std::string width_m;
    std::string toll;
};
struct LineOptions {
    VectorFormat format;
    LineColumns columns;
    bool noding = true;  ///< false: lines meet only at exactly shared end vertices
    Metres tolerance{1.0};
};
void read_lines(const std::vector<InputFile>& files, const LineOptions& options, network::RawRoads& roads,
                InputLog& log, Progress& progress);

/// A table or vector layer of links with node ids (u, v). Coordinates come from the line, or from a
/// node table (id, lon, lat). Parallel rows are kept; a row per direction is understood when `oneway`
/// is absent and `directed` is set.
struct LinkOptions {
    LineColumns columns;
    std::string from_column = "u";
    std::string to_column = "v";
    std::string length_column;       ///< metres; empty: measured along the line
    bool directed = false;           ///< each row is one direction only
    std::optional<InputFile> nodes;  ///< node table, when the links have no geometry
    std::string node_id_column = "id";
    std::string node_lon_column = "lon";
    std::string node_lat_column = "lat";
    TableFormat table;
    VectorFormat format;
    Tolerance tolerance;
};
void read_links(const InputFile& file, const LinkOptions& options, network::RawRoads& roads, InputLog& log);

/// OpenStreetMap PBF or XML (.osm, .osm.bz2, .osm.gz, .osm.pbf).
struct OsmOptions {
    FerryChoice ferries;
    bool private_roads = true;  ///< access=private/destination kept for passing, never to start from
    bool tracks = true;         ///< highway=track (tracktype grade1-2 or untagged)
};
void read_osm_roads(const InputFile& file, const OsmOptions& options, network::RawRoads& roads, InputLog& log,
                    Progress& progress);

}  // namespace michinori::io
