// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_ward_rules.h"

#include <utility>
#include <vector>

#include "scenario/load_rule_head.h"
#include "scenario/load_test_groups.h"
#include "scenario/load_unreachable.h"
#include "scenario/load_ward_test.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::WardSupport;

std::vector<LoadedTest> load_tests(const TomlTable& root, WardSupport& rule) {
    std::vector<LoadedTest> loaded;
    for (const auto& table : root.tables("test")) {
        rule.tests.push_back(load_ward_test(table));
        loaded.push_back({rule.tests.back().id, table});
    }
    return loaded;
}

void load_wards(const TomlTable& table, WardSupport& rule) {
    if (!table.present()) {
        return;
    }
    rule.role = table.required_text("role");
    rule.checkup_role = table.required_text("checkup_role");
    if (!table.has("area_level")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "area_level"});
    }
    const auto level = table.choice("area_level", {"secondary", "perinatal"});
    rule.area_level = level == std::size_t{1} ? WardSupport::AreaLevel::perinatal : WardSupport::AreaLevel::secondary;
}

}  // namespace

WardSupport load_ward_support(const TomlTable& root) {
    WardSupport rule;
    rule.head = load_rule_head(root.required_table("rule"));
    load_wards(root.required_table("wards"), rule);
    rule.unreachable = load_unreachable(root.required_table("unreachable"));
    auto combined = load_test_groups(root, load_tests(root, rule));
    rule.groups = std::move(combined.groups);
    rule.needs = std::move(combined.needs);
    return rule;
}

}  // namespace michinori::scenario
