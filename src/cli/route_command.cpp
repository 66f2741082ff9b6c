// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <memory>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/terminal_progress.h"
#include "report/route_text.h"
#include "scenario/analysis.h"
#include "scenario/itinerary.h"
#include "scenario/region.h"

namespace michinori::cli {
namespace {

struct RouteOptions {
    CommonOptions* common = nullptr;
    std::string from;
    std::string service;
};

void show_route(const RouteOptions& options) {
    const auto from = parse_point("--from", options.from);
    const ThreadLimit threads(options.common->threads);
    const auto scenario = load(*options.common);
    const auto progress = make_progress(options.common->quiet);
    scenario::Region region(scenario, *progress);
    const auto searches = engine(*options.common, scenario, region, *progress);
    const auto analysis = scenario::analyse(scenario, region, *searches, *progress);
    for (const auto& itinerary : scenario::itineraries_from(from, options.service, region, *searches, analysis)) {
        fmt::print("{}\n", report::route_text(itinerary, language(*options.common, scenario)));
    }
}

}  // namespace

void add_route_command(CLI::App& app, CommonOptions& options) {
    auto own = std::make_shared<RouteOptions>();
    own->common = &options;
    auto* command = app.add_subcommand("route", "the way from one place to the nearest facility, road by road");
    declare(*command, options, false);
    command->add_option("--from", own->from, "where the journey starts, as LON,LAT")->required();
    command->add_option("--service", own->service, "only this service (default: each)");
    command->callback([own] { show_route(*own); });
}

}  // namespace michinori::cli
