// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "io/csv_writer.h"
#include "report/csv_tables.h"
#include "report/wards_outputs.h"

namespace michinori::report {
namespace {

using policy::WardSupport;
using scenario::WardRow;
using scenario::WardTable;

/// Ids of the tests or groups of all rules, each once, in order of first appearance.
template <class Items>
std::vector<std::string> ids_of(const std::vector<WardTable>& wards, Items items) {
    std::vector<std::string> ids;
    for (const auto& table : wards) {
        for (const auto& item : items(table.rule)) {
            if (std::ranges::find(ids, item.id) == ids.end()) {
                ids.push_back(item.id);
            }
        }
    }
    return ids;
}

struct RuleColumns {
    std::vector<std::string> groups;
    std::vector<std::string> tests;
};

std::vector<std::string> columns(const RuleColumns& of_rules) {
    std::vector<std::string> names{"rule",           "facility_id",  "facility_name", "lon",         "lat",
                                   "municipality",   "area_level",   "area_code",     "area_name",   "area_facilities",
                                   "area_hospitals", "area_clinics", "next_facility", "next_status", "result"};
    for (const auto& id : of_rules.groups) {
        names.push_back("group_" + id);
    }
    for (const auto& id : of_rules.tests) {
        names.push_back("test_" + id);
        names.push_back("number_" + id);
    }
    return names;
}

void put_count(io::CsvWriter& csv, const std::optional<std::uint32_t>& count) {
    count ? csv.integer(*count) : csv.empty();
}

struct PutNumber {
    io::CsvWriter& csv;
    void operator()(std::monostate /*none*/) const { csv.empty(); }
    void operator()(std::uint32_t count) const { csv.integer(count); }
    /// Rounded down, so that a filter "at least 60" agrees with the judgement.
    void operator()(TravelTime time) const {
        const std::uint32_t thousandths = time.count() / 60;
        csv.fixed(thousandths / 1000.0, 3);
    }
    void operator()(People people) const { csv.people(people); }
    void operator()(policy::Yen yen) const { csv.integer(yen.value()); }
    void operator()(policy::Share share) const { csv.fixed(share.value, 6); }
};

/// Where an item of that id stands in the rule, if it has one.
template <class Item>
std::optional<std::size_t> index_of(const std::vector<Item>& items, const std::string& id) {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - items.begin()));
}

const access::AreaLevel::Area* area_of(const RunResults& results, const std::optional<std::size_t>& level,
                                       const std::optional<std::uint32_t>& area) {
    return level && area ? &results.levels[*level].areas[*area] : nullptr;
}

void put_place(io::CsvWriter& csv, const RunResults& results, const WardTable& table, const WardRow& row) {
    const auto& facility = results.facilities.facilities[row.facility.index()];
    csv.text(facility.id).text(facility.name);
    put_degrees(csv, facility.position);
    const auto* municipality = area_of(results, table.municipality_level, row.municipality);
    csv.text(municipality == nullptr ? "" : municipality->code).text(name(table.rule.area_level));
    const auto* area = area_of(results, table.area_level, row.area);
    csv.text(area == nullptr ? "" : area->code).text(area == nullptr ? "" : area->name);
}

void put_shared_facts(io::CsvWriter& csv, const RunResults& results, const policy::WardFacts& facts) {
    put_count(csv, facts.area_facilities);
    put_count(csv, facts.area_hospitals);
    put_count(csv, facts.area_clinics);
    if (const auto* next = std::get_if<access::Journey>(&facts.next)) {
        csv.text(results.facilities.facilities[next->facility.index()].id).text("reached");
    } else {
        csv.empty().text(network::name(std::get<network::Reason>(facts.next)));
    }
}

void put_tests(io::CsvWriter& csv, const WardTable& table, const WardRow& row, const RuleColumns& of_rules) {
    for (const auto& id : of_rules.groups) {
        const auto index = index_of(table.rule.groups, id);
        index ? csv.text(name(row.result.groups[*index])) : csv.empty();
    }
    for (const auto& id : of_rules.tests) {
        if (const auto index = index_of(table.rule.tests, id)) {
            csv.text(name(row.result.tests[*index].judgement));
            std::visit(PutNumber{csv}, row.result.tests[*index].number);
        } else {
            csv.empty().empty();
        }
    }
}

}  // namespace

std::int64_t write_wards_csv(const RunResults& results, const std::vector<WardTable>& wards,
                             const std::filesystem::path& file) {
    const RuleColumns of_rules{ids_of(wards, [](const WardSupport& rule) { return rule.groups; }),
                               ids_of(wards, [](const WardSupport& rule) { return rule.tests; })};
    io::CsvWriter csv(file, columns(of_rules));
    for (const auto& table : wards) {
        for (const auto& row : table.rows) {
            csv.text(table.rule.head.id);
            put_place(csv, results, table, row);
            put_shared_facts(csv, results, row.facts);
            csv.text(name(row.result.judgement));
            put_tests(csv, table, row, of_rules);
            csv.end_row();
        }
    }
    return csv.close();
}

}  // namespace michinori::report
