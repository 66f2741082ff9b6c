// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/osm_file.h"
#include "io/osm_outline.h"

namespace michinori::io {

/// A node, way or relation with its place on earth.
struct OsmObject {
    OsmKind kind = OsmKind::node;
    std::int64_t id = 0;
    std::vector<std::pair<std::string, std::string>> tags;  ///< those asked for, in file order
    OsmOutline outline;                    ///< closed ways and multipolygons whose nodes are all in the file
    std::vector<geo::Point> loose;         ///< a node's place; known points of what is not an outline
    std::vector<std::int64_t> outer_ways;  ///< of a relation: members in the role outer, or none

    [[nodiscard]] std::string_view tag(std::string_view key) const;
    /// The node, a point inside the outline, or the middle one of the known points; nothing when the
    /// file has no node of it.
    [[nodiscard]] std::optional<geo::Point> position() const;
};

struct OsmObjectQuery {
    bool nodes = true;
    bool areas = true;  ///< ways and relations
    std::function<bool(OsmKind, const OsmTags&)> wanted;
    std::function<bool(std::string_view)> keep_tag = [](std::string_view) { return true; };
};

/// The wanted objects: nodes, then ways, then relations, each in file order. Up to three passes, because
/// relations come last in a file and nodes first. Throws what visit_osm throws.
[[nodiscard]] std::vector<OsmObject> read_osm_objects(const InputFile& file, const OsmObjectQuery& query);

}  // namespace michinori::io
