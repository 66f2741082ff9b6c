// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "base/finding.h"
#include "report/gpkg_style.h"

namespace michinori::report {

/// The bands of change as map colours, by the names in band_or_kind(): blue for shorter, yellow to red for longer, dark
/// for much; and what is no longer reached, newly reached, unchanged. Told apart by people with colour-blindness.
[[nodiscard]] std::vector<Category> change_categories(const std::vector<double>& limits_min, Language language);

/// Facilities kept, moved, closed, opened.
[[nodiscard]] std::vector<Category> status_categories(Language language);

}  // namespace michinori::report
