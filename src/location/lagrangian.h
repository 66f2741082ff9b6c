// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "location/amount.h"
#include "location/case.h"
#include "location/deadline.h"

namespace michinori::location {

struct LagrangianOptions {
    Flags known = {};     ///< some set, better than others if possible: prices begin with it, steps are measured by it
    double close = 1e-4;  ///< stop when the bound is so near to it, as a share of it
    int iterations = 400;
};

struct LagrangianBound {
    Amount bound = 0;                  ///< no set of the case costs less. Proven in whole numbers.
    std::vector<std::uint32_t> liked;  ///< sites, those first that the relaxation opens most of the time
    int iterations = 0;
};

/// A lower bound for an aim that is not the number of sites, with exactly Case::most sites. Every point i offers a
/// price u(i) to be served; a site is worth R(j) = sum of weight x max(0, u(i) - time(i, j)); then
///
///     sum of weight x u(i) - the sum of the `most` greatest R(j)
///
/// costs no more than any set of sites, for whatever prices. Prices are whole, and so is all of this. The prices are
/// raised and lowered by the volume algorithm; at its best the bound is that of the linear relaxation. must_open,
/// must_close and groups that have no site in common raise it; other groups, budgets, floor and capacities are left
/// out, which makes it lower, never wrong. An iteration is O(entries nearer than the prices), parallel, the same for
/// any number of threads. Sources: Cornuejols, Fisher, Nemhauser 1977; Barahona, Anbil, The volume algorithm, 2000.
[[nodiscard]] LagrangianBound lagrangian_bound(const Case& wanted, const LagrangianOptions& options,
                                               const Deadline& deadline);

}  // namespace michinori::location
