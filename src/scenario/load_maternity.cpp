// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.h"
#include "scenario/load_formats.h"
#include "scenario/load_parts.h"
#include "scenario/load_references.h"

namespace michinori::scenario {
namespace {

using policy::Range;
using policy::Yen;

/// Three numbers, low, central and high, that do not descend.
std::optional<Range<double>> load_range(const Section& section, std::string_view key, double most) {
    const auto values = section.numbers(key);
    if (!values) {
        return std::nullopt;
    }
    const bool three = values->size() == 3;
    if (!three || !(0 <= (*values)[0] && (*values)[0] <= (*values)[1] && (*values)[1] <= (*values)[2]) ||
        (*values)[2] > most) {
        section.bad_value(key, "must be three numbers, low, central and high, that do not descend");
        return std::nullopt;
    }
    return Range<double>{(*values)[0], (*values)[1], (*values)[2]};
}

void load_shares(const Section& section, std::string_view key, Range<double>& into) {
    into = load_range(section, key, 1).value_or(into);
}

void load_counts(const Section& section, std::string_view key, double most, Range<int>& into) {
    const auto range = load_range(section, key, most);
    if (!range) {
        return;
    }
    const auto whole = [](double value) { return value == std::floor(value); };
    if (whole(range->low) && whole(range->central) && whole(range->high)) {
        into = {static_cast<int>(range->low), static_cast<int>(range->central), static_cast<int>(range->high)};
    } else {
        section.bad_value(key, "must be whole numbers");
    }
}

void load_estimate(const Section& section, policy::EstimateAssumptions& into) {
    constexpr double most_yen = 1000000;
    load_shares(section, "high_risk_share", into.high_risk_share);
    load_shares(section, "claim_share", into.claim_share);
    load_shares(section, "lodging_share", into.lodging_share);
    load_shares(section, "taxi_share", into.taxi_share);
    load_shares(section, "late_change_share", into.late_change_share);
    load_counts(section, "nights", 366, into.nights);
    load_counts(section, "visits", 1000, into.visits);
    into.taxi_yen_per_km = load_range(section, "taxi_yen_per_km", most_yen).value_or(into.taxi_yen_per_km);
    if (const auto yen = load_range(section, "lodging_yen", most_yen)) {
        into.lodging_yen = {Yen{std::llround(yen->low)}, Yen{std::llround(yen->central)}, Yen{std::llround(yen->high)}};
    }
}

std::optional<MaternitySettings::Births> load_births(const Section& section) {
    if (!section.present()) {
        return std::nullopt;
    }
    MaternitySettings::Births births;
    section.text("group", births.group);
    if (section.has("group")) {
        return births;
    }
    section.file("file", births.file);
    load_table_format(section, births.table);
    section.required_text("weights", births.weights);
    if (const auto columns = section.required_table("columns"); columns.present()) {
        columns.required_text("municipality", births.municipality_column);
        columns.required_text("births", births.births_column);
    }
    return births;
}

void load_facility_columns(const Section& section, MaternitySettings::FacilityColumns& into) {
    load_conditions(section, "hospital", into.hospital);
    section.text("deliveries", into.deliveries);
    section.text("earlier_deliveries", into.earlier_deliveries);
    section.text("obstetricians", into.obstetricians);
    section.text("fee_yen", into.fee_yen);
    section.text("plan_consistent", into.plan_consistent);
    section.text("takes_over", into.takes_over);
}

void load_addresses(const Section& section, MaternitySettings& into) {
    if (section.has("blocks")) {
        into.address_blocks = section.file_list("blocks");
    }
    if (section.has("towns")) {
        into.address_towns = section.file_list("towns");
    }
}

void load_islands(const Section& section, std::optional<MaternitySettings::Islands>& into) {
    if (section.present()) {
        into.emplace();
        section.file("file", into->file);
        load_vector_format(section, into->format);
    }
}

void load_proposal(const Section& section, std::optional<MaternitySettings::Proposal>& into) {
    if (!section.present()) {
        return;
    }
    into.emplace();
    section.file("file", into->file);
    load_member_columns(section, into->members);
}

}  // namespace

void load_date(const Section& section, std::optional<Date>& into) {
    std::string text;
    section.text("date", text);
    into = parse_date(text);
    if (section.toml().is_text("date") && !into) {
        section.bad_value("date", "must be a day of the calendar such as \"2025-10-01\"");
    }
}

void load_maternity(const Section& section, const Scenario& scenario, std::optional<MaternitySettings>& into) {
    if (!section.present()) {
        return;
    }
    into.emplace();
    into->rules = section.file_list("rules");
    load_date(section, into->date);
    load_service_map(section, "roles", scenario.services, into->roles);
    load_level(section, "municipality_level", scenario.areas, into->municipality_level);
    load_level(section, "secondary_level", scenario.areas, into->secondary_level);
    load_level(section, "perinatal_level", scenario.areas, into->perinatal_level);
    load_addresses(section.table("addresses"), *into);
    into->births = load_births(section.table("births"));
    load_estimate(section.table("estimate"), into->estimate);
    load_facility_columns(section.table("facilities"), into->facilities);
    load_islands(section.table("islands"), into->islands);
    load_proposal(section.table("proposal"), into->proposal);
}

}  // namespace michinori::scenario
