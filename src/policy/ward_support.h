// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "access/access.h"
#include "base/units.h"
#include "network/reason.h"
#include "policy/judgement.h"
#include "policy/rule_head.h"
#include "policy/test_groups.h"
#include "policy/yen.h"

namespace michinori::policy {

/// A rule that supports maternity wards which must stay (産科医療機関確保事業 and its like), as data: tests of one
/// facility, and how they combine. A dated file under scenarios/rules/ fills it; judge_ward() applies it.
struct WardSupport {
    /// On an island with no other facility of the role.
    struct SoleOnIsland {};
    /// The area holds at most so many delivery facilities, this one counted; a limit that is not there is no limit.
    struct FewInArea {
        std::optional<std::uint32_t> most_hospitals;
        std::optional<std::uint32_t> most_clinics;
        std::optional<std::uint32_t> most_facilities;
    };
    /// At least this far from the next facility of the role, with this one taken away. Nearer to the limit than a
    /// margin is near_limit.
    struct FarToNext {
        TravelTime least{0};
        TravelTime margin_below{0};
        TravelTime margin_above{0};
    };
    /// At most so many deliveries a year, with margins.
    struct FewDeliveries {
        People most;
        People margin_below;
        People margin_above;
    };
    /// Deliveries fell by at least this share of the earlier number, with margins.
    struct DeliveriesFell {
        Fraction least;
        Fraction margin_below;
        Fraction margin_above;
    };
    struct GivesCheckups {};
    struct FeeAtLeast {
        Yen least;
    };
    struct FitsPlan {};
    /// Delivers for a ward that stopped.
    struct TakesOver {};
    using Condition = std::variant<SoleOnIsland, FewInArea, FarToNext, FewDeliveries, DeliveriesFell, GivesCheckups,
                                   FeeAtLeast, FitsPlan, TakesOver>;

    struct Test {
        std::string id;
        std::string title_en;
        std::string title_ja;
        Condition condition;
    };
    using Part = RulePart;
    using Combine = policy::Combine;
    using Group = TestGroup;
    /// The level whose areas are meant, whatever the scenario calls it.
    enum class AreaLevel { secondary, perinatal };

    RuleHead head;
    std::string role;          ///< the service whose facilities are wards: "delivery"
    std::string checkup_role;  ///< the service of check-ups
    AreaLevel area_level = AreaLevel::secondary;
    /// What follows where the next facility cannot be reached, by reason: yes (far) or unknown (decided by hand).
    std::array<Judgement, network::reason_count> unreachable{};
    std::vector<Test> tests;
    std::vector<Group> groups;  ///< a group refers to tests and to groups before it
    std::vector<Part> needs;    ///< all of them
};

/// What is known of one ward. Nothing in an optional: not known.
struct WardFacts {
    struct Island {
        bool on_one = false;
        std::uint32_t others = 0;  ///< other facilities of the role on it
    };
    std::optional<Island> island;
    std::optional<std::uint32_t> area_hospitals;  ///< of the role, in its area, this one counted
    std::optional<std::uint32_t> area_clinics;
    std::optional<std::uint32_t> area_facilities;
    /// The nearest other facility of the role, door to door.
    std::variant<access::Journey, network::Reason> next = network::Reason::bad_coordinate;
    std::optional<People> deliveries;          ///< a year
    std::optional<People> earlier_deliveries;  ///< a year, before the fall
    std::optional<bool> checkups;
    std::optional<Yen> fee;  ///< of a normal delivery
    std::optional<bool> fits_plan;
    std::optional<bool> takes_over;
};

/// A part of 1.
struct Share {
    double value = 0;
};
/// The number a test rests on: facilities, minutes, deliveries, yen or a share; nothing where it is not known, or
/// where the test is of a fact and not of a number.
using WardNumber = std::variant<std::monostate, std::uint32_t, TravelTime, People, Yen, Share>;

struct WardTestResult {
    Judgement judgement = Judgement::unknown;
    WardNumber number;
};
struct WardResult {
    Judgement judgement = Judgement::unknown;
    std::vector<WardTestResult> tests;  ///< by test of the rule
    std::vector<Judgement> groups;      ///< by group of the rule
};

/// Applies a rule to a ward: its tests, then judge_groups(). Pure; O(tests + parts).
///
///     const auto result = judge_ward(rule, facts);
///     if (result.judgement == Judgement::yes) ...
[[nodiscard]] WardResult judge_ward(const WardSupport& rule, const WardFacts& facts);

[[nodiscard]] std::string_view name(WardSupport::AreaLevel level);

}  // namespace michinori::policy
