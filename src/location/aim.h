// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "base/units.h"
#include "location/amount.h"

namespace michinori::location {

/// What adds up over people (or over sites) and is to be small. The models are built from these: p-median is the least
/// mean_time, maximal cover the least `beyond`, set cover the least number of sites with `beyond` held down.
struct Aim {
    enum class Kind {
        mean_time,  ///< people x time to the nearest open site: micro people x ms
        beyond,     ///< people without an open site within `limit`: micro people
        sites       ///< open sites
    };
    Kind kind = Kind::mean_time;
    TravelTime limit{0};             ///< beyond: inclusive
    TravelTime unreached{14400000};  ///< mean_time: the most that a journey counts as, and what no journey counts as

    /// What a person counts for whose nearest open site is so far, or who has none. Not for sites.
    [[nodiscard]] std::uint32_t of(std::uint32_t time) const {
        if (kind == Kind::beyond) {
            return time <= limit.count() ? 0 : 1;
        }
        return time < unreached.count() ? time : unreached.count();
    }
    [[nodiscard]] std::uint32_t of_none() const { return kind == Kind::beyond ? 1 : unreached.count(); }
};

}  // namespace michinori::location
