// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/road_changes.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <span>
#include <stdexcept>
#include <unordered_set>

#include "base/text.h"
#include "network/closure_lines.h"

namespace michinori::network {
namespace {

bool is_called(const RoadAttributes& road, const std::string& name) {
    // A road that carries two routes has both numbers in one text.
    const auto refs = split_list(road.ref, ';');
    return road.name == name || road.ref == name || std::ranges::find(refs, name) != refs.end();
}

bool comes_near(std::span<const geo::Point> line, geo::Point place, Metres within) {
    const geo::LocalPlane plane(place);
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (geo::nearest_on_piece(plane.to_plane(line[i - 1]), plane.to_plane(line[i])).distance <= within) {
            return true;
        }
    }
    return false;
}

/// A selection made ready to be asked part by part, the cheap conditions first.
class Selector {
public:
    Selector(const RoadNetwork& network, const RoadSelection& roads)
        : network_(network),
          roads_(roads),
          ids_(roads.ids.begin(), roads.ids.end()),
          polygons_(roads.polygons),
          lines_(roads.lines, roads.match) {
        for (const auto& road : network.all_attributes()) {
            const bool ferry_meant = !roads.ids.empty() || !roads.name.empty();
            const bool called = roads.name.empty() || is_called(road, roads.name);
            attributes_fit_.push_back(called && (ferry_meant || road.road_class != RoadClass::ferry) ? 1 : 0);
        }
    }

    [[nodiscard]] bool takes(SegmentId segment, std::uint32_t place) const {
        const auto& part = network_.parts(segment)[place];
        const auto line = network_.line(part);
        return attributes_fit_[part.attributes.index()] != 0 && (ids_.empty() || ids_.contains(part.source_id)) &&
               (!roads_.near || comes_near(line, *roads_.near, roads_.within)) &&
               (roads_.polygons.empty() || !polygons_.covering(network_.point_at({segment, place, 0.5})).empty()) &&
               (roads_.lines.empty() || lines_.follows_one(line));
    }

private:
    const RoadNetwork& network_;
    const RoadSelection& roads_;
    std::unordered_set<std::int64_t> ids_;
    geo::PolygonIndex polygons_;
    ClosureLines lines_;
    std::vector<char> attributes_fit_;
};

/// By part: 1 where the selection takes it.
std::vector<char> taken_parts(const RoadNetwork& network, const RoadSelection& roads) {
    const Selector selector(network, roads);
    std::vector<char> taken(network.all_parts().size(), 0);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, network.segment_count()), [&](const auto& range) {
        for (std::size_t s = range.begin(); s != range.end(); ++s) {
            const auto& segment = network.segment(SegmentId{s});
            for (std::uint32_t p = 0; p < segment.part_count; ++p) {
                taken[segment.first_part + p] = selector.takes(SegmentId{s}, p) ? 1 : 0;
            }
        }
    });
    return taken;
}

void apply(RoadAction action, RoadChanges::OfPart& part) {
    using Access = RoadChanges::OfPart::Access;
    if (action.kind == RoadAction::Kind::speed) {
        part.factor *= action.factor;
    } else {
        part.access = action.kind == RoadAction::Kind::close ? Access::closed : Access::opened;
    }
}

void require_sense(const RoadSelection& roads, RoadAction action) {
    if (roads.ids.empty() && roads.name.empty() && !roads.near && roads.polygons.empty() && roads.lines.empty()) {
        throw std::invalid_argument("a selection of roads without any condition");
    }
    if (action.kind == RoadAction::Kind::speed && !(std::isfinite(action.factor) && action.factor > 0)) {
        throw std::invalid_argument("a factor of speed that is not above 0");
    }
}

}  // namespace

std::vector<std::int64_t> unknown_ids(const RoadNetwork& network, const std::vector<std::int64_t>& ids) {
    std::set<std::int64_t> unknown(ids.begin(), ids.end());
    for (const auto& part : network.all_parts()) {
        unknown.erase(part.source_id);
    }
    return {unknown.begin(), unknown.end()};
}

std::size_t RoadChanges::add(const RoadNetwork& network, const RoadSelection& roads, RoadAction action) {
    require_sense(roads, action);
    const auto taken = taken_parts(network, roads);
    if (!by_part_.empty() && by_part_.size() != taken.size()) {
        throw std::invalid_argument("road changes of two networks");
    }
    const auto touched = static_cast<std::size_t>(std::ranges::count(taken, 1));
    if (touched > 0) {
        by_part_.resize(taken.size());
    }
    for (std::size_t p = 0; p < by_part_.size(); ++p) {
        if (taken[p] != 0) {
            apply(action, by_part_[p]);
        }
    }
    return touched;
}

}  // namespace michinori::network
