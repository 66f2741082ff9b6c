// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <vector>

#include "bench/engine_bench.h"
#include "bench/machine.h"
#include "bench/measure_location.h"
#include "bench/measure_what_if.h"
#include "bench/nation.h"
#include "cli/command.h"
#include "cli/terminal_progress.h"
#include "io/dimacs.h"
#include "routing/dijkstra_engine.h"
#include "scenario/analysis.h"
#include "scenario/engine.h"
#include "scenario/region.h"

namespace michinori::cli {
namespace {

struct BenchCommandOptions {
    CommonOptions* common = nullptr;
    std::vector<std::size_t> nations;
    std::vector<std::string> scenarios;
    std::string data;
    std::string arcs;
    std::string places;
    double ms_per_unit = 1;
    std::string what_if;
    bool location = false;
    bool markdown = false;
    bench::BenchOptions measures;
};

bench::TableForm form(const BenchCommandOptions& options) {
    return options.markdown ? bench::TableForm::markdown : bench::TableForm::plain;
}

routing::TimedGraph in_hilbert_order(const routing::TimedGraph& graph) {
    return renumbered(graph, routing::hilbert_numbering(graph.graph.position));
}

routing::TimedGraph graph_of_scenario(const BenchCommandOptions& options, const std::string& file, Progress& progress) {
    const auto scenario = scenario::load_scenario(file, options.data);
    const scenario::Region region(scenario, progress);
    return in_hilbert_order({routing::graph_of(region.network()), region.model().arc_times()});
}

routing::TimedGraph graph_of_dimacs(const BenchCommandOptions& options) {
    io::InputLog log;
    return in_hilbert_order(
        io::read_dimacs({options.arcs, options.arcs}, {options.places, options.places}, options.ms_per_unit, log));
}

/// Prints one graph's table; the number of wrong answers.
std::size_t print_table(const BenchCommandOptions& options, const std::string& title, const routing::TimedGraph& graph,
                        Progress& progress) {
    const auto report = bench::bench_engine(graph, options.measures, progress);
    fmt::print("\n{}{}: {} vertices, {} arcs\n\n{}", options.markdown ? "### " : "", title, graph.graph.vertex_count(),
               graph.graph.arc_count(), bench::table_text(report.rows, form(options)));
    std::fflush(stdout);  // a long run shows each table as it comes
    return report.differing;
}

/// The closures of a service of a scenario; the number of wrong answers.
std::size_t print_what_if(const BenchCommandOptions& options, const std::string& file, Progress& progress) {
    const auto scenario = scenario::load_scenario(file, options.data);
    scenario::Region region(scenario, progress);
    const auto analysis = scenario::analyse(scenario, region, routing::DijkstraEngine(region.model()), progress);
    const auto fast = scenario::make_engine(scenario, region, {}, progress);
    const routing::DijkstraEngine plain(region.model());
    const auto& service = scenario::service_named(options.what_if, analysis.services);
    const auto report =
        bench::measure_what_if({plain, *fast, region.components(), service, analysis.result.demand_snaps,
                                analysis.result.facility_snaps, region.inputs().demand.people.front()},
                               options.measures.quick);
    fmt::print("\n{}what-ifs of {} in {}\n\n{}", options.markdown ? "### " : "", service.id,
               std::filesystem::path(file).stem().string(), bench::table_text(report.rows, form(options)));
    return report.differing;
}

void print_location(const BenchCommandOptions& options) {
    const auto rows = bench::measure_location(options.measures.quick);
    fmt::print("\n{}best sets of sites\n\n{}", options.markdown ? "### " : "", bench::table_text(rows, form(options)));
}

void run_bench(BenchCommandOptions& options) {
    if (options.nations.empty() && options.scenarios.empty() && options.arcs.empty() && !options.location) {
        options.nations = {264'000, 1'850'000};
    }
    const auto progress = make_progress(options.common->quiet);
    fmt::print("{}\n", bench::machine_line());
    if (options.measures.quick) {
        fmt::print("--quick: everything once, so the times say nothing\n");
    }
    std::size_t differing = 0;
    if (options.location) {
        print_location(options);
    }
    for (const auto& file : options.scenarios) {
        if (!options.what_if.empty()) {
            differing += print_what_if(options, file, *progress);
            continue;
        }
        differing += print_table(options, std::filesystem::path(file).stem().string(),
                                 graph_of_scenario(options, file, *progress), *progress);
    }
    if (!options.arcs.empty()) {
        differing += print_table(options, std::filesystem::path(options.arcs).filename().string(),
                                 graph_of_dimacs(options), *progress);
    }
    for (const auto vertices : options.nations) {
        differing += print_table(options, "generated nation", bench::generate_nation(vertices, 1), *progress);
    }
    if (differing > 0) {
        throw std::runtime_error(fmt::format("{} answers differ from those of the plain searches", differing));
    }
}

}  // namespace

void add_bench_command(CLI::App& app, CommonOptions& options) {
    auto own = std::make_shared<BenchCommandOptions>();
    own->common = &options;
    auto* command = app.add_subcommand("bench", "how fast the engine is here, next to plain searches");
    command->add_option("--nation", own->nations, "generated nations of so many vertices (264000 1850000)")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 28U));
    auto* arcs = command->add_option("--gr", own->arcs, "arcs of a graph, DIMACS .gr");
    auto* places = command->add_option("--co", own->places, "its places, DIMACS .co");
    arcs->needs(places);
    places->needs(arcs);
    command->add_option("--unit-ms", own->ms_per_unit, "milliseconds a unit of weight of --gr stands for")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--scenario", own->scenarios, "the network of a scenario file (.toml)");
    command->add_option("--what-if", own->what_if, "instead: closures of this service of the scenarios");
    command->add_flag("--location", own->location, "instead: best sets of sites (p-median, maximal cover)");
    command->add_option("--data", own->data, "folder where relative data paths start (default: the scenario's)");
    command->add_option("--sites", own->measures.sites, "how many facilities, separated by commas")
        ->delimiter(',')
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
        ->capture_default_str();
    command->add_flag("--table", own->measures.table, "measure a travel table as well");
    command->add_flag("--quick", own->measures.quick, "every measure once: to see that it works");
    command->add_flag("--markdown", own->markdown, "tables in Markdown");
    declare_talk(*command, options);
    command->callback([own] { run_bench(*own); });
}

}  // namespace michinori::cli
