// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_ward_rules.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "scenario/load_rule_head.h"
#include "scenario/load_unreachable.h"
#include "scenario/load_ward_test.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::WardSupport;
using Part = WardSupport::Part;

/// The names that stand above a group, and which of them something refers to.
class PartNames {
public:
    /// The table is kept for the fault of a part that nothing refers to.
    void add(const std::string& id, Part part, const TomlTable& table) {
        if (!parts_.emplace(id, part).second && !id.empty()) {
            table.bad_value("id", "is the id of an earlier test or group already");
        }
        tables_.emplace(id, table);
    }

    std::vector<Part> read(const TomlTable& table, std::string_view key) {
        const auto ids = table.texts(key);
        if (table.list_size(key) == 0) {
            table.bad_value(key, "must name at least one test or group");
        }
        std::vector<Part> parts;
        for (const auto& id : ids) {
            if (const auto found = parts_.find(id); found != parts_.end()) {
                parts.push_back(found->second);
                used_.insert(id);
            } else {
                table.fault(FindingCode::unknown_reference, key, {"test or group above", id, listed(known())});
            }
        }
        return parts;
    }

    /// A test that says nothing about the result is more likely a slip than a wish.
    void refuse_unused() const {
        for (const auto& [id, table] : tables_) {
            if (!used_.contains(id) && !id.empty()) {
                table.bad_value("id", "stands in no [[group]] and not in [needs], so it decides nothing");
            }
        }
    }

private:
    [[nodiscard]] std::vector<std::string> known() const {
        std::vector<std::string> ids;
        std::ranges::transform(parts_, std::back_inserter(ids), [](const auto& entry) { return entry.first; });
        return ids;
    }

    std::map<std::string, Part> parts_;
    std::map<std::string, TomlTable> tables_;
    std::set<std::string> used_;
};

void load_tests(const TomlTable& root, WardSupport& rule, PartNames& names) {
    for (const auto& table : root.tables("test")) {
        rule.tests.push_back(load_ward_test(table));
        names.add(rule.tests.back().id, {Part::Of::test, rule.tests.size() - 1}, table);
    }
    if (!root.has("test")) {
        root.fault(FindingCode::missing_key, {}, {"the rule", "[[test]]"});
    }
}

WardSupport::Group load_group(const TomlTable& table, PartNames& names) {
    auto [id, title_en, title_ja] = load_ward_names(table);
    WardSupport::Group group{std::move(id), std::move(title_en), std::move(title_ja), {}, {}};
    const bool any = table.has("any_of");
    group.combine = any ? WardSupport::Combine::any_of : WardSupport::Combine::all_of;
    group.parts = names.read(table, any ? "any_of" : "all_of");
    if (any && table.has("all_of")) {
        table.pass("all_of");
        table.bad_value("all_of", "stands beside any_of; a group has one of them");
    } else if (!any && !table.has("all_of")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "any_of"});
    }
    return group;
}

void load_groups(const TomlTable& root, WardSupport& rule, PartNames& names) {
    for (const auto& table : root.tables("group")) {
        rule.groups.push_back(load_group(table, names));
        names.add(rule.groups.back().id, {Part::Of::group, rule.groups.size() - 1}, table);
    }
}

void load_needs(const TomlTable& root, WardSupport& rule, PartNames& names) {
    const auto needs = root.required_table("needs");
    rule.needs = names.read(needs, "all_of");
    if (needs.present() && !needs.has("all_of")) {
        needs.fault(FindingCode::missing_key, {}, {needs.name(), "all_of"});
    }
    if (!rule.needs.empty()) {
        names.refuse_unused();
    }
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
    PartNames names;
    load_tests(root, rule, names);
    load_groups(root, rule, names);
    load_needs(root, rule, names);
    return rule;
}

}  // namespace michinori::scenario
