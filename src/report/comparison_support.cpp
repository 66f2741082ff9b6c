// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/comparison_support.h"

#include <algorithm>
#include <map>

#include "report/summary.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using policy::Bound;
using scenario::ComparisonStudy;
using scenario::MaternityStudy;

/// Adds one side's table to the changes, rule by rule.
void add_table(const MaternityStudy& study, const SupportTable& table, SupportLine SupportChange::*side,
               std::vector<RuleChange>& changes) {
    for (std::size_t r = 0; r < table.size(); ++r) {
        const auto& rule = study.book.travel[study.costs.rules[r].rule];
        auto known = std::ranges::find_if(changes, [&](const auto& c) { return c.rule->head.id == rule.head.id; });
        if (known == changes.end()) {
            changes.push_back({&rule, {}});
            known = changes.end() - 1;
        }
        for (std::size_t b = 0; b < known->by_bound.size(); ++b) {
            known->by_bound[b].*side = table[r][b];
        }
    }
}

struct AreaChange {
    std::string name;
    std::vector<RuleChange> rules;
};
using ByCode = std::map<std::string, AreaChange>;

/// By code of the area, "" for what is in none.
void add_level(const scenario::Side& side, std::size_t level, SupportLine SupportChange::*which, ByCode& areas) {
    for (const auto& [area, table] : support_by_area(*side.maternity, level)) {
        const auto* of = area ? &side.levels[level].areas[*area] : nullptr;
        auto& change = areas[of == nullptr ? "" : of->code];
        change.name = of == nullptr ? "" : of->name;
        add_table(*side.maternity, table, which, change.rules);
    }
}

ByCode changes_of_level(const ComparisonStudy& study, std::size_t level) {
    ByCode areas;
    add_level(study.before, level, &SupportChange::before, areas);
    if (const auto same = find_level(study.after.levels, study.before.levels[level].id)) {
        add_level(study.after, *same, &SupportChange::after, areas);
    }
    return areas;
}

policy::Yen yen_of(const SupportLine& line, const std::optional<std::size_t>& payer) {
    return payer ? SupportChange::paid(line, *payer) : line.support;
}

void put_change(CsvWriter& csv, const RuleChange& change, const std::optional<std::size_t>& payer) {
    for (const auto bound : policy::bounds) {
        const auto& at = change.at(bound);
        csv.people(at.before.people.claims).people(at.after.people.claims);
        const auto before = yen_of(at.before, payer);
        const auto after = yen_of(at.after, payer);
        csv.integer(before.value()).integer(after.value()).integer((after - before).value());
    }
    csv.end_row();
}

void put_changes(CsvWriter& csv, const ComparisonStudy& study, const std::string& level, const std::string& code,
                 const AreaChange& area) {
    for (const auto& change : area.rules) {
        for (std::size_t p = 0; p <= change.rule->payers.size(); ++p) {
            const auto payer = p == 0 ? std::nullopt : std::optional(p - 1);
            put_sides(csv, study);
            csv.text(level).text(code).text(area.name);
            csv.text(change.rule->head.family).text(change.rule->head.id);
            csv.text(payer ? change.rule->payers[*payer].id : "all");
            put_change(csv, change, payer);
        }
    }
}

std::vector<std::string> columns() {
    std::vector<std::string> names{"variant",   "against",     "level",   "area_code",
                                   "area_name", "rule_family", "rule_id", "payer"};
    for (const auto bound : policy::bounds) {
        for (const char* what : {"claims_before_", "claims_after_", "yen_before_", "yen_after_", "yen_difference_"}) {
            names.push_back(what + std::string(name(bound)));
        }
    }
    return names;
}

Json line_json(const policy::TravelSupport& rule, const SupportChange& change) {
    Json payers = Json::object();
    for (std::size_t p = 0; p < rule.payers.size(); ++p) {
        payers[rule.payers[p].id] =
            (SupportChange::paid(change.after, p) - SupportChange::paid(change.before, p)).value();
    }
    return {{"claims_before", people_json(change.before.people.claims)},
            {"claims_after", people_json(change.after.people.claims)},
            {"yen_before", change.before.support.value()},
            {"yen_after", change.after.support.value()},
            {"yen_difference", change.difference().value()},
            {"difference_by_payer", std::move(payers)}};
}

}  // namespace

bool tells_support(const ComparisonStudy& study) {
    return study.births && !study.before.maternity->costs.rules.empty();
}

std::vector<RuleChange> support_change(const ComparisonStudy& study) {
    std::vector<RuleChange> changes;
    if (tells_support(study)) {
        add_table(*study.before.maternity, support_of_region(*study.before.maternity), &SupportChange::before, changes);
        add_table(*study.after.maternity, support_of_region(*study.after.maternity), &SupportChange::after, changes);
    }
    return changes;
}

std::int64_t write_support_change_csv(const ComparisonOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, columns());
    for (const auto& [study, words] : outputs.variants) {
        if (!tells_support(study)) {
            continue;
        }
        for (std::size_t l = 0; l < study.before.levels.size(); ++l) {
            for (const auto& [code, area] : changes_of_level(study, l)) {
                put_changes(csv, study, study.before.levels[l].id, code, area);
            }
        }
        put_changes(csv, study, "region", "", {"", support_change(study)});
    }
    return csv.close();
}

Json support_change_json(const ComparisonStudy& study) {
    Json rules = Json::array();
    for (const auto& change : support_change(study)) {
        Json one{{"rule_id", change.rule->head.id}};
        for (const auto bound : policy::bounds) {
            one[std::string(name(bound))] = line_json(*change.rule, change.at(bound));
        }
        rules.push_back(std::move(one));
    }
    return rules;
}

}  // namespace michinori::report
