// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/area.h"

#include <fmt/core.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace michinori::access {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// Where one point belongs, and the two areas it lies in when they truly overlap there.
struct Assignment {
    std::optional<std::uint32_t> area;
    std::optional<Pair> overlap;
};

/// Whether both polygons hold the whole neighbourhood of p: a point on a shared border is in both,
/// but a step of about 1 cm to some side leaves one of them. That is no overlap worth a warning.
bool overlap_at(const geo::PolygonIndex& index, geo::Point p, std::size_t a, std::size_t b) {
    constexpr double step = 1e-7;
    constexpr std::array<geo::Point, 4> steps{{{step, 0}, {-step, 0}, {0, step}, {0, -step}}};
    return std::ranges::all_of(steps, [&](geo::Point s) {
        const auto inside = index.covering({p.lon + s.lon, p.lat + s.lat});
        return std::ranges::binary_search(inside, a) && std::ranges::binary_search(inside, b);
    });
}

Assignment assign(const geo::PolygonIndex& index, geo::Point p, Metres snap_limit) {
    if (!geo::is_on_earth(p)) {
        return {};
    }
    const auto inside = index.covering(p);
    Assignment result;
    if (!inside.empty()) {
        result.area = static_cast<std::uint32_t>(inside.front());
        if (inside.size() > 1 && overlap_at(index, p, inside[0], inside[1])) {
            result.overlap = Pair{*result.area, static_cast<std::uint32_t>(inside[1])};
        }
    } else if (snap_limit > Metres{0}) {
        if (const auto near = index.nearest(p, snap_limit)) {
            result.area = static_cast<std::uint32_t>(*near);
        }
    }
    return result;
}

void report_overlaps(const AreaLevel& level, const std::vector<Assignment>& assigned, Findings& findings) {
    std::map<Pair, std::size_t> counts;
    for (const auto& a : assigned) {
        if (a.overlap) {
            ++counts[*a.overlap];
        }
    }
    for (const auto& [pair, count] : counts) {
        findings.add({FindingCode::polygons_overlap,
                      {level.file, {}, {}},
                      {level.areas[pair.first].code, level.areas[pair.second].code, std::to_string(count)}});
    }
}

void report_unassigned(const AreaLevel& level, const DemandSet& demand, const AreaOfDemand& area_of,
                       Findings& findings) {
    std::size_t points = 0;
    People people;
    for (std::size_t d = 0; d < area_of.size(); ++d) {
        if (!area_of[d]) {
            ++points;
            people += demand.people[0][d];
        }
    }
    if (points > 0) {
        findings.add({FindingCode::demand_unassigned,
                      {level.file, {}, {}},
                      {std::to_string(points), fmt::format("{:.0f}", people.value()), level.id}});
    }
}

void report_empty_areas(const AreaLevel& level, const AreaOfDemand& area_of, Findings& findings) {
    std::vector<bool> used(level.areas.size(), false);
    for (const auto& area : area_of) {
        if (area) {
            used[*area] = true;
        }
    }
    if (const auto empty = std::ranges::count(used, false); empty > 0) {
        findings.add({FindingCode::area_without_people, {level.file, {}, {}}, {std::to_string(empty), level.id}});
    }
}

}  // namespace

AreaOfDemand assign_by_polygon(const AreaLevel& level, const DemandSet& demand, Findings& findings) {
    std::vector<geo::MultiPolygon> shapes;
    shapes.reserve(level.areas.size());
    for (const auto& area : level.areas) {
        shapes.push_back(area.shape);
    }
    const geo::PolygonIndex index(shapes);
    std::vector<Assignment> assigned(demand.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, demand.size(), 256), [&](const auto& range) {
        for (auto d = range.begin(); d != range.end(); ++d) {
            assigned[d] = assign(index, demand.points[d].position, level.snap_limit);
        }
    });
    AreaOfDemand area_of(demand.size());
    std::ranges::transform(assigned, area_of.begin(), &Assignment::area);
    report_overlaps(level, assigned, findings);
    report_unassigned(level, demand, area_of, findings);
    report_empty_areas(level, area_of, findings);
    return area_of;
}

AreaOfDemand assign_by_members(const AreaOfDemand& lower, const std::vector<std::optional<std::uint32_t>>& member_of) {
    AreaOfDemand area_of(lower.size());
    std::ranges::transform(lower, area_of.begin(),
                           [&](const auto& area) { return area ? member_of.at(*area) : std::nullopt; });
    return area_of;
}

AreaOfDemand assign_by_code(const AreaLevel& level, const DemandSet& demand) {
    constexpr std::size_t most_faults = 50;
    std::unordered_map<std::string_view, std::uint32_t> by_code;
    for (std::uint32_t i = 0; i < level.areas.size(); ++i) {
        by_code.emplace(level.areas[i].code, i);
    }
    std::map<std::string_view, const DemandSet::Point*> unknown;  // with the first point that carries it
    AreaOfDemand area_of(demand.size());
    for (std::size_t d = 0; d < demand.size(); ++d) {
        const auto& point = demand.points[d];
        const auto found = by_code.find(point.municipality);
        if (found != by_code.end()) {
            area_of[d] = found->second;
        } else if (!point.municipality.empty()) {
            unknown.emplace(point.municipality, &point);
        }
    }
    std::vector<Finding> faults;
    for (const auto& [code, point] : unknown) {
        if (faults.size() < most_faults) {
            faults.push_back(
                {FindingCode::area_unknown, {"demand " + point->id, {}, {}}, {std::string(code), level.id}});
        }
    }
    if (!faults.empty()) {
        throw InputError(std::move(faults));
    }
    return area_of;
}

}  // namespace michinori::access
