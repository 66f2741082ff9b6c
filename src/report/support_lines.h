// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "scenario/maternity.h"

namespace michinori::report {

/// Expected numbers of an area under one rule and one bound. Yen are whole: sums of whole yen of the pieces that the
/// area is made of, so that any division of a region adds up to the same yen.
struct SupportLine {
    policy::Expected people;  ///< its micro amounts are not used
    policy::Yen support;
    std::vector<policy::Yen> by_payer;
    policy::Yen cost;
    void add(const policy::TravelSupport& rule, const policy::Expected& piece);
};

/// [rule][bound]
using SupportTable = std::vector<std::array<SupportLine, 3>>;

/// By area of a level; the empty key: in no area.
[[nodiscard]] std::map<std::optional<std::uint32_t>, SupportTable> support_by_area(
    const scenario::MaternityStudy& study, std::size_t level);
[[nodiscard]] SupportTable support_of_region(const scenario::MaternityStudy& study);

}  // namespace michinori::report
