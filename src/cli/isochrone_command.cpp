// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "base/text.h"
#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/isochrone_map.h"
#include "scenario/isochrones.h"

namespace michinori::cli {
namespace {

struct IsochroneOptions {
    CommonOptions* common = nullptr;
    std::string service;
    std::string from;
    std::string to;
    std::string limits;
    double width_m = 100;
    std::optional<double> tolerance_m;
};

/// What the limits are counted around, as asked for.
struct Centre {
    std::string option;
    std::string value;
    geo::Point point;  ///< of --from and --to
};

Centre parse_centre(const IsochroneOptions& options) {
    if (!options.service.empty()) {
        return {"--service", options.service, {}};
    }
    const bool from = !options.from.empty();
    const std::string option = from ? "--from" : "--to";
    const auto& value = from ? options.from : options.to;
    return {option, value, parse_point(option, value)};
}

/// Minutes that ascend, each at least a millisecond more than the one before.
std::vector<TravelTime> parse_limits(const std::string& text) {
    constexpr double longest_min = 10000;
    std::vector<TravelTime> limits;
    auto parts = split_list(text, ',');
    if (parts.empty()) {
        parts.emplace_back();  // no limit is a wrong one
    }
    for (const auto& part : parts) {
        const auto value = to_number(part);
        if (!value || !(*value > 0 && *value <= longest_min) ||
            from_minutes(*value) <= (limits.empty() ? TravelTime{0} : limits.back())) {
            throw CLI::ValidationError("--limits", "is minutes above 0 that ascend, such as 15,30,60");
        }
        limits.push_back(from_minutes(*value));
    }
    return limits;
}

geo::BufferOptions parse_buffer(const IsochroneOptions& options) {
    const double tolerance_m = options.tolerance_m.value_or(options.width_m / 5);
    if (!(options.width_m > 0 && options.width_m <= 10000)) {
        throw CLI::ValidationError("--width-m", "is above 0, and 10000 at most");
    }
    if (!(tolerance_m >= 0 && tolerance_m <= options.width_m / 3)) {
        throw CLI::ValidationError("--tolerance-m", "is 0 to a third of --width-m");
    }
    return {Metres{options.width_m}, Metres{tolerance_m}};
}

scenario::Places places_of(const Centre& centre, const scenario::Scenario& scenario, scenario::Region& region) {
    using routing::Journey;
    return centre.option == "--service"
               ? scenario::around_service(centre.value, scenario, region)
               : scenario::around_point(centre.point,
                                        centre.option == "--from" ? Journey::from_places : Journey::to_places,
                                        centre.option, region);
}

void write_isochrones(const IsochroneOptions& options) {
    const auto& common = *options.common;
    const auto centre = parse_centre(options);
    const auto limits = parse_limits(options.limits);
    const auto buffer = parse_buffer(options);
    const ThreadLimit threads(common.threads);
    const auto scenario = load(common);
    const auto progress = make_progress(common.quiet);
    scenario::Region region(scenario, *progress);
    const auto places = places_of(centre, scenario, region);
    progress->begin("isochrones");
    const auto isochrones = scenario::measured_isochrones(region, places, limits, buffer);
    progress->end(fmt::format("{} limits", limits.size()));
    const report::IsochroneMap map{region.network(), isochrones, centre.option + " " + centre.value,
                                   language(common, scenario)};
    progress->begin("outputs");
    io::OutputFolder out(common.out);
    report::write_isochrones(map, out.stage("isochrones.gpkg"));
    out.commit();
    progress->end("1 files");
    if (!common.quiet) {
        print_findings(region.log(), map.language);
        fmt::print("{}\n{}\n", report::isochrone_table(map),
                   (std::filesystem::path(common.out) / "isochrones.gpkg").string());
    }
}

}  // namespace

void add_isochrone_command(CLI::App& app, CommonOptions& options) {
    auto own = std::make_shared<IsochroneOptions>();
    own->common = &options;
    auto* command = app.add_subcommand("isochrone", "the roads and the land within minutes of a place or a service");
    declare(*command, options, true);
    for (const char* unused : {"--engine", "--orders"}) {  // one search, which goes no further than the last limit
        command->remove_option(command->get_option(unused));
    }
    auto* centre = command->add_option_group("centre", "one of these");
    centre->add_option("--service", own->service, "journeys to the facilities of this service");
    centre->add_option("--from", own->from, "journeys from this place, as LON,LAT");
    centre->add_option("--to", own->to, "journeys to this place, as LON,LAT");
    centre->require_option(1);
    command->add_option("--limits", own->limits, "minutes, ascending: 15,30,60")->required();
    command->add_option("--width-m", own->width_m, "land within this distance of a road counts (default: 100)");
    command->add_option("--tolerance-m", own->tolerance_m,
                        "outlines may be simplified by this much (default: a fifth of the width)");
    command->callback([own] { write_isochrones(*own); });
}

}  // namespace michinori::cli
