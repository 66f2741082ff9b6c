// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "scenario/care_parts.h"

namespace michinori::scenario {
namespace {

/// Figures while they are added up.
class Sum {
public:
    void add(People people, const std::optional<CareReach>& reach) {
        figures_.people += people;
        if (!reach || people.is_zero()) {
            return;
        }
        figures_.reached += people;
        if (reach->within) {
            figures_.within += people;
        }
        weighted_ += people.value() * minutes(reach->time);
        longest_ = std::max(longest_, reach->time);
    }

    [[nodiscard]] CareFigures done() const {
        auto figures = figures_;
        if (!figures.reached.is_zero()) {
            figures.mean_min = weighted_ / figures.reached.value();
            figures.max_min = minutes(longest_);
        }
        return figures;
    }

private:
    CareFigures figures_;
    double weighted_ = 0;
    TravelTime longest_{0};
};

}  // namespace

CareFigures figures_of_all(const std::vector<People>& people, const ReachOfPoint& reach) {
    Sum sum;
    for (std::size_t p = 0; p < people.size(); ++p) {
        sum.add(people[p], reach(p));
    }
    return sum.done();
}

CareAreas figures_by_area(std::size_t level, const std::vector<People>& people, const access::AreaOfDemand& area_of,
                          std::size_t area_count, const ReachOfPoint& reach) {
    std::vector<Sum> sums(area_count);
    Sum elsewhere;
    bool any_elsewhere = false;
    for (std::size_t p = 0; p < people.size(); ++p) {
        const auto area = area_of[p];
        any_elsewhere = any_elsewhere || !area;
        (area ? sums[*area] : elsewhere).add(people[p], reach(p));
    }
    CareAreas found;
    found.level = level;
    std::ranges::transform(sums, std::back_inserter(found.areas), &Sum::done);
    if (any_elsewhere) {
        found.elsewhere = elsewhere.done();
    }
    return found;
}

}  // namespace michinori::scenario
