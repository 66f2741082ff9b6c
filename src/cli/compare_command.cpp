// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <CLI/Error.hpp>

#include <filesystem>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "io/run_folder.h"
#include "report/compared_variants.h"
#include "report/comparison_outputs.h"
#include "scenario/comparison_study.h"

namespace michinori::cli {
namespace {

using scenario::Side;

void write_and_tell(const report::ComparisonOutputs& outputs, const CommonOptions& options) {
    io::OutputFolder out(options.out);
    report::write_comparison(outputs, out);
    const auto files = out.written();
    out.commit();
    if (options.quiet) {
        return;
    }
    print_findings(outputs.log, outputs.language);
    fmt::print("{}", report::comparison_text(outputs));
    for (const auto& file : files) {
        fmt::print("{}\n", (std::filesystem::path(options.out) / file.name).string());
    }
}

void compare_variants(const CommonOptions& options) {
    const auto scenario = load(options);
    const auto progress = make_progress(options.quiet);
    scenario::Region today(scenario, *progress);
    const report::ComparedVariants compared(scenario, today, engine(options, scenario, today, *progress),
                                            MICHINORI_VERSION, language(options, scenario), *progress);
    write_and_tell(compared.outputs(), options);
}

/// The last part of a folder's path: what it is called in outputs, which name no folder of the machine.
io::InputFile folder_named(const std::string& path) {
    const auto folder = std::filesystem::path(path).lexically_normal();
    const auto name = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    return {folder, name.string()};
}

Side side_of(const io::RunFolder& run, const std::string& name) {
    return {name,         run.title_en, run.title_ja, run.demand,   run.facilities,
            run.services, run.levels,   run.area_of,  run.outcomes, nullptr};
}

void compare_folders(const CommonOptions& options, const std::string& second) {
    const auto before = folder_named(options.scenario);
    const auto after = folder_named(second);
    const auto talk = language_of_messages(options);
    io::InputLog log;
    const auto run_before = io::read_run(before, "run before", log);
    const auto run_after = io::read_run(after, "run after", log);
    const auto study =
        scenario::compare(side_of(run_before, before.shown), side_of(run_after, after.shown), {}, log.findings);
    write_and_tell({nullptr, {{study, {}}}, log, MICHINORI_VERSION, talk, true, nullptr, {}}, options);
}

void compare(const CommonOptions& options, const std::string& second) {
    const ThreadLimit threads(options.threads);
    const bool folders = std::filesystem::is_directory(options.scenario);
    if (folders != !second.empty()) {
        throw CLI::ValidationError("compare", "needs one scenario file, or two folders that `run` left");
    }
    folders ? compare_folders(options, second) : compare_variants(options);
}

}  // namespace

void add_compare_command(CLI::App& app, CommonOptions& options) {
    auto* command = app.add_subcommand(
        "compare", "who gains and who loses: the variants of a scenario, or two folders that run left");
    declare(*command, options, true);
    auto second = std::make_shared<std::string>();
    command->add_option("DIR_B", *second, "with a folder in place of SCENARIO: the folder of the later run");
    command->callback([&options, second] { compare(options, *second); });
}

}  // namespace michinori::cli
