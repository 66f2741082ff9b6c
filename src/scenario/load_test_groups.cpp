// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_test_groups.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::Combine;
using policy::RulePart;
using policy::TestGroup;

/// The names that stand above a group, and which of them something refers to.
class PartNames {
public:
    /// The table is kept for the fault of a part that nothing refers to.
    void add(const std::string& id, RulePart part, const TomlTable& table) {
        if (!parts_.emplace(id, part).second && !id.empty()) {
            table.bad_value("id", "is the id of an earlier test or group already");
        }
        tables_.emplace(id, table);
    }

    std::vector<RulePart> read(const TomlTable& table, std::string_view key) {
        const auto ids = table.texts(key);
        if (table.list_size(key) == 0) {
            table.bad_value(key, "must name at least one test or group");
        }
        std::vector<RulePart> parts;
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

    std::map<std::string, RulePart> parts_;
    std::map<std::string, TomlTable> tables_;
    std::set<std::string> used_;
};

TestGroup load_group(const TomlTable& table, PartNames& names) {
    auto [id, title_en, title_ja] = load_test_names(table);
    TestGroup group{std::move(id), std::move(title_en), std::move(title_ja), {}, {}};
    const bool any = table.has("any_of");
    group.combine = any ? Combine::any_of : Combine::all_of;
    group.parts = names.read(table, any ? "any_of" : "all_of");
    if (any && table.has("all_of")) {
        table.pass("all_of");
        table.bad_value("all_of", "stands beside any_of; a group has one of them");
    } else if (!any && !table.has("all_of")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "any_of"});
    }
    return group;
}

std::vector<RulePart> load_needs(const TomlTable& root, PartNames& names) {
    const auto table = root.required_table("needs");
    auto needs = names.read(table, "all_of");
    if (table.present() && !table.has("all_of")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "all_of"});
    }
    if (!needs.empty()) {
        names.refuse_unused();
    }
    return needs;
}

}  // namespace

TestNames load_test_names(const TomlTable& table) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";
    TestNames names;
    names.id = table.required_text("id");
    if (table.is_text("id") && (names.id.empty() || names.id.find_first_not_of(allowed) != std::string::npos)) {
        table.bad_value("id", "may hold the letters a-z, digits and _ only: it names columns");
    }
    names.title_en = table.text("title_en").value_or(names.id);
    names.title_ja = table.text("title_ja").value_or(names.id);
    return names;
}

CombinedTests load_test_groups(const TomlTable& root, const std::vector<LoadedTest>& tests) {
    if (!root.has("test")) {
        root.fault(FindingCode::missing_key, {}, {"the rule", "[[test]]"});
    }
    PartNames names;
    for (std::size_t t = 0; t < tests.size(); ++t) {
        names.add(tests[t].id, {RulePart::Of::test, t}, tests[t].table);
    }
    CombinedTests combined;
    for (const auto& table : root.tables("group")) {
        combined.groups.push_back(load_group(table, names));
        names.add(combined.groups.back().id, {RulePart::Of::group, combined.groups.size() - 1}, table);
    }
    combined.needs = load_needs(root, names);
    return combined;
}

std::optional<std::size_t> load_test_kind(const TomlTable& table, const std::vector<std::string>& kinds) {
    const auto kind = table.choice("kind", kinds);
    if (kind) {
        return kind;
    }
    if (!table.has("kind")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "kind"});
    }
    for (const auto& key : table.keys()) {
        table.pass(key);
    }
    return std::nullopt;
}

}  // namespace michinori::scenario
