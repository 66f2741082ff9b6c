// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/today_outputs.h"

#include <filesystem>
#include <fstream>

#include "io/output_folder.h"
#include "report/names_of_ids.h"
#include "server/token.h"

namespace michinori::server {
namespace {

constexpr std::size_t name_bytes = 8;

/// The results under a scenario that asks for tables alone.
report::RunResults for_tables(const report::RunResults& results, const scenario::Scenario& scenario) {
    return {scenario,       results.network,    results.model,    results.components, results.profile,
            results.demand, results.facilities, results.services, results.levels,     results.area_of,
            results.result, results.log,        results.version,  results.maternity,  results.geography,
            results.remote, results.engine};
}

}  // namespace

TodayOutputs today_outputs(const report::RunResults& results, Language language) {
    auto scenario = results.scenario;
    scenario.outputs.access_csv = false;
    scenario.outputs.gpkg = false;
    scenario.outputs.report = false;
    scenario.outputs.workbook = false;
    // Never committed: what is staged goes away with it.
    io::OutputFolder out(std::filesystem::temp_directory_path() / ("michinori-" + random_token(name_bytes)));
    report::write_run_outputs(for_tables(results, scenario), out, language);
    const auto* book = results.maternity != nullptr ? &results.maternity->book : nullptr;
    const auto names = report::names_of_ids(results.services, results.demand.groups, results.levels, book);
    std::ifstream manifest(out.staged_file("run.json"));
    return {report::result_tables(out, names), report::Json::parse(manifest)};
}

}  // namespace michinori::server
