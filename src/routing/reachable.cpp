// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/reachable.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace michinori::routing {
namespace {

using network::Direction;
using network::Position;

constexpr double finest_share = 1e-9;
constexpr TravelTime longest = no_way - TravelTime{1};

/// A segment in the order in which times grow along it.
struct Outward {
    SegmentId segment;
    Direction direction;
    std::uint32_t part_count;

    /// `share` of the way through the step-th part.
    [[nodiscard]] Position at(std::uint32_t step, double share) const {
        return direction == Direction::forward ? Position{segment, step, share}
                                               : Position{segment, part_count - 1 - step, 1 - share};
    }
    /// The start of the i-th part (2 i) or its end (2 i + 1): in between, a delay may fall due.
    [[nodiscard]] Position mark(std::uint32_t i) const { return at(i / 2, i % 2); }
};

/// Where the time runs out. `time` grows outwards: steadily within a part, in steps between parts; at the
/// start it is within the limit. Inside a part the answer stops short of the limit by less than the
/// millisecond to which times are rounded, so that a limit that just suffices for a junction
/// does not list half a millisecond of each road beyond it.
template <class Time>
Position last_within(const Outward& road, TravelTime limit, Time time) {
    std::uint32_t good = 0;
    std::uint32_t bad = 2 * road.part_count - 1;
    if (time(road.mark(bad)) <= limit) {
        return road.mark(bad);  // nearly always
    }
    while (bad - good > 1) {
        const auto middle = good + (bad - good) / 2;
        (time(road.mark(middle)) <= limit ? good : bad) = middle;
    }
    if (good % 2 == 1) {
        return road.mark(good);
    }
    double inside = 0;
    double outside = 1;
    while (outside - inside > finest_share) {
        const double middle = (inside + outside) / 2;
        (time(road.at(good / 2, middle)) < limit ? inside : outside) = middle;
    }
    return road.at(good / 2, inside);
}

bool is_before(Position a, Position b) {
    return std::tie(a.part, a.share) < std::tie(b.part, b.share);
}

/// The end of a part and the start of the next are one place.
Position seen_from_ahead(Position position, std::uint32_t part_count) {
    return position.share == 1 && position.part + 1 < part_count ? Position{position.segment, position.part + 1, 0}
                                                                 : position;
}
Position seen_from_behind(Position position) {
    return position.share == 0 && position.part > 0 ? Position{position.segment, position.part - 1, 1} : position;
}

/// The pieces of one segment within one limit.
class SegmentReach {
public:
    SegmentReach(const network::TravelModel& model, const TimesAround& times, TravelTime limit, SegmentId segment)
        : model_(model),
          net_(model.network()),
          times_(times),
          limit_(std::min(limit, longest)),
          segment_(segment),
          part_count_(net_.segment(segment).part_count) {}

    void from_vertices() {
        for (const auto direction : network::both_directions) {
            const auto base = nearest_vertex(direction);
            const auto road = outward(direction);
            const auto time = [&](Position position) {
                return saturating_add(base, is_leaving() ? model_.time_from_start(position, direction)
                                                         : model_.time_to_end(position, direction));
            };
            if (base <= limit_ && time(road.mark(0)) <= limit_) {
                add(road.mark(0), last_within(road, limit_, time));
            }
        }
    }

    void from_place(const Site& place) {
        const auto at = place.position;
        for (const auto direction : network::both_directions) {
            const auto road = outward(direction);
            const auto is_behind = [&](Position position) {
                return road.direction == Direction::forward ? is_before(position, at) : is_before(at, position);
            };
            const auto time = [&](Position position) {
                return saturating_add(place.access_time, is_leaving() ? model_.time_between(at, position, direction)
                                                                      : model_.time_between(position, at, direction));
            };
            if (time(at) <= limit_) {
                const auto last =
                    last_within(road, limit_, [&](Position p) { return is_behind(p) ? TravelTime{0} : time(p); });
                add(at, is_behind(last) ? at : last);
            }
        }
    }

    void append_to(std::vector<RoadPiece>& all) {
        std::ranges::sort(pieces_, [](const auto& a, const auto& b) { return is_before(a.from, b.from); });
        const auto first = all.size();
        for (const auto& piece : pieces_) {
            if (all.size() > first && !is_before(seen_from_ahead(all.back().to, part_count_), piece.from)) {
                all.back().to = std::max(all.back().to, piece.to, is_before);
            } else {
                all.push_back(piece);
            }
        }
    }

private:
    [[nodiscard]] bool is_leaving() const { return times_.journey == Journey::from_places; }
    /// Times to places grow against the direction of driving.
    [[nodiscard]] Outward outward(Direction driven) const {
        return {segment_, is_leaving() ? driven : network::opposite(driven), part_count_};
    }

    [[nodiscard]] TravelTime nearest_vertex(Direction direction) const {
        auto nearest = no_way;
        for (const auto id : net_.arcs_along(segment_, direction)) {
            const auto& arc = net_.arc(id);
            nearest = std::min(nearest, times_.at_vertex[(is_leaving() ? arc.tail : arc.head).index()]);
        }
        return nearest;
    }

    void add(Position a, Position b) {
        const auto [low, high] = std::minmax(a, b, is_before);
        const RoadPiece piece{seen_from_ahead(low, part_count_), seen_from_behind(high)};
        if (is_before(piece.from, piece.to)) {  // else a single spot
            pieces_.push_back(piece);
        }
    }

    const network::TravelModel& model_;
    const network::RoadNetwork& net_;
    const TimesAround& times_;
    TravelTime limit_;
    SegmentId segment_;
    std::uint32_t part_count_;
    std::vector<RoadPiece> pieces_;
};

std::vector<std::uint32_t> by_segment(std::span<const Site> places) {
    std::vector<std::uint32_t> order(places.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return places[i].position.segment; });
    return order;
}

std::vector<RoadPiece> pieces_within(const network::TravelModel& model, const TimesAround& times,
                                     std::span<const std::uint32_t> places, TravelTime limit) {
    std::vector<RoadPiece> pieces;
    for (std::size_t s = 0; s < model.network().segment_count(); ++s) {
        SegmentReach reach(model, times, limit, SegmentId{s});
        reach.from_vertices();
        for (; !places.empty() && times.places[places.front()].position.segment == SegmentId{s};
             places = places.subspan(1)) {
            reach.from_place(times.places[places.front()]);
        }
        reach.append_to(pieces);
    }
    return pieces;
}

}  // namespace

std::vector<std::vector<RoadPiece>> reachable_roads(const network::TravelModel& model, const TimesAround& times,
                                                    std::span<const TravelTime> limits) {
    const auto places = by_segment(times.places);
    std::vector<std::vector<RoadPiece>> all;
    all.reserve(limits.size());
    for (const auto limit : limits) {
        all.push_back(pieces_within(model, times, places, limit));
    }
    return all;
}

}  // namespace michinori::routing
