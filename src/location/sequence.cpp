// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/sequence.h"

#include <stdexcept>
#include <utility>

#include "location/case.h"
#include "location/evaluation.h"
#include "location/group_guard.h"
#include "location/survey.h"

namespace michinori::location {
namespace {

class Closing {
public:
    Closing(const Problem& problem, const std::optional<SolveOptions>& options)
        : problem_(problem), options_(options), case_(case_of(problem)), open_(case_.may_open) {}

    ClosureSequence run() {
        ClosureSequence told;
        told.first = sites_of(open_);
        told.cost = evaluate(problem_, told.first).cost;
        for (auto left = told.first.size(); left > *problem_.sites; --left) {
            const auto site = least_harmful();
            if (!site) {
                told.stopped = true;
                break;
            }
            open_[*site] = 0;
            told.steps.push_back(step(*site));
        }
        return told;
    }

private:
    /// What the aim comes to when each site alone closes; of sums, what it grows by.
    [[nodiscard]] std::vector<Amount> harms() const {
        if (problem_.objective.kind != Objective::Kind::worst_time) {
            return survey(case_, open_, SurveyOf::single_changes).loss;
        }
        std::vector<Amount> harms(open_.size());
        for (const auto site : sites_of(open_)) {
            auto fewer = open_;
            fewer[site] = 0;
            harms[site] = evaluate(problem_, sites_of(fewer)).cost;
        }
        return harms;
    }

    [[nodiscard]] std::optional<std::uint32_t> least_harmful() const {
        const auto harm = harms();
        const GroupGuard guard(case_, open_);
        std::optional<std::uint32_t> best;
        for (const auto site : sites_of(open_)) {
            if (case_.must_open[site] == 0 && guard.may_close(site) && (!best || harm[site] < harm[*best])) {
                best = site;
            }
        }
        return best;
    }

    [[nodiscard]] ClosureStep step(std::uint32_t closed) const {
        ClosureStep told;
        told.closed = closed;
        told.open = sites_of(open_);
        told.cost = evaluate(problem_, told.open).cost;
        if (options_) {
            auto sized = problem_;
            sized.sites = static_cast<std::uint32_t>(told.open.size());
            auto from = *options_;
            from.start = told.open;
            told.best = solve(sized, from);
        }
        return told;
    }

    const Problem& problem_;
    const std::optional<SolveOptions>& options_;
    Case case_;
    Flags open_;
};

}  // namespace

ClosureSequence close_one_by_one(const Problem& problem, const std::optional<SolveOptions>& options) {
    check(problem);
    if (problem.objective.kind == Objective::Kind::fewest_sites || !problem.sites) {
        throw std::invalid_argument("location: closing one by one needs a number of sites to be left");
    }
    return Closing(problem, options).run();
}

}  // namespace michinori::location
