// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/snapping.h"

#include <algorithm>
#include <array>
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace michinori::network {
namespace {

namespace bg = boost::geometry;
using TreePoint = bg::model::point<float, 2, bg::cs::cartesian>;
using TreeBox = bg::model::box<TreePoint>;
using Entry = std::pair<TreeBox, std::uint32_t>;
using Tree = bg::index::rtree<Entry, bg::index::linear<16>>;

/// Boxes are kept in single precision, widened by more than its error (some 2 m at 180 degrees).
constexpr double float_margin = 4e-5;

TreeBox tree_box(const geo::Box& box) {
    const auto low = [](double v) { return static_cast<float>(v - float_margin); };
    const auto high = [](double v) { return static_cast<float>(v + float_margin); };
    return {TreePoint{low(box.west), low(box.south)}, TreePoint{high(box.east), high(box.north)}};
}

geo::Box segment_box(const RoadNetwork& network, SegmentId segment) {
    geo::Box box;
    for (const auto& part : network.parts(segment)) {
        for (const auto point : network.line(part)) {
            box.extend(point);
        }
    }
    return box;
}

/// The nearest place of a part's line to the plane's origin, before its share is worked out.
struct LineFoot {
    std::size_t piece = 0;
    geo::Foot foot;
};

LineFoot nearest_on_line(std::span<const geo::Point> line, const geo::LocalPlane& plane) {
    LineFoot best{0, {0, Metres{1e12}}};
    auto a = plane.to_plane(line[0]);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const auto b = plane.to_plane(line[i]);
        const auto foot = geo::nearest_on_piece(a, b);
        if (foot.distance < best.foot.distance) {
            best = {i - 1, foot};
        }
        a = b;
    }
    return best;
}

double share_of_line(std::span<const geo::Point> line, const LineFoot& at) {
    double before = 0;
    double whole = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double piece = geo::distance(line[i - 1], line[i]).value();
        before += i - 1 < at.piece ? piece : i - 1 == at.piece ? piece * at.foot.share : 0;
        whole += piece;
    }
    return whole > 0 ? std::clamp(before / whole, 0.0, 1.0) : 0.0;
}

}  // namespace

bool may_start_from(const RoadAttributes& road) {
    const bool motorway = road.road_class == RoadClass::motorway || road.road_class == RoadClass::motorway_link;
    return !motorway && road.road_class != RoadClass::ferry && !road.tunnel && !road.no_through;
}

struct Snapper::Impl {
    struct Nearest {
        Metres distance{1e12};
        SegmentId segment;
        std::uint32_t part = 0;
        LineFoot at;
    };

    const RoadNetwork& network;
    SnapOptions options;
    std::map<SegmentId, OpenEnds> cut;  // what of a road closed in part is eligible
    Tree eligible;
    Tree all;

    Impl(const TravelModel& model, const Components& components, SnapOptions chosen)
        : network(model.network()), options(chosen) {
        find_cut_roads(components);
        std::vector<Entry> eligible_boxes;
        std::vector<Entry> all_boxes;
        for (std::size_t s = 0; s < network.segment_count(); ++s) {
            const SegmentId segment{s};
            const Entry entry{tree_box(segment_box(network, segment)), segment.raw()};
            if (!network.segment(segment).ferry) {
                all_boxes.push_back(entry);
            }
            if (is_eligible(model, components, segment)) {
                eligible_boxes.push_back(entry);
            }
        }
        eligible = Tree(eligible_boxes);
        all = Tree(all_boxes);
    }

    [[nodiscard]] bool is_big_enough(const Components& components, Position place) const {
        return components.all()[components.of(place).index()].length >= options.smallest_component;
    }

    void find_cut_roads(const Components& components) {
        for (auto [segment, ends] : components.cut_segments()) {
            const auto count = network.segment(segment).part_count;
            if (!is_big_enough(components, {segment, 0})) {
                ends.from_end = 0;
            }
            if (!is_big_enough(components, {segment, count - 1})) {
                ends.to_begin = count;
            }
            cut.emplace(segment, ends);
        }
    }

