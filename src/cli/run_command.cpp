// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/routes_output.h"
#include "report/run_outputs.h"
#include "scenario/analysis.h"
#include "scenario/itinerary.h"
#include "scenario/region.h"

namespace michinori::cli {
namespace {

std::vector<report::DemandItinerary> routes_asked_for(const scenario::Scenario& scenario,
                                                      const scenario::Region& region, const routing::Engine& engine,
                                                      const scenario::Analysis& analysis) {
    const auto& wanted = scenario.outputs.routes_for;
    const bool all = std::ranges::find(wanted, "*") != wanted.end();
    const auto& points = region.inputs().demand.points;
    std::vector<report::DemandItinerary> journeys;
    for (std::size_t d = 0; d < points.size(); ++d) {
        if (all || std::ranges::find(wanted, points[d].id) != wanted.end()) {
            for (std::size_t s = 0; s < analysis.services.size(); ++s) {
                journeys.push_back({points[d].id, scenario::itinerary_of(DemandId{d}, s, region, engine, analysis)});
            }
        }
    }
    return journeys;
}

report::RunResults results_of(const scenario::Scenario& scenario, scenario::Region& region,
                              const scenario::Analysis& analysis) {
    const auto& inputs = region.inputs();
    return {scenario,        region.network(),  region.model(),    region.components(), inputs.profile,
            inputs.demand,   inputs.facilities, analysis.services, inputs.levels,       analysis.area_of,
            analysis.result, region.log(),      MICHINORI_VERSION};
}

void run(const CommonOptions& options) {
    const ThreadLimit threads(options.threads);
    const auto scenario = load(options);
    const auto talk = language(options, scenario);
    const auto progress = make_progress(options.quiet);
    scenario::Region region(scenario, *progress);
    const auto searches = engine(options, scenario, region, *progress);
    const auto analysis = scenario::analyse(scenario, region, *searches, *progress);
    const auto results = results_of(scenario, region, analysis);
    progress->begin("outputs");
    io::OutputFolder out(options.out);
    if (!scenario.outputs.routes_for.empty()) {
        report::write_routes(routes_asked_for(scenario, region, *searches, analysis), out);
    }
    report::write_run_outputs(results, out, talk);
    const auto files = out.written();
    out.commit();
    progress->end(fmt::format("{} files", files.size()));
    if (!options.quiet) {
        print_findings(region.log(), talk);
        fmt::print("{}\n", report::services_table(results, "", talk));
        for (const auto& file : files) {
            fmt::print("{}\n", (std::filesystem::path(options.out) / file.name).string());
        }
    }
}

}  // namespace

void add_run_command(CLI::App& app, CommonOptions& options) {
    auto* command = app.add_subcommand("run", "everything the scenario asks for");
    declare(*command, options, true);
    command->callback([&options] { run(options); });
}

}  // namespace michinori::cli
