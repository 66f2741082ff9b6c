// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "access/facility.h"
#include "report/column_catalogue.h"
#include "scenario/scenario.h"

namespace michinori::report {

/// All changes of a variant against today in words (change_words.h), those of the variant it stands on first; none of
/// "today" or "". Throws InputError unknown_reference.
[[nodiscard]] std::vector<Bilingual> changes_of_variant(const scenario::Scenario& scenario, const std::string& id,
                                                        const access::FacilitySet& facilities);

}  // namespace michinori::report
