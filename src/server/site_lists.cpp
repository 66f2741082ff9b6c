// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/site_lists.h"

#include <algorithm>

namespace michinori::server {
namespace {

constexpr std::size_t bytes_of_entry = 8;

}  // namespace

SiteLists::SiteLists(const routing::Engine& engine, const network::Components& components,
                     const scenario::Analysis& analysis)
    : engine_(engine), components_(components), analysis_(analysis), lists_(analysis.services.size()) {}

std::size_t SiteLists::most_bytes_for(std::size_t service) const {
    return analysis_.services[service].facilities.size() * analysis_.result.demand_snaps.size() * bytes_of_entry;
}

void SiteLists::prepare(const std::function<bool()>& go_on) {
    const std::unique_lock working(working_, std::try_to_lock);
    if (!working) {
        return;
    }
    std::size_t bytes = 0;
    for (std::size_t s = 0; s < lists_.size() && go_on(); ++s) {
        const auto needed = most_bytes_for(s);
        if (needed > most_bytes_of_service || bytes + needed > most_bytes) {
            continue;
        }
        bytes += needed;
        if (lists_[s].load() == nullptr) {
            const auto& service = analysis_.services[s];
            lists_[s].store(std::make_shared<const access::InstantAccess>(
                engine_, components_, service.facilities, analysis_.result.demand_snaps,
                analysis_.result.facility_snaps, service.cutoff));
        }
    }
}

std::optional<std::vector<access::Outcome>> SiteLists::outcomes(std::size_t service,
                                                                std::span<const FacilityId> open) const {
    const auto lists = lists_[service].load();
    if (lists == nullptr || !std::ranges::includes(analysis_.services[service].facilities, open)) {
        return std::nullopt;
    }
    return lists->with(open);
}

}  // namespace michinori::server
