// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "location/answer.h"
#include "location/case.h"

namespace michinori::location {

/// A prefix model of this size CBC solves in minutes at most, where nothing but sites is constrained; where loads
/// matter each set brings three rows instead of one, and the relaxation is weak.
inline constexpr std::size_t most_prefix_sets = 60000;
inline constexpr std::size_t most_prefix_sets_with_loads = 15000;

struct ExactOptions {
    double time_limit = 60;           ///< s
    std::optional<Flags> start = {};  ///< what must be bettered; it has to satisfy the case
    std::size_t most_sets = most_prefix_sets;
    /// How many prefixes a list begins with, at least 1; none: a few. Never changes
    /// the answer. Not looked at where loads matter, which needs them all.
    std::optional<std::uint32_t> first_depth = {};
};

/// The best set of a case by its prefix model and CBC. Every set that CBC proposes is held against all constraints and
/// its cost computed afresh, in whole numbers; one that passes a limit by rounding is forbidden and CBC asked again.
/// Optimal means: none is better by more than what CBC takes for equal (1e-7 of the cost).
///
/// Prefixes are first made to a depth of a few sites, but where loads matter. Such a model counts too little, never
/// too much: a set that it proposes and that costs what it says is optimal, and where it costs more the lists that were
/// too short are lengthened (Garcia, Labbe, Marin 2011).
/// `too_large` where that takes more prefix sets than allowed; what is known of bound and set comes with it.
[[nodiscard]] Answer solve_exact(const Case& wanted, const ExactOptions& options = {});

}  // namespace michinori::location
