// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/facility.h"
#include "base/strong_id.h"
#include "base/units.h"
#include "care/referrals.h"
#include "io/input_log.h"
#include "policy/care_rule.h"
#include "scenario/care_settings.h"

namespace michinori::scenario {

/// Who refers to whom.
struct CareLink {
    FacilityId from;
    FacilityId to;
    std::string capability;  ///< of the rule; empty: for anything
    std::string file;
    std::int64_t row = 0;
    std::optional<TravelTime> time;  ///< from the one to the other, once measured; nothing: no way
};
struct CareLinks {
    std::vector<CareLink> all;  ///< in the order of the files
    std::int64_t skipped = 0;   ///< rows that name facilities that were not read
    bool declared = false;      ///< whether any table was named at all

    /// All of them, whatever for.
    [[nodiscard]] std::vector<care::Referral> referrals() const;
    /// Facilities to which one refers for a capability, or for anything; ascending, each once.
    [[nodiscard]] std::vector<FacilityId> from(FacilityId facility, const std::string& capability) const;
    /// Facilities it works with, in either direction; ascending, each once.
    [[nodiscard]] std::vector<FacilityId> partners(FacilityId facility) const;
};

/// Reads the tables of a network. Throws InputError with the faults of all of them: partner_unknown for every row,
/// unknown_reference (a capability the rule does not have), bad_value (a facility that refers to itself),
/// referral_cycle.
[[nodiscard]] CareLinks read_care_links(const NetworkSettings& settings, const policy::CareRule& rule,
                                        const access::FacilitySet& facilities, io::InputLog& log);

}  // namespace michinori::scenario
