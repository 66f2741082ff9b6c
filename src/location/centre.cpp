// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/centre.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "location/case.h"
#include "location/evaluation.h"
#include "location/exact.h"
#include "location/search.h"
#include "location/solve_case.h"

namespace michinori::location {
namespace {

using Status = Answer::Status;

class CentreSearch {
public:
    CentreSearch(const Problem& problem, const SolveOptions& options, const Deadline& deadline)
        : problem_(problem), options_(options), deadline_(deadline), base_(case_of(problem)) {}

    Answer run() {
        list_times();
        begin();
        while (status_ == Status::optimal && low_ < high_) {
            settle(low_ + (high_ - low_) / 2);
        }
        // Nothing is known to satisfy the rest of the constraints until a set was found.
        if (!open_ && status_ == Status::optimal) {
            settle(high_);
        }
        return told();
    }

private:
    /// Points with people that a site of the table reaches.
    template <class Visit>
    void for_each_reachable(const Visit& visit) const {
        for (std::size_t point = 0; point < base_.point_count(); ++point) {
            const auto list = base_.choices->of(point);
            if (!list.empty() && !base_.weight[point].is_zero()) {
                visit(list);
            }
        }
    }

    /// No point is served sooner than by its first candidate.
    [[nodiscard]] std::uint32_t least_time() const {
        std::uint32_t least = 0;
        for_each_reachable([&](const auto& list) {
            const auto is_candidate = [&](const auto& entry) { return base_.may_open[entry.site] != 0; };
            const auto first = std::ranges::find_if(list, is_candidate);
            least = std::max(least, first == list.end() ? base_.minimise.of_none() : base_.minimise.of(first->time));
        });
        return least;
    }

    /// The times of which one is the answer; 0 where there is nobody to reach.
    void list_times() {
        const auto least = least_time();
        times_.push_back(least);
        for_each_reachable([&](const auto& list) {
            times_.push_back(base_.minimise.of_none());
            for (const auto& entry : list) {
                if (base_.may_open[entry.site] != 0) {
                    times_.push_back(std::max(least, base_.minimise.of(entry.time)));
                }
            }
        });
        std::ranges::sort(times_);
        times_.erase(std::unique(times_.begin(), times_.end()), times_.end());
        high_ = times_.size() - 1;
    }

    /// The set of least mean time is a first guess.
    void begin() {
        auto found = search(base_, options_.start, deadline_);
        if (found.standing.excess == 0) {
            take(std::move(found.open));
        }
    }

    void take(Flags open) {
        open_ = std::move(open);
        const auto worst = evaluate(problem_, sites_of(*open_)).worst_time.value_or(TravelTime{times_.front()});
        const auto at = std::ranges::lower_bound(times_, worst.count()) - times_.begin();
        high_ = std::min(high_, static_cast<std::size_t>(at));
    }

    /// Everybody within the time, but for those whom nobody reaches.
    [[nodiscard]] std::optional<Budget> budget(std::uint32_t time) const {
        if (time >= base_.minimise.of_none()) {
            return {};
        }
        Amount never = 0;
        for (std::size_t point = 0; point < base_.point_count(); ++point) {
            never += base_.choices->of(point).empty() ? amount(base_.weight[point]) : 0;
        }
        return Budget{{Aim::Kind::beyond, TravelTime{time}}, never};
    }

    [[nodiscard]] Case within(std::uint32_t time, const Aim& aim) const {
        auto wanted = base_;
        wanted.minimise = aim;
        if (const auto limit = budget(time)) {
            wanted.budgets.push_back(*limit);
        }
        return wanted;
    }

    /// Can everybody be reached within the time?
    void settle(std::size_t at) {
        if (guess(times_[at])) {
            return;
        }
        const auto wanted = within(times_[at], {Aim::Kind::sites});
        auto answer =
            solve_exact(wanted, {.time_limit = deadline_.left(), .most_sets = most_sets_for(wanted, options_.method)});
        size_ = answer.size;
        if (answer.open) {
            take(std::move(*answer.open));
        } else if (answer.status == Status::infeasible && at == high_) {
            status_ = Status::infeasible;
        } else if (answer.status == Status::infeasible) {
            low_ = at + 1;
        } else {
            status_ = Status::stopped;
        }
    }

    /// The heuristic, for as many as possible within the time.
    bool guess(std::uint32_t time) {
        const auto limit = budget(time);
        if (!limit) {
            return false;
        }
        auto wanted = base_;
        wanted.minimise = limit->aim;
        auto found = search(wanted, open_ ? sites_of(*open_) : std::vector<std::uint32_t>{}, deadline_);
        if (found.standing.excess > 0 || found.standing.cost > limit->at_most) {
            return false;
        }
        take(std::move(found.open));
        return true;
    }

    Answer told() {
        Answer answer;
        answer.status = status_;
        answer.size = size_;
        answer.bound = times_[low_];
        if (status_ == Status::infeasible || !open_) {
            return answer;
        }
        answer.cost = times_[high_];
        answer.open = nearest_on_average();
        return answer;
    }

    /// Of the sets with the time found.
    Flags nearest_on_average() {
        const auto best =
            solve_case(within(times_[high_], base_.minimise), options_.method, sites_of(*open_), deadline_);
        return best.open ? *best.open : *open_;
    }

    const Problem& problem_;
    const SolveOptions& options_;
    const Deadline& deadline_;
    Case base_;
    std::vector<std::uint32_t> times_;  // ascending; one of them is the answer
    std::size_t low_ = 0;               // nothing below is possible
    std::size_t high_ = 0;              // possible, when there is a set
    std::optional<Flags> open_;
    Status status_ = Status::optimal;
    ModelSize size_;
};

}  // namespace

Answer solve_centre(const Problem& problem, const SolveOptions& options, const Deadline& deadline) {
    return CentreSearch(problem, options, deadline).run();
}

}  // namespace michinori::location
