// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "io/input_log.h"
#include "io/output_folder.h"
#include "scenario/optimise_study.h"

namespace michinori::report {

/// Everything `optimise` knows when it is done. Refers to values that must outlive it.
struct OptimiseOutputs {
    const scenario::Scenario& scenario;
    const std::vector<scenario::OptimiseAnswer>& answers;
    const network::SpeedProfile& profile;
    const io::InputLog& log;
    std::string version;
    Language language = Language::english;
};

/// Stages plans.csv (today, the best sets, those of simple rules: what each means), plan_sites.csv (which sites, with
/// their loads), and where asked for front.csv (the best set of each size), tradeoff.csv (two goals against each
/// other), steps.csv (closures one at a time), sensitivity.csv (which sites stay under other speeds, seasons, years);
/// plans.toml (each plan as a variant, for `compare` and `run`), optimise.gpkg (sites by plan) and, last, optimise.json
/// with the size of each model, gap and bound. Does not commit. No times of day or of work: the bytes depend on the
/// results alone. Throws InputError output_unwritable.
void write_optimise(const OptimiseOutputs& outputs, io::OutputFolder& out);

/// For a terminal: per question a table of plans with their proofs and the seconds they took.
[[nodiscard]] std::string optimise_text(const OptimiseOutputs& outputs);

}  // namespace michinori::report
