// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_road_summary.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"

namespace michinori::io {
namespace {

using network::RoadClass;

constexpr std::size_t most_ferry_notes = 20;

std::string ferry_name(const OsmRoadWay& way, const OsmFerry& ferry) {
    return ferry.attributes.name.empty() ? fmt::format("way {}", way.id) : ferry.attributes.name;
}

void note_ferry(const InputFile& file, const OsmRoadWay& way, const OsmFerry& ferry, const OsmCut& cut,
                OsmRoadSummary& summary) {
    const auto name = ferry_name(way, ferry);
    const auto km = fmt::format("{:.1f}", cut.length_m / 1000);
    if (cut.kmh > 0) {
        summary.ferries.push_back(fmt::format("{} ({} km, {:g} min)", name, km, *ferry.minutes));
        return;
    }
    summary.ferries.push_back(fmt::format("{} ({} km)", name, km));
    summary.ferries_without_duration.push_back(
        {FindingCode::ferry_without_duration, osm_place(file, OsmKind::way, way.id), {name, km}});
}

std::string classes_told(const OsmRoadSummary& summary) {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < summary.ways_by_class.size(); ++i) {
        if (summary.ways_by_class[i] > 0) {
            items.push_back(fmt::format("{}: {}", network::road_class_names[i], summary.ways_by_class[i]));
        }
    }
    return listed(items);
}

}  // namespace

std::string told(const OsmTally& tally) {
    std::vector<std::string> items;
    for (const auto& [words, count] : tally) {
        items.push_back(fmt::format("{}: {}", words, count));
    }
    return listed(items);
}

std::int64_t total(const OsmTally& tally) {
    std::int64_t sum = 0;
    for (const auto& [words, count] : tally) {
        sum += count;
    }
    return sum;
}

void OsmRoadSummary::add_way(const InputFile& file, const OsmRoadWays& ways, const OsmRoadWay& way, const OsmCut& cut,
                             const network::RawRoads& roads_so_far) {
    ways_with_gaps += cut.missing_nodes > 0 ? 1 : 0;
    if (cut.sections == 0) {
        return;
    }
    if (way.ferry) {
        ++ways_by_class[static_cast<std::size_t>(RoadClass::ferry)];
        note_ferry(file, way, ways.ferries[*way.ferry], cut, *this);
        return;
    }
    const auto& attributes = roads_so_far.attributes[way.attributes.index()];
    ++roads;
    ++ways_by_class[static_cast<std::size_t>(attributes.road_class)];
    metres += cut.length_m;
    one_way += way.directions.forward != way.directions.backward ? 1 : 0;
    with_maxspeed += attributes.maxspeed_forward > 0 || attributes.maxspeed_backward > 0 ? 1 : 0;
    closed_in_winter += attributes.closed_in_winter ? 1 : 0;
}

void OsmRoadSummary::add_topology(const network::RawRoads& roads_so_far, std::size_t first_node,
                                  std::size_t first_section) {
    nodes = static_cast<std::int64_t>(roads_so_far.nodes.size() - first_node);
    sections = static_cast<std::int64_t>(roads_so_far.sections.size() - first_section);
    signals = std::count_if(roads_so_far.nodes.begin() + static_cast<std::ptrdiff_t>(first_node),
                            roads_so_far.nodes.end(), [](const network::RawNode& node) { return node.signal; });
}

std::vector<std::pair<std::string, std::string>> osm_road_facts(const OsmRoadWays& ways,
                                                                const OsmRoadSummary& summary) {
    const double share = 100.0 * static_cast<double>(summary.with_maxspeed) /
                         static_cast<double>(std::max<std::int64_t>(summary.roads, 1));
    return {
        {"nodes, sections", fmt::format("{}, {}", summary.nodes, summary.sections)},
        {"road km", fmt::format("{:.0f}", summary.metres / 1000)},
        {"ways by class", classes_told(summary)},
        {"ways not selected", told(ways.left_out)},
        {"one-way ways", fmt::format("{}", summary.one_way)},
        {"ways with a signed limit", fmt::format("{} ({:.1f} %)", summary.with_maxspeed, share)},
        {"ways closed in winter", fmt::format("{}", summary.closed_in_winter)},
        {"conditions on hours, weights ... not used", fmt::format("{}", ways.conditions_not_seasonal)},
        {"traffic lights", fmt::format("{}", summary.signals)},
        {"turn restrictions",
         fmt::format("{} used, {} not used", summary.restrictions, total(ways.restrictions_ignored))},
        {"car ferries", listed(summary.ferries)},
    };
}

void add_osm_road_findings(const InputFile& file, const OsmRoadWays& ways, OsmRoadSummary& summary, InputLog& log) {
    const Place place{file.shown, std::nullopt, std::nullopt};
    auto& findings = log.findings;
    if (summary.ways_with_gaps > 0) {
        findings.add({FindingCode::osm_missing_nodes, place, {fmt::format("{}", summary.ways_with_gaps)}});
    }
    const auto without_cars = ways.left_out.find("ferry without cars");
    if (without_cars != ways.left_out.end()) {
        findings.add({FindingCode::ferry_not_for_cars, place, {fmt::format("{}", without_cars->second)}});
    }
    for (std::size_t i = 0; i < std::min(summary.ferries_without_duration.size(), most_ferry_notes); ++i) {
        findings.add(std::move(summary.ferries_without_duration[i]));
    }
    if (const auto ignored = total(ways.restrictions_ignored); ignored > 0) {
        findings.add(
            {FindingCode::restriction_ignored, place, {fmt::format("{}", ignored), told(ways.restrictions_ignored)}});
    }
    if (ways.maxspeed_unread > 0) {
        findings.add(
            {FindingCode::maxspeed_unread, place, {fmt::format("{}", ways.maxspeed_unread), ways.maxspeed_example}});
    }
}

}  // namespace michinori::io
