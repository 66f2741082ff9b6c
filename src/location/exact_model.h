// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "location/case.h"
#include "location/mip.h"
#include "location/prefix_graph.h"

namespace michinori::location {

/// The linear model of a case. Columns: y of each site (1: open), then z of each node but the empty set (1: all its
/// sites are closed).
///
///     least  sum cost z   where   z(S + J) >= z(S) - sum of y(J),   sum of y within limits,   sum of y of a group >= 1
///
/// Costs are not negative, so z is as low as its rows allow. Where loads matter it has to be exact, and has upper rows:
/// z(S + j) <= z(S), z(S + j) <= 1 - y(j); site j takes in the sum over edges (S, j) of load (z(S) - z(S + j)).
///
/// Amounts are scaled to the size that linear programming is at ease with, and limits are given a hair's breadth, so
/// that rounding never cuts off a set that satisfies them; what slips through is found in whole numbers and forbidden
/// by forbid(). A node that alone passes a budget is fixed, so that small weights are not lost beside large ones.
class ExactModel {
public:
    ExactModel(const Case& wanted, const PrefixGraph& graph);

    [[nodiscard]] const LinearModel& linear() const { return linear_; }
    /// False where a budget is passed with every site open that may: nothing satisfies it.
    [[nodiscard]] bool possible() const { return possible_; }
    void forbid(const Flags& open);

    /// The model's unit for an amount of the aim, and back. The constant part is not in the model.
    [[nodiscard]] double scaled(Amount cost) const { return as_double(cost - constant_) * scale_; }
    /// No more than the amount that the model's value stands for: the last digits of a double are given up.
    [[nodiscard]] Amount amount_below(double value) const;
    [[nodiscard]] std::size_t column_of_node(std::size_t node) const { return sites_ + node - 1; }

private:
    /// What a site takes in: factors of z, and what it gets in any case.
    struct Load {
        std::vector<LinearModel::Term> terms;
        double constant = 0;
    };
    [[nodiscard]] std::vector<Load> loads_of(const PrefixGraph& graph, double scale) const;

    void add_columns(const Case& wanted, const PrefixGraph& graph);
    void add_closing_rows(const PrefixGraph& graph);
    void add_site_rows(const Case& wanted);
    void add_budget(const PrefixGraph& graph, std::size_t aim, Amount at_most);
    void add_exact_rows(const PrefixGraph& graph);
    void add_load_rows(const Case& wanted, const PrefixGraph& graph);

    LinearModel linear_;
    std::size_t sites_ = 0;
    double scale_ = 1;
    Amount constant_ = 0;
    bool possible_ = true;
};

}  // namespace michinori::location
