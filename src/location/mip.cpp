// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/mip.h"

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <limits>

#include "location/deadline.h"

namespace michinori::location {
namespace {

constexpr double nothing_known = -std::numeric_limits<double>::infinity();

void load(OsiClpSolverInterface& solver, const LinearModel& model, double time_limit) {
    solver.messageHandler()->setLogLevel(0);
    solver.setHintParam(OsiDoReducePrint, true, OsiHintDo);
    CoinPackedMatrix rows(false, 0, 0);
    rows.setDimensions(0, static_cast<int>(model.columns()));
    rows.appendRows(static_cast<int>(model.rows()), model.first.data(), model.column.data(), model.factor.data());
    solver.loadProblem(rows, model.column_lower.data(), model.column_upper.data(), model.cost.data(),
                       model.row_lower.data(), model.row_upper.data());
    solver.getModelPtr()->setMaximumWallSeconds(time_limit);
}

bool contradictory(const LinearModel& model) {
    for (std::size_t i = 0; i < model.columns(); ++i) {
        if (model.column_lower[i] > model.column_upper[i]) {
            return true;
        }
    }
    for (std::size_t row = 0; row < model.rows(); ++row) {  // rows without terms are not for the solver
        if (model.first[row] == model.first[row + 1] && (model.row_lower[row] > 0 || model.row_upper[row] < 0)) {
            return true;
        }
    }
    return false;
}

/// Ends the search in good time, and keeps the bound: once its own time limit cuts short what it is doing, CBC may take
/// nodes for settled that are not, and say "optimal" (its issue 364).
class Watch : public CbcEventHandler {
public:
    Watch(const Deadline& deadline, double& bound) : deadline_(&deadline), bound_(&bound) {}

    CbcAction event(CbcEvent which) override {
        if (which != node) {
            return noAction;
        }
        if (deadline_->passed()) {
            return stop;
        }
        if (const double known = model_->getBestPossibleObjValue(); known < LinearModel::free) {
            *bound_ = std::max(*bound_, known);
        }
        return noAction;
    }
    [[nodiscard]] CbcEventHandler* clone() const override { return new Watch(*this); }

private:
    const Deadline* deadline_;
    double* bound_;
};

void set_limits(CbcModel& model, double time_limit, std::optional<double> cutoff) {
    model.setLogLevel(0);
    model.setUseElapsedTime(true);
    model.setMaximumSeconds(time_limit);
    model.setAllowableGap(0);
    model.setAllowableFractionGap(0);
    model.setIntegerTolerance(whole_tolerance);
    if (cutoff) {
        model.setCutoff(*cutoff);
    }
}

MipAnswer answer_of(const CbcModel& model, bool in_time, double bound) {
    MipAnswer answer;
    answer.bound = bound;
    if (const auto* best = model.bestSolution(); best != nullptr) {
        answer.columns.emplace(best, best + model.getNumCols());
    }
    // Only a search that ran to its end (status 0) well before its limit is taken for a proof.
    if (in_time && model.status() == 0 && !model.isSecondsLimitReached() && !model.isNodeLimitReached()) {
        answer.status = answer.columns ? MipAnswer::Status::solved : MipAnswer::Status::nothing;
        answer.bound = answer.columns ? model.getObjValue() : bound;
    }
    return answer;
}

MipAnswer branch(OsiClpSolverInterface& solver, const Deadline& deadline, std::optional<double> cutoff) {
    const double left = deadline.left();
    double bound = solver.getObjValue();  // of the relaxation
    // Without cuts: the models are tight, and Gomory's beside covers once cut off all that satisfied a capacity.
    CbcModel search(solver);
    const Deadline most_of_it(0.9 * left);
    const Watch watch(most_of_it, bound);
    search.passInEventHandler(&watch);
    set_limits(search, left, cutoff);
    search.branchAndBound();
    constexpr double nearly = 0.97;
    return answer_of(search, deadline.spent() < nearly * (deadline.spent() + deadline.left()), bound);
}

}  // namespace

std::size_t LinearModel::add_column(double lower, double upper, double price, bool is_whole) {
    column_lower.push_back(lower);
    column_upper.push_back(upper);
    cost.push_back(price);
    whole.push_back(is_whole ? 1 : 0);
    return columns() - 1;
}

void LinearModel::add_row(const std::vector<Term>& terms, double lower, double upper) {
    for (const auto& [at, by] : terms) {
        column.push_back(static_cast<int>(at));
        factor.push_back(by);
    }
    first.push_back(static_cast<int>(column.size()));
    row_lower.push_back(lower);
    row_upper.push_back(upper);
}

MipAnswer solve_mip(const LinearModel& model, double time_limit, std::optional<double> cutoff) {
    if (contradictory(model)) {
        return {MipAnswer::Status::nothing, {}, nothing_known};
    }
    const Deadline deadline(time_limit);
    OsiClpSolverInterface solver;
    load(solver, model, time_limit);
    for (std::size_t i = 0; i < model.columns(); ++i) {
        if (model.whole[i] != 0) {
            solver.setInteger(static_cast<int>(i));
        }
    }
    solver.initialSolve();
    solver.getModelPtr()->setMaximumWallSeconds(-1);  // or a node cut short would pass for one without solutions
    if (solver.isProvenPrimalInfeasible() && !deadline.passed()) {
        return {MipAnswer::Status::nothing, {}, nothing_known};
    }
    if (!solver.isProvenOptimal()) {
        return {MipAnswer::Status::stopped, {}, nothing_known};
    }
    return branch(solver, deadline, cutoff);
}

std::optional<std::vector<double>> solve_relaxation(const LinearModel& model, double time_limit) {
    if (contradictory(model)) {
        return {};
    }
    OsiClpSolverInterface solver;
    load(solver, model, time_limit);
    solver.initialSolve();
    if (!solver.isProvenOptimal()) {
        return {};
    }
    return std::vector<double>(solver.getColSolution(), solver.getColSolution() + solver.getNumCols());
}

}  // namespace michinori::location
