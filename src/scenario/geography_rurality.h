// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "scenario/geography.h"

namespace michinori::scenario {

/// With the cells of this scenario as the reference: frozen scales of them by every metric, in logarithms, with factor
/// weights; else none. Cells without people are no units. Throws InputError: reference_not_national (codes of the area
/// levels begin with fewer than 47 prefectures), rule_not_applicable.
[[nodiscard]] std::vector<RuralityScale> scales_of_cells(const Scenario& scenario, const Inputs& inputs,
                                                         const GeographyStudy& study);

/// Rurality of cells and areas by the study's frozen scales, for every scale whose unit and metric this scenario has;
/// the others are told. A unit without land or people has no rurality; one without distance counts as the farthest of
/// the nation where its scale says so, else it has none.
void judge_rurality(const Scenario& scenario, const Inputs& inputs, const Analysis& analysis, GeographyStudy& study,
                    Findings& findings);

}  // namespace michinori::scenario
