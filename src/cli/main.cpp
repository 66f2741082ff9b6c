// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdio>
#include <exception>

#include "base/finding.h"
#include "cli/command.h"
#include "cli/common_options.h"

namespace {

enum ExitCode : int { done = 0, inputs_wrong = 1, arguments_wrong = 2, program_failed = 3 };

using michinori::cli::CommonOptions;

int report_faults(const michinori::InputError& error, const CommonOptions& options) {
    const auto language = michinori::cli::language_of_messages(options);
    for (const auto& finding : error.findings()) {
        fmt::print(stderr, "{}\n", michinori::to_line(finding, language));
    }
    return inputs_wrong;
}

int parse_and_run(CLI::App& app, const CommonOptions& options, int argc, char** argv) {
    try {
        app.parse(argc, argv);
        return done;
    } catch (const CLI::CallForHelp& help) {
        return app.exit(help);
    } catch (const CLI::CallForAllHelp& help) {
        return app.exit(help);
    } catch (const CLI::CallForVersion& version) {
        return app.exit(version);
    } catch (const CLI::ParseError& error) {
        app.exit(error);
        return arguments_wrong;
    } catch (const michinori::InputError& error) {
        return report_faults(error, options);
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        CLI::App app{"michinori: how long the journey to care takes, for everyone in a region"};
        app.set_version_flag("--version", MICHINORI_VERSION);
        app.require_subcommand(1);
        CommonOptions options;
        michinori::cli::add_run_command(app, options);
        michinori::cli::add_check_command(app, options);
        michinori::cli::add_compare_command(app, options);
        michinori::cli::add_care_command(app, options);
        michinori::cli::add_closures_command(app, options);
        michinori::cli::add_optimise_command(app, options);
        michinori::cli::add_eligible_command(app, options);
        michinori::cli::add_designate_command(app, options);
        michinori::cli::add_physicians_command(app, options);
        michinori::cli::add_serve_command(app, options);
        michinori::cli::add_route_command(app, options);
        michinori::cli::add_isochrone_command(app, options);
        michinori::cli::add_demo_command(app, options);
        michinori::cli::add_profile_command(app, options);
        michinori::cli::add_bench_command(app, options);
        return parse_and_run(app, options, argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "michinori failed: {}\n", error.what());
        return program_failed;
    }
}
