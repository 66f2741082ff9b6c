// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/comparison_facilities.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace michinori::scenario {
namespace {

bool gives(const access::Service& service, const std::optional<FacilityId>& facility) {
    return facility && std::ranges::binary_search(service.facilities, *facility);
}

access::Journey renumbered(access::Journey journey, const std::vector<FacilityId>& place_of) {
    journey.facility = place_of[journey.facility.index()];
    return journey;
}

}  // namespace

FacilityMatch::FacilityMatch(const access::FacilitySet& before, const access::FacilitySet& after) {
    std::unordered_map<std::string, std::size_t> place;
    for (std::size_t f = 0; f < before.size(); ++f) {
        place.emplace(before.facilities[f].id, f);
        all_.push_back({FacilityId{f}, std::nullopt});
    }
    for (std::size_t f = 0; f < after.size(); ++f) {
        const auto [known, is_new] = place.emplace(after.facilities[f].id, all_.size());
        if (is_new) {
            all_.emplace_back();
        }
        all_[known->second].after = FacilityId{f};
        place_of_after_.emplace_back(known->second);
    }
}

std::vector<access::Outcome> FacilityMatch::renumbered_after(const std::vector<access::Outcome>& outcomes) const {
    auto result = outcomes;
    for (auto& outcome : result) {
        if (auto* reached = std::get_if<access::Reached>(&outcome)) {
            reached->nearest = renumbered(reached->nearest, place_of_after_);
            if (reached->second) {
                reached->second = renumbered(*reached->second, place_of_after_);
            }
        }
    }
    return result;
}

std::string_view name(FacilityStatus status) {
    switch (status) {
        case FacilityStatus::kept: return "kept";
        case FacilityStatus::moved: return "moved";
        case FacilityStatus::closed: return "closed";
        case FacilityStatus::opened: break;
    }
    return "opened";
}

std::optional<FacilityStatus> status_of(const MatchedFacility& facility, const access::FacilitySet& facilities_before,
                                        const access::Service& before, const access::FacilitySet& facilities_after,
                                        const access::Service& after) {
    const bool was_open = gives(before, facility.before);
    const bool is_open = gives(after, facility.after);
    if (!was_open && !is_open) {
        return std::nullopt;
    }
    if (!was_open || !is_open) {
        return was_open ? FacilityStatus::closed : FacilityStatus::opened;
    }
    const bool stays = facilities_before.facilities[facility.before->index()].position ==
                       facilities_after.facilities[facility.after->index()].position;
    return stays ? FacilityStatus::kept : FacilityStatus::moved;
}

std::optional<People> number_in_column(const access::FacilitySet& facilities, FacilityId facility,
                                       const std::string& column) {
    constexpr double most = 1e9;
    const auto index = facilities.column(column);
    const auto& fields = facilities.facilities[facility.index()].fields;
    if (!index || *index >= fields.size()) {
        return std::nullopt;
    }
    const auto value = to_number(fields[*index]);
    return value && *value >= 0 && *value <= most ? std::optional(People::from_double(*value)) : std::nullopt;
}

}  // namespace michinori::scenario
