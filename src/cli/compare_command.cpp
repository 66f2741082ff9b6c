// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <CLI/Error.hpp>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <list>
#include <map>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/output_folder.h"
#include "io/run_folder.h"
#include "report/change_words.h"
#include "report/comparison_outputs.h"
#include "scenario/comparison_study.h"
#include "scenario/maternity.h"
#include "scenario/variant.h"

namespace michinori::cli {
namespace {

using scenario::Side;

/// A region in one state, asked for everything that is compared.
struct State {
    std::string id;
    std::string title_en;
    std::string title_ja;
    scenario::Region* region = nullptr;
    scenario::Analysis analysis;
    std::optional<scenario::MaternityStudy> maternity;

    [[nodiscard]] Side side() const {
        return scenario::side_of(id, title_en, title_ja, *region, analysis, maternity ? &*maternity : nullptr);
    }
};

const std::vector<scenario::VariantSettings>& variants_of(const scenario::Scenario& scenario) {
    if (!scenario.what_if || scenario.what_if->variants.empty()) {
        throw InputError({FindingCode::missing_key, {scenario.shown, {}, {}}, {"the scenario", "[[variant]]"}});
    }
    return scenario.what_if->variants;
}

/// Today and every variant of a scenario.
class Family {
public:
    Family(const scenario::Scenario& scenario, scenario::Region& today, std::shared_ptr<const routing::Engine> engine,
           Progress& progress)
        : family_(scenario, today, engine) {
        auto analysis = scenario::analyse(scenario, today, *engine, progress);
        auto maternity = scenario::study_support(scenario, today, analysis, *engine, progress);
        states_["today"] = {"today", "Today", "現状", &today, std::move(analysis), std::move(maternity)};
        for (const auto& variant : variants_of(scenario)) {
            add(variant, today, progress);
        }
    }

    [[nodiscard]] const State& of(const std::string& id) const { return states_.at(id.empty() ? "today" : id); }

private:
    void add(const scenario::VariantSettings& variant, scenario::Region& today, Progress& progress) {
        made_.push_back(family_.make(variant.id, {}, progress));
        auto& made = made_.back();
        auto analysis = scenario::analyse_variant(made, today, of("today").analysis, progress);
        auto maternity = scenario::study_support(made.scenario, *made.region, analysis, *made.engine, progress);
        states_[variant.id] = {variant.id,        variant.title_en,    variant.title_ja,
                               made.region.get(), std::move(analysis), std::move(maternity)};
        scenario::add_what_is_new(made.region->log(), today.log());
    }

    scenario::VariantFamily family_;
    std::deque<scenario::VariantRegion> made_;
    std::map<std::string, State> states_;
};

/// All its changes against today, those of the variant it stands on first.
std::vector<std::string> words_of(const scenario::Scenario& scenario, const std::string& id, const State& state,
                                  Language language) {
    if (id.empty() || id == "today") {
        return {};
    }
    const auto& variant = scenario::variant_named(scenario, id);
    auto words = words_of(scenario, variant.on, state, language);
    for (const auto& step : variant.steps) {
        words.push_back(report::change_words(step.change, state.region->inputs().facilities, language));
    }
    return words;
}

void write_and_tell(const report::ComparisonOutputs& outputs, const CommonOptions& options) {
    io::OutputFolder out(options.out);
    report::write_comparison(outputs, out);
    const auto files = out.written();
    out.commit();
    if (options.quiet) {
        return;
    }
    print_findings(outputs.log, outputs.language);
    fmt::print("{}", report::comparison_text(outputs));
    for (const auto& file : files) {
        fmt::print("{}\n", (std::filesystem::path(options.out) / file.name).string());
    }
}

void compare_variants(const CommonOptions& options) {
    const auto scenario = load(options);
    const auto& variants = variants_of(scenario);
    const auto talk = language(options, scenario);
    const auto progress = make_progress(options.quiet);
    scenario::Region today(scenario, *progress);
    const Family family(scenario, today, engine(options, scenario, today, *progress), *progress);
    const auto settings = scenario::comparison_settings(scenario);
    std::list<scenario::ComparisonStudy> studies;
    report::ComparisonOutputs outputs{&scenario, {}, today.log(), MICHINORI_VERSION, talk, scenario.outputs.gpkg};
    for (const auto& variant : variants) {
        const auto& after = family.of(variant.id);
        studies.push_back(
            scenario::compare(family.of(variant.against).side(), after.side(), settings, today.log().findings));
        outputs.variants.push_back({studies.back(), words_of(scenario, variant.id, after, talk)});
    }
    write_and_tell(outputs, options);
}

/// The last part of a folder's path: what it is called in outputs, which name no folder of the machine.
io::InputFile folder_named(const std::string& path) {
    const auto folder = std::filesystem::path(path).lexically_normal();
    const auto name = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    return {folder, name.string()};
}

Side side_of(const io::RunFolder& run, const std::string& name) {
    return {name,         run.title_en, run.title_ja, run.demand,   run.facilities,
            run.services, run.levels,   run.area_of,  run.outcomes, nullptr};
}

void compare_folders(const CommonOptions& options, const std::string& second) {
    const auto before = folder_named(options.scenario);
    const auto after = folder_named(second);
    const auto talk = language_of_messages(options);
    io::InputLog log;
    const auto run_before = io::read_run(before, "run before", log);
    const auto run_after = io::read_run(after, "run after", log);
    const auto study =
        scenario::compare(side_of(run_before, before.shown), side_of(run_after, after.shown), {}, log.findings);
    write_and_tell({nullptr, {{study, {}}}, log, MICHINORI_VERSION, talk, true}, options);
}

void compare(const CommonOptions& options, const std::string& second) {
    const ThreadLimit threads(options.threads);
    const bool folders = std::filesystem::is_directory(options.scenario);
    if (folders != !second.empty()) {
        throw CLI::ValidationError("compare", "needs one scenario file, or two folders that `run` left");
    }
    folders ? compare_folders(options, second) : compare_variants(options);
}

}  // namespace

void add_compare_command(CLI::App& app, CommonOptions& options) {
    auto* command = app.add_subcommand(
        "compare", "who gains and who loses: the variants of a scenario, or two folders that run left");
    declare(*command, options, true);
    auto second = std::make_shared<std::string>();
    command->add_option("DIR_B", *second, "with a folder in place of SCENARIO: the folder of the later run");
    command->callback([&options, second] { compare(options, *second); });
}

}  // namespace michinori::cli
