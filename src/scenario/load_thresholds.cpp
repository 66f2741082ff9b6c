// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_thresholds.h"

namespace michinori::scenario {

std::optional<policy::Thresholds> load_thresholds(const Section& section) {
    const auto numbers = section.numbers("thresholds");
    if (!numbers) {
        return std::nullopt;
    }
    if (numbers->size() == 2 && (*numbers)[0] > 0 && (*numbers)[0] < (*numbers)[1]) {
        return policy::Thresholds{(*numbers)[0], (*numbers)[1]};
    }
    section.bad_value("thresholds", "must be two numbers: few at or below the first, many at or above the second");
    return std::nullopt;
}

}  // namespace michinori::scenario
