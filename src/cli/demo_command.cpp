// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <memory>

#include "cli/command.h"
#include "cli/terminal_progress.h"
#include "demo/demo.h"

namespace michinori::cli {
namespace {

constexpr std::size_t most_cells = 400'000;  // there is land for more, for some seeds not for many

struct DemoOptions {
    CommonOptions* common = nullptr;
    std::string folder;
    demo::Options prefecture;
};

void write_demo(const DemoOptions& options) {
    const auto progress = make_progress(options.common->quiet);
    demo::write_prefecture(options.folder, options.prefecture, *progress);
    if (!options.common->quiet) {
        fmt::print("{}\n", options.folder);
    }
}

}  // namespace

void add_demo_command(CLI::App& app, CommonOptions& options) {
    auto own = std::make_shared<DemoOptions>();
    own->common = &options;
    auto* command = app.add_subcommand("demo", "write the demonstration prefecture's files");
    command->add_option("DIR", own->folder, "folder to write into")->required();
    command->add_option("--seed", own->prefecture.seed, "another seed gives another prefecture");
    command
        ->add_option("--cells", own->prefecture.cells, "at least so many cells of people, of 250 or 125 m (to 400000)")
        ->check(CLI::Range(std::size_t{1}, most_cells));
    declare_talk(*command, options);
    command->callback([own] { write_demo(*own); });
}

}  // namespace michinori::cli
