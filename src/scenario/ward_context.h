// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "routing/engine.h"
#include "scenario/analysis.h"
#include "scenario/ward_inputs.h"

namespace michinori::scenario {

/// What the questions about wards and perinatal areas are answered from. Refers to the stages' values; they must
/// outlive it. Immutable.
///
///     const WardContext context(scenario, settings, region, analysis, engine, read_ward_inputs(settings, region));
///     const auto tables = judge_wards(context, {rule});
///     const auto areas = perinatal_tables(context, births);
class WardContext {
public:
    WardContext(const Scenario& scenario, const MaternitySettings& settings, const Region& region,
                const Analysis& analysis, const routing::Engine& engine, WardInputs inputs);

    [[nodiscard]] const Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const MaternitySettings& settings() const { return settings_; }
    [[nodiscard]] const Region& region() const { return region_; }
    [[nodiscard]] const Analysis& analysis() const { return analysis_; }
    [[nodiscard]] const routing::Engine& engine() const { return engine_; }
    [[nodiscard]] const WardInputs& inputs() const { return inputs_; }

    /// The level of that id, by its place; nothing when the scenario has none.
    [[nodiscard]] std::optional<std::size_t> level(const std::string& id) const;
    /// The service a role stands for, by its place; nothing when the scenario has none.
    [[nodiscard]] std::optional<std::size_t> service_of(const std::string& role) const;
    /// Whether each facility gives what a role stands for; nothing when the scenario has no such service.
    [[nodiscard]] std::optional<std::vector<bool>> givers_of(const std::string& role) const;
    /// The area of each facility, by its place within a level.
    [[nodiscard]] const access::AreaOfDemand& area_of_facility(std::size_t level) const {
        return area_of_facility_.at(level);
    }

private:
    const Scenario& scenario_;
    const MaternitySettings& settings_;
    const Region& region_;
    const Analysis& analysis_;
    const routing::Engine& engine_;
    WardInputs inputs_;
    std::vector<access::AreaOfDemand> area_of_facility_;  // by level
};

}  // namespace michinori::scenario
