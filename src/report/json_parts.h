// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "access/facility.h"
#include "base/finding.h"
#include "base/units.h"
#include "io/input_log.h"
#include "io/output_folder.h"
#include "network/components.h"
#include "network/road_network.h"
#include "network/speed_profile.h"
#include "scenario/scenario.h"

namespace michinori::report {

/// Keys keep the order in which they are written.
using Json = nlohmann::ordered_json;

// The parts that run.json and check.json share. None holds a time of day or a path of the machine.
[[nodiscard]] Json scenario_json(const scenario::Scenario& scenario);
[[nodiscard]] Json parameters_json(const scenario::Scenario& scenario, const network::SpeedProfile& profile);
[[nodiscard]] Json inputs_json(const io::InputLog& log);
[[nodiscard]] Json network_json(const network::RoadNetwork& network, const network::Components& components);
[[nodiscard]] Json services_json(const std::vector<access::Service>& services);
/// A file that was written: name, size and digest.
[[nodiscard]] Json file_json(const io::OutputFolder::Written& file);
[[nodiscard]] Json findings_json(const std::vector<Finding>& findings, Language language);

/// A whole number of people as an integer, else a decimal.
[[nodiscard]] Json people_json(People people);
[[nodiscard]] Json optional_json(const std::optional<double>& value);

/// Two spaces a level, a line end at the end; text that is no UTF-8 is replaced.
[[nodiscard]] std::string to_text(const Json& json);

}  // namespace michinori::report
