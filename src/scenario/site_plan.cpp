// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/site_plan.h"

#include <algorithm>

#include "access/service_access.h"
#include "location/evaluation.h"

namespace michinori::scenario {
namespace {

/// What points pass on, one after the other.
class FigureSum {
public:
    FigureSum(const SiteQuestion& question, const OptimiseSettings& settings)
        : question_(question),
          thresholds_(question.analysis.services[question.service].thresholds_min),
          limit_(from_minutes(settings.minutes)) {
        figures_.within.resize(thresholds_.size());
        figures_.load.resize(question.sites.facility.size());
    }

    /// `entry`: the nearest open site; null where there is none.
    void add(std::size_t point, const routing::SparseTable::Entry* entry) {
        const auto people = question_.problem.weight[point];
        figures_.people += people;
        figures_.with_way += question_.lists.of(point).empty() ? People() : people;
        if (entry == nullptr) {
            return;
        }
        figures_.load[entry->site] += question_.problem.load[point];
        if (people.is_zero()) {
            return;
        }
        const TravelTime time{entry->time};
        figures_.reached += people;
        person_time_ += location::amount(people, entry->time);
        for (std::size_t t = 0; t < thresholds_.size(); ++t) {
            figures_.within[t] += time <= from_minutes(thresholds_[t]) ? people : People();
        }
        figures_.within_goal += time <= limit_ ? people : People();
        if (!figures_.worst || time > figures_.worst->time) {
            figures_.worst = {DemandId{point}, time};
        }
    }

    [[nodiscard]] PlanFigures done(const std::vector<std::uint32_t>& open) && {
        for (const auto site : open) {
            const auto load = figures_.load[site];
            figures_.least_load = figures_.least_load ? std::min(*figures_.least_load, load) : load;
        }
        if (!figures_.reached.is_zero()) {
            figures_.mean_min =
                location::as_double(person_time_) / 60000 / static_cast<double>(figures_.reached.micro());
        }
        return std::move(figures_);
    }

private:
    const SiteQuestion& question_;
    const std::vector<double>& thresholds_;
    TravelTime limit_;
    PlanFigures figures_;
    location::Amount person_time_ = 0;
};

}  // namespace

PlanFigures figures_of(const SiteQuestion& question, const OptimiseSettings& settings,
                       const std::vector<std::uint32_t>& open) {
    std::vector<std::uint8_t> is_open(question.sites.facility.size());
    for (const auto site : open) {
        is_open[site] = 1;
    }
    const auto first = location::first_open(question.lists, is_open);
    FigureSum sum(question, settings);
    for (std::size_t d = 0; d < first.size(); ++d) {
        const auto list = question.lists.of(d);
        sum.add(d, first[d] < list.size() ? &list[first[d]] : nullptr);
    }
    return std::move(sum).done(open);
}

std::optional<PlanSupport> support_of(const SiteQuestion& question, const MaternityStudy* maternity,
                                      const std::vector<std::uint32_t>& open) {
    if (maternity == nullptr || question.births.empty()) {
        return std::nullopt;
    }
    const auto& region = *question.state.region;
    auto analysis = question.analysis;
    auto& service = analysis.services[question.service];
    service.facilities = question.facilities(open);
    const access::ServiceAccess access(*question.state.engine, region.components(), service,
                                       analysis.result.facility_snaps);
    analysis.result.outcomes[question.service] = access.from_all(analysis.result.demand_snaps);
    const auto costs = estimate_support(question.state.scenario, maternity->book, maternity->day, question.births,
                                        region, analysis, *question.state.engine);
    PlanSupport all;
    for (const auto& piece : costs.pieces) {
        for (const auto& of_rule : piece.by_rule) {
            for (std::size_t b = 0; b < of_rule.size(); ++b) {
                all.claims[b] += of_rule[b].claims;
                all.yen[b] += policy::whole_yen(of_rule[b].micro_support);
            }
        }
    }
    return all;
}

}  // namespace michinori::scenario
