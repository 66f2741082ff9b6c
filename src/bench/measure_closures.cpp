// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <random>

#include "bench/measures.h"
#include "bench/table_inputs.h"
#include "routing/facility_subsets.h"
#include "routing/sparse_table.h"

namespace michinori::bench {
namespace {

constexpr std::size_t closed_at_once = 5;
constexpr std::size_t checked_sets = 4;  // a plain search each

std::vector<std::vector<std::uint32_t>> random_sets(std::size_t count, std::size_t sites) {
    std::mt19937 random(9);
    std::vector<std::vector<std::uint32_t>> sets(count);
    for (auto& set : sets) {
        while (set.size() < std::min(closed_at_once, sites)) {
            const auto site = static_cast<std::uint32_t>(random() % sites);
            if (std::ranges::find(set, site) == set.end()) {
                set.push_back(site);
            }
        }
    }
    return sets;
}

Label label_of_answer(const routing::SubsetAnswer& answer) {
    return answer.kind == routing::SubsetAnswer::Kind::found ? label_of(answer.time.count(), answer.site) : no_label;
}

/// Points whose answer after a closure is not that of a search from the sites that are left.
std::size_t differing(const Session& session, const TableInputs& inputs, const routing::SubsetField& field,
                      const std::vector<std::uint32_t>& closed) {
    std::vector<Seed> left;
    for (const auto& seed : inputs.sites.on_graph) {
        if (std::ranges::find(closed, seed.site) == closed.end()) {
            left.push_back(seed);
        }
    }
    NearestSearch search;
    search.run_radix(session.backwards, left);
    std::vector<Label> answers(field.point_count());
    for (std::size_t p = 0; p < answers.size(); ++p) {
        answers[p] = label_of_answer(field.base(p));
    }
    for (const auto& change : field.changes({closed, {}})) {
        answers[change.point] = label_of_answer(change.after);
    }
    std::size_t count = 0;
    for (std::size_t p = 0; p < answers.size(); ++p) {
        count += answers[p] != inputs.from_point(p, search.labels()) ? 1 : 0;
    }
    return count;
}

}  // namespace

void measure_closures(const Session& session) {
    const std::size_t points = session.options.quick ? 1000 : 50'000;
    const auto site_count = session.options.sites.back();
    const TableInputs inputs(session, points, site_count, 20);
    const auto table = inputs.table();
    routing::SparseTable lists;
    const auto listing = race(session.pace, {[&] { lists = sparse_table(table); }}).front();
    const routing::SubsetField field(lists);
    session.add({fmt::format("lists of {} points to {}", points, site_count),
                 {},
                 listing,
                 {},
                 fmt::format("{:.0f} sites a point within 120 min; once a profile",
                             static_cast<double>(lists.entries.size()) / static_cast<double>(points))});

    const auto sets = random_sets(session.options.quick ? 100 : 10'000, site_count);
    std::vector<std::size_t> changed(sets.size());
    const auto ms =
        race(session.pace, {[&] {
                 field.for_each_closure(sets, [&](std::size_t set, auto changes) { changed[set] = changes.size(); });
             }})
            .front();
    std::size_t wrong = 0;
    std::size_t all = 0;
    for (std::size_t set = 0; set < sets.size(); ++set) {
        all += changed[set];
        wrong += set < checked_sets ? differing(session, inputs, field, sets[set]) : 0;
    }
    session.add({fmt::format("{} closures of {}", sets.size(), closed_at_once), session.baseline_ms, ms,
                 site_count == 500 ? session.wanted.closures() : std::nullopt,
                 fmt::format("{} ({} looked at); {} of {} points change a closure; against nearest of {}",
                             session.verdict(wrong), checked_sets, all / sets.size(), points, site_count)});
}

}  // namespace michinori::bench
