// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/units.h"
#include "network/reason.h"
#include "network/snapping.h"

namespace michinori::report {

/// How far points stand from the road they were put on, and why others were not.
struct SnapHistogram {
    struct Bin {
        std::int64_t points = 0;
        People people;
    };
    /// Upper limits in metres, each inclusive; the last bin has none.
    static constexpr std::array<double, 5> limits_m{50, 100, 250, 500, 1000};

    std::array<Bin, limits_m.size() + 1> by_distance;
    std::array<Bin, network::reason_count> by_reason;
    Bin total;

    /// `people` by point, or empty when the points stand for nobody (facilities).
    static SnapHistogram of(const std::vector<network::SnapResult>& snaps, const std::vector<People>& people);

    /// "0-50", "50-100" ... ">1000"
    [[nodiscard]] static std::string bin_name(std::size_t bin);
};

}  // namespace michinori::report
