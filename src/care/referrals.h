// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <compare>
#include <span>
#include <vector>

#include "base/strong_id.h"
#include "care/step_times.h"

namespace michinori::care {

/// A facility that sends patients to another, its partner.
struct Referral {
    FacilityId from;
    FacilityId to;
    friend auto operator<=>(const Referral&, const Referral&) = default;
};

/// Who refers to whom: a directed graph on facilities.
///
///     const Referrals referrals(links);
///     if (const auto circle = find_cycle(referrals); !circle.empty()) ...    // A -> B -> C -> A
///     times = partners_only(times, clinics, hubs, referrals, Unlinked::anybody);
class Referrals {
public:
    Referrals() = default;
    /// In any order; what is said twice counts once.
    explicit Referrals(std::vector<Referral> links);

    [[nodiscard]] std::span<const Referral> links() const { return links_; }  ///< ascending
    /// Ascending; empty for a facility that declares none. O(log links).
    [[nodiscard]] std::span<const FacilityId> partners_of(FacilityId from) const;
    [[nodiscard]] bool are_partners(FacilityId from, FacilityId to) const;

private:
    std::vector<Referral> links_;
    std::vector<FacilityId> targets_;  // by link
};

/// The facilities of one circle in the direction of the patient, each once; a facility that refers to itself is a
/// circle of one. Empty: there is none. Of all circles a shortest through the lowest facility that lies on any, and
/// that one first, so that the answer depends on no order. O(links), no recursion. Source: strong components (Tarjan
/// 1972) and breadth-first search, Boost.Graph.
[[nodiscard]] std::vector<FacilityId> find_cycle(const Referrals& referrals);

/// Where a site sends that declares no partner among the sites of the next step.
enum class Unlinked { nobody, anybody };

/// Times without the ways between sites that are no partners. `from` and `to`: the facilities of the table's rows and
/// columns. Throws std::invalid_argument if they do not fit. A table of 0 everywhere becomes one of permissions.
[[nodiscard]] StepTimes partners_only(StepTimes times, std::span<const FacilityId> from, std::span<const FacilityId> to,
                                      const Referrals& referrals, Unlinked unlinked);

}  // namespace michinori::care
