// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/snap_histogram.h"

#include <fmt/core.h>

#include <algorithm>
#include <variant>

namespace michinori::report {
namespace {

std::size_t bin_of(Metres distance) {
    const auto& limits = SnapHistogram::limits_m;
    return static_cast<std::size_t>(std::ranges::lower_bound(limits, distance.value()) - limits.begin());
}

}  // namespace

SnapHistogram SnapHistogram::of(const std::vector<network::SnapResult>& snaps, const std::vector<People>& people) {
    SnapHistogram histogram;
    for (std::size_t i = 0; i < snaps.size(); ++i) {
        const auto* snapped = std::get_if<network::Snapped>(&snaps[i]);
        auto& bin = snapped != nullptr
                        ? histogram.by_distance[bin_of(snapped->distance)]
                        : histogram.by_reason[static_cast<std::size_t>(std::get<network::Reason>(snaps[i]))];
        for (auto* counted : {&bin, &histogram.total}) {
            ++counted->points;
            counted->people += people.empty() ? People{} : people[i];
        }
    }
    return histogram;
}

std::string SnapHistogram::bin_name(std::size_t bin) {
    if (bin == limits_m.size()) {
        return fmt::format(">{:g}", limits_m.back());
    }
    return fmt::format("{:g}-{:g}", bin == 0 ? 0.0 : limits_m[bin - 1], limits_m[bin]);
}

}  // namespace michinori::report
