// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "demo/road_network.h"
#include "demo/settlements.h"

namespace michinori::demo {

struct Facility {
    std::string id;  ///< 13 digits, as in 医療情報ネット
    std::string name;
    bool hospital = false;
    std::size_t municipality = 0;
    std::string address;
    geo::Point place;
    int general_beds = 0;
    int all_beds = 0;
    int doctors = 0;
    std::vector<std::string> departments;
    int deliveries = 0;            ///< a year; 0: none
    bool checkups = false;         ///< of expectant mothers
    std::string perinatal_centre;  ///< "general", "regional" or empty
    bool nerve_block = false;
    int emergency_tier = 0;  ///< 3 third line, 2 second line, 0 neither
};

inline constexpr std::size_t clinic_count = 400;

/// Hospitals from a table, each beside a street of its town.
[[nodiscard]] std::vector<Facility> place_hospitals(const Roads& roads, const std::vector<Settlement>& settlements,
                                                    std::uint64_t seed);
/// Clinics, shared among the municipalities by their people.
[[nodiscard]] std::vector<Facility> place_clinics(const Roads& roads, const std::vector<Settlement>& settlements,
                                                  std::uint64_t seed);

/// Finds plots beside ordinary streets of settlements; never the same corner twice.
class Plots {
public:
    explicit Plots(const Roads& roads);
    [[nodiscard]] geo::Point in(const Settlement& settlement, class Random& random);

private:
    std::vector<Pos> corners_;  ///< by x
    std::vector<bool> taken_;
};

}  // namespace michinori::demo
