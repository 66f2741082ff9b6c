// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/units.h"
#include "care/step_times.h"
#include "geo/point.h"

namespace michinori::care {

/// When a helicopter may fly, as minutes of the day; from 22:00 to 06:00 passes midnight.
struct FlyingHours {
    std::chrono::minutes from{0};
    std::chrono::minutes to{24 * 60};
    [[nodiscard]] double share_of_day() const;
};

/// Where a helicopter stands, and how it flies.
struct AirBase {
    std::string id;
    std::string name;
    geo::Point position;
    KmPerHour speed;
    TravelTime alert{0};               ///< from the call to the take-off
    TravelTime load{0};                ///< on the ground where the patient is taken aboard
    TravelTime unload{0};              ///< from the landing to the bed
    std::optional<FlyingHours> hours;  ///< nothing: not stated. Never part of a time: who shows times shows the hours
    std::optional<Metres> radius;      ///< it takes up patients no farther from the base; nothing: anywhere
};

/// Whether a base can be reckoned with: a place on earth, a speed above 0, a radius not below 0, hours within a day
/// and not empty. Throws std::invalid_argument otherwise.
void check(const AirBase& base);

/// A journey by air: alert + base to pick-up + load + on to the destination + unload. Straight lines (geodesics) at the
/// base's speed; each part is whole milliseconds, and `total` is their sum.
struct Flight {
    std::uint32_t base = 0;
    TravelTime to_pick_up{0};
    TravelTime with_patient{0};
    TravelTime total{0};
    friend bool operator==(const Flight&, const Flight&) = default;
};

/// By the base that brings the patient soonest to the destination, of equal ones the lower; nothing where no base may
/// take up a patient there. O(bases). The bases are those that check() lets pass.
[[nodiscard]] std::optional<Flight> quickest_flight(std::span<const AirBase> bases, geo::Point from, geo::Point to);

/// The quickest flights between the sites of two steps.
///
///     const Flights flights(bases, near_sites, hubs);
///     const auto fastest = quicker_of(road, flights);
///     fastest.times.at(from, to), fastest.base(from, to)
class Flights {
public:
    /// Parallel over `from`. O(bases x pairs). Throws as check() does.
    Flights(std::span<const AirBase> bases, std::span<const geo::Point> from, std::span<const geo::Point> to);

    [[nodiscard]] const std::optional<Flight>& at(std::size_t from, std::size_t to) const {
        return flights_[from * to_count_ + to];
    }
    [[nodiscard]] std::size_t from_count() const { return from_count_; }
    [[nodiscard]] std::size_t to_count() const { return to_count_; }
    [[nodiscard]] StepTimes times() const;

private:
    std::size_t from_count_ = 0;
    std::size_t to_count_ = 0;
    std::vector<std::optional<Flight>> flights_;
};

/// Each journey by whichever is quicker.
class RoadOrAir {
public:
    StepTimes times;
    /// Which base flies; nothing: by road, or no way at all.
    [[nodiscard]] std::optional<std::uint32_t> base(std::size_t from, std::size_t to) const {
        return bases_[from * times.to_count() + to];
    }
    /// Pairs of sites that a base flies between.
    [[nodiscard]] std::size_t journeys_of(std::uint32_t base) const;

private:
    friend RoadOrAir quicker_of(const StepTimes& road, const Flights& flights);
    std::vector<std::optional<std::uint32_t>> bases_;
};

/// By road where both take equally long. A table of partners only must be cut down afterwards (partners_only()): a
/// flight knows nothing of permissions. Throws std::invalid_argument for tables of different shapes.
[[nodiscard]] RoadOrAir quicker_of(const StepTimes& road, const Flights& flights);

}  // namespace michinori::care
