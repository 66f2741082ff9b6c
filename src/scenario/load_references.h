// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/load_section.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// Names of a scenario's services and area levels under keys of other sections: a name that the scenario does not have
/// is a fault (unknown_reference) which lists those there are.
void load_service_name(const Section& section, std::string_view key, const std::vector<Scenario::Service>& services,
                       std::string& into);
void load_service_names(const Section& section, std::string_view key, const std::vector<Scenario::Service>& services,
                        std::vector<std::string>& into);
/// A table of texts under `key`: words of a rule -> services of the scenario.
void load_service_map(const Section& section, std::string_view key, const std::vector<Scenario::Service>& services,
                      std::map<std::string, std::string>& into);
void load_level(const Section& section, std::string_view key, const std::vector<Scenario::Areas>& areas,
                std::string& into);
void load_levels(const Section& section, std::string_view key, const std::vector<Scenario::Areas>& areas,
                 std::vector<std::string>& into);
/// Likewise: words of a rule -> area levels.
void load_level_map(const Section& section, std::string_view key, const std::vector<Scenario::Areas>& areas,
                    std::map<std::string, std::string>& into);

}  // namespace michinori::scenario
