// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/exact.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "location/deadline.h"
#include "location/exact_model.h"
#include "location/mip.h"
#include "location/prefix_graph.h"
#include "location/standing.h"

namespace michinori::location {
namespace {

using Status = Answer::Status;

class Search {
public:
    Search(const Case& wanted, const ExactOptions& options)
        : case_(wanted), options_(options), deadline_(options.time_limit) {
        prefix_options_.most_nodes = options.most_sets;
        if (options.start) {
            best_.open = options.start;
            best_.cost = standing(wanted, *options.start).cost;
        }
        choose_depth();
    }

    Answer run() {
        do {
            const auto graph = make_prefix_graph(case_, prefix_options_);
            if (!graph) {
                return ended(Status::too_large);
            }
            if (const auto status = search(*graph)) {
                return ended(*status);
            }
        } while (!deadline_.passed());
        return ended(Status::stopped);
    }

private:
    using MaybeStatus = std::optional<Status>;  // nothing: lists were lengthened, begin again

    void choose_depth() {
        if (case_.loads_matter()) {
            return;
        }
        const auto shares = case_.candidates() / std::max(case_.fewest, 1U);
        const auto usual = static_cast<std::uint32_t>(std::clamp<std::size_t>(2 * shares, 4, 12));
        prefix_options_.depth.assign(case_.point_count(), options_.first_depth.value_or(usual));
    }

    MaybeStatus search(const PrefixGraph& graph) {
        ExactModel model(case_, graph);
        if (!model.possible()) {
            return Status::infeasible;
        }
        for (const auto& open : forbidden_) {
            model.forbid(open);
        }
        const auto& linear = model.linear();
        best_.size = {graph.points, graph.nodes.size(), linear.rows(), linear.columns(), linear.nonzeros()};
        if (lengthen_by_relaxation(graph, model)) {
            return {};
        }
        return branch(graph, model);
    }

    /// Short lists are better found out by the relaxation than after branching.
    bool lengthen_by_relaxation(const PrefixGraph& graph, const ExactModel& model) {
        if (std::ranges::find(graph.cut, 1) == graph.cut.end()) {
            return false;
        }
        const auto columns = solve_relaxation(model.linear(), deadline_.left());
        constexpr double noticeable = 1e-3;
        return columns &&
               lengthen(graph, [&](std::uint32_t node) { return (*columns)[model.column_of_node(node)] > noticeable; });
    }

    /// Doubles the depth of each list that was cut and whose last node is used. False when there is none.
    template <class Used>
    bool lengthen(const PrefixGraph& graph, const Used& used) {
        bool any = false;
        for (std::size_t point = 0; point < graph.cut.size(); ++point) {
            if (graph.cut[point] != 0 && used(graph.last[point])) {
                prefix_options_.depth[point] *= 2;
                any = true;
            }
        }
        return any;
    }

    MaybeStatus branch(const PrefixGraph& graph, ExactModel& model) {
        for (;;) {
            if (best_.open && model.scaled(best_.cost) <= 0) {
                return Status::optimal;  // as good as with every site open
            }
            const auto answer = solve_mip(model.linear(), deadline_.left(), cutoff(model));
            if (answer.status == MipAnswer::Status::nothing) {
                return best_.open ? Status::optimal : Status::infeasible;
            }
            best_.bound = std::max(best_.bound, model.amount_below(answer.bound));
            if (!answer.columns) {
                return Status::stopped;
            }
            const auto open = open_in(*answer.columns);
            const bool satisfies = take(open);
            if (answer.status == MipAnswer::Status::stopped) {
                return Status::stopped;
            }
            const auto closed = graph.closed(open);
            if (satisfies && proves_best(graph, closed)) {
                return Status::optimal;
            }
            if (lengthen(graph, [&](std::uint32_t node) { return closed[node] != 0; })) {
                return {};
            }
            if (satisfies) {
                throw std::logic_error("location: the model's value is not that of its set");
            }
            model.forbid(open);
        }
    }

    /// What the model must stay below to be of use.
    [[nodiscard]] std::optional<double> cutoff(const ExactModel& model) const {
        if (!best_.open) {
            return {};
        }
        const double value = model.scaled(best_.cost);
        constexpr double equal = 1e-9;
        return case_.minimise.kind == Aim::Kind::sites ? value - 0.5 : value * (1 - equal);
    }

    [[nodiscard]] Flags open_in(const std::vector<double>& columns) const {
        Flags open(case_.site_count());
        for (std::size_t site = 0; site < open.size(); ++site) {
            open[site] = columns[site] > 0.5 ? 1 : 0;
        }
        return open;
    }

    /// Keeps the set if it is the best so far; forbids it if it passes a limit.
    bool take(const Flags& open) {
        const auto found = standing(case_, open);
        if (found.excess > 0) {
            forbidden_.push_back(open);
            return false;
        }
        if (!best_.open || found.cost < best_.cost) {
            best_.open = open;
            best_.cost = found.cost;
        }
        return true;
    }

    /// The model's least value is that of the set it proposed.
    [[nodiscard]] bool proves_best(const PrefixGraph& graph, const Flags& closed) const {
        return case_.minimise.kind == Aim::Kind::sites || graph.value(0, closed) >= best_.cost;
    }

    Answer ended(Status status) {
        best_.status = status;
        if (status == Status::optimal) {
            best_.bound = best_.cost;
        } else if (best_.open) {
            best_.bound = std::min(best_.bound, best_.cost);
        }
        return best_;
    }

    const Case& case_;
    const ExactOptions& options_;
    Deadline deadline_;
    PrefixOptions prefix_options_;
    Answer best_;
    std::vector<Flags> forbidden_;
};

}  // namespace

Answer solve_exact(const Case& wanted, const ExactOptions& options) {
    return Search(wanted, options).run();
}

}  // namespace michinori::location
