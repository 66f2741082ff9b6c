// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/facilities.h"
#include "demo/settlements.h"
#include "geo/point.h"

namespace michinori::demo {

/// A stop of a bus, and what it offers to who wants to see a doctor or a dentist.
struct BusStop {
    geo::Point place;
    int round_trips = 0;         ///< a day
    std::optional<int> minutes;  ///< one way to the institution's door; nothing where no bus goes
    std::string_view role;       ///< "medical", "dental" or empty for both
};

/// Where a mobile clinic holds sessions.
struct VisitPlace {
    std::string id;
    std::string name;
    geo::Point place;
    std::string_view role;
    int sessions = 0;  ///< a month
    std::string hub;   ///< id of the hospital that sends it
};

/// What tells of places far from care: buses, mobile clinics, rivers that part neighbours.
struct RemoteCare {
    std::vector<BusStop> stops;  ///< of every settlement but those with an institution near
    std::vector<VisitPlace> visits;
    std::vector<std::vector<geo::Point>> rivers;
};

inline constexpr std::size_t dentist_count = 340;

/// Dental clinics, in the halls' towns and the larger centres; the smallest villages have none.
[[nodiscard]] std::vector<Facility> place_dentists(const Roads& roads, const std::vector<Settlement>& settlements,
                                                   std::uint64_t seed);

/// Marks the hospitals that care for remote places (へき地医療拠点病院), by name.
void name_hubs(std::vector<Facility>& hospitals);

struct CareFacilities {
    const std::vector<Facility>& hospitals;
    const std::vector<Facility>& clinics;
    const std::vector<Facility>& dentists;
};
[[nodiscard]] RemoteCare describe_remote_care(const Terrain& terrain, const std::vector<Settlement>& settlements,
                                              const CareFacilities& care, std::uint64_t seed);

}  // namespace michinori::demo
