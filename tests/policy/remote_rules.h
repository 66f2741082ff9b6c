// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "policy/remote_districts.h"

namespace michinori::test {

/// Rules with the limits that the tests were worked by hand with: 4 km, 50 people, at most 3 round trips, 60 minutes.
inline policy::RemoteRule remote_medical_rule() {
    using network::Reason;
    policy::RemoteRule rule;
    rule.role = "medical";
    rule.radius = rule.institution_radius = Metres{4000};
    rule.least_people = People::from_double(50);
    rule.most_trips = 3;
    rule.transport_limit = rule.modelled_limit = from_minutes(60);
    rule.unreachable.fill(policy::Judgement::unknown);
    for (const auto reason : {Reason::other_component, Reason::beyond_cutoff}) {
        rule.unreachable[static_cast<std::size_t>(reason)] = policy::Judgement::yes;
    }
    return rule;
}

/// 1,000 people and 30 minutes or more, whatever the trips.
inline policy::RemoteRule remote_clinic_rule() {
    auto rule = remote_medical_rule();
    rule.least_people = People::from_double(1000);
    rule.most_trips.reset();
    rule.limit = policy::RemoteRule::Limit::at_least;
    rule.transport_limit = rule.modelled_limit = from_minutes(30);
    return rule;
}

}  // namespace michinori::test
