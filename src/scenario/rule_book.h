// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "access/facility.h"
#include "io/input_log.h"
#include "policy/rule_versions.h"
#include "policy/travel_support.h"
#include "policy/ward_support.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {

/// The rule sets a scenario names, read and grouped by family.
struct RuleBook {
    std::vector<policy::TravelSupport> travel;
    std::vector<policy::RuleFamily> travel_families;  ///< indices into travel
    std::vector<policy::WardSupport> wards;
    std::vector<policy::RuleFamily> ward_families;  ///< indices into wards
};

/// Reads every file and records it in the log, with a warning where it holds assumptions. Throws InputError
/// with the faults of all files, and rule_versions_overlap.
[[nodiscard]] RuleBook load_rules(const std::vector<io::InputFile>& files, io::InputLog& log);

/// Records a rule file in the log, with a warning where it holds assumptions.
void record_rule(const io::InputFile& file, const policy::RuleHead& head, io::InputLog& log);

/// Heads grouped by family; a rule_versions_overlap fault where two versions are in force on one day.
[[nodiscard]] std::vector<policy::RuleFamily> families_of_rules(const std::vector<policy::RuleHead>& heads,
                                                                FaultCollector& faults);

/// A version of a rule that was chosen for a day.
struct ChosenRule {
    std::size_t family = 0;
    std::size_t rule = 0;        ///< index into the book's list
    bool outside_dates = false;  ///< not in force that day, applied all the same because the user said so
};

/// Why no version can be applied.
struct RuleGap {
    FindingCode code = FindingCode::rule_not_in_force;  ///< or rule_gap
    std::vector<std::string> arguments;
};

/// Chooses a family's version for a day; one that is not in force only where `outside_dates` allows it.
[[nodiscard]] std::variant<ChosenRule, RuleGap> choose_rule(const std::vector<policy::RuleFamily>& families,
                                                            std::size_t family, Date date, bool outside_dates);

/// Tells of families without a version on the day: no fault of a run, but nobody should wonder where they are.
void report_not_in_force(const std::vector<policy::RuleFamily>& families, Date day, Findings& findings);

}  // namespace michinori::scenario
