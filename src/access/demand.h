// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "geo/point.h"

namespace michinori::access {

/// Where people live, as read: one entry per usable row. `people[g][d]` is group g at point d;
/// group 0 is always "population".
struct DemandSet {
    struct Point {
        std::string id;            ///< unique; mesh code, place id, building id
        geo::Point position;       ///< where the journey starts (a cell's centre)
        std::string municipality;  ///< code the source itself gives, or empty
    };
    std::vector<Point> points;
    std::vector<std::string> groups{"population"};
    std::vector<std::vector<People>> people{{}};

    [[nodiscard]] std::size_t size() const { return points.size(); }
    [[nodiscard]] People total(std::size_t group) const {
        People sum;
        for (const auto p : people[group]) {
            sum += p;
        }
        return sum;
    }
};

}  // namespace michinori::access
