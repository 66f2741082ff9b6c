// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "scenario/load_section.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// One function per section of the scenario file; each asks for every key the section may have.
/// scenarios/README.md explains the keys, and a test compares it with what these functions ask for.
void load_roads(const Section& section, Scenario::Roads& into);
void load_speed(const Section& section, Scenario::Speed& into);
void load_snapping(const Section& section, network::SnapOptions& into);
/// [[demand]]; a pattern gives an entry per file.
void load_demand(const Section& section, std::vector<Scenario::Demand>& into);
/// [[facilities]]; a pattern gives an entry per file.
void load_facilities(const Section& section, std::vector<Scenario::Facilities>& into);
/// [[service]]
void load_service(const Section& section, std::vector<Scenario::Service>& into);
/// [[area]]; `into` holds the levels defined above it.
void load_area(const Section& section, std::vector<Scenario::Areas>& into);
/// [maternity]; `scenario` holds the services and area levels it refers to.
void load_maternity(const Section& section, const Scenario& scenario, std::optional<MaternitySettings>& into);
void load_outputs(const Section& section, Scenario::Outputs& into);

}  // namespace michinori::scenario
