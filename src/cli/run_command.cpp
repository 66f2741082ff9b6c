// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/geography_outputs.h"
#include "report/maternity_outputs.h"
#include "report/remote_outputs.h"
#include "report/routes_output.h"
#include "report/run_outputs.h"
#include "scenario/analysis.h"
#include "scenario/geography.h"
#include "scenario/itinerary.h"
#include "scenario/maternity.h"
#include "scenario/region.h"
#include "scenario/remote.h"
#include "scenario/variant.h"

namespace michinori::cli {
namespace {

/// The demand points whose routes the scenario asks for.
std::vector<DemandId> route_starts(const scenario::Scenario& scenario, const access::DemandSet& demand) {
    const auto& wanted = scenario.outputs.routes_for;
    const bool all = std::ranges::find(wanted, "*") != wanted.end();
    std::vector<DemandId> starts;
    for (std::size_t d = 0; d < demand.size(); ++d) {
        if (all || std::ranges::find(wanted, demand.points[d].id) != wanted.end()) {
            starts.emplace_back(d);
        }
    }
    return starts;
}

std::vector<report::DemandItinerary> routes_asked_for(const scenario::Scenario& scenario,
                                                      const scenario::Region& region, const routing::Engine& engine,
                                                      const scenario::Analysis& analysis) {
    const auto& demand = region.inputs().demand;
    const auto starts = route_starts(scenario, demand);
    auto itineraries = scenario::itineraries_of(starts, region, engine, analysis);
    std::vector<report::DemandItinerary> journeys;
    for (std::size_t i = 0; i < itineraries.size(); ++i) {
        const auto start = starts[i / analysis.services.size()];
        journeys.push_back({demand.points[start.index()].id, std::move(itineraries[i])});
    }
    return journeys;
}

report::RunResults results_of(const scenario::Scenario& scenario, scenario::Region& region,
                              const scenario::Analysis& analysis,
                              const std::optional<scenario::MaternityStudy>& maternity,
                              const std::optional<scenario::GeographyStudy>& geography,
                              const std::optional<scenario::RemoteStudy>& remote, const routing::Engine& searches) {
    const auto& inputs = region.inputs();
    return {scenario,
            region.network(),
            region.model(),
            region.components(),
            inputs.profile,
            inputs.demand,
            inputs.facilities,
            analysis.services,
            inputs.levels,
            analysis.area_of,
            analysis.result,
            region.log(),
            MICHINORI_VERSION,
            maternity ? &*maternity : nullptr,
            geography ? &*geography : nullptr,
            remote ? &*remote : nullptr,
            &searches};
}

/// Everything asked for of one region: today's, or a variant's.
void run(const CommonOptions& options, const scenario::Scenario& scenario, scenario::Region& region,
         const routing::Engine& searches, Progress& progress) {
    const auto talk = language(options, scenario);
    const auto analysis = scenario::analyse(scenario, region, searches, progress);
    const auto maternity = scenario::study_maternity(scenario, region, analysis, searches, progress);
    const auto geography = scenario::study_geography(scenario, region, analysis, searches, progress);
    const auto remote = scenario::study_remote(scenario, region, analysis, searches, progress);
    const auto results = results_of(scenario, region, analysis, maternity, geography, remote, searches);
    progress.begin("outputs");
    io::OutputFolder out(options.out);
    if (!scenario.outputs.routes_for.empty()) {
        report::write_routes(routes_asked_for(scenario, region, searches, analysis), out);
    }
    report::write_run_outputs(results, out, talk);
    const auto files = out.written();
    out.commit();
    progress.end(fmt::format("{} files", files.size()));
    if (!options.quiet) {
        print_findings(region.log(), talk);
        fmt::print("{}\n", report::services_table(results, "", talk));
        if (maternity) {
            fmt::print("{}\n\n", report::maternity_text(results, talk));
        }
        if (geography) {
            fmt::print("{}\n\n", report::geography_text(results, talk));
        }
        if (remote) {
            fmt::print("{}\n\n", report::remote_text(results, talk));
        }
        for (const auto& file : files) {
            fmt::print("{}\n", (std::filesystem::path(options.out) / file.name).string());
        }
    }
}

void run(const CommonOptions& options, const std::string& variant) {
    const ThreadLimit threads(options.threads);
    const auto scenario = load(options);
    const auto progress = make_progress(options.quiet);
    scenario::Region today(scenario, *progress);
    const std::shared_ptr<const routing::Engine> searches = engine(options, scenario, today, *progress);
    if (variant.empty()) {
        run(options, scenario, today, *searches, *progress);
        return;
    }
    const scenario::VariantFamily family(scenario, today, searches);
    const auto made = family.make(variant, {}, *progress);
    run(options, made.scenario, *made.region, *made.engine, *progress);
}

}  // namespace

void add_run_command(CLI::App& app, CommonOptions& options) {
    auto* command = app.add_subcommand("run", "everything the scenario asks for");
    declare(*command, options, true);
    const auto variant = std::make_shared<std::string>();
    command->add_option("--variant", *variant, "a variant of the scenario instead of today");
    command->callback([&options, variant] { run(options, *variant); });
}

}  // namespace michinori::cli
