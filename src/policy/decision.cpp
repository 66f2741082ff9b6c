// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/decision.h"

#include <algorithm>
#include <tuple>

namespace michinori::policy {
namespace {

/// A value against a limit that has a margin on both sides. Works for whole milliseconds and for metres.
template <class T>
Judgement at_least(T value, T limit, T below, T above) {
    return value >= limit + above ? Judgement::yes : value + below < limit ? Judgement::no : Judgement::near_limit;
}

Judgement far_by_time(const TravelSupport::Limit& limit, const Trip& trip) {
    return at_least<std::int64_t>(trip.time.count(), limit.time.count(), limit.margin_below.count(),
                                  limit.margin_above.count());
}

Judgement far_by_distance(const TravelSupport::Limit& limit, const Trip& trip) {
    if (!limit.distance) {
        return Judgement::no;
    }
    return trip.distance ? at_least(*trip.distance, *limit.distance, limit.distance_margin, limit.distance_margin)
                         : Judgement::unknown;
}

bool far_by_the_number(const TravelSupport& rule, const JourneyTo& journey) {
    if (const auto* reason = std::get_if<network::Reason>(&journey)) {
        return rule.unreachable[static_cast<std::size_t>(*reason)] == Judgement::yes;
    }
    const auto& trip = std::get<Trip>(journey);
    return trip.time >= rule.limit.time || (rule.limit.distance && trip.distance >= rule.limit.distance);
}

bool is_for(const TravelSupport::Case& one, const Woman& woman) {
    return std::ranges::find(one.risks, woman.risk) != one.risks.end() &&
           std::ranges::find(one.origins, woman.origin) != one.origins.end();
}

bool declared(const TravelSupport::Case& one, const Woman& woman) {
    return std::ranges::all_of(one.all_of, [&](const TravelSupport::Test& test) {
        return test.kind != TravelSupport::Test::Kind::declared || woman.declared.contains(test.flag);
    });
}

/// How far a case holds, and whether it holds with margins left aside.
struct Standing {
    std::size_t number = 0;
    Judgement holds = Judgement::yes;
    bool by_the_number = true;
    bool declared = true;
    bool would_hold = true;  ///< declarations left aside, it is not out of the question
};

Standing standing(const TravelSupport& rule, std::size_t number, const Woman& woman,
                  std::span<const JourneyTo> journeys) {
    using Kind = TravelSupport::Test::Kind;
    const auto& one = rule.cases[number];
    Standing result{number, Judgement::yes, true, declared(one, woman), true};
    for (const auto& test : one.all_of) {
        if (test.kind == Kind::declared) {
            continue;
        }
        const auto is_far = far(rule, journeys[test.role]);
        const bool crisp = far_by_the_number(rule, journeys[test.role]);
        result.holds = both(result.holds, test.kind == Kind::far ? is_far : opposite(is_far));
        result.by_the_number = result.by_the_number && crisp == (test.kind == Kind::far);
    }
    result.would_hold = result.holds != Judgement::no;
    if (!result.declared) {
        result.holds = Judgement::no;
        result.by_the_number = false;
    }
    // An unknown far is "not far" to the bare number; then nothing is known by the number either.
    result.by_the_number = result.by_the_number && result.holds != Judgement::unknown;
    return result;
}

/// The stronger; then the one that holds by the bare number, the one whose declarations are made, the earlier.
bool comes_before(const Standing& a, const Standing& b) {
    const auto key = [](const Standing& s) { return std::tuple(s.holds, s.by_the_number, s.declared); };
    return key(a) > key(b);
}

Cause::Kind cause_kind(const TravelSupport& rule, const JourneyTo& journey, Judgement is_far) {
    using enum Cause::Kind;
    if (std::holds_alternative<network::Reason>(journey)) {
        return is_far == Judgement::yes ? unreachable_far : unreachable_unknown;
    }
    if (is_far == Judgement::near_limit) {
        return near_limit;
    }
    const bool in_time = far_by_time(rule.limit, std::get<Trip>(journey)) != Judgement::yes;
    return is_far != Judgement::yes ? within_limit : in_time ? far_by_distance : far;
}

Cause cause_of(const TravelSupport& rule, std::size_t role, const JourneyTo& journey) {
    Cause cause{cause_kind(rule, journey, far(rule, journey)), role, {}, {}};
    if (const auto* reason = std::get_if<network::Reason>(&journey)) {
        cause.reason = *reason;
    }
    return cause;
}

/// What the tests of some cases rest on, role by role; a missing declaration only where it matters.
std::vector<Cause> causes_of(const TravelSupport& rule, const Woman& woman, std::span<const Standing> standings,
                             std::span<const JourneyTo> journeys) {
    std::set<std::size_t> roles;
    std::set<std::string> missing;
    for (const auto& one : standings) {
        for (const auto& test : rule.cases[one.number].all_of) {
            if (test.kind == TravelSupport::Test::Kind::declared) {
                if (one.would_hold && !woman.declared.contains(test.flag)) {
                    missing.insert(test.flag);
                }
            } else if (one.declared) {
                roles.insert(test.role);
            }
        }
    }
    std::vector<Cause> causes;
    for (const auto role : roles) {
        causes.push_back(cause_of(rule, role, journeys[role]));
    }
    for (const auto& flag : missing) {
        causes.push_back({Cause::Kind::not_declared, {}, {}, flag});
    }
    return causes;
}

Verdict verdict_of(Judgement holds) {
    switch (holds) {
        case Judgement::no: return Verdict::not_eligible;
        case Judgement::unknown: return Verdict::undecided;
        case Judgement::near_limit: return Verdict::near_limit;
        case Judgement::yes: return Verdict::eligible;
    }
    return Verdict::undecided;
}

}  // namespace

Judgement far(const TravelSupport& rule, const JourneyTo& journey) {
    if (const auto* reason = std::get_if<network::Reason>(&journey)) {
        return rule.unreachable[static_cast<std::size_t>(*reason)];
    }
    const auto& trip = std::get<Trip>(journey);
    return either(far_by_time(rule.limit, trip), far_by_distance(rule.limit, trip));
}

Decision decide(const TravelSupport& rule, const Woman& woman, std::span<const JourneyTo> journeys) {
    std::vector<Standing> standings;
    for (std::size_t c = 0; c < rule.cases.size(); ++c) {
        if (is_for(rule.cases[c], woman)) {
            standings.push_back(standing(rule, c, woman, journeys));
        }
    }
    if (standings.empty()) {
        return {Verdict::not_eligible, false, {}, {{Cause::Kind::no_case, {}, {}, {}}}};
    }
    auto holds = Judgement::no;
    for (const auto& one : standings) {
        holds = either(holds, one.holds);
    }
    const auto applied = std::ranges::min_element(standings, comes_before);
    // What comes after a case that holds says nothing about it.
    const auto telling = holds == Judgement::yes ? applied + 1 : standings.end();
    return {verdict_of(holds), applied->by_the_number, applied->number,
            causes_of(rule, woman, {standings.begin(), telling}, journeys)};
}

std::string_view name(Verdict verdict) {
    switch (verdict) {
        case Verdict::eligible: return "eligible";
        case Verdict::near_limit: return "near_limit";
        case Verdict::undecided: return "undecided";
        case Verdict::not_eligible: return "not_eligible";
    }
    return "undecided";
}

std::string_view name(Cause::Kind kind) {
    using enum Cause::Kind;
    switch (kind) {
        case far: return "far";
        case far_by_distance: return "far_by_distance";
        case near_limit: return "near_limit";
        case within_limit: return "within_limit";
        case unreachable_far: return "unreachable_far";
        case unreachable_unknown: return "unreachable_unknown";
        case not_declared: return "not_declared";
        case no_case: return "no_case";
    }
    return "no_case";
}

}  // namespace michinori::policy
