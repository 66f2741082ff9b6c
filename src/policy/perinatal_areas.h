// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/access.h"
#include "access/area.h"
#include "base/units.h"

namespace michinori::policy {

/// What matters of one facility for perinatal areas (周産期医療圏). Nothing in an optional: not known.
struct PerinatalFacility {
    bool delivers = false;
    std::optional<bool> hospital;         ///< else a clinic
    std::optional<bool> centre;           ///< perinatal centre of either kind
    std::optional<bool> general;          ///< general (総合) perinatal centre
    std::optional<People> deliveries;     ///< a year
    std::optional<People> obstetricians;  ///< may be parts of a person: full-time equivalents
};

/// What the areas are judged by. All lists are of one drawing of areas; everything must outlive the call.
struct PerinatalInputs {
    std::size_t area_count = 0;
    std::span<const PerinatalFacility> facilities;                   ///< by FacilityId
    std::span<const std::optional<std::uint32_t>> area_of_facility;  ///< by FacilityId
    std::span<const std::optional<std::uint32_t>> area_of_demand;    ///< by demand point
    std::span<const People> births;                                  ///< a year, by demand point; empty: not known
    std::span<const access::Outcome> delivery;                       ///< by demand point
    std::span<const access::Outcome> checkup;                        ///< by demand point; empty: no such service
    TravelTime limit = from_minutes(60);
};

/// A sum of a number over facilities of which some have none.
struct KnownSum {
    People sum;                   ///< over those that have the number
    std::uint32_t not_known = 0;  ///< delivery facilities that have none
    friend bool operator==(const KnownSum&, const KnownSum&) = default;
};

/// Births of an area, a year.
struct AreaBirths {
    People all;
    People nearest_inside;  ///< their nearest delivery facility lies in the area
    People beyond;          ///< reach one, but later than the limit
    People unreached;       ///< reach none
    /// A check-up facility is within the limit and delivery is not: for an open or semi-open system. Nothing without
    /// a service of check-ups.
    std::optional<People> checkup_only;
    friend bool operator==(const AreaBirths&, const AreaBirths&) = default;
};

/// One area; the kinds of facilities are nothing where they are not known of all.
struct PerinatalArea {
    std::optional<std::uint32_t> area;  ///< nothing: what lies in no area
    std::uint32_t delivery_facilities = 0;
    std::optional<std::uint32_t> delivery_hospitals;
    std::optional<std::uint32_t> delivery_clinics;
    std::optional<std::uint32_t> centres_general;
    std::optional<std::uint32_t> centres_regional;
    KnownSum deliveries;     ///< of delivery facilities
    KnownSum obstetricians;  ///< of all facilities
    std::optional<AreaBirths> births;

    /// 無産科周産期医療圏: the national guideline forbids it.
    [[nodiscard]] bool without_delivery() const { return area && delivery_facilities == 0; }
};

/// A row per area in order, and one for what lies in no area if there is any. Exact sums; O(facilities + points).
[[nodiscard]] std::vector<PerinatalArea> perinatal_areas(const PerinatalInputs& inputs);

/// A municipality that a proposal puts into another area; areas by code, nothing: in none.
struct Move {
    std::uint32_t municipality = 0;
    std::optional<std::string> from;
    std::optional<std::string> to;
    friend bool operator==(const Move&, const Move&) = default;
};

/// The municipalities whose area differs between two drawings, each given by municipality. Ascending.
[[nodiscard]] std::vector<Move> moves_between(std::span<const std::optional<std::string>> today,
                                              std::span<const std::optional<std::string>> proposed);

/// The areas without a delivery facility, by index, ascending.
[[nodiscard]] std::vector<std::uint32_t> areas_without_delivery(std::span<const PerinatalArea> areas);

}  // namespace michinori::policy
