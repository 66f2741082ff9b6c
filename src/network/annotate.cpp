// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/annotate.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "network/closure_lines.h"

namespace michinori::network {
namespace {

struct Zone {
    SnowZone snow = SnowZone::none;
    bool dense = false;
    bool closed = false;
    friend auto operator<=>(const Zone&, const Zone&) = default;
};

/// A run of a section's line that lies in one zone: the points up to `last`, counted in the section.
struct Run {
    std::uint32_t last = 0;
    Zone zone;
};

class Zones {
public:
    explicit Zones(const RoadZones& zones)
        : dense_(zones.dense),
          snow_(polygons_of(zones.snow)),
          closures_(zones.winter_closures, zones.closure_match),
          has_dense_(!zones.dense.empty()) {
        for (const auto& [polygon, zone] : zones.snow) {
            snow_zones_.push_back(zone);
        }
    }

    /// The runs of a line, in order; closures are judged run by run.
    [[nodiscard]] std::vector<Run> runs(std::span<const geo::Point> line) const {
        std::vector<Run> runs;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto zone = at({(line[i - 1].lon + line[i].lon) / 2, (line[i - 1].lat + line[i].lat) / 2});
            if (runs.empty() || runs.back().zone != zone) {
                runs.push_back({static_cast<std::uint32_t>(i), zone});
            }
            runs.back().last = static_cast<std::uint32_t>(i);
        }
        std::size_t first = 0;
        for (auto& run : runs) {
            run.zone.closed = closures_.follows_one(line.subspan(first, run.last - first + 1));
            first = run.last;
        }
        return runs;
    }

private:
    static std::vector<geo::MultiPolygon> polygons_of(const std::vector<std::pair<geo::MultiPolygon, SnowZone>>& snow) {
        std::vector<geo::MultiPolygon> polygons;
        for (const auto& [polygon, zone] : snow) {
            polygons.push_back(polygon);
        }
        return polygons;
    }

    [[nodiscard]] Zone at(geo::Point p) const {
        Zone zone;
        zone.dense = has_dense_ && !dense_.covering(p).empty();
        if (!snow_zones_.empty()) {
            for (const auto polygon : snow_.covering(p)) {
                zone.snow = std::max(zone.snow, snow_zones_[polygon]);
            }
        }
        return zone;
    }

    geo::PolygonIndex dense_;
    geo::PolygonIndex snow_;
    std::vector<SnowZone> snow_zones_;
    ClosureLines closures_;
    bool has_dense_;
};

/// Writes runs into the roads: the first into the section itself, the others behind all sections.
class Annotator {
public:
    explicit Annotator(RawRoads& roads) : roads_(roads) {}

    void write(std::size_t index, const std::vector<Run>& runs) {
        const RawSection whole = roads_.sections[index];
        const double length = whole.stated_length_m > 0 ? measured(whole.first_point, whole.point_count) : 0;
        std::uint32_t first = 0;
        NodeId from = whole.from;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const bool last_run = i + 1 == runs.size();
            RawSection piece = whole;
            piece.first_point = whole.first_point + first;
            piece.point_count = runs[i].last - first + 1;
            piece.from = from;
            piece.to = last_run ? whole.to : roads_.add_node(roads_.points[whole.first_point + runs[i].last]);
            piece.attributes = in_zone(whole.attributes, runs[i].zone);
            if (runs.size() > 1 && length > 0) {
                piece.stated_length_m = whole.stated_length_m * measured(piece.first_point, piece.point_count) / length;
            }
            from = piece.to;
            first = runs[i].last;
            if (i == 0) {
                roads_.sections[index] = piece;
            } else {
                roads_.sections.push_back(piece);
            }
        }
    }

private:
    [[nodiscard]] double measured(std::uint32_t first, std::uint32_t count) const {
        Metres sum;
        for (std::uint32_t i = first + 1; i < first + count; ++i) {
            sum += geo::distance(roads_.points[i - 1], roads_.points[i]);
        }
        return sum.value();
    }

    AttributeId in_zone(AttributeId plain, Zone zone) {
        const auto [it, fresh] = known_.try_emplace({plain, zone});
        if (fresh) {
            auto attributes = roads_.attributes[plain.index()];
            attributes.snow = zone.snow;
            attributes.dense = zone.dense;
            // A reader may know of a closure from its source; polygons say nothing about it.
            attributes.closed_in_winter = attributes.closed_in_winter || zone.closed;
            it->second = roads_.intern(attributes);
        }
        return it->second;
    }

    RawRoads& roads_;
    std::map<std::pair<AttributeId, Zone>, AttributeId> known_;
};

}  // namespace

void annotate(RawRoads& roads, const RoadZones& zones) {
    if (zones.dense.empty() && zones.snow.empty() && zones.winter_closures.empty()) {
        return;
    }
    const Zones index(zones);
    std::vector<std::vector<Run>> runs(roads.sections.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, runs.size()), [&](const auto& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            const auto& section = roads.sections[i];
            if (roads.attributes[section.attributes.index()].road_class != RoadClass::ferry) {
                runs[i] = index.runs({roads.points.data() + section.first_point, section.point_count});
            }
        }
    });
    Annotator annotator(roads);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].empty()) {
            annotator.write(i, runs[i]);
        }
    }
}

}  // namespace michinori::network
