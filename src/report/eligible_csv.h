// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>

#include "report/eligible_outputs.h"

namespace michinori::report {

/// A row per home and rule, in the order of the table of homes; returns the rows.
std::int64_t write_eligible_csv(const EligibleResults& results, const std::filesystem::path& file);

/// A row per rule and municipality, then one per rule for all; amounts in yen.
std::int64_t write_eligible_totals_csv(const EligibleResults& results, const std::filesystem::path& file);

}  // namespace michinori::report
