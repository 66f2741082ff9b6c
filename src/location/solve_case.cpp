// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/solve_case.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "location/exact.h"
#include "location/lagrangian.h"
#include "location/search.h"
#include "location/starting_set.h"

namespace michinori::location {
namespace {

using Method = SolveOptions::Method;
using Status = Answer::Status;

/// Exact models of so few points and sites are made in no time.
bool is_small(const Case& wanted) {
    return wanted.point_count() * wanted.candidates() <= 1'000'000;
}

/// The heuristic's set.
Answer first_answer(const Case& wanted, std::span<const std::uint32_t> start, const Deadline& deadline) {
    Answer answer;
    auto found = search(wanted, start, deadline);
    if (found.standing.excess == 0) {
        answer.open = std::move(found.open);
        answer.cost = found.standing.cost;
    }
    return answer;
}

/// A bound, and the heuristic once more from the sites that the relaxation likes.
void bound_from_below(const Case& wanted, Answer& answer, const Deadline& deadline) {
    const auto known = answer.open ? *answer.open : starting_set(wanted);  // any set will do to begin with
    const auto relaxed = lagrangian_bound(wanted, {.known = known}, deadline);
    answer.bound = std::max(answer.bound, relaxed.bound);
    const auto liked = std::span(relaxed.liked).first(std::min<std::size_t>(wanted.most, relaxed.liked.size()));
    auto found = search_from(wanted, starting_set(wanted, liked), deadline);
    if (found.standing.excess == 0 && (!answer.open || found.standing.cost < answer.cost)) {
        answer.open = std::move(found.open);
        answer.cost = found.standing.cost;
    }
}

void prove(const Case& wanted, Method method, Answer& answer, const Deadline& deadline) {
    auto exact = solve_exact(
        wanted, {.time_limit = deadline.left(), .start = answer.open, .most_sets = most_sets_for(wanted, method)});
    if (exact.status == Status::too_large) {
        exact.status = Status::stopped;
    }
    exact.bound = std::max(exact.bound, answer.bound);
    answer = std::move(exact);
}

}  // namespace

std::size_t most_sets_for(const Case& wanted, Method method) {
    if (method == Method::exact) {
        return std::numeric_limits<std::uint32_t>::max();
    }
    return wanted.loads_matter() ? most_prefix_sets_with_loads : most_prefix_sets;
}

Answer solve_case(const Case& wanted, Method method, std::span<const std::uint32_t> start, const Deadline& deadline) {
    auto answer = first_answer(wanted, start, deadline);
    if (method == Method::heuristic || !is_small(wanted)) {
        bound_from_below(wanted, answer, deadline);
    }
    const auto is_best = [&] { return answer.open && answer.bound >= answer.cost; };
    if (method != Method::heuristic && !is_best()) {
        prove(wanted, method, answer, deadline);
    }
    if (is_best()) {
        answer.bound = answer.cost;
        answer.status = Status::optimal;
    }
    return answer;
}

}  // namespace michinori::location
