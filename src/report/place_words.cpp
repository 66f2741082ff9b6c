// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/place_words.h"

#include <set>

#include "report/summary.h"

namespace michinori::report {

const access::AreaLevel::Area* place_of(const std::vector<access::AreaLevel>& levels,
                                        const std::vector<access::AreaOfDemand>& area_of, DemandId point) {
    const auto municipality = find_level(levels, "municipality");
    const auto level = municipality ? municipality : main_level(levels);
    const auto area = level ? area_of[*level][point.index()] : std::nullopt;
    return area ? &levels[*level].areas[*area] : nullptr;
}

std::string place_name(const std::vector<access::AreaLevel>& levels, const std::vector<access::AreaOfDemand>& area_of,
                       DemandId point) {
    const auto* area = place_of(levels, area_of, point);
    return area == nullptr ? std::string() : area->name;
}

std::vector<double> thresholds_of(const std::vector<const access::Service*>& services) {
    std::set<double> all;
    for (const auto* service : services) {
        all.insert(service->thresholds_min.begin(), service->thresholds_min.end());
    }
    return {all.begin(), all.end()};
}

}  // namespace michinori::report
