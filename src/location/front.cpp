// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/front.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "location/case.h"
#include "location/deadline.h"
#include "location/evaluation.h"
#include "location/exact.h"

namespace michinori::location {
namespace {

using Status = Answer::Status;

/// The aims may not pass what is given; the number of sites has limits of its own.
void limit(Case& wanted, const Aim& aim, std::optional<Amount> at_most) {
    if (!at_most) {
        return;
    }
    if (aim.kind == Aim::Kind::sites) {
        wanted.most = static_cast<std::uint32_t>(std::min<Amount>(wanted.most, *at_most));
    } else {
        wanted.budgets.push_back({aim, *at_most});
    }
}

class FrontSearch {
public:
    FrontSearch(const Problem& problem, const FrontOptions& options)
        : problem_(problem), options_(options), deadline_(options.time_limit), base_(case_of(problem)) {
        base_.fewest = options.fewest;
        base_.most = options.most;
    }

    Front run() {
        while (next_point()) {
        }
        return std::move(front_);
    }

private:
    /// False when the front has ended, or time or room has.
    bool next_point() {
        const auto left = left_for_second();
        if (left && *left < 0) {
            return false;
        }
        if (front_.points.size() >= options_.most_points) {
            front_.complete = false;
            return false;
        }
        const auto best_first = least(options_.first, {}, left, {});
        if (!best_first) {
            return false;
        }
        const auto first = value(options_.first, *best_first);
        const auto open = least(options_.second, first, left, best_first);
        if (!open) {
            return false;
        }
        front_.points.push_back({sites_of(*open), first, value(options_.second, *open)});
        return true;
    }

    /// Nothing: as much as it likes.
    [[nodiscard]] std::optional<Amount> left_for_second() const {
        if (front_.points.empty()) {
            return {};
        }
        return front_.points.back().second - 1;
    }

    /// The set of least aim within both limits, proven; nothing when there is none or it could not be found.
    std::optional<Flags> least(const Aim& aim, std::optional<Amount> first, std::optional<Amount> second,
                               std::optional<Flags> start) {
        auto wanted = base_;
        wanted.minimise = aim;
        limit(wanted, options_.first, first);
        limit(wanted, options_.second, second);
        if (wanted.most < wanted.fewest) {
            return {};
        }
        auto answer = solve_exact(wanted, {.time_limit = deadline_.left(), .start = std::move(start)});
        if (answer.status == Status::optimal) {
            return std::move(answer.open);
        }
        front_.complete = front_.complete && answer.status == Status::infeasible;
        return {};
    }

    [[nodiscard]] Amount value(const Aim& aim, const Flags& open) const {
        return evaluate(problem_, aim, sites_of(open));
    }

    const Problem& problem_;
    const FrontOptions& options_;
    Deadline deadline_;
    Case base_;
    Front front_;
};

}  // namespace

Front find_front(const Problem& problem, const FrontOptions& options) {
    if (options.fewest > options.most) {
        throw std::invalid_argument("location: no size is allowed on the front");
    }
    auto checked = problem;
    checked.objective = {};
    checked.sites = options.most;
    check(checked);
    return FrontSearch(checked, options).run();
}

}  // namespace michinori::location
