// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <filesystem>
#include <memory>

#include "cli/command.h"
#include "cli/findings_printer.h"
#include "io/output_folder.h"
#include "io/speed_profile_file.h"

namespace michinori::cli {
namespace {

struct ProfileOptions {
    CommonOptions* common = nullptr;
    std::string census;
    std::string base;
    std::string out;
    io::CensusOptions columns;
};

void write_profile(const ProfileOptions& options) {
    io::InputLog log;
    const auto base = io::read_speed_profile({options.base, options.base}, log);
    const auto text = io::profile_from_census({options.census, options.census}, options.columns, base, log);
    const std::filesystem::path target(options.out);
    io::OutputFolder folder(target.has_parent_path() ? target.parent_path() : std::filesystem::path("."));
    folder.write_text(target.filename().string(), text);
    folder.commit();
    print_findings(log, language_of_messages(*options.common));
    if (!options.common->quiet) {
        fmt::print("{}\n", options.out);
    }
}

}  // namespace

void add_profile_command(CLI::App& app, CommonOptions& options) {
    auto own = std::make_shared<ProfileOptions>();
    own->common = &options;
    auto* command = app.add_subcommand("profile", "make a speed profile out of a road traffic census");
    command->add_option("CENSUS", own->census, "箇所別基本表 as CSV")->required();
    command->add_option("--base", own->base, "profile for what the census does not cover")->required();
    command->add_option("--out", own->out, "profile file to write (.toml)")->required();
    command->add_option("--region", own->columns.region, "for the title, such as \"北海道 2010\"");
    command->add_option("--encoding", own->columns.encoding, "of the census file (default: found out)");
    command->add_option("--class-column", own->columns.class_column)->capture_default_str();
    command->add_option("--length-column", own->columns.length_column, "km")->capture_default_str();
    command->add_option("--up-column", own->columns.up_column, "measured km/h")->capture_default_str();
    command->add_option("--down-column", own->columns.down_column, "measured km/h")->capture_default_str();
    declare_talk(*command, options);
    command->callback([own] { write_profile(*own); });
}

}  // namespace michinori::cli
