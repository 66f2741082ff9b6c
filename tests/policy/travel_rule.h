// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "policy/decision.h"
#include "policy/payment.h"

namespace michinori::test {

inline constexpr std::size_t delivery = 0;  ///< roles of the rule below
inline constexpr std::size_t centre = 1;

/// The national support for far journeys to deliver: 60 minutes, 55 to 65 being near, two cases, 80 %, 37 yen a km, 14
/// nights up to 9,800 yen less 2,000.
inline policy::TravelSupport national_rule() {
    using namespace policy;
    using Kind = TravelSupport::Test::Kind;
    TravelSupport rule;
    rule.roles = {"delivery", "perinatal_centre"};
    rule.limit.time = from_minutes(60);
    rule.limit.margin_below = rule.limit.margin_above = from_minutes(5);
    rule.unreachable.fill(Judgement::unknown);
    rule.unreachable[static_cast<std::size_t>(network::Reason::other_component)] = Judgement::yes;
    const std::vector<Origin> anywhere{Origin::home, Origin::satogaeri};
    rule.cases.push_back({"1", "", "", "", {Risk::normal}, anywhere, {{Kind::far, delivery, {}}}, delivery, 1});
    rule.cases.push_back(
        {"1h", "", "", "", {Risk::high}, anywhere, {{Kind::far, delivery, {}}, {Kind::far, centre, {}}}, centre, 1});
    rule.cases.push_back({"2h", "", "", "", {Risk::high}, anywhere, {{Kind::far, centre, {}}}, centre, 1});
    rule.transport.share = {4, 5};
    rule.transport.yen_per_km = {37, 1};
    rule.transport.distance_unit_m = 100;
    rule.lodging = TravelSupport::Lodging{14, Yen{9800}, Yen{2000}, true};
    rule.payers = {{"nation", "", "", {1, 2}}, {"prefecture", "", "", {1, 4}}, {"municipality", "", "", {1, 4}}};
    rule.remainder_to = 2;
    return rule;
}

/// A way of that many minutes and kilometres.
inline policy::JourneyTo way(double min, double km = 10) {
    return policy::Trip{FacilityId{0}, from_minutes(min), Metres{km * 1000}};
}

}  // namespace michinori::test