    /// Some part of it is; of a road closed in part consider() sees which.
    [[nodiscard]] bool is_eligible(const TravelModel& model, const Components& components, SegmentId segment) const {
        const bool some_part = std::ranges::any_of(network.parts(segment), [&](const Part& part) {
            return may_start_from(network.attributes(part.attributes));
        });
        const bool open = model.is_open(segment, Direction::forward) || model.is_open(segment, Direction::backward);
        return some_part && (cut.contains(segment) || (open && is_big_enough(components, {segment})));
    }

    void consider(SegmentId segment, const geo::LocalPlane& plane, bool only_eligible, Nearest& best) const {
        const auto parts = network.parts(segment);
        const auto ends = only_eligible ? cut.find(segment) : cut.end();
        for (std::uint32_t p = 0; p < parts.size(); ++p) {
            const bool cut_off = ends != cut.end() && !ends->second.at_an_end(p);
            if (only_eligible && (cut_off || !may_start_from(network.attributes(parts[p].attributes)))) {
                continue;
            }
            const auto at = nearest_on_line(network.line(parts[p]), plane);
            if (std::tie(at.foot.distance, segment, p) < std::tie(best.distance, best.segment, best.part)) {
                best = {at.foot.distance, segment, p, at};
            }
        }
    }

    /// The nearest within `limit`: boxes of growing size are searched until the answer surely lies
    /// inside the box.
    [[nodiscard]] std::optional<Nearest> nearest(const Tree& tree, geo::Point point, Metres limit) const {
        const geo::LocalPlane plane(point);
        for (double radius = std::min(200.0, limit.value());; radius = std::min(radius * 3, limit.value())) {
            Nearest best;
            const auto box = tree_box(plane.box_around(Metres{radius}));
            for (auto it = tree.qbegin(bg::index::intersects(box)); it != tree.qend(); ++it) {
                consider(SegmentId{it->second}, plane, &tree == &eligible, best);
            }
            if (best.distance <= Metres{radius}) {
                return best;
            }
            if (radius >= limit.value()) {
                return std::nullopt;
            }
        }
    }

    [[nodiscard]] Snapped put(const Nearest& found) const {
        const auto& part = network.parts(found.segment)[found.part];
        const Position position{found.segment, found.part, share_of_line(network.line(part), found.at)};
        const double seconds = seconds_at(found.distance, options.access_speed);
        return {position, network.point_at(position), found.distance, to_travel_time(seconds)};
    }
};

Snapper::Snapper(const TravelModel& model, const Components& components, SnapOptions options)
    : impl_(std::make_unique<Impl>(model, components, options)) {}
Snapper::~Snapper() = default;
Snapper::Snapper(Snapper&&) noexcept = default;
Snapper& Snapper::operator=(Snapper&&) noexcept = default;

SnapResult Snapper::snap(geo::Point point) const {
    if (!geo::is_on_earth(point)) {
        return Reason::bad_coordinate;
    }
    if (const auto found = impl_->nearest(impl_->eligible, point, impl_->options.limit)) {
        return impl_->put(*found);
    }
    const Metres outside = std::max(impl_->options.outside, impl_->options.limit);
    const auto any = impl_->nearest(impl_->all, point, outside);
    if (!any) {
        return Reason::outside_network;
    }
    return any->distance <= impl_->options.limit ? Reason::no_drivable_road : Reason::too_far_to_snap;
}

Metres Snapper::distance_to_any_road(geo::Point point) const {
    if (const auto near = impl_->nearest(impl_->all, point, Metres{20000})) {
        return near->distance;
    }
    // Far away a message needs no more than the distance to the box that is nearest in degrees.
    const TreePoint at{static_cast<float>(point.lon), static_cast<float>(point.lat)};
    Metres best{4e7};
    for (auto it = impl_->all.qbegin(bg::index::nearest(at, 1)); it != impl_->all.qend(); ++it) {
        for (const auto& part : impl_->network.parts(SegmentId{it->second})) {
            for (const auto p : impl_->network.line(part)) {
                best = std::min(best, geo::distance(point, p));
            }
        }
    }
    return best;
}

}  // namespace michinori::network
