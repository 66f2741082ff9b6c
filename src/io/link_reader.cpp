// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <cmath>
#include <span>

#include "io/line_geometry.h"
#include "io/line_ids.h"
#include "io/link_nodes.h"
#include "io/link_rows.h"
#include "io/road_readers.h"

namespace michinori::io {
namespace {

constexpr Metres largest_node_gap{1};   // more, and the line does not end at its node
constexpr double same_length_m = 0.01;  // stated lengths of a street's two directions

std::span<const geo::Point> line_of(const network::RawRoads& roads, const network::RawSection& section) {
    return {roads.points.data() + section.first_point, section.point_count};
}

bool differ_in_maxspeed_only(network::RoadAttributes a, const network::RoadAttributes& b) {
    a.maxspeed_forward = b.maxspeed_forward;
    a.maxspeed_backward = b.maxspeed_backward;
    return a == b;
}

class LinkBuilder {
public:
    LinkBuilder(const LinkOptions& options, std::string file, NodePlaces places, network::RawRoads& roads)
        : directed_(options.directed && options.columns.oneway.empty()),
          file_(std::move(file)),
          places_(std::move(places)),
          roads_(roads) {}

    /// What is wrong with the link, or nothing when it was added.
    std::optional<Finding> add(LinkRow& row) {
        const auto from = places_.find(row.from);
        const auto to = places_.find(row.to);
        if (from == places_.end() || to == places_.end()) {
            return bad(row, fmt::format("node {} is not in the node table", from == places_.end() ? row.from : row.to));
        }
        if (row.line.empty()) {
            row.line = {from->second, to->second};
        }
        if (auto fault = move_end(row, row.line.front(), *from)) {
            return fault;
        }
        if (auto fault = move_end(row, row.line.back(), *to)) {
            return fault;
        }
        if (!has_length(row.line)) {
            return Finding{FindingCode::line_zero_length, {file_, row.row, {}}, {}};
        }
        if (!directed_ || !joins_its_opposite(row)) {
            add_section(row);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::int64_t merged() const { return merged_; }
    [[nodiscard]] std::size_t node_count() const { return ids_.size(); }

private:
    [[nodiscard]] Finding bad(const LinkRow& row, std::string why) const {
        return {FindingCode::bad_link, {file_, row.row, {}}, {std::move(why)}};
    }

    /// Onto its node, when it is near enough to be meant.
    std::optional<Finding> move_end(const LinkRow& row, geo::Point& end, const NodePlaces::value_type& node) const {
        const auto gap = geo::distance(end, node.second);
        if (gap > largest_node_gap) {
            return bad(row, fmt::format("its line ends {:.1f} m from node {}, where other links put it", gap.value(),
                                        node.first));
        }
        end = node.second;
        return std::nullopt;
    }

    NodeId node(const std::string& id) {
        const auto [it, fresh] = ids_.try_emplace(id);
        if (fresh) {
            it->second = roads_.add_node(places_.at(id));
        }
        return it->second;
    }

    void add_section(const LinkRow& row) {
        const auto from = node(row.from);
        const auto to = node(row.to);
        auto& section = roads_.add_section(from, to, row.line, row.facts.attributes);
        section.forward = row.facts.driveable.forward;
        section.backward = !directed_ && row.facts.driveable.backward;
        section.source_id = row.row;
        section.stated_length_m = row.stated_length_m;
        if (directed_) {
            one_way_.insert(hash_of_line(row.line), static_cast<std::uint32_t>(roads_.sections.size() - 1));
        }
    }

    /// A street given once for each direction becomes one section, so that snapping sees one road.
    bool joins_its_opposite(const LinkRow& row) {
        const auto found = one_way_.find(hash_of_line(row.line),
                                         [&](std::uint32_t id) { return is_opposite(roads_.sections[id], row); });
        if (!found) {
            return false;
        }
        auto& section = roads_.sections[*found];
        auto attributes = roads_.attributes[section.attributes.index()];
        attributes.maxspeed_backward = row.facts.attributes.maxspeed_forward;
        section.attributes = roads_.intern(attributes);
        section.backward = true;
        ++merged_;
        return true;
    }

    [[nodiscard]] bool is_opposite(const network::RawSection& section, const LinkRow& row) const {
        return !section.backward && ids_.contains(row.from) && ids_.contains(row.to) &&
               section.from == ids_.at(row.to) && section.to == ids_.at(row.from) &&
               std::abs(section.stated_length_m - row.stated_length_m) <= same_length_m &&
               differ_in_maxspeed_only(roads_.attributes[section.attributes.index()], row.facts.attributes) &&
               is_same_line(line_of(roads_, section), row.line, true);
    }

    bool directed_;
    std::string file_;
    NodePlaces places_;
    network::RawRoads& roads_;
    std::unordered_map<std::string, NodeId> ids_;
    IdTable one_way_;
    std::int64_t merged_ = 0;
};

}  // namespace

void read_links(const InputFile& file, const LinkOptions& options, network::RawRoads& roads, InputLog& log) {
    FaultList faults(file.shown);
    RowGate gate(file.shown, options.tolerance);
    auto links = read_link_rows(file, options, gate, faults, log);
    auto places = options.nodes ? node_places(*options.nodes, options, faults, log) : node_places(links.rows);
    faults.throw_if_any();
    const auto sections_before = roads.sections.size();
    LinkBuilder builder(options, file.shown, std::move(places), roads);
    for (auto& row : links.rows) {
        if (auto fault = builder.add(row)) {
            gate.refuse(std::move(*fault));
        }
    }
    gate.close(links.record, log);
    links.record.facts.emplace_back("sections", std::to_string(roads.sections.size() - sections_before));
    links.record.facts.emplace_back("nodes", std::to_string(builder.node_count()));
    links.record.facts.emplace_back("rows merged with their opposite direction", std::to_string(builder.merged()));
    log.inputs.push_back(std::move(links.record));
    if (roads.sections.size() == sections_before) {
        throw InputError({FindingCode::no_roads, {file.shown, {}, {}}, {"no row of it is a usable link"}});
    }
}

}  // namespace michinori::io
