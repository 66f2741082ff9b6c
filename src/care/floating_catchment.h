// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"
#include "routing/sparse_table.h"

namespace michinori::care {

/// How much a site counts that is so far away: most beside it, 0 beyond the limit.
class Decay {
public:
    struct Band {
        TravelTime limit;  ///< inclusive
        double weight = 1;
    };
    /// Everything up to the limit counts the same (Luo and Wang 2003).
    [[nodiscard]] static Decay within(TravelTime limit);
    /// By bands, limits ascending, weights above 0 (Luo and Qi 2009). Throws std::invalid_argument otherwise.
    [[nodiscard]] static Decay bands(std::vector<Band> bands);
    /// (exp(-(t/limit)^2 / 2) - exp(-1/2)) / (1 - exp(-1/2)): 1 at 0, 0 at the limit, where people draw on nothing
    /// (Dai 2010). Throws std::invalid_argument for a limit of 0.
    [[nodiscard]] static Decay gaussian(TravelTime limit);

    [[nodiscard]] double weight(TravelTime time) const;
    [[nodiscard]] TravelTime limit() const;

private:
    std::vector<Band> bands_;  ///< at least one
    bool gaussian_ = false;    ///< up to the limit of the only band
};

/// With W(i, j) the weight of the way from point i to site j, P people and S capacity:
enum class CatchmentMethod {
    /// 2SFCA; with bands or Gaussian weights its enhanced form, E2SFCA (Luo and Qi 2009).
    ///     R(j) = S(j) / sum_i W(i, j) P(i)                A(i) = sum_j W(i, j) R(j)
    two_step,
    /// 3SFCA (Wan, Zou and Sternberg 2012): people divide themselves among sites, G(i, j) = W(i, j) / sum_k W(i, k).
    ///     R(j) = S(j) / sum_i G(i, j) W(i, j) P(i)        A(i) = sum_j G(i, j) W(i, j) R(j)
    three_step,
    /// MH3SFCA (Joerg, Lenz, Wetz and Widmer 2019): and that by capacity, H(i, j) = S(j) W(i, j) / sum_k S(k) W(i, k).
    ///     R(j) = S(j) / sum_i H(i, j) P(i)                A(i) = sum_j H(i, j) W(i, j) R(j)
    modified_huff,
};

/// Capacity per person in floating catchments.
struct Catchments {
    std::vector<double> ratio;   ///< R by site: capacity per person who draws on it; 0 where nobody does
    std::vector<double> access;  ///< A by point: capacity per person within reach; also where nobody lives
    double capacity = 0;         ///< of all sites
    double reached = 0;          ///< of the sites that somebody draws on
    /// Sum of people x access: `reached` for 2SFCA and 3SFCA, at most that for MH3SFCA with weights up to 1.
    double delivered = 0;
};

/// By point `people` (at least 0, in any unit) and by site `capacity` (at least 0). Only somebody draws: a site within
/// reach of empty points alone has ratio 0 and is not reached. Sums run in the order of points and, for a point, of its
/// list, on the calling thread, so equal inputs give equal bytes. O(entries within the limit). Throws
/// std::invalid_argument for sizes that do not match and for negative or infinite numbers.
///
///     const auto told = floating_catchments(times, people, beds, CatchmentMethod::two_step, Decay::within(half_hour));
///     told.access[point] * 100000;   // beds per 100,000 people
[[nodiscard]] Catchments floating_catchments(const routing::SparseTable& times, std::span<const double> people,
                                             std::span<const double> capacity, CatchmentMethod method,
                                             const Decay& decay);

}  // namespace michinori::care
