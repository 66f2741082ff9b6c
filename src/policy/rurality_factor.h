// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "policy/rurality_error.h"

namespace michinori::policy {

/// The four elements of the index, each turned so that a larger number is more rural.
enum class RuralityElement : std::uint8_t {
    density,   ///< minus population density, or minus its logarithm
    distance,  ///< to the nearest second- or third-line emergency hospital
    island,    ///< 1: an island without such a hospital
    snow,      ///< 1: a special heavy-snow area without one
};
inline constexpr std::size_t element_count = 4;
inline constexpr std::array<std::string_view, element_count> element_names{"density", "distance", "island", "snow"};

using Vector4 = std::array<double, element_count>;
using Matrix4 = std::array<Vector4, element_count>;
/// A column per element; all of one length.
using ElementColumns = std::array<std::vector<double>, element_count>;

/// Eigenvalues, largest first, and the orthonormal eigenvectors that belong to them: matrix x vectors[k] =
/// values[k] x vectors[k].
struct EigenSystem {
    Vector4 values{};
    Matrix4 vectors{};
};

/// Of a symmetric matrix of finite numbers, by cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, 8.5):
/// a handful of sweeps, accurate to rounding, the same bytes each time. Which way a vector points is left open.
[[nodiscard]] EigenSystem eigen_symmetric(Matrix4 matrix);

/// Centre and spread of a column: standardised = (value - centre) / spread.
struct ColumnScale {
    double centre = 0;  ///< mean
    double spread = 1;  ///< standard deviation over n; exactly 0: all values are the same
};
/// Of a column that is not empty.
[[nodiscard]] ColumnScale scale_of(std::span<const double> column);

/// Pearson correlations; the row and column of an element that does not vary are 0, its diagonal too.
[[nodiscard]] Matrix4 correlations(const ElementColumns& columns);

/// Loadings of the first factor: sqrt(eigenvalue) x first eigenvector of the correlation matrix (first principal
/// component), each the correlation of an element with the factor.
struct FirstFactor {
    Vector4 loadings{};                        ///< exactly 0 for an element that does not vary
    std::array<bool, element_count> varies{};  ///< false: told to the user beside the loading of 0
    double explained = 0;                      ///< share of the variance of the elements that vary, 0 to 1
};

/// The sign is fixed so that distance loads positive; where distance loads nothing (below 1e-9), density, else
/// island, else snow. Fails: no_units, lengths_differ, nothing_varies, factor_not_unique. O(units).
///
///     const auto factor = first_factor(columns);
///     if (const auto* f = std::get_if<FirstFactor>(&factor)) use(f->loadings);
///
/// Source: the index of Kaneko et al. (BMJ Open 2023;13:e068800) weighs its four elements by factor loadings. How they
/// extracted the factor is not in the text at hand: principal component is an assumption.
[[nodiscard]] RuralityResult<FirstFactor> first_factor(const ElementColumns& columns);

}  // namespace michinori::policy
