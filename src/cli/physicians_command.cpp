// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/physician_outputs.h"
#include "scenario/physicians.h"

namespace michinori::cli {
namespace {

void study_physicians(const CommonOptions& options) {
    const ThreadLimit threads(options.threads);
    const auto study = scenario::load_physician_study(options.scenario, options.data);
    const auto talk = language(options, study.language);
    const auto progress = make_progress(options.quiet);
    const auto result = scenario::study_physicians(study, *progress);
    const report::PhysicianOutputs outputs{study, result, MICHINORI_VERSION, talk};
    io::OutputFolder out(options.out);
    report::write_physicians(outputs, out);
    out.commit();
    if (!options.quiet) {
        print_findings(result.log, talk);
        fmt::print("{}", report::physicians_text(outputs));
    }
}

}  // namespace

void add_physicians_command(CLI::App& app, CommonOptions& options) {
    auto* command = app.add_subcommand(
        "physicians", "physician indices of areas out of their tables: every step, classes, targets, progress");
    declare(*command, options, true);
    for (const char* unused : {"--engine", "--orders"}) {  // tables need no search
        command->remove_option(command->get_option(unused));
    }
    command->callback([&options] { study_physicians(options); });
}

}  // namespace michinori::cli
