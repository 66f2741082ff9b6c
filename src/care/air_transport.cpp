// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/air_transport.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace michinori::care {
namespace {

using std::chrono::minutes;
constexpr minutes whole_day{24 * 60};

void require(bool right, const char* what) {
    if (!right) {
        throw std::invalid_argument(what);
    }
}

bool is_time_of_day(minutes time) {
    return time >= minutes{0} && time <= whole_day;
}

std::optional<Flight> flight(const AirBase& base, std::uint32_t number, geo::Point from, geo::Point to) {
    const auto out = geo::distance(base.position, from);
    if (base.radius && out > *base.radius) {
        return std::nullopt;
    }
    Flight made{number, to_travel_time(seconds_at(out, base.speed)),
                to_travel_time(seconds_at(geo::distance(from, to), base.speed)), base.alert};
    for (const auto part : {made.to_pick_up, base.load, made.with_patient, base.unload}) {
        made.total = saturating_add(made.total, part);
    }
    return made.total == no_way ? std::nullopt : std::optional(made);
}

}  // namespace

double FlyingHours::share_of_day() const {
    const auto length = to > from ? to - from : to - from + whole_day;
    return static_cast<double>(length.count()) / static_cast<double>(whole_day.count());
}

void check(const AirBase& base) {
    require(geo::is_on_earth(base.position), "air transport: a base is not on earth");
    require(std::isfinite(base.speed.value()) && base.speed > KmPerHour{0}, "air transport: a speed is not above 0");
    require(!base.radius || base.radius >= Metres{0}, "air transport: a radius is below 0");
    require(!base.hours || (is_time_of_day(base.hours->from) && is_time_of_day(base.hours->to) &&
                            base.hours->from != base.hours->to),
            "air transport: hours are not within a day, or empty");
}

std::optional<Flight> quickest_flight(std::span<const AirBase> bases, geo::Point from, geo::Point to) {
    std::optional<Flight> best;
    for (std::uint32_t number = 0; number < bases.size(); ++number) {
        const auto made = flight(bases[number], number, from, to);
        if (made && (!best || made->total < best->total)) {
            best = made;
        }
    }
    return best;
}

Flights::Flights(std::span<const AirBase> bases, std::span<const geo::Point> from, std::span<const geo::Point> to)
    : from_count_(from.size()), to_count_(to.size()), flights_(from.size() * to.size()) {
    std::ranges::for_each(bases, check);
    tbb::parallel_for(std::size_t{0}, from.size(), [&](std::size_t row) {
        for (std::size_t column = 0; column < to.size(); ++column) {
            flights_[row * to_count_ + column] = quickest_flight(bases, from[row], to[column]);
        }
    });
}

StepTimes Flights::times() const {
    StepTimes times(from_count_, to_count_);
    for (std::size_t from = 0; from < from_count_; ++from) {
        for (std::size_t to = 0; to < to_count_; ++to) {
            if (const auto& made = at(from, to)) {
                times.set(from, to, made->total);
            }
        }
    }
    return times;
}

std::size_t RoadOrAir::journeys_of(std::uint32_t base) const {
    return static_cast<std::size_t>(std::ranges::count(bases_, std::optional(base)));
}

RoadOrAir quicker_of(const StepTimes& road, const Flights& flights) {
    require(road.from_count() == flights.from_count() && road.to_count() == flights.to_count(),
            "air transport: road and air do not have the same sites");
    RoadOrAir told;
    told.times = road;
    for (std::size_t from = 0; from < road.from_count(); ++from) {
        for (std::size_t to = 0; to < road.to_count(); ++to) {
            const auto& made = flights.at(from, to);
            const bool flies = made && made->total < road.at(from, to);
            told.bases_.push_back(flies ? std::optional(made->base) : std::nullopt);
            told.times.set(from, to, flies ? made->total : road.at(from, to));
        }
    }
    return told;
}

}  // namespace michinori::care
