// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/units.h"
#include "geo/point.h"
#include "network/reason.h"
#include "policy/judgement.h"
#include "policy/rule_head.h"

namespace michinori::policy {

/// Districts without a doctor (無医地区), found among cells of people: a central place with enough people around it, no
/// institution in the circle, and no easy way to one. They are candidates: the survey also asks about cars, taxis and
/// home visits, which no cell shows.
///
///     const auto search = remote_districts(rule, {cells, institutions, {}});   // the rule out of its dated file
///     for (const auto& d : std::get<RemoteSearch>(search).districts) ...

/// A test of remoteness as data. Its numbers stand in dated files alone (scenarios/rules/remote-*.toml): 無医地区,
/// 無歯科医地区, and where a remote clinic (へき地診療所) may stand.
struct RemoteRule {
    /// What is too long: more than the limit, or the limit itself too.
    enum class Limit : std::uint8_t { over, at_least };
    /// The limits of what nearly qualifies (準無医地区), each looser than the rule's; nothing: as strict as the rule.
    struct Relaxation {
        std::optional<People> least_people;
        std::optional<Metres> institution_radius;
        std::optional<std::uint32_t> most_trips;
        std::optional<TravelTime> transport_limit;
        std::optional<TravelTime> modelled_limit;
    };

    RuleHead head;
    std::string role;           ///< the service whose institutions count: "medical", "dental"
    Metres radius;              ///< of the circle whose people count
    Metres institution_radius;  ///< no institution may be so near
    People least_people;
    /// So many round trips a day of public transport or fewer are no easy way; nothing: trips are not asked about.
    std::optional<std::uint32_t> most_trips;
    Limit limit = Limit::over;
    TravelTime transport_limit{0};  ///< by public transport, walking included
    TravelTime modelled_limit{0};   ///< where public transport is not given
    /// What follows where no modelled time exists, by reason: yes (no easy way), no or unknown.
    std::array<Judgement, network::reason_count> unreachable{};
    std::optional<Relaxation> near;
};
/// The rule with the limits of what nearly qualifies; nothing when it has none.
[[nodiscard]] std::optional<RemoteRule> relaxed(const RemoteRule& rule);

/// What is known of public transport from a cell to an institution.
struct PublicTransport {
    std::uint32_t round_trips = 0;   ///< a day; 0: no regular service
    std::optional<TravelTime> time;  ///< one way, walking included; nothing: not known
};

/// A small place where people live. Its id is its index.
struct RemoteCell {
    geo::Point place;
    People people;
    /// To the nearest institution by road, or why there is no time.
    std::variant<TravelTime, network::Reason> modelled = network::Reason::bad_coordinate;
    std::optional<PublicTransport> transport;  ///< nothing: not given, the modelled time decides
};

/// Terrain that parts a circle. An empty function parts nothing. Called only for pairs within the radius, for one
/// centre after the other.
struct RemoteBarriers {
    std::function<bool(std::uint32_t centre, std::uint32_t cell)> joins_cells;
    std::function<bool(std::uint32_t centre, std::uint32_t institution)> joins_institution;
};

/// Everything must outlive the call. An institution is whatever holds sessions of the role, however rarely.
struct RemoteInputs {
    std::span<const RemoteCell> cells;
    std::span<const geo::Point> institutions;
    RemoteBarriers barriers;
};

enum class AttendCause : std::uint8_t {
    no_service,              ///< no regular public transport
    few_trips,               ///< too few round trips
    long_by_transport,       ///< enough trips, but too long
    transport_time_unknown,  ///< enough trips, of a length nobody gave
    short_by_transport,
    long_modelled,
    short_modelled,
    no_modelled_time,  ///< the rule says what follows from the reason
};
/// Whether people of a cell cannot easily attend an institution.
struct Attendance {
    Judgement not_easily = Judgement::unknown;
    AttendCause cause = AttendCause::no_modelled_time;
    friend bool operator==(const Attendance&, const Attendance&) = default;
};
/// Public transport where it is given, else the modelled time. Where a rule does not ask about trips, a place without
/// service is judged by the modelled time. O(1).
[[nodiscard]] Attendance attendance(const RemoteRule& rule, const RemoteCell& cell);

/// A cell that qualifies as a central place.
struct RemoteCentre {
    std::uint32_t cell = 0;
    People people;  ///< in its circle, on its side of barriers
    Attendance attendance;
    friend bool operator==(const RemoteCentre&, const RemoteCentre&) = default;
};
struct RemoteDistrict {
    RemoteCentre centre;
    People people;                     ///< of its own cells, at least the rule's number
    std::vector<std::uint32_t> cells;  ///< of the circle, not taken by a district before it; ascending
    friend bool operator==(const RemoteDistrict&, const RemoteDistrict&) = default;
};
struct RemoteSearch {
    std::vector<RemoteCentre> centres;      ///< every one that qualifies, by cell
    std::vector<RemoteDistrict> districts;  ///< in the order they were chosen
    /// Cells of qualifying circles that no district took: no free centre with enough people is left near them.
    std::vector<std::uint32_t> left_over;
    People left_over_people;
};

/// Why there is no answer.
struct RemoteError {
    enum class Kind : std::uint8_t {
        bad_rule,         ///< a radius not above 0 and at most 20 km, or people not above 0
        bad_cell,         ///< not on earth, or beyond 80 degrees of latitude
        bad_institution,  ///< likewise
        bad_people,       ///< negative
    };
    Kind kind = Kind::bad_rule;
    std::vector<std::size_t> rows;  ///< every cell or institution at fault, ascending; empty: the rule
    friend bool operator==(const RemoteError&, const RemoteError&) = default;
};

/// Every district of a set of cells. Pure, one thread, the same bytes each time.
///
/// A centre is an inhabited cell with at least the rule's people within the radius (the limit counts as within) on its
/// side of barriers, no institution within its own radius that barriers do not part from it, and no easy way to one, or
/// it is unknown whether. Every cell is tried. Overlaps: the centre that surely qualifies goes before one that is
/// unknown, then the one with most people not yet taken, then the lowest cell; its cells are taken, and centres that
/// are taken or have too few people left fall away; and again. Cost: cells x cells in a circle.
[[nodiscard]] std::variant<RemoteSearch, RemoteError> remote_districts(const RemoteRule& rule,
                                                                       const RemoteInputs& inputs);

[[nodiscard]] std::string_view name(AttendCause cause);
[[nodiscard]] std::string_view name(RemoteError::Kind kind);

}  // namespace michinori::policy
