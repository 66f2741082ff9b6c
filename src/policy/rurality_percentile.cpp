// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/rurality_percentile.h"

#include <algorithm>
#include <cmath>

#include "policy/rurality_ranks.h"

namespace michinori::policy {
namespace {

using Kind = RuralityError::Kind;

std::variant<std::monostate, RuralityError> fault_of(std::span<const double> scores) {
    if (scores.empty()) {
        return RuralityError{Kind::no_units, {}};
    }
    if (auto bad = not_finite(scores); !bad.empty()) {
        return RuralityError{Kind::bad_score, std::move(bad)};
    }
    return {};
}

/// ceil(classes rank / n) with the rank doubled, so that a mean rank of 2.5 stays whole.
int class_of(RankSpan rank, std::size_t n, std::size_t classes, Ties ties) {
    const std::size_t doubled = ties == Ties::mean_rank ? rank.doubled_mean() : 2 * rank.first;
    return static_cast<int>((classes * doubled + 2 * n - 1) / (2 * n));
}

RuralityResult<std::vector<int>> classes_by_rank(std::span<const double> scores, std::size_t classes,
                                                 const ByRank& basis) {
    if (const auto fault = fault_of(scores); const auto* error = std::get_if<RuralityError>(&fault)) {
        return *error;
    }
    if (basis.set != ReferenceSet::national) {
        return RuralityError{Kind::reference_not_national, {}};
    }
    std::vector<int> result;
    for (const auto rank : rank_spans(scores)) {
        result.push_back(class_of(rank, scores.size(), classes, basis.ties));
    }
    return result;
}

std::vector<std::size_t> faults_of(const CutPoints& cuts) {
    std::vector<std::size_t> faults;
    for (std::size_t k = 0; k < cuts.scores.size(); ++k) {
        if (!std::isfinite(cuts.scores[k]) || (k > 0 && cuts.scores[k] < cuts.scores[k - 1])) {
            faults.push_back(k);
        }
    }
    return faults;
}

RuralityResult<std::vector<int>> classes_by_cut(std::span<const double> scores, const CutPoints& cuts) {
    if (const auto fault = fault_of(scores); const auto* error = std::get_if<RuralityError>(&fault)) {
        return *error;
    }
    if (auto faults = faults_of(cuts); !faults.empty()) {
        return RuralityError{Kind::bad_cut_points, std::move(faults)};
    }
    std::vector<int> result;
    for (const double score : scores) {
        const auto below = std::lower_bound(cuts.scores.begin(), cuts.scores.end(), score) - cuts.scores.begin();
        result.push_back(1 + static_cast<int>(below));
    }
    return result;
}

}  // namespace

RuralityResult<std::vector<int>> percentiles(std::span<const double> scores, const PercentileBasis& basis) {
    if (const auto* cuts = std::get_if<CutPoints>(&basis)) {
        return classes_by_cut(scores, *cuts);
    }
    return classes_by_rank(scores, 100, std::get<ByRank>(basis));
}

RuralityResult<std::vector<int>> deciles(std::span<const double> values, const ByRank& basis) {
    return classes_by_rank(values, 10, basis);
}

RuralityResult<CutPoints> cut_points_of(std::span<const double> scores, ReferenceSet set) {
    if (const auto fault = fault_of(scores); const auto* error = std::get_if<RuralityError>(&fault)) {
        return *error;
    }
    if (set != ReferenceSet::national) {
        return RuralityError{Kind::reference_not_national, {}};
    }
    if (scores.size() < 100) {
        return RuralityError{Kind::too_few_units, {}};
    }
    std::vector<double> sorted(scores.begin(), scores.end());
    std::sort(sorted.begin(), sorted.end());
    CutPoints cuts;
    for (std::size_t k = 1; k <= cuts.scores.size(); ++k) {
        cuts.scores[k - 1] = sorted[sorted.size() * k / 100 - 1];
    }
    return cuts;
}

}  // namespace michinori::policy
