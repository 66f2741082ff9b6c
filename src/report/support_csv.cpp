// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "io/csv_writer.h"
#include "report/eligible_totals.h"
#include "report/maternity_outputs.h"
#include "report/support_lines.h"

namespace michinori::report {
namespace {

using io::CsvWriter;

std::vector<std::string> columns(const std::vector<std::string>& payers) {
    std::vector<std::string> names{"level",  "area_code",       "area_name", "rule_family", "rule_id",
                                   "bound",  "births",          "eligible",  "near_limit",  "undecided",
                                   "claims", "unpriced_claims", "trips",     "nights",      "support_yen"};
    for (const auto& payer : payers) {
        names.push_back(payer + "_yen");
    }
    names.insert(names.end(), {"cost_yen", "own_yen"});
    return names;
}

void put_line(CsvWriter& csv, const policy::TravelSupport& rule, const SupportLine& line,
              const std::vector<std::string>& payers) {
    const auto& people = line.people;
    csv.people(people.births).people(people.eligible).people(people.near_limit).people(people.undecided);
    csv.people(people.claims).people(people.unpriced).people(people.trips).people(people.nights);
    csv.integer(line.support.value());
    for (const auto& id : payers) {
        const auto found = std::ranges::find(rule.payers, id, &policy::TravelSupport::Payer::id);
        const auto index = static_cast<std::size_t>(found - rule.payers.begin());
        csv.integer(index < line.by_payer.size() ? line.by_payer[index].value() : 0);
    }
    csv.integer(line.cost.value()).integer((line.cost - line.support).value());
}

void put_table(CsvWriter& csv, const scenario::MaternityStudy& study, const std::string& level,
               const access::AreaLevel::Area* area, const SupportTable& table, const std::vector<std::string>& payers) {
    for (std::size_t r = 0; r < table.size(); ++r) {
        const auto& rule = study.book.travel[study.costs.rules[r].rule];
        for (const auto bound : policy::bounds) {
            csv.text(level);
            area != nullptr ? csv.text(area->code).text(area->name) : csv.empty().empty();
            csv.text(rule.head.family).text(rule.head.id).text(name(bound));
            put_line(csv, rule, table[r][static_cast<std::size_t>(bound)], payers);
            csv.end_row();
        }
    }
}

}  // namespace

std::int64_t write_support_csv(const RunResults& results, const std::filesystem::path& file) {
    const auto& study = *results.maternity;
    const auto payers = payer_ids(study.book.travel);
    CsvWriter csv(file, columns(payers));
    for (std::size_t l = 0; l < results.levels.size(); ++l) {
        for (const auto& [area, table] : support_by_area(study, l)) {
            put_table(csv, study, results.levels[l].id, area ? &results.levels[l].areas[*area] : nullptr, table,
                      payers);
        }
    }
    put_table(csv, study, "region", nullptr, support_of_region(study), payers);
    return csv.close();
}

}  // namespace michinori::report
