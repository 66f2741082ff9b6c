// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string_view>

#include "io/osm_tags.h"

namespace michinori::io {

/// Whether a ferry carries cars.
enum class OsmFerryCars {
    unsaid,  ///< the tags do not speak of motor vehicles: the scenario decides
    yes,
    no,
};

/// motorcar, motor_vehicle or vehicle decide; hgv=yes means cars too; else access=no or private, or
/// foot passengers without even bicycles (foot=yes with bicycle=no, foot=only), mean no cars.
[[nodiscard]] OsmFerryCars osm_ferry_cars(const OsmTags& tags);

/// Minutes of a duration: "00:25", "1:45", "00:05:00", "25", "25 min", "PT1H25M". Nothing when it
/// cannot be read or is not above zero.
[[nodiscard]] std::optional<double> osm_minutes(std::string_view duration);

}  // namespace michinori::io
