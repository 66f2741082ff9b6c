// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "location/aim.h"
#include "location/amount.h"
#include "location/conflict.h"
#include "location/problem.h"

namespace michinori::location {

/// By site: 1 where it is open.
using Flags = std::vector<std::uint8_t>;
[[nodiscard]] Flags flags_of(std::span<const std::uint32_t> sites, std::size_t count);
/// Ascending.
[[nodiscard]] std::vector<std::uint32_t> sites_of(const Flags& flags);

/// An aim that must not pass an amount. Not for the number of sites, which has limits of its own.
struct Budget {
    Aim aim;
    Amount at_most = 0;
};

/// A problem as the methods see it: one aim to make small, everything else a constraint. It refers to the problem,
/// which must outlive it.
struct Case {
    const routing::SparseTable* choices = nullptr;
    std::span<const People> weight;  ///< by point
    std::span<const People> load;    ///< by point
    Aim minimise;
    std::vector<Budget> budgets;
    std::uint32_t fewest = 0;  ///< sites
    std::uint32_t most = 0;
    Flags must_open;  ///< by site
    Flags may_open;   ///< by site; 0: must close
    std::vector<std::span<const std::uint32_t>> groups;
    std::vector<std::optional<People>> capacity;  ///< by site, or empty
    std::optional<People> floor;

    [[nodiscard]] std::size_t site_count() const { return choices->site_count; }
    [[nodiscard]] std::size_t point_count() const { return choices->point_count(); }
    [[nodiscard]] std::size_t candidates() const;  ///< sites that may open
    [[nodiscard]] bool loads_matter() const { return floor.has_value() || !capacity.empty(); }
    /// Nothing but sites, groups and their number.
    [[nodiscard]] bool is_plain() const { return budgets.empty() && !loads_matter(); }
};

/// mean_time and covered: their aim. worst_time: the mean time, without a limit on the worst time. fewest_sites: the
/// number of sites, the share as a budget. The problem must have passed check().
[[nodiscard]] Case case_of(const Problem& problem);

/// The same with nothing but some families, and no aim: any set is as good as another.
[[nodiscard]] Case case_of(const Problem& problem, std::span<const Family> kept);

/// Every family the problem has, in the order in which find_conflict() tries to do without them.
[[nodiscard]] std::vector<Family> families_of(const Problem& problem);

/// People who reach no site of the table within the limit.
[[nodiscard]] Amount never_within(const Problem& problem, TravelTime limit);

}  // namespace michinori::location
