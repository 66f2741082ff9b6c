// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/optimise_outputs.h"
#include "scenario/optimise_study.h"

namespace michinori::cli {
namespace {

void optimise(const CommonOptions& options) {
    const ThreadLimit threads(options.threads);
    const auto scenario = load(options);
    if (!scenario.what_if || scenario.what_if->optimise.empty()) {
        throw InputError({FindingCode::missing_key, {scenario.shown, {}, {}}, {"the scenario", "[[optimise]]"}});
    }
    const auto talk = language(options, scenario);
    const auto progress = make_progress(options.quiet);
    scenario::Region region(scenario, *progress);
    const std::shared_ptr<const routing::Engine> searches = engine(options, scenario, region, *progress);
    const auto analysis = scenario::analyse(scenario, region, *searches, *progress);
    const auto maternity = scenario::study_support(scenario, region, analysis, *searches, *progress);
    const scenario::VariantFamily family(scenario, region, searches);
    const auto answers =
        scenario::study_optimise(family, analysis, maternity ? &*maternity : nullptr, region.log().findings, *progress);
    const report::OptimiseOutputs outputs{scenario,     answers,           region.inputs().profile,
                                          region.log(), MICHINORI_VERSION, talk};
    io::OutputFolder out(options.out);
    report::write_optimise(outputs, out);
    out.commit();
    if (!options.quiet) {
        print_findings(region.log(), talk);
        fmt::print("{}", report::optimise_text(outputs));
    }
}

}  // namespace

void add_optimise_command(CLI::App& app, CommonOptions& options) {
    auto* command = app.add_subcommand("optimise", "which facilities to keep or to choose, with the proof");
    declare(*command, options, true);
    command->callback([&options] { optimise(options); });
}

}  // namespace michinori::cli
