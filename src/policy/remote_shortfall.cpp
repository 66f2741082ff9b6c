// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/remote_shortfall.h"

namespace michinori::policy {
namespace {

void add_attendance(const RemoteRule& rule, const RemoteCell& centre, RemoteShortfall& lacks) {
    const auto way = attendance(rule, centre);
    if (way.not_easily != Judgement::no) {
        return;
    }
    lacks.attendance = true;
    if (way.cause == AttendCause::short_by_transport) {
        if (rule.most_trips) {
            lacks.trips = centre.transport->round_trips - *rule.most_trips;
        }
        lacks.time = rule.transport_limit - *centre.transport->time;
    } else if (const auto* time = std::get_if<TravelTime>(&centre.modelled)) {
        lacks.time = rule.modelled_limit - *time;
    }
}

}  // namespace

RemoteShortfall shortfall(const RemoteRule& rule, const RemoteFacts& facts) {
    RemoteShortfall lacks;
    if (facts.people < rule.least_people) {
        lacks.people = rule.least_people - facts.people;
    }
    if (facts.institution && *facts.institution <= rule.institution_radius) {
        lacks.institution = rule.institution_radius - *facts.institution;
    }
    add_attendance(rule, facts.centre, lacks);
    return lacks;
}

}  // namespace michinori::policy
