// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_designation_rule.h"

#include "scenario/load_fraction.h"
#include "scenario/load_rule_head.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::DesignationAdjustment;

DesignationAdjustment::FewOrRural load_few_or_rural(const TomlTable& table) {
    static constexpr std::array classes{policy::PhysicianClass::few, policy::PhysicianClass::middle,
                                        policy::PhysicianClass::many};
    DesignationAdjustment::FewOrRural form;
    form.top = load_fraction(table, "top", 1);
    form.widest = classes[table.choice("widest", {"few", "middle", "many"}).value_or(1)];
    form.index_at_most = table.number("index_at_most");
    return form;
}

DesignationAdjustment::Form load_form(const TomlTable& table) {
    const auto form = table.choice("form", {"index_alone", "few_or_rural", "weighted_ranks"});
    if (table.present() && !table.has("form")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "form"});
    }
    if (form == std::size_t{1}) {
        return load_few_or_rural(table);
    }
    if (form == std::size_t{2}) {
        return DesignationAdjustment::WeightedRanks{load_fraction(table, "rurality_weight", 1)};
    }
    return DesignationAdjustment::IndexAlone{};
}

/// Fractions as a list of numbers from 0 to 1.
std::vector<policy::Fraction> load_shares(const TomlTable& table, std::string_view key) {
    std::vector<policy::Fraction> shares;
    for (const double value : table.numbers(key)) {
        if (value < 0 || value > 1) {
            table.bad_value(key, "must be numbers from 0 to 1");
            return {};
        }
        shares.push_back(to_fraction(value));
    }
    return shares;
}

}  // namespace

DesignationRule load_designation_rule(const TomlTable& root) {
    DesignationRule rule;
    rule.adjustment.head = load_rule_head(root.required_table("rule"));
    rule.adjustment.form = load_form(root.required_table("adjustment"));
    if (const auto veto = root.table("veto"); veto.present()) {
        rule.adjustment.veto = DesignationAdjustment::UrbanVeto{load_fraction(veto, "lowest", 1)};
    }
    const auto grid = root.required_table("firmness");
    rule.grid.tops = load_shares(grid, "tops");
    rule.grid.weights = load_shares(grid, "weights");
    rule.grid.vetoes = load_shares(grid, "vetoes");
    if (grid.present() && rule.grid.tops.empty() && rule.grid.weights.empty()) {
        grid.fault(FindingCode::missing_key, {}, {grid.name(), "tops (or weights)"});
    }
    return rule;
}

}  // namespace michinori::scenario
