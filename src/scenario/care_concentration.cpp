// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <numeric>
#include <utility>

#include "location/evaluation.h"
#include "location/simple_rules.h"
#include "location/solve.h"
#include "scenario/care_parts.h"

namespace michinori::scenario {
namespace {

constexpr double time_limit_s = 60;     // for each number of sites
constexpr std::size_t most_sizes = 40;  // more rows than a council reads

/// Every number of sites, or so many of them spread evenly, the first and the last among them.
std::vector<std::uint32_t> sizes_up_to(std::size_t sites) {
    std::vector<std::uint32_t> sizes;
    const std::size_t count = std::min(sites, most_sizes);
    for (std::size_t i = 0; i < count; ++i) {
        const auto size = count == sites ? i + 1 : 1 + i * (sites - 1) / (count - 1);
        sizes.push_back(static_cast<std::uint32_t>(size));
    }
    return sizes;
}

/// The table of one tier or capability.
class Concentrator {
public:
    Concentrator(const CareContext& context, const CareNetwork& network, const policy::CareRule::Concentration& rule)
        : context_(context), offer_(network.offers[network.offer_named(rule.what())]), rule_(rule) {
        found_.rule = &rule;
        found_.offer = network.offer_named(rule.what());
        problem_.choices = &offer_.lists;
        problem_.weight = context.people(network);
        problem_.objective.kind = location::Objective::Kind::mean_time;
        problem_.objective.unreached = context.settings.farthest;
        problem_.sites = static_cast<std::uint32_t>(offer_.sites.size());
        problem_.objective.limit = offer_.limit_in_use();
    }

    CareConcentration tabulate() {
        const auto sizes = sizes_up_to(offer_.sites.size());
        const auto best = location::solve_by_size(problem_, sizes, {.time_limit = time_limit_s});
        const auto size = size_of_sites();
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (best[i].found()) {
                const bool proven = best[i].status == location::Solution::Status::optimal;
                found_.rows.push_back(row(best[i].open, true, proven));
            }
            problem_.sites = sizes[i];
            found_.rows.push_back(row(location::keep_largest(problem_, size), false, true));
        }
        return std::move(found_);
    }

private:
    /// What "the largest" goes by: the column of capacity, else those who go there while all are open.
    [[nodiscard]] std::vector<People> size_of_sites() {
        const auto& given = context_.settings.capacities;
        const auto named = std::ranges::find(given, offer_.id, &NetworkSettings::Numbers::tier);
        if (named != given.end() && !named->each) {
            found_.size_by_load = false;
            std::vector<People> sizes;
            for (const auto number : care_numbers(named->column, offer_.sites, context_.facilities())) {
                sizes.push_back(People::from_double(number.value_or(0)));
            }
            return sizes;
        }
        std::vector<std::uint32_t> all(offer_.sites.size());
        std::iota(all.begin(), all.end(), 0U);
        return location::evaluate(problem_, all).load;
    }

    [[nodiscard]] CareConcentration::Row row(const std::vector<std::uint32_t>& kept, bool best, bool proven) const {
        const auto told = location::evaluate(problem_, kept);
        CareConcentration::Row row;
        row.sites = static_cast<std::uint32_t>(kept.size());
        row.best = best;
        row.proven = proven;
        row.kept = kept;
        row.within = told.covered;
        row.without = told.unreached;
        row.beyond = told.total - told.covered - told.unreached;
        add_cases(told.load, row);
        add_mean(told, row);
        return row;
    }

    void add_cases(const std::vector<People>& load, CareConcentration::Row& row) const {
        std::vector<double> cases;
        for (const auto site : row.kept) {
            cases.push_back(load[site].value() * rule_.cases_per_person);
        }
        std::ranges::sort(cases);
        row.fewest_cases = cases.front();
        const auto half = cases.size() / 2;
        row.median_cases = cases.size() % 2 == 1 ? cases[half] : (cases[half - 1] + cases[half]) / 2;
        row.under_floor =
            static_cast<std::uint32_t>(std::ranges::count_if(cases, [&](double n) { return n < rule_.floor; }));
    }

    /// Those without a site are in the sum of person time; they are not in the mean.
    void add_mean(const location::Evaluation& told, CareConcentration::Row& row) const {
        const auto reached = told.total - told.unreached;
        if (reached.is_zero()) {
            return;
        }
        const auto without = static_cast<location::Amount>(told.unreached.micro()) *
                             static_cast<location::Amount>(problem_.objective.unreached.count());
        row.mean_min = location::as_double(told.person_time - without) / 60000.0 / static_cast<double>(reached.micro());
    }

    const CareContext& context_;
    const CareOffer& offer_;
    const policy::CareRule::Concentration& rule_;
    location::Problem problem_;
    CareConcentration found_;
};

}  // namespace

void add_concentrations(const CareContext& context, CareNetwork& network) {
    for (const auto& rule : context.rule.concentrations) {
        const auto& offer = network.offers[network.offer_named(rule.what())];
        if (rule.time_critical) {
            context.log.findings.add(
                {FindingCode::time_critical_kept, context.settings.place, {context.rule.head.id, offer.id}});
        } else if (offer.sites.empty()) {
            context.leave_out(network, "concentration of " + offer.id, "it has no site");
        } else {
            network.concentrations.push_back(Concentrator(context, network, rule).tabulate());
        }
    }
}

}  // namespace michinori::scenario
