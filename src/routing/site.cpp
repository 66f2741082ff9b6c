// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/site.h"

namespace michinori::routing {

std::vector<Arrival> arrivals(const network::TravelModel& model, std::span<const Site> sites) {
    const auto& net = model.network();
    std::vector<Arrival> result;
    for (std::uint32_t s = 0; s < sites.size(); ++s) {
        const auto& [position, access_time] = sites[s];
        for (const auto direction : network::both_directions) {
            const auto time = saturating_add(model.time_from_start(position, direction), access_time);
            if (time == no_way) {
                continue;
            }
            for (const auto arc : net.arcs_along(position.segment, direction)) {
                result.push_back({net.arc(arc).tail.raw(), label_of(time.count(), s)});
            }
        }
    }
    return result;
}

}  // namespace michinori::routing
