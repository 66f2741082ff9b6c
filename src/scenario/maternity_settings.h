// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/facility.h"
#include "base/date.h"
#include "io/place_readers.h"
#include "policy/support_estimate.h"

namespace michinori::scenario {

/// What the section [maternity] of a scenario file asks for: which rule sets are applied to whom, and what
/// births and wards are taken to be. The keys are explained in scenarios/README.md.
struct MaternitySettings {
    /// Births of municipalities, spread over the demand points by weight; without a file, the births are a
    /// population group that the demand carries already.
    struct Births {
        std::string group;   ///< population group that holds births; empty with a file
        io::InputFile file;  ///< table: a row per municipality
        io::TableFormat table;
        std::string municipality_column;
        std::string births_column;
        std::string weights;  ///< population group
        [[nodiscard]] bool from_file() const { return !births_column.empty(); }
    };
    /// What is known of a facility beyond the services it gives: columns of the facility tables; an empty name:
    /// not known of any.
    struct FacilityColumns {
        std::vector<access::Condition> hospital;  ///< hold for hospitals; the others are clinics
        std::string deliveries;                   ///< a year
        std::string earlier_deliveries;           ///< a year, before the fall
        std::string obstetricians;
        std::string fee_yen;          ///< of a normal delivery
        std::string plan_consistent;  ///< "1": fits the prefecture's plan, "0": does not, else not known
        std::string takes_over;       ///< "1": delivers for a ward that stopped
    };
    /// Islands as polygons (A19): a ward on one is an island ward.
    struct Islands {
        io::InputFile file;
        io::VectorFormat format;
    };
    /// A proposal to redraw perinatal areas: municipality -> area.
    struct Proposal {
        io::InputFile file;
        io::MemberOptions members;
    };

    std::vector<io::InputFile> rules;
    std::optional<Date> date;  ///< on which rules are applied where a home gives no date of its own
    /// What a rule calls a service -> the scenario's service of it; a role not named here is the service of its name.
    std::map<std::string, std::string> roles;
    std::vector<io::InputFile> address_blocks;
    std::vector<io::InputFile> address_towns;
    std::optional<Births> births;
    policy::EstimateAssumptions estimate;
    FacilityColumns facilities;
    std::string municipality_level = "municipality";
    std::string secondary_level = "secondary";
    std::string perinatal_level = "perinatal";
    std::optional<Islands> islands;
    std::optional<Proposal> proposal;

    /// The service a rule's role stands for.
    [[nodiscard]] const std::string& service_of(const std::string& role) const {
        const auto found = roles.find(role);
        return found == roles.end() ? role : found->second;
    }
};

}  // namespace michinori::scenario
