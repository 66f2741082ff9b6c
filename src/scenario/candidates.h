// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "io/input_log.h"
#include "policy/area_tests.h"
#include "scenario/candidate_settings.h"

namespace michinori::scenario {

using policy::CandidateArea;

/// A [[candidates]] of a study, computed: the tests of each unit and who comes first. The prefecture chooses.
struct Candidates {
    std::string id;
    std::string level;  ///< what the units are, for people
    policy::AreaRule rule;
    std::vector<std::string> facts;  ///< those of the rule, then further ones, in the order of CandidateUnit::facts
    std::vector<std::string> sums;   ///< facts that rows were added up for
    std::vector<std::string> notes;  ///< what a reader must know of the facts
    std::vector<CandidateArea> areas;
    std::vector<policy::CandidateUnit> units;               ///< ascending by code
    std::vector<std::vector<std::int64_t>> rows_not_known;  ///< by unit, by fact: rows that a sum leaves out
    policy::UnitJudgements judged;                          ///< by unit
};

/// Reads rule and tables and applies the rule. `areas` are all areas of the study, as designated: an area without
/// polygon is one of them. Where units are areas themselves, they join by code and name; else by code alone, which must
/// be the code of one area. What does not join, and facts that are not given or not known, are warnings of the log.
/// Throws InputError with every fault: those of read_units() and read_facts(), of the rule file, area_unknown (a unit
/// of an area that the study does not have), unknown_reference (a prefecture that its table does not have).
///
///     for (const auto& wanted : study.candidates) results.push_back(find_candidates(wanted, areas, log));
[[nodiscard]] Candidates find_candidates(const CandidateSettings& wanted, std::span<const CandidateArea> areas,
                                         io::InputLog& log);

}  // namespace michinori::scenario
