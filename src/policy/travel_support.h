// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "network/reason.h"
#include "policy/judgement.h"
#include "policy/rule_head.h"
#include "policy/yen.h"

namespace michinori::policy {

enum class Risk { normal, high };
enum class Origin { home, satogaeri };  ///< 里帰り: where she stays to give birth
enum class Mode { car, taxi, public_transport };
inline constexpr std::size_t mode_count = 3;

/// A rule that pays for journeys to care that is far away (妊婦に対する遠方の分娩取扱施設への交通費及び宿泊費支援事業
/// and its like), as data: a dated file under scenarios/rules/ fills it, decide() and pay() apply it.
struct TravelSupport {
    /// What "far" means. Far by minutes, or, where the rule has a distance, by distance.
    struct Limit {
        TravelTime time{0};          ///< at least
        TravelTime margin_below{0};  ///< "about": nearer than this below or above the limit is near_limit
        TravelTime margin_above{0};
        std::optional<Metres> distance;  ///< by road, door to door, at least
        Metres distance_margin;
    };
    /// One condition of a case.
    struct Test {
        enum class Kind { far, near, declared };
        Kind kind = Kind::far;
        std::size_t role = 0;  ///< far, near: index into roles
        std::string flag;      ///< declared: what the woman's row must say
    };
    /// Who gets support, and to where.
    struct Case {
        std::string id;
        std::string title_en;
        std::string title_ja;
        std::string paragraph;  ///< of the source
        std::vector<Risk> risks;
        std::vector<Origin> origins;
        std::vector<Test> all_of;
        std::size_t destination = 0;  ///< index into roles
        int most_trips = 1;           ///< round trips paid for
    };
    struct Transport {
        Fraction share{1, 1};  ///< of the cost that counts
        std::array<bool, mode_count> pays{true, true, true};
        /// By car the travel-expense rules pay by the kilometre, capped by the actual cost where it is known.
        Fraction yen_per_km;
        /// One way's metres are made a multiple of this before they are multiplied.
        Rounding::Direction distance_direction = Rounding::Direction::down;
        std::int64_t distance_unit_m = 1;
        bool tolls = true;
        bool round_each_trip = false;  ///< else the sum of all trips is rounded once
        Rounding rounding;
    };
    struct Lodging {
        int most_nights = 0;
        Yen cap_per_night;  ///< the amount of the travel-expense rules
        Yen own_per_night;
        bool transport_to_lodging = true;  ///< the journey that counts ends there
    };
    struct Payer {
        std::string id;  ///< "nation", "prefecture", "municipality"
        std::string title_en;
        std::string title_ja;
        Fraction share;
    };

    RuleHead head;
    std::vector<std::string> roles;  ///< services as the rule calls them: "delivery", "perinatal_centre"
    Limit limit;
    /// What follows when a role cannot be reached, by reason: yes (far) or unknown (to be decided by hand).
    std::array<Judgement, network::reason_count> unreachable{};
    std::vector<Case> cases;  ///< tried in this order
    Transport transport;
    std::optional<Lodging> lodging;
    std::vector<Payer> payers;
    std::size_t remainder_to = 0;  ///< the payer who bears the yen that do not divide
};

[[nodiscard]] std::string_view name(Risk risk);
[[nodiscard]] std::string_view name(Origin origin);
[[nodiscard]] std::string_view name(Mode mode);

}  // namespace michinori::policy
