// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "access/access.h"
#include "base/threads.h"
#include "cli/command.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/check_report.h"
#include "scenario/analysis.h"
#include "scenario/care_study.h"
#include "scenario/geography.h"
#include "scenario/maternity.h"
#include "scenario/region.h"
#include "scenario/remote.h"
#include "scenario/variant.h"

namespace michinori::cli {
namespace {

void write_check(const report::CheckResults& results, const std::string& text, const std::string& folder,
                 Language language) {
    io::OutputFolder out(folder);
    out.write_text("check.txt", text);
    out.write_text("check.json", report::check_json(results, language));
    out.commit();
}

void check(const CommonOptions& options) {
    const ThreadLimit threads(options.threads);
    const auto scenario = load(options);
    const auto talk = language(options, scenario);
    const auto progress = make_progress(options.quiet);
    scenario::Region region(scenario, *progress);
    const auto& inputs = region.inputs();
    const auto services = scenario::select_services(scenario, inputs);
    scenario::check_maternity(scenario, region, services);
    scenario::check_remote(scenario, region, services);
    scenario::check_geography(scenario, region);
    scenario::check_what_if(scenario, region, *progress);
    scenario::check_networks(scenario, inputs, region.log());
    const auto area_of = scenario::assign_areas(scenario, region.inputs(), region.log().findings);
    const auto demand_snaps = access::snap_demand(region.snapper(), inputs.demand);
    const auto facility_snaps = access::snap_facilities(region.snapper(), inputs.facilities);
    const report::CheckResults results{
        scenario,          region.network(), region.components(), inputs.profile, inputs.demand,
        inputs.facilities, services,         inputs.levels,       area_of,        demand_snaps,
        facility_snaps,    region.log(),     MICHINORI_VERSION};
    const auto text = report::check_report(results, talk);
    if (!options.out.empty()) {
        write_check(results, text, options.out, talk);
    }
    fmt::print("{}\n", text);
    // After the page, so that a planner sees the whole state and then what stops a run.
    scenario::check_placement(scenario, region, services, facility_snaps);
}

}  // namespace

void add_check_command(CLI::App& app, CommonOptions& options) {
    auto* command = app.add_subcommand("check", "what was understood of each input, before anything is computed");
    declare(*command, options, false);
    command->callback([&options] { check(options); });
}

}  // namespace michinori::cli
