// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/designation_outputs.h"
#include "scenario/designation.h"

namespace michinori::cli {
namespace {

void designate(const CommonOptions& options) {
    const ThreadLimit threads(options.threads);
    const auto study = scenario::load_designation_study(options.scenario, options.data);
    const auto talk = language(options, study.language);
    const auto progress = make_progress(options.quiet);
    const auto result = scenario::run_designation(study, order_folder(options), *progress);
    const report::DesignationOutputs outputs{study, result, MICHINORI_VERSION, talk};
    io::OutputFolder out(options.out);
    report::write_designation(outputs, out);
    out.commit();
    if (!options.quiet) {
        print_findings(result.log, talk);
        fmt::print("{}\n", report::designation_text(outputs));
    }
}

}  // namespace

void add_designate_command(CLI::App& app, CommonOptions& options) {
    auto* command =
        app.add_subcommand("designate", "physician-short areas with geography: who enters, who leaves, how firmly");
    declare(*command, options, true);
    command->remove_option(command->get_option("--engine"));  // the scenarios of its roads say which
    command->callback([&options] { designate(options); });
}

}  // namespace michinori::cli
