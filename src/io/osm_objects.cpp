// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_objects.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace michinori::io {
namespace {

struct PendingRelation {
    OsmObject object;
    std::vector<std::int64_t> outer;
    std::vector<std::int64_t> inner;
    std::vector<std::int64_t> nodes;
};

struct PendingWay {
    OsmObject object;
    OsmNodeLine nodes;
};

OsmObject object_of(OsmKind kind, std::int64_t id, const OsmTags& tags, const OsmObjectQuery& query) {
    OsmObject object;
    object.kind = kind;
    object.id = id;
    for (const auto& [key, value] : tags.all()) {
        if (query.keep_tag(key)) {
            object.tags.emplace_back(key, value);
        }
    }
    return object;
}

/// Wanted relations, and the ways and nodes they are made of.
class RelationPass final : public OsmVisitor {
public:
    explicit RelationPass(const OsmObjectQuery& query) : query_(query) {}

    void relation(std::int64_t id, std::span<const OsmMember> members, const OsmTags& tags) override {
        if (!query_.wanted(OsmKind::relation, tags)) {
            return;
        }
        PendingRelation relation{
            .object = object_of(OsmKind::relation, id, tags, query_), .outer = {}, .inner = {}, .nodes = {}};
        for (const auto& member : members) {
            if (member.kind == OsmKind::way) {
                (member.role == "inner" ? relation.inner : relation.outer).push_back(member.id);
            } else if (member.kind == OsmKind::node) {
                relation.nodes.push_back(member.id);
            }
        }
        relation.object.outer_ways = relation.outer;
        relations.push_back(std::move(relation));
    }

    std::vector<PendingRelation> relations;

private:
    const OsmObjectQuery& query_;
};

/// Wanted ways, and the ways that relations need.
class WayPass final : public OsmVisitor {
public:
    WayPass(const OsmObjectQuery& query, const std::vector<PendingRelation>& relations) : query_(query) {
        for (const auto& relation : relations) {
            for (const auto* const parts : {&relation.outer, &relation.inner}) {
                for (const auto id : *parts) {
                    members[id];
                }
            }
        }
    }

    void way(std::int64_t id, std::span<const std::int64_t> nodes, const OsmTags& tags) override {
        if (const auto member = members.find(id); member != members.end()) {
            member->second.assign(nodes.begin(), nodes.end());
        }
        if (query_.wanted(OsmKind::way, tags)) {
            ways.push_back({object_of(OsmKind::way, id, tags, query_), {nodes.begin(), nodes.end()}});
        }
    }

    std::vector<PendingWay> ways;
    std::unordered_map<std::int64_t, OsmNodeLine> members;

private:
    const OsmObjectQuery& query_;
};

/// Wanted nodes, and the places that ways and relations need.
class NodePass final : public OsmVisitor {
public:
    explicit NodePass(const OsmObjectQuery& query) : query_(query) {}

    void need(const OsmNodeLine& nodes) {
        for (const auto id : nodes) {
            places_.try_emplace(id);
        }
    }
    void node(std::int64_t id, geo::Point position, const OsmTags& tags) override {
        if (const auto place = places_.find(id); place != places_.end()) {
            place->second = position;
        }
        if (query_.nodes && !tags.empty() && query_.wanted(OsmKind::node, tags)) {
            objects.push_back(object_of(OsmKind::node, id, tags, query_));
            objects.back().loose.push_back(position);
        }
    }
    /// The places that are known, in order.
    [[nodiscard]] std::vector<geo::Point> places(const OsmNodeLine& nodes) const {
        std::vector<geo::Point> known;
        for (const auto id : nodes) {
            if (const auto& place = places_.at(id)) {
                known.push_back(*place);
            }
        }
        return known;
    }

    std::vector<OsmObject> objects;

private:
    const OsmObjectQuery& query_;
    std::unordered_map<std::int64_t, std::optional<geo::Point>> places_;
};

/// Closed lines with all their nodes become rings; everything else, loose points.
void add_rings(const OsmJoinedLines& joined, const NodePass& places, std::vector<OsmRing>& rings,
               std::vector<geo::Point>& loose) {
    for (const auto& line : joined.closed) {
        auto points = places.places(line);
        if (points.size() == line.size()) {
            rings.push_back(std::move(points));
        } else {
            loose.insert(loose.end(), points.begin(), points.end());
        }
    }
    for (const auto& line : joined.open) {
        const auto points = places.places(line);
        loose.insert(loose.end(), points.begin(), points.end());
    }
}

std::vector<OsmNodeLine> lines_of(const std::vector<std::int64_t>& ways, const WayPass& way_pass) {
    std::vector<OsmNodeLine> lines;
    for (const auto id : ways) {
        lines.push_back(way_pass.members.at(id));
    }
    return lines;
}

OsmObject placed(PendingRelation relation, const WayPass& ways, const NodePass& places) {
    auto& object = relation.object;
    auto& outline = object.outline;
    add_rings(join_lines(lines_of(relation.outer, ways)), places, outline.outer, object.loose);
    add_rings(join_lines(lines_of(relation.inner, ways)), places, outline.inner, object.loose);
    const auto nodes = places.places(relation.nodes);
    object.loose.insert(object.loose.end(), nodes.begin(), nodes.end());
    return std::move(object);
}

OsmObject placed(PendingWay way, const NodePass& places) {
    add_rings(join_lines({way.nodes}), places, way.object.outline.outer, way.object.loose);
    if (way.nodes.size() == 1) {
        way.object.loose = places.places(way.nodes);
    }
    return std::move(way.object);
}

void need_all(const RelationPass& relations, const WayPass& ways, NodePass& nodes) {
    for (const auto& relation : relations.relations) {
        nodes.need(relation.nodes);
    }
    for (const auto& [id, line] : ways.members) {
        nodes.need(line);
    }
    for (const auto& way : ways.ways) {
        nodes.need(way.nodes);
    }
}

}  // namespace

std::string_view OsmObject::tag(std::string_view key) const {
    const auto found = std::find_if(tags.begin(), tags.end(), [key](const auto& tag) { return tag.first == key; });
    return found == tags.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<geo::Point> OsmObject::position() const {
    if (const auto inside = inner_point(outline)) {
        return inside;
    }
    if (!outline.outer.empty() && !outline.outer.front().empty()) {
        return outline.outer.front().front();
    }
    return loose.empty() ? std::nullopt : std::optional{loose[loose.size() / 2]};
}

std::vector<OsmObject> read_osm_objects(const InputFile& file, const OsmObjectQuery& query) {
    NoProgress progress;
    RelationPass relations(query);
    if (query.areas) {
        visit_osm(file, {.relations = true}, relations, progress);
    }
    WayPass ways(query, relations.relations);
    if (query.areas) {
        visit_osm(file, {.ways = true}, ways, progress);
    }
    NodePass nodes(query);
    need_all(relations, ways, nodes);
    visit_osm(file, {.nodes = true}, nodes, progress);

    auto objects = std::move(nodes.objects);
    for (auto& way : ways.ways) {
        objects.push_back(placed(std::move(way), nodes));
    }
    for (auto& relation : relations.relations) {
        objects.push_back(placed(std::move(relation), ways, nodes));
    }
    return objects;
}

}  // namespace michinori::io
