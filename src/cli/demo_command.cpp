// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <memory>

#include "cli/command.h"
#include "cli/terminal_progress.h"
#include "demo/demo.h"

namespace michinori::cli {
namespace {

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
    declare_talk(*command, options);
    command->callback([own] { write_demo(*own); });
}

}  // namespace michinori::cli
