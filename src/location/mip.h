// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace michinori::location {

/// A linear model with some whole columns, built row by row, least cost wanted.
class LinearModel {
public:
    using Term = std::pair<std::size_t, double>;  ///< column, factor

    /// Returns the column's number.
    std::size_t add_column(double lower, double upper, double cost, bool whole);
    /// lower <= sum of terms <= upper; each column at most once.
    void add_row(const std::vector<Term>& terms, double lower, double upper);

    [[nodiscard]] std::size_t columns() const { return column_lower.size(); }
    [[nodiscard]] std::size_t rows() const { return row_lower.size(); }
    [[nodiscard]] std::size_t nonzeros() const { return factor.size(); }

    std::vector<double> column_lower, column_upper, cost;
    std::vector<std::uint8_t> whole;  ///< by column
    std::vector<double> row_lower, row_upper;
    std::vector<int> first{0};  ///< by row, one more than rows: where its terms begin
    std::vector<int> column;    ///< of a term
    std::vector<double> factor;

    static constexpr double free = 1e30;  ///< no limit, as COIN writes it
};

/// A whole column may be so far from a whole number. CBC gives a point up, and all that lies behind it, when it is so
/// near to whole numbers but these do not satisfy a row: limits must have room for it.
inline constexpr double whole_tolerance = 1e-9;

/// What the solver found.
struct MipAnswer {
    enum class Status {
        solved,   ///< `columns` is the best there is
        nothing,  ///< proven: nothing satisfies the rows at a cost below the cutoff
        stopped   ///< time ran out; `columns` may hold something
    };
    Status status = Status::stopped;
    std::optional<std::vector<double>> columns;
    double bound = 0;  ///< no solution costs less; minus infinity where nothing is known
};

/// Branch and bound by CBC on one thread (nine tenths of the time limit, the rest is for what it cannot break off),
/// silent, the same on every run that time does not cut short. The only place that knows COIN; what it answers is
/// checked by its callers in whole numbers.
[[nodiscard]] MipAnswer solve_mip(const LinearModel& model, double time_limit, std::optional<double> cutoff = {});

/// The best columns when they need not be whole; nothing when there are none or time ran out. By CLP.
[[nodiscard]] std::optional<std::vector<double>> solve_relaxation(const LinearModel& model, double time_limit);

}  // namespace michinori::location
