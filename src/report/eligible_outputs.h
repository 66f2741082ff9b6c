// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "io/output_folder.h"
#include "report/decision_words.h"
#include "scenario/region.h"

namespace michinori::report {

/// Everything `eligible` knows when it is done; refers to the stages' values.
struct EligibleResults {
    const scenario::Scenario& scenario;
    const scenario::Region& region;
    const scenario::Eligibility& batch;
    std::string version;
    Language language = Language::english;

    [[nodiscard]] DecisionContext words() const {
        return {batch, region.inputs().facilities, region.network(), language};
    }
};

/// Stages eligible.csv (a row per home and rule), totals.csv (sums per municipality and rule), eligible.gpkg (a layer
/// per rule), refused.csv and, last, eligible.json. Does not commit. The bytes depend on the results alone.
/// Throws InputError output_unwritable.
void write_eligible_outputs(const EligibleResults& results, io::OutputFolder& out);

/// What a terminal shows: homes by verdict and the support, rule by rule.
[[nodiscard]] std::string eligible_table(const EligibleResults& results);

}  // namespace michinori::report
