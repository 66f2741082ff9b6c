// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "report/run_outputs.h"
#include "report/summary.h"
#include "scenario/eligibility.h"
#include "scenario/maternity.h"
#include "scenario/profile_list.h"
#include "server/change_lines.h"
#include "server/once.h"
#include "server/states.h"

namespace michinori::server {

/// What `serve` was told.
struct Settings {
    std::string version;
    Language language = Language::english;  ///< the page's first
    std::filesystem::path data;             ///< --data; empty: the scenario's folder
    std::filesystem::path saves;            ///< folder of saves; empty: nothing can be saved
    std::filesystem::path orders;           ///< folder of kept orders (scenario/engine.h)
};

/// Everything that is prepared of one scenario and shared by all who ask. What a person tries is kept nowhere: it comes
/// with every question. Safe from several threads.
class Workbench {
public:
    /// Reads the inputs and finds today's times. Throws InputError with every fault of the inputs.
    Workbench(scenario::Scenario scenario, Settings settings, Progress& progress);
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    [[nodiscard]] const scenario::Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const std::vector<scenario::KnownProfile>& profiles() const { return profiles_; }
    [[nodiscard]] const ProfileNames& profile_names() const { return profile_names_; }
    [[nodiscard]] States& states() { return states_; }
    [[nodiscard]] const PreparedRoads& today() const { return states_.today(); }
    [[nodiscard]] const scenario::Inputs& inputs() const { return today().region->inputs(); }

    /// A region of one's own to be asked what leaves findings: O(inputs). `pristine`: with the log as the inputs left
    /// it, before anything was asked.
    [[nodiscard]] std::unique_ptr<scenario::Region> own_region(bool pristine) const;

    /// What [maternity] asks of today; null without that section.
    [[nodiscard]] const scenario::MaternityStudy* maternity_today(Progress& progress);
    [[nodiscard]] const report::Summary& summary();
    [[nodiscard]] const scenario::DecisionBasis& decision_basis();
    /// The view of today as a container.
    [[nodiscard]] std::shared_ptr<const std::string> view(Progress& progress);
    [[nodiscard]] bool has_view() const { return view_made_; }
    /// What makes the first clicks quick.
    void prepare_lists(const std::function<bool()>& go_on) { today().lists->prepare(go_on); }

private:
    [[nodiscard]] std::string make_view(Progress& progress);

    scenario::Scenario scenario_;
    Settings settings_;
    std::vector<scenario::KnownProfile> profiles_;
    ProfileNames profile_names_;
    std::shared_ptr<scenario::Region> region_;
    io::InputLog log_of_inputs_;
    States states_;
    Once<std::optional<scenario::MaternityStudy>> maternity_;
    Once<report::Summary> summary_;
    Once<scenario::DecisionBasis> basis_;
    Once<std::shared_ptr<const std::string>> view_;
    std::atomic<bool> view_made_{false};
};

/// Today as a run's outputs take it; refers to the workbench and the log.
[[nodiscard]] report::RunResults run_results(const Workbench& workbench, const io::InputLog& log,
                                             const scenario::MaternityStudy* maternity);

}  // namespace michinori::server
