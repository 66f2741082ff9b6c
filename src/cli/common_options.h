// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <CLI/App.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/finding.h"
#include "geo/point.h"
#include "scenario/engine.h"
#include "scenario/scenario.h"

namespace michinori::cli {

/// What every command that reads a scenario understands.
struct CommonOptions {
    std::string scenario;
    std::string data;
    std::string out;
    std::string engine;  ///< empty: the scenario's
    std::string orders;  ///< empty: the user's cache folder
    std::string language;
    std::size_t threads = 0;
    bool quiet = false;
};

/// Declares them on a subcommand; --out is asked for only where `out_needed`.
void declare(CLI::App& command, CommonOptions& options, bool out_needed);

/// Declares --lang and --quiet alone.
void declare_talk(CLI::App& command, CommonOptions& options);

/// --lang, else the language of the scenario or study itself.
[[nodiscard]] Language language(const CommonOptions& options, Language own);
[[nodiscard]] inline Language language(const CommonOptions& options, const scenario::Scenario& scenario) {
    return language(options, scenario.language);
}
/// --orders, else the user's cache folder.
[[nodiscard]] std::filesystem::path order_folder(const CommonOptions& options);

/// --lang as said before any scenario is read, else the locale's (LANG=ja... is Japanese).
[[nodiscard]] Language language_of_messages(const CommonOptions& options);

[[nodiscard]] scenario::Scenario load(const CommonOptions& options);

/// A place given as LON,LAT in degrees. Throws CLI::ValidationError in the option's name.
[[nodiscard]] geo::Point parse_point(const std::string& option, const std::string& text);

/// The engine that --engine or else the scenario names; the region must outlive it.
[[nodiscard]] std::unique_ptr<routing::Engine> engine(const CommonOptions& options, const scenario::Scenario& scenario,
                                                      const scenario::Region& region, Progress& progress);

}  // namespace michinori::cli
