// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/measure_what_if.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <random>

#include "access/closure_effects.h"
#include "access/instant_access.h"
#include "access/service_access.h"
#include "bench/pace.h"
#include "routing/facility_subsets.h"

namespace michinori::bench {
namespace {

constexpr double wanted_closure = 20;
constexpr std::size_t most_at_once = 5;
constexpr std::size_t most_checked = 4;

std::vector<access::Outcome> afresh(const WhatIfInputs& inputs, const routing::Engine& engine,
                                    const std::vector<FacilityId>& open) {
    auto service = inputs.service;
    service.facilities = open;
    const access::ServiceAccess access(engine, inputs.components, service, inputs.facility_snaps);
    return access.from_all(inputs.demand_snaps);
}

bool same(const access::Outcome& a, const access::Outcome& b) {
    const auto* left = std::get_if<access::Reached>(&a);
    const auto* right = std::get_if<access::Reached>(&b);
    if (left == nullptr || right == nullptr) {
        return left == right && std::get<network::Reason>(a) == std::get<network::Reason>(b);
    }
    return left->nearest == right->nearest && left->second == right->second;
}

std::vector<FacilityId> without(std::vector<FacilityId> all, std::size_t i) {
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
    return all;
}

/// Answers of a few closures that are not those of the plain engine.
std::size_t differing(const WhatIfInputs& inputs, const access::InstantAccess& instant,
                      const std::vector<FacilityId>& open) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::min(most_checked, open.size()); ++i) {
        const auto left = without(open, i);
        const auto fast = instant.with(left);
        const auto plain = afresh(inputs, inputs.plain, left);
        for (std::size_t d = 0; d < fast.size(); ++d) {
            count += same(fast[d], plain[d]) ? 0 : 1;
        }
    }
    return count;
}

std::vector<std::vector<std::uint32_t>> random_sets(std::size_t count, std::size_t sites) {
    std::mt19937 random(9);
    std::vector<std::vector<std::uint32_t>> sets(count);
    for (auto& set : sets) {
        const auto size = 1 + random() % std::min(most_at_once, sites - 1);
        while (set.size() < size) {
            const auto site = static_cast<std::uint32_t>(random() % sites);
            if (std::ranges::find(set, site) == set.end()) {
                set.push_back(site);
            }
        }
    }
    return sets;
}

}  // namespace

BenchReport measure_what_if(const WhatIfInputs& inputs, bool quick) {
    BenchReport report;
    const auto open = access::sites_of(inputs.service.facilities, inputs.facility_snaps).facility;
    if (open.size() < 3) {
        return report;
    }
    const auto pace = quick ? Pace::quick() : Pace();
    const access::InstantAccess instant(inputs.fast, inputs.components, inputs.service.facilities, inputs.demand_snaps,
                                        inputs.facility_snaps, inputs.service.cutoff);
    const access::ClosureEffects two(inputs.fast, inputs.service, inputs.demand_snaps, inputs.facility_snaps, 2);
    // The facility that most people go to: no other closure is as much work.
    const auto singles = two.singles(inputs.people);
    const auto most = std::ranges::max_element(singles, {}, &access::ClosureEffect::affected);
    const auto left = without(open, static_cast<std::size_t>(most - singles.begin()));
    const std::vector<std::vector<FacilityId>> closed{most->closed};
    const routing::SubsetField field(instant.lists());
    const auto sets = random_sets(quick ? 100 : 10'000, open.size());
    std::atomic<std::size_t> changed = 0;
    const auto ms = race(
        pace, {[&] { (void)afresh(inputs, inputs.plain, left); }, [&] { (void)afresh(inputs, inputs.fast, left); },
               [&] { (void)instant.with(left); }, [&] { (void)two.of(closed, inputs.people); },
               [&] { (void)two.singles(inputs.people); }, [&] { (void)two.pairs(inputs.people); },
               [&] { field.for_each_closure(sets, [&](std::size_t, auto changes) { changed += changes.size(); }); }});
    report.differing = differing(inputs, instant, open);
    const auto points = inputs.demand_snaps.size();
    const auto add = [&](std::string what, double ours, std::optional<double> wanted, std::string note) {
        report.rows.push_back({std::move(what), ms[0], ours, wanted, std::move(note)});
    };
    const auto n = open.size();
    add("one closure, searched afresh by the hierarchy", ms[1], {}, fmt::format("{} points, {} facilities", points, n));
    add("one closure, every outcome from the lists", ms[2], {},
        report.differing == 0 ? "exact, as the plain engine afresh" : fmt::format("{} DIFFER", report.differing));
    add("one closure, who is hurt and by how much", ms[3], wanted_closure,
        fmt::format("of the facility of {:.0f} people: effect, loads, worst point", most->affected.value()));
    add(fmt::format("every single closure ({})", n), ms[4], {}, "");
    add(fmt::format("every two closures ({})", n * (n - 1) / 2), ms[5], {}, "");
    add(fmt::format("{} random sets of 1 to {}", sets.size(), std::min(most_at_once, n - 1)), ms[6], {},
        "changed points of each");
    return report;
}

}  // namespace michinori::bench
