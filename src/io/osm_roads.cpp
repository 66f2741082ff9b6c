// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "io/osm_excluded_ferries.h"
#include "io/osm_road_cutter.h"
#include "io/osm_road_nodes.h"
#include "io/osm_road_restrictions.h"
#include "io/osm_road_summary.h"
#include "io/osm_road_ways.h"
#include "io/road_readers.h"

namespace michinori::io {
namespace {

/// A way with less than two nodes in the file.
Finding refusal(const InputFile& file, const OsmRoadWay& way, const OsmCut& cut) {
    const auto place = osm_place(file, OsmKind::way, way.id);
    return cut.missing_nodes > 0 ? Finding{FindingCode::osm_missing_nodes, place, {"1"}}
                                 : Finding{FindingCode::line_zero_length, place, {}};
}

OsmRoadSummary cut_ways(const InputFile& file, const OsmRoadWays& ways, OsmRoadCutter& cutter, network::RawRoads& roads,
                        RowGate& gate) {
    OsmRoadSummary summary;
    for (const auto& way : ways.ways) {
        if (!ways.is_used(way)) {
            continue;
        }
        const auto cut = cutter.cut(way);
        if (cut.sections == 0) {
            gate.refuse(refusal(file, way, cut));
        }
        summary.add_way(file, ways, way, cut, roads);
    }
    return summary;
}

void check_has_roads(const InputFile& file, const OsmRoadWays& ways, const OsmRoadSummary& summary) {
    if (summary.roads > 0) {
        return;
    }
    const auto why = fmt::format("of its {} ways {} have a highway or ferry tag, and none is a road for cars ({})",
                                 ways.ways_in_file, ways.candidates, told(ways.left_out));
    throw InputError({FindingCode::no_roads, {file.shown, std::nullopt, std::nullopt}, {why}});
}

OsmRoadWays read_ways(const InputFile& file, const OsmOptions& options, network::RawRoads& roads, Progress& progress) {
    progress.begin(fmt::format("roads: ways of {}", file.shown));
    auto ways = read_osm_road_ways(file, options, roads, progress);
    progress.end(fmt::format("{} ways, {} of them roads or ferries", ways.ways_in_file, ways.candidates));
    if (ways.ways_in_file == 0) {
        throw InputError({FindingCode::osm_without_ways, {file.shown, std::nullopt, std::nullopt}, {}});
    }
    return ways;
}

InputRecord new_record(const InputFile& file) {
    InputRecord record;
    record.role = "roads";
    record.file = file.shown;
    record.format = osm_format(file);
    record.encoding = "UTF-8";
    record.crs = "EPSG:4326 (OSM)";
    record.digests = digests_of(file);
    return record;
}

RowGate gate_for(const InputFile& file, const OsmRoadWays& ways) {
    RowGate gate(file.shown, Tolerance{1});  // a road outside the file is no mistake of the user's
    for (std::int64_t i = 0; i < ways.candidates; ++i) {
        gate.read();
    }
    for (std::int64_t i = 0; i < total(ways.left_out); ++i) {
        gate.not_selected();
    }
    return gate;
}

}  // namespace

void read_osm_roads(const InputFile& file, const OsmOptions& options, network::RawRoads& roads, InputLog& log,
                    Progress& progress) {
    auto record = new_record(file);
    const auto first_node = roads.nodes.size();
    const auto first_section = roads.sections.size();
    auto ways = read_ways(file, options, roads, progress);
    progress.begin(fmt::format("roads: nodes of {}", file.shown));
    OsmRoadNodes nodes(ways);
    const auto restrictions = usable_restrictions(ways, nodes);
    mark_ferry_landings(ways, nodes);
    read_osm_road_nodes(file, nodes, progress);

    auto gate = gate_for(file, ways);
    OsmRoadCutter cutter(ways, nodes, roads);
    auto summary = cut_ways(file, ways, cutter, roads, gate);
    check_has_roads(file, ways, summary);
    summary.restrictions = add_restrictions(restrictions, ways, cutter, roads);
    add_excluded_ferries(ways, cutter, roads);
    summary.add_topology(roads, first_node, first_section);
    progress.end(fmt::format("{} nodes, {} sections", summary.nodes, summary.sections));

    record.facts = osm_road_facts(ways, summary);
    add_osm_road_findings(file, ways, summary, log);
    gate.close(record, log);
    log.inputs.push_back(std::move(record));
}

}  // namespace michinori::io
