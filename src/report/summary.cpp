// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/summary.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <variant>

namespace michinori::report {

Summary summarise(const RunResults& results) {
    std::set<double> all{15, 30, 45, 60, 90};
    for (const auto& service : results.services) {
        all.insert(service.thresholds_min.begin(), service.thresholds_min.end());
    }
    Summary summary;
    summary.thresholds.assign(all.begin(), all.end());
    auto services = results.services;
    for (auto& service : services) {
        service.thresholds_min = summary.thresholds;
    }
    for (std::size_t level = 0; level < results.levels.size(); ++level) {
        summary.levels.push_back(access::statistics(results.result, results.demand, services, results.area_of[level],
                                                    results.levels[level].areas.size()));
    }
    summary.region = access::region_statistics(results.result, results.demand, services);
    return summary;
}

People Summary::within(const access::AreaStatistics& row, double threshold) const {
    const auto found = std::ranges::find(thresholds, threshold);
    if (found == thresholds.end()) {
        throw std::logic_error("a threshold that was not counted");
    }
    return row.within[static_cast<std::size_t>(found - thresholds.begin())];
}

std::optional<std::size_t> main_level(const std::vector<access::AreaLevel>& levels) {
    if (const auto secondary = find_level(levels, "secondary")) {
        return secondary;
    }
    return levels.empty() ? std::nullopt : std::optional(std::size_t{0});
}

std::string area_code(const RunResults& results, std::size_t level, std::size_t demand) {
    const auto area = results.area_of[level][demand];
    return area ? results.levels[level].areas[*area].code : std::string{};
}

std::string status(const access::Outcome& outcome) {
    const auto* reason = std::get_if<network::Reason>(&outcome);
    return std::string(reason != nullptr ? network::name(*reason) : "reached");
}

std::optional<double> snap_metres(const network::SnapResult& snap) {
    const auto* snapped = std::get_if<network::Snapped>(&snap);
    return snapped != nullptr ? std::optional(snapped->distance.value()) : std::nullopt;
}

std::vector<std::vector<People>> nearest_people(const RunResults& results) {
    std::vector<std::vector<People>> people(results.services.size(), std::vector<People>(results.facilities.size()));
    for (std::size_t s = 0; s < people.size(); ++s) {
        for (std::size_t d = 0; d < results.demand.size(); ++d) {
            if (const auto* reached = std::get_if<access::Reached>(&results.result.outcomes[s][d])) {
                people[s][reached->nearest.facility.index()] += results.demand.people[0][d];
            }
        }
    }
    return people;
}

}  // namespace michinori::report
