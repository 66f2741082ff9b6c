// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/route_text.h"

#include <fmt/core.h>

#include "base/text.h"
#include "report/road_words.h"

namespace michinori::report {
namespace {

std::string journey_text(const scenario::Itinerary& journey, bool ja) {
    auto text = fmt::format(
        fmt::runtime(ja ? "{}: {} ({}) まで {:.1f} 分、道のり {:.1f} km (道路までの徒歩 {:.0f} m と {:.0f} m を含む)"
                        : "{}: {} ({}): {:.1f} minutes, {:.1f} km by road (with {:.0f} m and {:.0f} m off the road)"),
        journey.service, printable(journey.facility_name), printable(journey.facility_id), minutes(journey.time),
        journey.length.value() / 1000, journey.start_access.value(), journey.end_access.value());
    for (const auto& stretch : journey.stretches) {
        text += fmt::format(
            fmt::runtime(ja ? "\n  {:7.2f} km {:6.1f} 分  {}" : "\n  {:7.2f} km {:6.1f} min  {}"),
            stretch.length.value() / 1000, minutes(stretch.time),
            road_words(stretch.name, stretch.ref, stretch.road_class, ja ? Language::japanese : Language::english));
    }
    return text;
}

}  // namespace

std::string route_text(const scenario::ItineraryResult& result, Language language) {
    const bool ja = language == Language::japanese;
    if (const auto* none = std::get_if<scenario::NoItinerary>(&result)) {
        return fmt::format(fmt::runtime(ja ? "{}: 到達できません ({})" : "{}: not reached ({})"), none->service,
                           name(none->reason));
    }
    return journey_text(std::get<scenario::Itinerary>(result), ja);
}

}  // namespace michinori::report
