// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/islands.h"

#include <map>
#include <utility>

#include "base/disjoint_sets.h"

namespace michinori::scenario {
namespace {

std::vector<geo::MultiPolygon> separate_parts(const std::vector<geo::MultiPolygon>& features) {
    std::vector<geo::MultiPolygon> parts;
    for (const auto& feature : features) {
        for (const auto& part : feature.parts) {
            parts.push_back({{part}});
        }
    }
    return parts;
}

/// For each part the number of the island it belongs to.
std::vector<std::uint32_t> join_at_corners(const std::vector<geo::MultiPolygon>& parts) {
    DisjointSets sets(parts.size());
    std::map<std::pair<double, double>, std::size_t> first_with;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        for (const auto& ring : parts[p].parts.front().rings) {
            for (const auto& corner : ring) {
                const auto [known, fresh] = first_with.emplace(std::pair(corner.lon, corner.lat), p);
                if (!fresh) {
                    sets.join(known->second, p);
                }
            }
        }
    }
    std::vector<std::uint32_t> island_of;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        island_of.push_back(static_cast<std::uint32_t>(sets.find(p)));
    }
    return island_of;
}

}  // namespace

std::vector<std::optional<std::uint32_t>> islands_of(const std::vector<geo::MultiPolygon>& features,
                                                     const std::vector<geo::Point>& places) {
    const auto parts = separate_parts(features);
    const auto island_of_part = join_at_corners(parts);
    const geo::PolygonIndex index(parts);
    std::vector<std::optional<std::uint32_t>> islands;
    for (const auto place : places) {
        const auto inside = geo::is_on_earth(place) ? index.covering(place) : std::vector<std::size_t>{};
        islands.push_back(inside.empty() ? std::nullopt : std::optional(island_of_part[inside.front()]));
    }
    return islands;
}

}  // namespace michinori::scenario
