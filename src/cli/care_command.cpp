// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "report/care_outputs.h"
#include "scenario/analysis.h"
#include "scenario/care_study.h"
#include "scenario/variant.h"

namespace michinori::cli {
namespace {

using scenario::CareGround;

/// Answers over what was read, and writes it all.
void answer(const CommonOptions& options, const scenario::Scenario& scenario, const CareGround& ground,
            const network::SpeedProfile* profile, io::InputLog& log, Progress& progress) {
    const auto talk = language(options, scenario);
    const auto study = scenario::study_networks(scenario, ground, log, progress);
    const report::CareOutputs outputs{scenario, study, ground.inputs(), log, profile, MICHINORI_VERSION, talk};
    io::OutputFolder out(options.out);
    report::write_care(outputs, out);
    out.commit();
    if (!options.quiet) {
        print_findings(log, talk);
        fmt::print("{}", report::care_text(outputs));
    }
}

void over_straight_lines(const CommonOptions& options, const scenario::Scenario& scenario, Progress& progress) {
    auto inputs = scenario::load_inputs(scenario, progress);
    const auto ground = scenario::straight_ground(*scenario.straight_line, inputs);
    answer(options, scenario, *ground, nullptr, inputs.log, progress);
}

void over_roads(const CommonOptions& options, const scenario::Scenario& scenario, scenario::Region& region,
                const routing::Engine& searches, Progress& progress) {
    const auto ground = scenario::road_ground(scenario, region, searches);
    answer(options, scenario, *ground, &region.inputs().profile, region.log(), progress);
}

void care(const CommonOptions& options, const std::string& variant) {
    const ThreadLimit threads(options.threads);
    const auto scenario = load(options);
    if (scenario.networks.empty()) {
        throw InputError({FindingCode::missing_key, {scenario.shown, {}, {}}, {"the scenario", "[[network]]"}});
    }
    const auto progress = make_progress(options.quiet);
    if (scenario.straight_line && variant.empty()) {
        over_straight_lines(options, scenario, *progress);
        return;
    }
    scenario::Region today(scenario, *progress);
    const std::shared_ptr<const routing::Engine> searches = engine(options, scenario, today, *progress);
    if (variant.empty()) {
        over_roads(options, scenario, today, *searches, *progress);
        return;
    }
    const scenario::VariantFamily family(scenario, today, searches);
    auto made = family.make(variant, {}, *progress);
    over_roads(options, made.scenario, *made.region, *made.engine, *progress);
}

}  // namespace

void add_care_command(CLI::App& app, CommonOptions& options) {
    auto* command =
        app.add_subcommand("care", "care networks in tiers: who reaches what, what is missing, where to add");
    declare(*command, options, true);
    auto variant = std::make_shared<std::string>();
    command->add_option("--variant", *variant, "a variant of the scenario instead of today");
    command->callback([&options, variant] { care(options, *variant); });
}

}  // namespace michinori::cli
