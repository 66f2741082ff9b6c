// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "io/line_attributes.h"
#include "io/line_geometry.h"
#include "io/line_ids.h"
#include "io/road_readers.h"
#include "network/noding.h"

namespace michinori::io {
namespace {

// A line without length is left out and said; it never stops a run.
constexpr Tolerance any_share{1.0};

/// Reads lines into roads of their own, as drawn: a section per line, meeting at shared ends only.
class LineFiles {
public:
    LineFiles(const LineOptions& options, InputLog& log, FaultList& faults)
        : options_(options), log_(log), faults_(faults), nodes_(drawn_), known_(drawn_) {}

    void read(const InputFile& file) {
        VectorReader reader(file, options_.format);
        const auto& info = reader.info();
        LineAttributes attributes(
            options_.columns, [&](std::string_view name) { return info.column(name); }, file.shown, faults_);
        RowGate gate(file.shown, any_share);
        const auto before = drawn_.sections.size();
        Feature feature;
        while (reader.next(feature)) {
            gate.read();
            take(feature, attributes, file.shown, gate);
        }
        InputRecord record{"roads", file.shown, info.format, info.encoding, info.crs, digests_of(file), 0, 0, 0, 0, {}};
        gate.close(record, log_);
        record.facts.emplace_back("lines", std::to_string(drawn_.sections.size() - before));
        record.facts.emplace_back("left out as duplicates", std::to_string(record.rows_not_selected));
        attributes.finish(record, log_);
        log_.inputs.push_back(std::move(record));
    }

    [[nodiscard]] const network::RawRoads& drawn() const { return drawn_; }

private:
    void take(const Feature& feature, LineAttributes& attributes, const std::string& file, RowGate& gate) {
        if (auto fault = line_fault(feature, file)) {
            faults_.add(std::move(*fault));
            return;
        }
        const auto parts = parts_with_length(feature);
        if (parts.empty()) {
            gate.refuse({FindingCode::line_zero_length, {file, feature.row, {}}, {}});
            return;
        }
        const auto facts = attributes.read(feature.fields, feature.row);
        bool fresh = false;
        for (const auto* line : parts) {
            fresh = add(*line, facts, feature.row) || fresh;
        }
        if (!fresh) {
            gate.not_selected();
        }
    }

    /// Unless the same line with the same facts was there before.
    bool add(const std::vector<geo::Point>& line, const RoadFacts& facts, std::int64_t row) {
        const auto from = nodes_.at(line.front());
        const auto to = nodes_.at(line.back());
        auto& section = drawn_.add_section(from, to, line, facts.attributes);
        section.forward = facts.driveable.forward;
        section.backward = facts.driveable.backward;
        section.source_id = row;
        if (known_.last_is_known()) {
            drawn_.points.resize(section.first_point);
            drawn_.sections.pop_back();
            return false;
        }
        return true;
    }

    const LineOptions& options_;
    InputLog& log_;
    FaultList& faults_;
    network::RawRoads drawn_;
    PlaceNodes nodes_;
    KnownSections known_;
};

std::vector<geo::Point> line_of(const network::RawRoads& roads, const network::RawSection& section) {
    const auto first = roads.points.begin() + section.first_point;
    return {first, first + section.point_count};
}

void copy_facts(const network::RawSection& from, network::RawSection& to) {
    to.forward = from.forward;
    to.backward = from.backward;
    to.source_id = from.source_id;
}

/// Adds lines as they are drawn, their ends on the very places of their nodes.
void add_drawn(const network::RawRoads& drawn, network::RawRoads& roads) {
    PlaceNodes nodes(roads);
    for (const auto& section : drawn.sections) {
        auto line = line_of(drawn, section);
        const auto from = nodes.at(line.front());
        const auto to = nodes.at(line.back());
        line.front() = roads.nodes[from.index()].position;
        line.back() = roads.nodes[to.index()].position;
        copy_facts(section, roads.add_section(from, to, line, drawn.attributes[section.attributes.index()]));
    }
}

network::NodedLines node(const network::RawRoads& drawn, Metres tolerance) {
    std::vector<network::LineToNode> lines;
    for (const auto& section : drawn.sections) {
        lines.push_back({line_of(drawn, section), drawn.attributes[section.attributes.index()].level});
    }
    return network::node_lines(lines, tolerance);
}

void add_noded(const network::NodedLines& noded, const network::RawRoads& drawn, network::RawRoads& roads) {
    std::vector<std::optional<NodeId>> ids(noded.nodes.size());
    const auto id = [&](std::size_t node) {
        if (!ids[node]) {
            ids[node] = roads.add_node(noded.nodes[node]);
        }
        return *ids[node];
    };
    for (const auto& piece : noded.sections) {
        const auto& section = drawn.sections[piece.line];
        const auto from = id(piece.from);
        const auto to = id(piece.to);
        copy_facts(section, roads.add_section(from, to, piece.points, drawn.attributes[section.attributes.index()]));
    }
}

void say_noding(const network::NodedLines& noded, Metres tolerance, const std::string& file, InputLog& log) {
    const auto& summary = noded.summary;
    log.findings.add(
        {FindingCode::noding_summary,
         {file, {}, {}},
         {std::to_string(summary.lines), std::to_string(noded.sections.size()), std::to_string(summary.ends_joined),
          fmt::format("{:g}", tolerance.value()), std::to_string(summary.ends_free)}});
    auto& facts = log.inputs.back().facts;
    facts.emplace_back("lines shorter than the tolerance that became one node",
                       std::to_string(summary.became_one_node));
}

}  // namespace

void read_lines(const std::vector<InputFile>& files, const LineOptions& options, network::RawRoads& roads,
                InputLog& log, Progress& progress) {
    progress.begin("reading road lines");
    const std::string all_files = files.size() == 1 ? files.front().shown : std::string{};
    FaultList faults(all_files);
    LineFiles lines(options, log, faults);
    for (std::size_t i = 0; i < files.size(); ++i) {
        lines.read(files[i]);
        progress.advance(static_cast<double>(i + 1) / static_cast<double>(files.size() + 1));
    }
    faults.throw_if_any();
    if (lines.drawn().sections.empty()) {
        throw InputError({FindingCode::no_roads, {all_files, {}, {}}, {"no line in it has a length"}});
    }
    const auto sections_before = roads.sections.size();
    if (options.noding) {
        const auto noded = node(lines.drawn(), options.tolerance);
        add_noded(noded, lines.drawn(), roads);
        say_noding(noded, options.tolerance, all_files, log);
    } else {
        add_drawn(lines.drawn(), roads);
    }
    progress.end(
        fmt::format("{} lines, {} sections", lines.drawn().sections.size(), roads.sections.size() - sections_before));
}

}  // namespace michinori::io
