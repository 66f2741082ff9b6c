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
    std::string address;  ///< given by lay_out_addresses (addresses.h)
    geo::Point place;
    int general_beds = 0;
    int all_beds = 0;
    int doctors = 0;
    std::vector<std::string> departments;
    int deliveries = 0;              ///< a year; 0: none
    int deliveries_5_years_ago = 0;  ///< a year, where there are deliveries
    int delivery_capacity = 0;       ///< deliveries a year that the ward could take
    int delivery_fee_yen = 0;        ///< where there are deliveries
    int obstetricians = 0;
    std::string perinatal_centre;  ///< "general", "regional" or empty
    std::string plan_consistent;   ///< with the prefecture's plan: "1", "0", empty when not known
    bool checkups = false;         ///< of expectant mothers
    bool takes_over = false;       ///< the deliveries of a ward that stopped
    bool nerve_block = false;
    bool remote_hub = false;     ///< cares for remote places: へき地医療拠点病院
    int emergency_tier = 0;      ///< 3 third line, 2 second line, 0 neither
    int house_number = 0;        ///< of its address
    std::size_t settlement = 0;  ///< where it stands
};

inline constexpr std::size_t clinic_count = 400;

/// Hospitals from a table, each beside a street of its town.
[[nodiscard]] std::vector<Facility> place_hospitals(const Roads& roads, const std::vector<Settlement>& settlements,
                                                    std::uint64_t seed);
/// Clinics, shared among the municipalities by their people.
[[nodiscard]] std::vector<Facility> place_clinics(const Roads& roads, const std::vector<Settlement>& settlements,
                                                  std::uint64_t seed);

/// Sites where a delivery ward could be opened: in towns without one, and in the capital. Not among the facilities.
[[nodiscard]] std::vector<Facility> place_candidates(const Roads& roads, const std::vector<Settlement>& settlements,
                                                     std::uint64_t seed);

/// What maternity rules ask of the facilities with deliveries, from a table by name; how many a ward could take, which
/// is somewhat above what it does and grows with its obstetricians; and the hospitals of country towns that look after
/// expectant mothers until others deliver them.
void describe_maternity(std::vector<Facility>& hospitals, std::vector<Facility>& clinics);

/// Corners of ordinary streets, where something can stand.
class StreetCorners {
public:
    explicit StreetCorners(const Roads& roads);
    [[nodiscard]] std::size_t size() const { return corners_.size(); }
    [[nodiscard]] Pos at(std::size_t corner) const { return corners_[corner]; }
    /// Corners less than `reach_km` away, by x.
    [[nodiscard]] std::vector<std::size_t> around(Pos middle, double reach_km) const;

private:
    std::vector<Pos> corners_;  ///< by x
};

/// Finds plots beside ordinary streets of settlements; never the same corner twice.
class Plots {
public:
    explicit Plots(const Roads& roads) : corners_(roads), taken_(corners_.size(), false) {}
    [[nodiscard]] geo::Point in(const Settlement& settlement, class Random& random);

private:
    StreetCorners corners_;
    std::vector<bool> taken_;
};

/// A place 15 to 35 metres beside a corner.
[[nodiscard]] geo::Point beside(Pos corner, class Random& random);
/// How far from its middle the plots of a settlement are looked for first.
[[nodiscard]] double plot_reach_km(const Settlement& settlement);

}  // namespace michinori::demo
