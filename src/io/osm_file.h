// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/progress.h"
#include "geo/point.h"
#include "io/input_log.h"
#include "io/osm_tags.h"

namespace michinori::io {

enum class OsmKind : char { node = 'n', way = 'w', relation = 'r' };

struct OsmMember {
    OsmKind kind = OsmKind::way;
    std::int64_t id = 0;
    std::string_view role;
};

/// Receives the objects of an OpenStreetMap file in file order. Views live as long as the call.
class OsmVisitor {
public:
    OsmVisitor() = default;
    OsmVisitor(const OsmVisitor&) = delete;
    OsmVisitor& operator=(const OsmVisitor&) = delete;
    virtual ~OsmVisitor() = default;

    virtual void node(std::int64_t /*id*/, geo::Point /*position*/, const OsmTags& /*tags*/) {}
    virtual void way(std::int64_t /*id*/, std::span<const std::int64_t> /*nodes*/, const OsmTags& /*tags*/) {}
    virtual void relation(std::int64_t /*id*/, std::span<const OsmMember> /*members*/, const OsmTags& /*tags*/) {}
};

/// Which kinds of object one pass is about; the others are not decoded.
struct OsmPass {
    bool nodes = false;
    bool ways = false;
    bool relations = false;
};

/// "OSM PBF" or "OSM XML", by the file's name (.osm.pbf, .pbf, .osm, .xml, each but PBF also with .gz
/// or .bz2). Throws InputError: file_missing, file_unreadable (a folder), format_unknown.
[[nodiscard]] std::string osm_format(const InputFile& file);

/// One pass through the file. Objects marked deleted and nodes without a valid place are left out.
/// Uses as many decoding threads as TBB may; the order of calls does not depend on them.
/// Throws InputError: those of osm_format, file_truncated, file_unreadable.
void visit_osm(const InputFile& file, OsmPass pass, OsmVisitor& visitor, Progress& progress);

/// How a message names one object of a file: "malta.osm.pbf way 123".
[[nodiscard]] Place osm_place(const InputFile& file, OsmKind kind, std::int64_t id);

/// "n123", "w123", "r123".
[[nodiscard]] std::string osm_id(OsmKind kind, std::int64_t id);

}  // namespace michinori::io
