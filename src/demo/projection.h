// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "demo/noise.h"
#include "demo/people.h"

namespace michinori::demo {

/// How the people of the cells become fewer: each year a share goes that is greater where more are old, so that the
/// country loses its people faster than the towns.
class Projection {
public:
    explicit Projection(std::uint64_t seed);

    /// People of a cell in a year, in ten-thousandths; those of today in 2025.
    [[nodiscard]] double people(const Cell& today, int year) const;

    /// Today's cells with the people of a year after 2025, in whole people: each municipality has the rounded sum of
    /// its people(), shared out by largest remainders; women, births, the old and deaths as then (people.h).
    [[nodiscard]] std::vector<Cell> cells(const std::vector<Cell>& today, int year) const;

private:
    std::uint64_t seed_;
    Noise luck_;
};

/// x in ten-thousandths.
[[nodiscard]] double to_four(double x);

}  // namespace michinori::demo
