// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>

#include "base/units.h"
#include "policy/remote_districts.h"

namespace michinori::policy {

/// Which tests of a rule a place fails, and by how much: why a district is one of those that nearly qualify
/// (準無医地区) and not one of those that do.
///
///     const auto lacks = shortfall(rule, {district.people, nearest_institution, cells[centre]});
///     if (lacks.people) ...   // so many people too few
struct RemoteShortfall {
    std::optional<People> people;       ///< too few by so many
    std::optional<Metres> institution;  ///< nearer than its radius by so much; 0: at the very radius
    /// An easy way. By public transport: trips over the rule's number (where it asks about them) and time within its
    /// limit by so much. By the modelled time: within the limit by so much. 0: at the very limit. Both empty: the rule
    /// says that places without a modelled time have an easy way.
    bool attendance = false;
    std::optional<std::uint32_t> trips;
    std::optional<TravelTime> time;

    [[nodiscard]] bool any() const { return people || institution || attendance; }
    friend bool operator==(const RemoteShortfall&, const RemoteShortfall&) = default;
};

/// What is known of a district's central place.
struct RemoteFacts {
    People people;                      ///< of the district
    std::optional<Metres> institution;  ///< straight to the nearest one that no barrier parts from it
    const RemoteCell& centre;
};

/// O(1). A test whose outcome is unknown does not fail.
[[nodiscard]] RemoteShortfall shortfall(const RemoteRule& rule, const RemoteFacts& facts);

}  // namespace michinori::policy
