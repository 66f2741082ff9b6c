// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <CLI/App.hpp>

#include "cli/common_options.h"

namespace michinori::cli {

/// Each adds its subcommand to the program; the subcommand's callback does the work and throws
/// InputError for faults of the inputs. The options object outlives the parse.
void add_run_command(CLI::App& app, CommonOptions& options);
void add_check_command(CLI::App& app, CommonOptions& options);
void add_compare_command(CLI::App& app, CommonOptions& options);
void add_care_command(CLI::App& app, CommonOptions& options);
void add_closures_command(CLI::App& app, CommonOptions& options);
void add_optimise_command(CLI::App& app, CommonOptions& options);
void add_eligible_command(CLI::App& app, CommonOptions& options);
void add_designate_command(CLI::App& app, CommonOptions& options);
void add_physicians_command(CLI::App& app, CommonOptions& options);
void add_serve_command(CLI::App& app, CommonOptions& options);
void add_route_command(CLI::App& app, CommonOptions& options);
void add_isochrone_command(CLI::App& app, CommonOptions& options);
void add_demo_command(CLI::App& app, CommonOptions& options);
void add_profile_command(CLI::App& app, CommonOptions& options);
void add_bench_command(CLI::App& app, CommonOptions& options);

}  // namespace michinori::cli
