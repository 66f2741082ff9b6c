// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "geo/point.h"

namespace michinori::network {

/// Lines along roads that close in winter, to ask which roads run along one. Immutable; safe from
/// several threads at once.
class ClosureLines {
public:
    ClosureLines(const std::vector<std::vector<geo::Point>>& lines, Metres match);
    ~ClosureLines();

    /// True when the road's middle and both its ends lie within `match` of one of the lines and the road
    /// runs along it for at least half the distance between its ends.
    /// O(log lines + points of lines nearby).
    [[nodiscard]] bool follows_one(std::span<const geo::Point> road) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace michinori::network
