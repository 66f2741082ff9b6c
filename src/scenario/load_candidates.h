// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "scenario/candidate_settings.h"
#include "scenario/load_section.h"

namespace michinori::scenario {

/// Every [[candidates]] of a study file. Faults join the file's.
void load_candidates(const Section& root, std::vector<CandidateSettings>& into);

}  // namespace michinori::scenario
