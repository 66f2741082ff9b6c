// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "scenario/load_section.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// One function per section of the scenario file; each asks for every key the section may have.
/// scenarios/README.md explains the keys, and a test compares it with what these functions ask for.
void load_roads(const Section& section, Scenario::Roads& into);
void load_speed(const Section& section, Scenario::Speed& into);
/// The file of a speed profile that a value of `key` names: a shipped one or a path.
void find_profile(const Section& section, std::string_view key, const std::string& written, io::InputFile& into);
/// A list of them.
void find_profiles(const Section& section, std::string_view key, std::vector<io::InputFile>& into);
/// The season that a key names.
[[nodiscard]] std::optional<network::Season> load_season(const Section& section, std::string_view key);
/// A table member -> area: the format of the table, and its columns under "columns".
void load_member_columns(const Section& section, io::MemberOptions& into);
/// The day under "date".
void load_date(const Section& section, std::optional<Date>& into);
void load_snapping(const Section& section, network::SnapOptions& into);
/// [[demand]]; a pattern gives an entry per file.
void load_demand(const Section& section, std::vector<Scenario::Demand>& into);
/// [[facilities]]; a pattern gives an entry per file.
void load_facilities(const Section& section, std::vector<Scenario::Facilities>& into);
/// [[facility_table]]
void load_facility_table(const Section& section, std::vector<FacilityTable>& into);
/// [[service]]
void load_service(const Section& section, std::vector<Scenario::Service>& into);
/// [[area]]; `into` holds the levels defined above it.
void load_area(const Section& section, std::vector<Scenario::Areas>& into);
/// [maternity]; `scenario` holds the services and area levels it refers to.
void load_maternity(const Section& section, const Scenario& scenario, std::optional<MaternitySettings>& into);
/// Heavy-snow areas: a layer with the values that mean heavy and special heavy snow.
void load_snow_areas(const Section& section, std::optional<Scenario::ZoneFile>& into);
/// centres, islands, offices: what scenarios and studies say of the places of areas.
void load_area_places(const Section& section, GeographySettings& into);
/// [geography]; likewise.
void load_geography(const Section& section, const Scenario& scenario, std::optional<GeographySettings>& into);
/// [remote]; `scenario` holds the services it refers to.
void load_remote(const Section& section, const Scenario& scenario, std::optional<RemoteSettings>& into);
/// candidates, load, compare, variant, closures, optimise; likewise. `into` may hold those of a base scenario.
void load_what_if(const Section& root, const Scenario& scenario, std::optional<WhatIfSettings>& into);
/// [[variant]]; `into` holds those before it.
void load_variant(const Section& section, const Scenario& scenario, std::vector<VariantSettings>& into);
/// title_en and title_ja: the one stands for the other, the id for both.
void load_titles(const Section& section, const std::string& id, std::string& en, std::string& ja);
/// A variant that another one or a question names must stand above it.
void load_variant_name(const Section& section, std::string_view key, const std::vector<VariantSettings>& above,
                       std::string& into);
/// [[optimise]]
void load_optimise(const Section& section, const Scenario& scenario, const WhatIfSettings& what_if,
                   std::vector<OptimiseSettings>& into);
/// [[network]]; `scenario` holds the services and area levels it refers to.
void load_network(const Section& section, const Scenario& scenario, std::vector<NetworkSettings>& into);
/// [straight_line]
void load_straight_line(const Section& section, std::optional<StraightLine>& into);
void load_outputs(const Section& section, Scenario::Outputs& into);

}  // namespace michinori::scenario
