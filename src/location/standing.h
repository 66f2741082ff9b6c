// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <span>

#include "base/units.h"
#include "location/amount.h"
#include "location/case.h"

namespace michinori::location {

/// How good a set is: first that it satisfies everything, then what it costs. Exact.
struct Standing {
    Amount excess = 0;  ///< by how much constraints are passed, each in its own unit; 0: all are satisfied
    Amount cost = 0;    ///< the aim of the case
    friend auto operator<=>(const Standing&, const Standing&) = default;
    friend bool operator==(const Standing&, const Standing&) = default;
};

/// Every constraint of the case is looked at. O(entries passed); the first is parallel.
[[nodiscard]] Standing standing(const Case& wanted, const Flags& open);
/// The same on the calling thread alone, for many sets at once.
[[nodiscard]] Standing standing_alone(const Case& wanted, const Flags& open);

/// Groups without an open site.
[[nodiscard]] std::size_t empty_groups(const Case& wanted, const Flags& open);

}  // namespace michinori::location
