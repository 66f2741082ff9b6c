// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>
#include <utility>

#include "network/road_changes.h"
#include "network/speed_profile.h"

namespace michinori::network {
namespace {

constexpr double closed = std::numeric_limits<double>::infinity();
using PartChange = RoadChanges::OfPart;

const ClassSpeed& class_entry(const SpeedProfile& profile, RoadClass road_class) {
    return profile.speeds[static_cast<std::size_t>(road_class)];
}

double class_kmh(const SpeedProfile& profile, const RoadAttributes& road) {
    const auto& entry = class_entry(profile, road.road_class);
    return (road.dense ? entry.dense : entry.open).value();
}

/// By the season or the toll; a change can open it.
bool is_barred(const SpeedProfile& profile, Season season, const RoadAttributes& road) {
    // A ferry's fare is not a toll road's: leaving ferries out is a choice of the road reader.
    const bool toll_refused = road.toll && !profile.tolls_used && road.road_class != RoadClass::ferry;
    const bool snowed_up = season == Season::winter && profile.winter_closures && road.closed_in_winter;
    return toll_refused || snowed_up;
}

bool is_closed(const SpeedProfile& profile, Season season, const RoadAttributes& road, PartChange::Access access) {
    switch (access) {
        case PartChange::Access::closed: return true;
        case PartChange::Access::opened: return class_kmh(profile, road) <= 0;
        case PartChange::Access::as_it_was: break;
    }
    return is_barred(profile, season, road) || class_kmh(profile, road) <= 0;
}

double by_maxspeed_rule(const SpeedProfile& profile, double class_speed, std::uint16_t signed_kmh) {
    if (signed_kmh == 0 || profile.maxspeed == MaxspeedRule::ignore) {
        return class_speed;
    }
    const double limit = signed_kmh * profile.maxspeed_factor;
    return profile.maxspeed == MaxspeedRule::use ? limit : std::min(limit, class_speed);
}

double season_factor(const SpeedProfile& profile, Season season, SnowZone zone) {
    if (season == Season::summer || zone == SnowZone::none) {
        return 1;
    }
    return zone == SnowZone::heavy ? profile.winter_heavy_factor : profile.winter_special_heavy_factor;
}

double ferry_kmh(const SpeedProfile& profile, const RoadAttributes& ferry) {
    return ferry.ferry_kmh > 0 ? ferry.ferry_kmh : class_kmh(profile, ferry);
}

double road_kmh(const SpeedProfile& profile, Season season, const RoadAttributes& road, std::uint16_t signed_kmh) {
    const double ruled = by_maxspeed_rule(profile, class_kmh(profile, road), signed_kmh);
    const auto cap = profile.width_cap[static_cast<std::size_t>(road.width)];
    return (cap ? std::min(ruled, cap->value()) : ruled) * season_factor(profile, season, road.snow);
}

/// Seconds per metre, infinite when closed.
double pace(const SpeedProfile& profile, Season season, const RoadAttributes& road, Direction direction,
            const PartChange& change = {}) {
    if (is_closed(profile, season, road, change.access)) {
        return closed;
    }
    const auto signed_kmh = direction == Direction::forward ? road.maxspeed_forward : road.maxspeed_backward;
    const double kmh =
        road.road_class == RoadClass::ferry ? ferry_kmh(profile, road) : road_kmh(profile, season, road, signed_kmh);
    return kmh > 0 ? 3.6 / kmh / change.factor : closed;
}

std::vector<double> paces(const RoadNetwork& network, const SpeedProfile& profile, Season season, Direction direction) {
    std::vector<double> out;
    out.reserve(network.all_attributes().size());
    for (const auto& road : network.all_attributes()) {
        out.push_back(pace(profile, season, road, direction));
    }
    return out;
}

/// The same pace on whatever is open.
std::vector<double> levelled(std::vector<double> paces) {
    for (auto& pace : paces) {
        pace = std::isinf(pace) ? closed : 3.6 / length_speed.value();
    }
    return paces;
}

bool may_be_driven(const Segment& segment, Direction direction) {
    return direction == Direction::forward ? segment.forward : segment.backward;
}

}  // namespace

/// A position in driving order: the how-manieth part is being driven, and how much of it lies behind.
struct TravelModel::Mark {
    std::uint32_t step = 0;
    double progress = 0;
};

TravelModel::TravelModel(const RoadNetwork& network, const SpeedProfile& profile, Season season)
    : TravelModel(network, profile, season, RoadChanges{}) {}

TravelModel::TravelModel(const RoadNetwork& network, const SpeedProfile& profile, Season season,
                         const RoadChanges& changes)
    : network_(&network),
      signal_s_(profile.signal_delay_s),
      junction_s_(profile.junction_delay_s),
      boarding_s_(profile.ferry_boarding_s + profile.ferry_waiting_s) {
    find_paces(profile, season, changes);
    find_arc_times();
}

TravelModel TravelModel::of_lengths(const RoadNetwork& network, const SpeedProfile& profile, Season season) {
    return of_lengths(network, profile, season, RoadChanges{});
}

TravelModel TravelModel::of_lengths(const RoadNetwork& network, const SpeedProfile& profile, Season season,
                                    const RoadChanges& changes) {
    TravelModel model(network);
    model.find_paces(profile, season, changes);
    model.pace_forward_ = levelled(std::move(model.pace_forward_));
    model.pace_backward_ = levelled(std::move(model.pace_backward_));
    model.find_arc_times();
    return model;
}

void TravelModel::find_paces(const SpeedProfile& profile, Season season, const RoadChanges& changes) {
    pace_forward_ = paces(*network_, profile, season, Direction::forward);
    pace_backward_ = paces(*network_, profile, season, Direction::backward);
    if (!changes.empty()) {
        add_changed_paces(profile, season, changes);
    }
}

/// Changed parts get paces of their own, one for each set of attributes and change, so that the unchanged ones keep
/// theirs and changes cost four bytes a part.
void TravelModel::add_changed_paces(const SpeedProfile& profile, Season season, const RoadChanges& changes) {
    const auto parts = network_->all_parts();
    if (parts.size() != changes.by_part().size()) {
        throw std::invalid_argument("road changes of another network");
    }
    std::map<std::pair<AttributeId, PartChange>, std::uint32_t> entries;
    const auto entry_of = [&](AttributeId id, const PartChange& change) {
        if (change == PartChange{}) {
            return id.raw();
        }
        const auto next = static_cast<std::uint32_t>(pace_forward_.size());
        const auto [found, is_new] = entries.try_emplace({id, change}, next);
        if (is_new) {
            const auto& road = network_->attributes(id);
            pace_forward_.push_back(pace(profile, season, road, Direction::forward, change));
            pace_backward_.push_back(pace(profile, season, road, Direction::backward, change));
        }
        return found->second;
    };
    entry_of_part_.reserve(parts.size());
    for (std::size_t p = 0; p < parts.size(); ++p) {
        entry_of_part_.push_back(entry_of(parts[p].attributes, changes.by_part()[p]));
    }
}

std::size_t TravelModel::pace_entry(const Part& part) const {
    if (entry_of_part_.empty()) {
        return part.attributes.index();
    }
    return entry_of_part_[static_cast<std::size_t>(&part - network_->all_parts().data())];
}

void TravelModel::find_arc_times() {
    arc_times_.resize(network_->arc_count());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, arc_times_.size()), [&](const auto& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            const auto& arc = network_->arc(ArcId{i});
            const auto direction = arc.forward ? Direction::forward : Direction::backward;
            arc_times_[i] = to_travel_time(seconds_to_end(arc.segment, direction, {}));
        }
    });
}

