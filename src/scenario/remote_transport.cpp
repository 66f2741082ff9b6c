// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/remote_transport.h"

#include <algorithm>
#include <tuple>

#include "policy/remote_districts_grid.h"

namespace michinori::scenario {

using policy::PublicTransport;

TransportOfCells::TransportOfCells(std::span<const TransportStop> stops, std::span<const geo::Point> cells,
                                   const std::optional<RemoteSettings::Transport>& settings)
    : stops_(stops), uses_(cells.size()), complete_(settings && settings->complete) {
    Metres widest;
    for (const auto& stop : stops) {
        widest = std::max(widest, stop.reach);
    }
    if (!settings || widest == Metres{0}) {
        return;
    }
    const policy::PlacesWithin index(cells, widest);
    for (std::uint32_t s = 0; s < stops.size(); ++s) {
        bool serves = false;
        for (const auto cell : index.around(stops[s].place)) {
            const auto metres = geo::distance(stops[s].place, cells[cell]);
            if (metres <= stops[s].reach) {
                uses_[cell].push_back({s, to_travel_time(seconds_at(metres, settings->walk))});
                serves = true;
            }
        }
        if (!serves) {
            unused_rows_.push_back(stops[s].row);
        }
    }
}

PublicTransport TransportOfCells::way(const Use& use) const {
    const auto& stop = stops_[use.stop];
    const auto time = stop.ride ? std::optional(saturating_add(*stop.ride, use.walk)) : std::nullopt;
    return {stop.round_trips, time};
}

std::optional<PublicTransport> TransportOfCells::under(const policy::RemoteRule& rule, std::uint32_t cell,
                                                       policy::RemoteCell facts) const {
    std::optional<PublicTransport> easiest;
    const auto order = [&](const PublicTransport& way) {
        facts.transport = way;
        return std::tuple(policy::attendance(rule, facts).not_easily, -std::int64_t{way.round_trips},
                          way.time.value_or(no_way));
    };
    for (const auto& use : uses_[cell]) {
        const bool for_others = !stops_[use.stop].role.empty() && stops_[use.stop].role != rule.role;
        if (!for_others && (!easiest || order(way(use)) < order(*easiest))) {
            easiest = way(use);
        }
    }
    return easiest || !complete_ ? easiest : std::optional(PublicTransport{});
}

}  // namespace michinori::scenario
