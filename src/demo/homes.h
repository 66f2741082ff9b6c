// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "demo/addresses.h"
#include "demo/people.h"

namespace michinori::demo {

/// One expectant mother who asks for support: where she lives, how she travels, what it costs. Sums in
/// yen; a journey is there and back.
struct Home {
    std::size_t municipality = 0;
    std::optional<geo::Point> place;  ///< exactly one of place, mesh and address is given
    std::string mesh;
    std::string address;
    bool satogaeri = false;  ///< delivers at her parents' home
    bool high_risk = false;
    enum class Mode { car, taxi, transit } mode = Mode::car;
    std::vector<std::string> accepting;  ///< facility ids; empty: any
    std::optional<std::chrono::sys_days> date;
    std::optional<int> nights;
    std::optional<int> lodging_yen;    ///< a night
    std::optional<int> transport_yen;  ///< what the journey cost
    std::optional<int> fare_yen;       ///< of public transport, by the travel-expense rules
    int toll_yen = 0;
    int visits = 0;
    bool late_change = false;
};

inline constexpr std::size_t home_count = 300;

/// More of them in remote towns and on the islands than people there would make, because rules bind there.
[[nodiscard]] std::vector<Home> draw_homes(const std::vector<Cell>& cells, const std::vector<AddressTown>& towns,
                                           const std::vector<Facility>& hospitals, const std::vector<Facility>& clinics,
                                           std::uint64_t seed);

}  // namespace michinori::demo
