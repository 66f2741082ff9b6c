// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/rule_book.h"

#include <algorithm>
#include <utility>

#include "io/row_source.h"
#include "io/toml_reader.h"
#include "scenario/fault_collector.h"
#include "scenario/load_rule_head.h"
#include "scenario/load_travel_support.h"
#include "scenario/load_ward_rules.h"

namespace michinori::scenario {
namespace {

/// Kinds that other parts of the program apply.
void refuse_kind(const io::TomlTable& head, RuleKind kind) {
    const auto refuse = [&](const std::string& why) {
        throw InputError({FindingCode::bad_value, head.place("kind"), {"rule.kind", *head.text("kind"), why}});
    };
    if (kind == RuleKind::remote_district) {
        refuse("is for [remote], not for [maternity]");
    }
    if (kind == RuleKind::designation_adjustment) {
        refuse("is for `michinori designate`, not for [maternity]");
    }
    if (kind != RuleKind::travel_support && kind != RuleKind::ward_support) {
        refuse("is not for [maternity]");
    }
}

void load_rule(const io::InputFile& file, RuleBook& book, io::InputLog& log) {
    io::TomlFile toml(file);
    const auto root = toml.root();
    const auto head = root.required_table("rule");
    const auto kind = load_rule_kind(head);
    if (kind) {
        refuse_kind(head, *kind);
    }
    if (kind == RuleKind::ward_support) {
        auto rule = load_ward_support(root);
        toml.finish();
        record_rule(file, rule.head, log);
        book.wards.push_back(std::move(rule));
    } else {
        auto rule = load_travel_support(root);
        toml.finish();
        record_rule(file, rule.head, log);
        book.travel.push_back(std::move(rule));
    }
}

template <class Rule>
std::vector<policy::RuleFamily> families(const std::vector<Rule>& rules, FaultCollector& faults) {
    std::vector<policy::RuleHead> heads;
    for (const auto& rule : rules) {
        heads.push_back(rule.head);
    }
    return families_of_rules(heads, faults);
}

}  // namespace

void record_rule(const io::InputFile& file, const policy::RuleHead& head, io::InputLog& log) {
    auto record = io::begin_record(file, "rule");
    record.format = "TOML";
    record.encoding = "UTF-8";
    record.rows_read = record.rows_used = 1;
    record.facts.emplace_back("rule", head.id);
    log.inputs.push_back(std::move(record));
    if (!head.assumptions.empty()) {
        log.findings.add(
            {FindingCode::rule_assumption, {file.shown, {}, {}}, {head.id, std::to_string(head.assumptions.size())}});
    }
}

std::vector<policy::RuleFamily> families_of_rules(const std::vector<policy::RuleHead>& heads, FaultCollector& faults) {
    auto families = policy::families_of(heads);
    for (const auto& family : families) {
        if (const auto second = policy::overlapping_version(family)) {
            const auto& later = family.versions[*second].head;
            faults.add({FindingCode::rule_versions_overlap,
                        {later.file, {}, {}},
                        {family.versions[*second - 1].head.id, later.id, to_text(later.in_force_from)}});
        }
    }
    return families;
}

RuleBook load_rules(const std::vector<io::InputFile>& files, io::InputLog& log) {
    RuleBook book;
    FaultCollector faults;
    for (const auto& file : files) {
        faults.attempt([&] { load_rule(file, book, log); });
    }
    book.travel_families = families(book.travel, faults);
    book.ward_families = families(book.wards, faults);
    faults.stop_if_any();
    return book;
}

std::variant<ChosenRule, RuleGap> choose_rule(const std::vector<policy::RuleFamily>& families, std::size_t family,
                                              Date date, bool outside_dates) {
    using Kind = policy::VersionChoice::Kind;
    const auto& one = families[family];
    const auto choice = policy::version_on(one, date);
    if (choice.kind == Kind::in_force || outside_dates) {
        return ChosenRule{family, one.versions[choice.version].index, choice.kind != Kind::in_force};
    }
    return RuleGap{choice.kind == Kind::gap ? FindingCode::rule_gap : FindingCode::rule_not_in_force,
                   {one.id, to_text(date), policy::dates_text(one)}};
}

void report_not_in_force(const std::vector<policy::RuleFamily>& families, Date day, Findings& findings) {
    for (std::size_t f = 0; f < families.size(); ++f) {
        const auto chosen = choose_rule(families, f, day, false);
        if (const auto* gap = std::get_if<RuleGap>(&chosen)) {
            findings.add({gap->code, {families[f].versions.front().head.file, {}, {}}, gap->arguments});
        }
    }
}

}  // namespace michinori::scenario
