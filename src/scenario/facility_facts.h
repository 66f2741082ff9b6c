// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "access/facility.h"
#include "base/units.h"
#include "policy/yen.h"
#include "scenario/maternity_settings.h"

namespace michinori::scenario {

/// What the columns of the facility tables tell of a ward. Nothing: not known, because no column is named for it, the
/// facility's file lacks the column, or its field says so ("", "*", "-", "未報告").
struct FacilityFacts {
    std::optional<bool> hospital;  ///< else a clinic
    std::optional<People> deliveries;
    std::optional<People> earlier_deliveries;
    std::optional<People> obstetricians;
    std::optional<policy::Yen> fee;
    std::optional<bool> fits_plan;
    std::optional<bool> takes_over;
};

/// Whether a field says that its number is not known: "", "*", "-", "未報告".
[[nodiscard]] bool is_not_known(std::string_view field);

/// By FacilityId. Throws InputError with every fault: column_missing, and with file and row bad_number, bad_integer,
/// negative_number, bad_value (a number that is too large), bad_choice (a mark that is not 0 or 1).
[[nodiscard]] std::vector<FacilityFacts> read_facility_facts(const MaternitySettings::FacilityColumns& columns,
                                                             const access::FacilitySet& facilities);

}  // namespace michinori::scenario
