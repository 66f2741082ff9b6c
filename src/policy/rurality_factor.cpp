// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/rurality_factor.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace michinori::policy {
namespace {

using Kind = RuralityError::Kind;

struct Rotation {
    double cosine;
    double sine;
};

/// The rotation in the plane (p, q) that makes matrix[p][q] zero.
Rotation rotation_for(const Matrix4& matrix, std::size_t p, std::size_t q) {
    const double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    const double tangent = std::copysign(1.0, theta) / (std::abs(theta) + std::hypot(theta, 1.0));
    const double cosine = 1 / std::hypot(tangent, 1.0);
    return {cosine, tangent * cosine};
}

void rotate(double& p, double& q, Rotation r) {
    const double old_p = p;
    p = r.cosine * old_p - r.sine * q;
    q = r.sine * old_p + r.cosine * q;
}

void make_zero(Matrix4& matrix, Matrix4& vectors, std::size_t p, std::size_t q) {
    const auto rotation = rotation_for(matrix, p, q);
    for (std::size_t k = 0; k < element_count; ++k) {
        rotate(matrix[k][p], matrix[k][q], rotation);
        rotate(vectors[p][k], vectors[q][k], rotation);
    }
    for (std::size_t k = 0; k < element_count; ++k) {
        rotate(matrix[p][k], matrix[q][k], rotation);
    }
    matrix[p][q] = matrix[q][p] = 0;  // what rounding left
}

/// Largest size of a number beside the diagonal.
double largest_beside_diagonal(const Matrix4& matrix) {
    double largest = 0;
    for (std::size_t p = 0; p < element_count; ++p) {
        for (std::size_t q = p + 1; q < element_count; ++q) {
            largest = std::max(largest, std::abs(matrix[p][q]));
        }
    }
    return largest;
}

double largest_on_diagonal(const Matrix4& matrix) {
    double largest = 0;
    for (std::size_t p = 0; p < element_count; ++p) {
        largest = std::max(largest, std::abs(matrix[p][p]));
    }
    return largest;
}

void sweep(Matrix4& matrix, Matrix4& vectors) {
    for (std::size_t p = 0; p < element_count; ++p) {
        for (std::size_t q = p + 1; q < element_count; ++q) {
            if (matrix[p][q] != 0) {
                make_zero(matrix, vectors, p, q);
            }
        }
    }
}

EigenSystem largest_first(const Matrix4& diagonal, const Matrix4& vectors) {
    std::array<std::size_t, element_count> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return diagonal[a][a] > diagonal[b][b]; });
    EigenSystem system;
    for (std::size_t k = 0; k < element_count; ++k) {
        system.values[k] = diagonal[order[k]][order[k]];
        system.vectors[k] = vectors[order[k]];
    }
    return system;
}

double correlation(const std::vector<double>& a, ColumnScale scale_a, const std::vector<double>& b,
                   ColumnScale scale_b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - scale_a.centre) / scale_a.spread * ((b[i] - scale_b.centre) / scale_b.spread);
    }
    return sum / static_cast<double>(a.size());
}

/// The vector or its opposite, so that the element that settles the sign is positive.
void fix_sign(Vector4& loadings) {
    for (const auto element :
         {RuralityElement::distance, RuralityElement::density, RuralityElement::island, RuralityElement::snow}) {
        const double loading = loadings[static_cast<std::size_t>(element)];
        if (std::abs(loading) > 1e-9) {
            for (double& one : loadings) {
                one = loading < 0 && one != 0 ? -one : one;
            }
            return;
        }
    }
}

}  // namespace

EigenSystem eigen_symmetric(Matrix4 matrix) {
    Matrix4 vectors{};
    for (std::size_t k = 0; k < element_count; ++k) {
        vectors[k][k] = 1;
    }
    // Four rows need about six sweeps; the bound only makes the end plain to see.
    for (int sweeps = 0; sweeps < 50; ++sweeps) {
        if (largest_beside_diagonal(matrix) <= 1e-17 * largest_on_diagonal(matrix)) {
            break;
        }
        sweep(matrix, vectors);
    }
    return largest_first(matrix, vectors);
}

ColumnScale scale_of(std::span<const double> column) {
    const auto [least, most] = std::minmax_element(column.begin(), column.end());
    if (*least == *most) {  // exact, where a computed variance would be some rounding error
        return {*least, 0};
    }
    const auto n = static_cast<double>(column.size());
    const double mean = std::accumulate(column.begin(), column.end(), 0.0) / n;
    double squares = 0;
    for (const double value : column) {
        squares += (value - mean) * (value - mean);
    }
    return {mean, std::sqrt(squares / n)};
}

Matrix4 correlations(const ElementColumns& columns) {
    std::array<ColumnScale, element_count> scales;
    for (std::size_t k = 0; k < element_count; ++k) {
        scales[k] = scale_of(columns[k]);
    }
    Matrix4 matrix{};
    for (std::size_t p = 0; p < element_count; ++p) {
        for (std::size_t q = p; q < element_count; ++q) {
            if (scales[p].spread > 0 && scales[q].spread > 0) {
                const double r = p == q ? 1 : correlation(columns[p], scales[p], columns[q], scales[q]);
                matrix[p][q] = matrix[q][p] = r;
            }
        }
    }
    return matrix;
}

RuralityResult<FirstFactor> first_factor(const ElementColumns& columns) {
    if (!std::all_of(columns.begin(), columns.end(), [&](const auto& c) { return c.size() == columns[0].size(); })) {
        return RuralityError{Kind::lengths_differ, {}};
    }
    if (columns[0].empty()) {
        return RuralityError{Kind::no_units, {}};
    }
    const auto matrix = correlations(columns);
    const auto system = eigen_symmetric(matrix);
    FirstFactor factor;
    double varying = 0;
    for (std::size_t k = 0; k < element_count; ++k) {
        factor.varies[k] = matrix[k][k] > 0;
        varying += factor.varies[k] ? 1 : 0;
        factor.loadings[k] = factor.varies[k] ? std::sqrt(std::max(0.0, system.values[0])) * system.vectors[0][k] : 0;
    }
    if (varying == 0) {
        return RuralityError{Kind::nothing_varies, {}};
    }
    if (system.values[0] - system.values[1] <= 1e-9 * system.values[0]) {
        return RuralityError{Kind::factor_not_unique, {}};
    }
    fix_sign(factor.loadings);
    factor.explained = system.values[0] / varying;
    return factor;
}

}  // namespace michinori::policy
