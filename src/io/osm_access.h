// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "io/osm_tags.h"

namespace michinori::io {

/// Who may drive a car somewhere.
enum class CarAccess {
    unsaid,  ///< the tags do not say, or in words that are not understood
    yes,
    limited,  ///< residents, customers, deliveries: no through traffic
    no,
};

/// One value of an access key; of a list ("agricultural;destination") the widest right counts.
/// "agricultural", "forestry", "bus" and the like are no for an ordinary car.
[[nodiscard]] CarAccess osm_access_value(std::string_view value);

/// The most specific of motorcar, motor_vehicle, vehicle, access that is understood.
[[nodiscard]] CarAccess osm_car_access(const OsmTags& tags);

/// The same without the general key access: what is said about vehicles themselves.
[[nodiscard]] CarAccess osm_motor_access(const OsmTags& tags);

/// Whether the direction ("forward", "backward") is closed to cars by a key such as
/// motor_vehicle:backward=no.
[[nodiscard]] bool osm_direction_closed(const OsmTags& tags, std::string_view direction);

/// Access over the year. A road is closed in winter when
/// - a conditional access key forbids cars in a season that holds the middle of January
///   (motor_vehicle:conditional = "no @ (Nov-Apr)", "no @ winter"), unless a more specific plain key allows them;
/// - cars are forbidden but for a season without it (access=no + access:conditional = "yes @ (May-Oct)");
/// - seasonal=* names seasons and winter is not among them.
/// That a road is not cleared (snowplowing=no, winter_service=no) is not a closure.
struct OsmYearAccess {
    CarAccess access = CarAccess::unsaid;
    bool closed_in_winter = false;
    std::int64_t conditions_not_seasonal = 0;  ///< clauses about hours, weights ... which are not used
};
[[nodiscard]] OsmYearAccess osm_year_access(const OsmTags& tags);

/// Roads that exist in winter only (ice_road=yes, winter_road=yes, seasonal=winter).
[[nodiscard]] bool osm_winter_only(const OsmTags& tags);

}  // namespace michinori::io
