// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/closure_outputs.h"
#include "scenario/closure_study.h"

namespace michinori::cli {
namespace {

void closures(const CommonOptions& options) {
    const ThreadLimit threads(options.threads);
    const auto scenario = load(options);
    const auto talk = language(options, scenario);
    const auto progress = make_progress(options.quiet);
    scenario::Region region(scenario, *progress);
    const auto searches = engine(options, scenario, region, *progress);
    const auto analysis = scenario::analyse(scenario, region, *searches, *progress);
    const auto tables = scenario::study_closures(scenario, region, analysis, *searches, *progress);
    const report::ClosureOutputs outputs{scenario, region, analysis, tables, region.log(), MICHINORI_VERSION, talk};
    io::OutputFolder out(options.out);
    report::write_closures(outputs, out);
    out.commit();
    if (!options.quiet) {
        print_findings(region.log(), talk);
        fmt::print("{}", report::closures_text(outputs));
    }
}

}  // namespace

void add_closures_command(CLI::App& app, CommonOptions& options) {
    auto* command = app.add_subcommand("closures", "what the loss of each facility, or of each two, would do");
    declare(*command, options, true);
    command->callback([&options] { closures(options); });
}

}  // namespace michinori::cli