bool TravelModel::is_open(SegmentId segment, Direction direction) const {
    return std::isfinite(seconds_to_end(segment, direction, {}));
}

TravelTime TravelModel::time_to_end(Position from, Direction direction) const {
    return to_travel_time(seconds_to_end(from.segment, direction, mark_of(from, direction)));
}

TravelTime TravelModel::time_from_start(Position to, Direction direction) const {
    const double seconds = seconds_between(to.segment, direction, {}, mark_of(to, direction));
    return to_travel_time(boarding_seconds(to.segment, direction) + seconds);
}

TravelTime TravelModel::time_between(Position from, Position to, Direction direction) const {
    if (from.segment != to.segment) {
        return no_way;
    }
    return to_travel_time(seconds_between(from.segment, direction, mark_of(from, direction), mark_of(to, direction)));
}

TravelModel::Mark TravelModel::mark_of(Position position, Direction direction) const {
    if (direction == Direction::forward) {
        return {position.part, position.share};
    }
    return {network_->segment(position.segment).part_count - 1 - position.part, 1 - position.share};
}

const Part& TravelModel::part_at(SegmentId id, Direction direction, std::uint32_t step) const {
    const auto parts = network_->parts(id);
    return parts[direction == Direction::forward ? step : parts.size() - 1 - step];
}

double TravelModel::part_seconds(const Part& part, Direction direction, double share) const {
    // Standing at the edge of a closed part is not driving on it (and 0 x infinity is no number).
    if (share <= 0) {
        return 0;
    }
    const auto& pace = direction == Direction::forward ? pace_forward_ : pace_backward_;
    const double per_metre = pace[pace_entry(part)];
    return std::isinf(per_metre) ? closed : share * part.length_m * per_metre;
}

double TravelModel::signal_seconds(const Part& part, Direction direction) const {
    return signal_s_ * (direction == Direction::forward ? part.signals_at_end : part.signals_at_start);
}

double TravelModel::boarding_seconds(SegmentId id, Direction direction) const {
    const auto& segment = network_->segment(id);
    return (direction == Direction::forward ? segment.boards_at_from : segment.boards_at_to) ? boarding_s_ : 0;
}

double TravelModel::seconds_between(SegmentId id, Direction direction, Mark from, Mark to) const {
    const bool ahead = from.step < to.step || (from.step == to.step && from.progress <= to.progress);
    if (!ahead || !may_be_driven(network_->segment(id), direction)) {
        return closed;
    }
    double seconds = 0;
    for (std::uint32_t step = from.step; step <= to.step; ++step) {
        const auto& part = part_at(id, direction, step);
        const double begin = step == from.step ? from.progress : 0;
        const double end = step == to.step ? to.progress : 1;
        seconds += part_seconds(part, direction, end - begin);
        seconds += step < to.step ? signal_seconds(part, direction) : 0;
    }
    return seconds;
}

double TravelModel::seconds_to_end(SegmentId id, Direction direction, Mark from) const {
    const auto& segment = network_->segment(id);
    const bool from_start = from.step == 0 && from.progress <= 0;
    const bool junction = direction == Direction::forward ? segment.junction_at_to : segment.junction_at_from;
    const Mark end{segment.part_count - 1, 1};
    return (from_start ? boarding_seconds(id, direction) : 0) + seconds_between(id, direction, from, end) +
           signal_seconds(part_at(id, direction, end.step), direction) + (junction ? junction_s_ : 0);
}

}  // namespace michinori::network
