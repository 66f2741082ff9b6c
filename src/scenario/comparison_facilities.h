// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "access/facility.h"

namespace michinori::scenario {

/// A facility of one of two sets, or of both: found again by its id. At least one of them holds it.
struct MatchedFacility {
    std::optional<FacilityId> before;
    std::optional<FacilityId> after;
};

/// The facilities of two sets in one list: those of `before` in its order, then those of `after` alone in its order.
class FacilityMatch {
public:
    FacilityMatch(const access::FacilitySet& before, const access::FacilitySet& after);

    [[nodiscard]] const std::vector<MatchedFacility>& all() const { return all_; }
    /// The same outcomes with facilities numbered as in all().
    [[nodiscard]] std::vector<access::Outcome> renumbered_after(const std::vector<access::Outcome>& outcomes) const;

private:
    std::vector<MatchedFacility> all_;
    std::vector<FacilityId> place_of_after_;
};

/// What became of a facility as a place of a service.
enum class FacilityStatus { kept, moved, closed, opened };
[[nodiscard]] std::string_view name(FacilityStatus status);

/// Nothing where it gives the service neither before nor after.
[[nodiscard]] std::optional<FacilityStatus> status_of(const MatchedFacility& facility,
                                                      const access::FacilitySet& facilities_before,
                                                      const access::Service& before,
                                                      const access::FacilitySet& facilities_after,
                                                      const access::Service& after);

/// The number in a facility's column: nothing where the column is not there, or its text is no number from 0 upwards.
[[nodiscard]] std::optional<People> number_in_column(const access::FacilitySet& facilities, FacilityId facility,
                                                     const std::string& column);

}  // namespace michinori::scenario
