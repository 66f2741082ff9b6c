// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>

#include "io/toml_reader.h"
#include "policy/rule_head.h"

namespace michinori::scenario {

/// What a rule file holds besides its head.
enum class RuleKind {
    travel_support,
    ward_support,
    designation_adjustment,
    remote_district,  ///< 無医地区 and the like: policy/remote_districts.h
    priority_area,    ///< 重点医師偏在対策支援区域
    shortage_spot,    ///< 医師少数スポット
    care_network,     ///< care in tiers: policy/care_rule.h
};

/// `kind` of the table [rule]; a missing or unknown one is a fault of the file.
[[nodiscard]] std::optional<RuleKind> load_rule_kind(const io::TomlTable& rule);

/// The keys of the table [rule] that every kind of rule has; scenarios/rules/README.md explains them.
///
///     io::TomlFile file(input);
///     const auto rule = file.root().required_table("rule");
///     const auto kind = load_rule_kind(rule);
///     const auto head = load_rule_head(rule);
///     ...;
///     file.finish();  // throws InputError with every fault: file, line, what is wrong
///
/// Adds faults (missing_key, wrong_type, bad_value) to the file and goes on.
[[nodiscard]] policy::RuleHead load_rule_head(const io::TomlTable& rule);

}  // namespace michinori::scenario
