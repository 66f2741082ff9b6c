// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "cli/common_options.h"

#include <CLI/Validators.hpp>

#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "scenario/load_scenario.h"

namespace michinori::cli {

void declare_talk(CLI::App& command, CommonOptions& options) {
    command.add_option("--lang", options.language, "language of messages and tables")
        ->check(CLI::IsMember({"ja", "en"}));
    command.add_flag("--quiet", options.quiet, "print nothing but faults");
}

void declare(CLI::App& command, CommonOptions& options, bool out_needed) {
    command.add_option("SCENARIO", options.scenario, "scenario file (.toml)")->required();
    command.add_option("--data", options.data, "folder where relative data paths start (default: the scenario's)");
    auto* out = command.add_option("--out", options.out, "folder for the results");
    out->required(out_needed);
    command.add_option("--threads", options.threads, "threads to use (0: all); results do not depend on it")
        ->check(CLI::Range(0, 1024));
    command.add_option("--engine", options.engine, "search engine; the answers are the same")
        ->check(CLI::IsMember({"hierarchy", "dijkstra"}));
    command.add_option("--orders", options.orders,
                       "folder where the orders of large networks are kept (default: the user's cache folder)");
    declare_talk(command, options);
}

Language language(const CommonOptions& options, Language own) {
    return options.language.empty() ? own : language_of_messages(options);
}

Language language_of_messages(const CommonOptions& options) {
    if (!options.language.empty()) {
        return options.language == "ja" ? Language::japanese : Language::english;
    }
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("ja") ? Language::japanese : Language::english;
        }
    }
    return Language::english;
}

scenario::Scenario load(const CommonOptions& options) {
    auto scenario = scenario::load_scenario(options.scenario, options.data);
    for (const auto& [name, kind] : scenario::engine_names()) {
        scenario.engine = name == options.engine ? kind : scenario.engine;
    }
    return scenario;
}

geo::Point parse_point(const std::string& option, const std::string& text) {
    const auto comma = text.find(',');
    const auto lon = comma == std::string::npos ? std::nullopt : to_number(text.substr(0, comma));
    const auto lat = comma == std::string::npos ? std::nullopt : to_number(text.substr(comma + 1));
    if (!lon || !lat || !geo::is_on_earth({*lon, *lat})) {
        throw CLI::ValidationError(option, "is LON,LAT in degrees, such as 141.35,43.06");
    }
    return {*lon, *lat};
}

std::unique_ptr<routing::Engine> engine(const CommonOptions& options, const scenario::Scenario& scenario,
                                        const scenario::Region& region, Progress& progress) {
    return scenario::make_engine(scenario, region, order_folder(options), progress);
}

std::filesystem::path order_folder(const CommonOptions& options) {
    return options.orders.empty() ? scenario::default_order_folder() : std::filesystem::path(options.orders);
}

}  // namespace michinori::cli
