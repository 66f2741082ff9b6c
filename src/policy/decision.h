// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/strong_id.h"
#include "policy/travel_support.h"

namespace michinori::policy {

/// The way to the nearest facility of a role that can accept her, from door to door.
struct Trip {
    FacilityId facility;
    TravelTime time{0};
    std::optional<Metres> distance;  ///< access legs included; nothing where nobody measured it
};
using JourneyTo = std::variant<Trip, network::Reason>;

/// What a rule asks of a woman besides her journeys.
struct Woman {
    Risk risk = Risk::normal;
    Origin origin = Origin::home;
    std::set<std::string> declared;  ///< flags such as "late_change"
};

enum class Verdict { eligible, near_limit, undecided, not_eligible };

/// Why: one thing that spoke for or against, in the order of the rule's roles.
struct Cause {
    enum class Kind {
        far,              ///< at or beyond the limit
        far_by_distance,  ///< within the minutes, but at or beyond the distance
        near_limit,       ///< within the margin
        within_limit,
        unreachable_far,      ///< unreachable, which counts as far
        unreachable_unknown,  ///< unreachable, which the rule set leaves to a person
        not_declared,
        no_case,  ///< the rule has no case for this risk and origin
    };
    Kind kind = Kind::far;
    std::optional<std::size_t> role;
    std::optional<network::Reason> reason;  ///< unreachable
    std::string flag;                       ///< not_declared
};

struct Decision {
    Verdict verdict = Verdict::not_eligible;
    /// Whether the bare number passes the limit, margins left aside; false when undecided.
    bool by_the_number = false;
    /// The case that applies, or the one that came nearest; nothing when there is none for her.
    std::optional<std::size_t> applied;
    std::vector<Cause> causes;
};

/// Applies a rule to a woman. `journeys`: by role of the rule. Pure; O(cases x tests).
///
///     const auto d = decide(rule, {Risk::high, Origin::home, {}}, journeys);
///     if (d.verdict == Verdict::eligible) use(rule.cases[*d.applied].destination);
///
/// Each test is judged no, unknown, near_limit or yes; a case holds as far as its weakest test, the rule as
/// far as its strongest case, which is the one applied; of equally strong ones, one that holds by the bare number,
/// else the first.
[[nodiscard]] Decision decide(const TravelSupport& rule, const Woman& woman, std::span<const JourneyTo> journeys);

/// Whether a journey is far under a rule's limit.
[[nodiscard]] Judgement far(const TravelSupport& rule, const JourneyTo& journey);

[[nodiscard]] std::string_view name(Verdict verdict);
[[nodiscard]] std::string_view name(Cause::Kind kind);

}  // namespace michinori::policy
