// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/noding.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "network/noding_assembly.h"
#include "network/noding_cut.h"
#include "network/noding_joins.h"
#include "network/noding_joints.h"
#include "network/noding_lines.h"

namespace michinori::network {
namespace {

using noding::FlatLine;
using noding::Joints;
using noding::Place;

geo::LocalPlane plane_of(const std::vector<LineToNode>& lines) {
    geo::Box box;
    for (const auto& line : lines) {
        for (const auto& p : line.points) {
            box.extend(p);
        }
    }
    return geo::LocalPlane(box.is_empty() ? geo::Point{}
                                          : geo::Point{(box.west + box.east) / 2, (box.south + box.north) / 2});
}

std::vector<FlatLine> flatten(const std::vector<LineToNode>& lines, const geo::LocalPlane& plane) {
    std::vector<FlatLine> flat;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        FlatLine line{{}, lines[i].level, 0, i};
        for (const auto& p : lines[i].points) {
            const auto place = plane.to_plane(p);
            if (line.points.empty() || !noding::SamePlace{}(line.points.back(), place)) {
                line.points.push_back(place);
            }
        }
        line.length = noding::length_of(line.points);
        if (line.points.size() >= 2) {
            flat.push_back(std::move(line));
        }
    }
    return flat;
}

/// Nodes by their place: those of one level, and the joints of all levels that have a line there.
class PlacedNodes {
public:
    PlacedNodes(NodedLines& out, const geo::LocalPlane& plane) : out_(out), plane_(plane) {}

    void know(Place place, std::size_t node) { known_.try_emplace(place, node); }

    std::size_t at(Place place) {
        const auto [it, fresh] = known_.try_emplace(place, out_.nodes.size());
        if (fresh) {
            out_.nodes.push_back(plane_.to_earth(place));
        }
        return it->second;
    }

private:
    NodedLines& out_;
    const geo::LocalPlane& plane_;
    std::unordered_map<Place, std::size_t, noding::PlaceHash, noding::SamePlace> known_;
};

class Assembly {
public:
    Assembly(const std::vector<FlatLine>& flat, const Joints& joints, const noding::Joins& joins,
             const geo::LocalPlane& plane)
        : flat_(flat),
          joints_(joints),
          joins_(joins),
          plane_(plane),
          lines_(lines_through_joints(flat, joints, joins)) {}

    NodedLines run() {
        // Joints that moved to one place are one node, whatever their levels.
        PlacedNodes joint_nodes(out_, plane_);
        for (const auto& place : joins_.positions) {
            node_of_joint_.push_back(joint_nodes.at(place));
        }
        std::map<std::int32_t, std::vector<std::size_t>> by_level;
        for (std::size_t line = 0; line < flat_.size(); ++line) {
            if (lines_[line].empty()) {
                ++out_.summary.became_one_node;
            } else {
                by_level[flat_[line].level].push_back(line);
            }
        }
        for (const auto& [level, members] : by_level) {
            cut_level(members);
        }
        std::ranges::stable_sort(out_.sections, {}, &NodedSection::line);
        count_ends();
        return std::move(out_);
    }

private:
    [[nodiscard]] std::size_t node_of_end(std::size_t end) const { return node_of_joint_[joints_.of_end(end)]; }

    void cut_level(const std::vector<std::size_t>& members) {
        PlacedNodes nodes(out_, plane_);
        for (const auto line : members) {
            for (const auto end : {2 * line, 2 * line + 1}) {
                nodes.know(joins_.positions[joints_.of_end(end)], node_of_end(end));
            }
        }
        for (const auto& piece : noding::cut_at_crossings(lines_, members)) {
            NodedSection section{
                flat_[piece.line].source, nodes.at(piece.points.front()), nodes.at(piece.points.back()), {}};
            for (const auto& place : piece.points) {
                section.points.push_back(plane_.to_earth(place));
            }
            out_.sections.push_back(std::move(section));
        }
    }

    void count_ends() {
        std::vector<std::size_t> degree(out_.nodes.size(), 0);
        for (const auto& section : out_.sections) {
            ++degree[section.from];
            ++degree[section.to];
        }
        for (std::size_t end = 0; end < 2 * flat_.size(); ++end) {
            if (lines_[end / 2].empty()) {
                continue;
            }
            const bool free = degree[node_of_end(end)] == 1;
            out_.summary.ends_free += free ? 1 : 0;
            out_.summary.ends_joined += !free && joints_.was_alone(end) ? 1 : 0;
        }
    }

    const std::vector<FlatLine>& flat_;
    const Joints& joints_;
    const noding::Joins& joins_;
    const geo::LocalPlane& plane_;
    std::vector<std::vector<Place>> lines_;
    std::vector<std::size_t> node_of_joint_;
    NodedLines out_;
};

}  // namespace

NodedLines node_lines(const std::vector<LineToNode>& lines, Metres tolerance) {
    const auto plane = plane_of(lines);
    const auto flat = flatten(lines, plane);
    const Joints joints(flat, tolerance.value());
    const auto joins = noding::join_to_lines(flat, joints, tolerance.value());
    auto noded = Assembly(flat, joints, joins, plane).run();
    noded.summary.lines = lines.size();
    noded.summary.without_length = lines.size() - flat.size();
    return noded;
}

}  // namespace michinori::network
