// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>
#include <iterator>
#include <optional>

#include "geo/simplified_lines.h"
#include "report/view_lines.h"
#include "report/view_parts.h"

namespace michinori::report {
namespace {

constexpr std::size_t ranks = 4;
using Lines = std::vector<std::vector<geo::Point>>;

std::optional<std::size_t> rank_of(network::RoadClass road_class) {
    switch (road_class) {
        case network::RoadClass::motorway: return 0;
        case network::RoadClass::trunk: return 1;
        case network::RoadClass::primary: return 2;
        case network::RoadClass::ferry: return 3;
        default: return std::nullopt;
    }
}

/// A line for every part: simplified_lines() joins them again.
std::array<Lines, ranks> lines_by_rank(const network::RoadNetwork& network) {
    std::array<Lines, ranks> by_rank;
    for (const auto& part : network.all_parts()) {
        if (const auto rank = rank_of(network.attributes(part.attributes).road_class)) {
            const auto line = network.line(part);
            by_rank[*rank].emplace_back(line.begin(), line.end());
        }
    }
    return by_rank;
}

void append(const geo::PackedLines& more, geo::PackedLines& all) {
    const auto before = all.start.back();
    for (std::size_t i = 1; i < more.start.size(); ++i) {
        all.start.push_back(before + more.start[i]);
    }
    all.lon.insert(all.lon.end(), more.lon.begin(), more.lon.end());
    all.lat.insert(all.lat.end(), more.lat.begin(), more.lat.end());
}

struct RankedLines {
    geo::PackedLines lines;
    std::vector<std::uint8_t> rank;
};

RankedLines simplified(const std::array<Lines, ranks>& by_rank, Metres tolerance) {
    RankedLines all;
    for (std::size_t r = 0; r < ranks; ++r) {
        append(geo::simplified_lines(by_rank[r], tolerance), all.lines);
        all.rank.resize(all.lines.size(), static_cast<std::uint8_t>(r));
    }
    return all;
}

}  // namespace

Json roads_view(const network::RoadNetwork& network, Columns& columns) {
    constexpr Metres finest{30};
    constexpr std::size_t most_points = 150000;  // about 0.5 MB: they are there to find one's way by
    const auto by_rank = lines_by_rank(network);
    auto tolerance = finest;
    auto roads = simplified(by_rank, tolerance);
    for (int coarser = 0; coarser < 6 && roads.lines.lon.size() > most_points; ++coarser) {
        tolerance = tolerance * 2;
        roads = simplified(by_rank, tolerance);
    }
    if (roads.rank.empty()) {
        return nullptr;
    }
    auto json = lines_view(roads.lines, columns);
    json["rank"] = columns.u8(roads.rank);
    return json;
}

}  // namespace michinori::report
