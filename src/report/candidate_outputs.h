// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "io/output_folder.h"
#include "report/json_parts.h"
#include "scenario/candidates.h"

namespace michinori::report {

// What `designate` tells of candidates for 重点医師偏在対策支援区域 and 医師少数スポット. The bytes depend on the
// results alone.

/// Stages candidates_<id>.csv for each: a row per unit, its facts, each test with its number, and its rank.
void write_candidates(const std::vector<scenario::Candidates>& candidates, io::OutputFolder& out);

/// For designation.json: rule, assumptions, counts of each test, the candidates in their order.
[[nodiscard]] Json candidates_json(const std::vector<scenario::Candidates>& candidates, Language language);

/// For a terminal: how many units each test names, the first candidates, and the notice. "" without candidates.
[[nodiscard]] std::string candidates_text(const std::vector<scenario::Candidates>& candidates, Language language);

/// That the prefecture chooses, in agreement with its councils, and that nothing here may be applied mechanically.
[[nodiscard]] std::string candidates_notice(Language language);

}  // namespace michinori::report
