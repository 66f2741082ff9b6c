// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"

namespace michinori::report {

/// The words of outputs about remote districts that people read.
enum class RemoteWord {
    layer_districts,
    layer_cells,
    layer_hubs,
    layer_visits,
    rule,
    district,
    candidate,
    strict,
    near,
    left_over,
    certainty,
    centre,
    people,
    people_in_circle,
    cells,
    cause,
    round_trips,
    institution,
    institution_km,
    car_minutes,
    hub,
    hub_minutes,
    failing,
    districts,
    districts_near,
    not_qualifying,
    people_read,
    reached,
    sessions,
    people_within,
    without_visits,
    without_hub,
    first_rows,
    none_found,
    notice,
};

[[nodiscard]] std::string word(RemoteWord w, Language language);

}  // namespace michinori::report
