// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/nearest_field.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "routing/label_list.h"

namespace michinori::routing {

NearestField::NearestField(const Engine& engine, std::vector<Site> sites, std::size_t k)
    : model_(&engine.model()), sites_(std::move(sites)), labels_(engine.nearest(arrivals(*model_, sites_), k)) {
    sites_by_segment_.resize(sites_.size());
    std::iota(sites_by_segment_.begin(), sites_by_segment_.end(), 0U);
    std::ranges::stable_sort(sites_by_segment_, {}, [&](std::uint32_t i) { return sites_[i].position.segment; });
}

std::vector<Reach> NearestField::from(network::Position start) const {
    const auto& net = model_->network();
    std::vector<Label> best(labels_.k(), no_label);
    for (const auto direction : network::both_directions) {
        const auto to_end = model_->time_to_end(start, direction);
        const auto arcs = net.arcs_along(start.segment, direction);
        if (to_end == no_way || arcs.empty()) {
            continue;
        }
        for (const auto label : labels_.of(net.arc(arcs.front()).head.raw())) {
            insert_label(best, later(label, to_end.count()));
        }
    }
    const auto on_this_road = std::ranges::equal_range(sites_by_segment_, start.segment, {},
                                                       [&](std::uint32_t i) { return sites_[i].position.segment; });
    for (const auto s : on_this_road) {
        for (const auto direction : network::both_directions) {
            const auto drive = model_->time_between(start, sites_[s].position, direction);
            insert_label(best, later(label_of(drive.count(), s), sites_[s].access_time.count()));
        }
    }
    std::vector<Reach> reaches;
    for (const auto label : best) {
        if (time_of(label) != no_way.count()) {
            reaches.push_back({SiteId{site_of(label)}, TravelTime{time_of(label)}});
        }
    }
    return reaches;
}

}  // namespace michinori::routing
