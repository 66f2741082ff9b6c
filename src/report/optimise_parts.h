// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/csv_writer.h"
#include "report/json_parts.h"
#include "report/map_layers.h"
#include "report/optimise_outputs.h"

namespace michinori::report {

// What the outputs of best sets share.

/// "today", "best-8", "by_size-8", "by_area-8": unique in a question.
[[nodiscard]] std::string plan_id(const scenario::SitePlan& plan);
/// The same for people: "best set of 8".
[[nodiscard]] std::string plan_words(const scenario::SitePlan& plan, Language language);

/// "optimal", "feasible" ...; "" for a plan that nothing was proven of.
[[nodiscard]] std::string status_name(const std::optional<location::Solution>& proof);

using scenario::value_of;
/// "minutes", "people", "sites"
[[nodiscard]] std::string unit_of(const scenario::OptimiseSettings& settings);

[[nodiscard]] const access::Service& service_of(const scenario::OptimiseAnswer& answer);
/// The area people name a point by.
[[nodiscard]] std::string place_name(const scenario::OptimiseAnswer& answer, DemandId point);
[[nodiscard]] bool is_today(const scenario::OptimiseAnswer& answer, std::uint32_t site);

// Each writes one table and returns its number of data rows.
std::int64_t write_plans_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_plan_sites_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_front_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_tradeoff_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_steps_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_sensitivity_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file);
/// Which sites stay in all cases and in the plan, in some, in none.
std::int64_t write_sensitivity_sites_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file);

/// The layers of optimise.gpkg: sites_QUESTION.
std::vector<LayerCount> write_optimise_map(const OptimiseOutputs& outputs, const std::filesystem::path& file);

/// Each plan as a variant of the scenario.
[[nodiscard]] std::string plans_toml(const OptimiseOutputs& outputs);

}  // namespace michinori::report
