// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/workbench.h"

#include <utility>

#include "scenario/engine.h"
#include "scenario/people_of_year.h"
#include "server/choices.h"
#include "server/today_outputs.h"

namespace michinori::server {
namespace {

/// Every profile by the name it is asked for.
ProfileNames names_of(const std::vector<scenario::KnownProfile>& profiles) {
    ProfileNames names;
    for (const auto& profile : profiles) {
        names.emplace(profile.name, profile.name);
    }
    return names;
}

std::shared_ptr<const routing::Engine> engine_of(const scenario::Scenario& scenario, const scenario::Region& region,
                                                 const std::filesystem::path& orders, Progress& progress) {
    return scenario::make_engine(scenario, region, orders, progress);
}

}  // namespace

Workbench::Workbench(scenario::Scenario scenario, Settings settings, Progress& progress)
    : scenario_(std::move(scenario)),
      settings_(std::move(settings)),
      profiles_(scenario::known_profiles(scenario_)),
      profile_names_(names_of(profiles_)),
      region_(std::make_shared<scenario::Region>(scenario_, progress)),
      log_of_inputs_(region_->log()),
      states_(scenario_, region_, engine_of(scenario_, *region_, settings_.orders, progress), progress) {}

std::unique_ptr<scenario::Region> Workbench::own_region(bool pristine) const {
    auto copy = inputs();
    if (pristine) {
        copy.log = log_of_inputs_;
    }
    return std::make_unique<scenario::Region>(*region_, std::move(copy));
}

const scenario::MaternityStudy* Workbench::maternity_today(Progress& progress) {
    const auto& study = maternity_.get([&] {
        const auto region = own_region(false);
        return scenario::study_maternity(scenario_, *region, today().analysis, *today().engine, progress);
    });
    return study ? &*study : nullptr;
}

const report::Summary& Workbench::summary() {
    return summary_.get([&] { return report::summarise(run_results(*this, log_of_inputs_, nullptr)); });
}

const scenario::DecisionBasis& Workbench::decision_basis() {
    return basis_.get([&] {
        io::InputLog log;
        return scenario::read_decision_basis(scenario_, log);
    });
}

std::shared_ptr<const std::string> Workbench::view(Progress& progress) {
    const auto& made = view_.get([&] { return std::make_shared<const std::string>(make_view(progress)); });
    view_made_ = true;
    return made;
}

std::string Workbench::make_view(Progress& progress) {
    const auto* maternity = maternity_today(progress);
    progress.begin("view");
    const auto& log = region_->inputs().log;
    const auto outputs = today_outputs(run_results(*this, log, maternity), settings_.language);
    const auto& analysis = today().analysis;
    const auto side = scenario::side_of("today", "Today", "現状", *region_, analysis, maternity);
    const report::ViewInputs inputs{report::ViewKind::serve,
                                    &scenario_,
                                    &region_->inputs().profile,
                                    {{side, {}, 0, &analysis.result, today().engine.get()}},
                                    log,
                                    settings_.version,
                                    settings_.language,
                                    outputs.tables,
                                    outputs.manifest,
                                    scenario::years_of(scenario_),
                                    profile_choices(profiles_),
                                    {},
                                    {}};
    auto made = report::view(inputs, report::Packing::plain);
    progress.end({});
    return made;
}

report::RunResults run_results(const Workbench& workbench, const io::InputLog& log,
                               const scenario::MaternityStudy* maternity) {
    const auto& today = workbench.today();
    const auto& region = *today.region;
    const auto& inputs = region.inputs();
    return {workbench.scenario(),
            region.network(),
            region.model(),
            region.components(),
            inputs.profile,
            inputs.demand,
            inputs.facilities,
            today.analysis.services,
            inputs.levels,
            today.analysis.area_of,
            today.analysis.result,
            log,
            workbench.settings().version,
            maternity,
            nullptr,
            nullptr};
}

}  // namespace michinori::server
