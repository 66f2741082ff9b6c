// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/births.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/row_source.h"
#include "io/table.h"
#include "policy/yen.h"
#include "scenario/find_group.h"
#include "scenario/find_level.h"

namespace michinori::scenario {
namespace {

using policy::Wide;
using Births = MaternitySettings::Births;

/// Reads municipality and births of each row; wrong rows are faults of the file.
class BirthsReader {
public:
    BirthsReader(const io::Table& table, const Births& births, const access::AreaLevel& level)
        : table_(table),
          births_(births),
          level_(level),
          code_(table.column(births.municipality_column)),
          number_(table.column(births.births_column)),
          faults_(table.file) {}

    /// By place of the area in its level.
    std::map<std::size_t, People> read() {
        std::map<std::size_t, People> births;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            row_ = static_cast<std::int64_t>(r) + 1;
            const auto area = area_of(std::string(trimmed(table_.rows[r][code_])));
            const auto number = number_of(table_.rows[r][number_]);
            if (area && number && !births.emplace(*area, *number).second) {
                fault(FindingCode::duplicate_id, {level_.areas[*area].code, "an earlier row"});
            }
        }
        faults_.throw_if_any();
        return births;
    }

private:
    void fault(FindingCode code, std::vector<std::string> arguments) {
        faults_.add({code, {table_.file, row_, {}}, std::move(arguments)});
    }

    std::optional<std::size_t> area_of(const std::string& code) {
        const auto found = std::ranges::lower_bound(level_.areas, code, {}, &access::AreaLevel::Area::code);
        if (found == level_.areas.end() || found->code != code) {
            fault(FindingCode::municipality_unknown, {code, births_.municipality_column, level_.file});
            return std::nullopt;
        }
        return static_cast<std::size_t>(found - level_.areas.begin());
    }

    std::optional<People> number_of(const std::string& text) {
        const auto number = to_number(text);
        if (number && *number >= 0) {
            return People::from_double(*number);
        }
        fault(number ? FindingCode::negative_number : FindingCode::bad_number, {births_.births_column, text});
        return std::nullopt;
    }

    const io::Table& table_;
    const Births& births_;
    const access::AreaLevel& level_;
    std::size_t code_;
    std::size_t number_;
    std::int64_t row_ = 0;
    io::FaultList faults_;
};

std::map<std::size_t, People> read_births(const Births& births, const access::AreaLevel& level, io::InputLog& log) {
    auto record = io::begin_record(births.file, "births");
    const auto table = io::read_table(births.file, births.table);
    record.format = table.format;
    record.encoding = table.encoding;
    record.rows_read = record.rows_used = static_cast<std::int64_t>(table.rows.size());
    log.findings.merge(table.findings);
    auto by_area = BirthsReader(table, births, level).read();
    log.inputs.push_back(std::move(record));
    return by_area;
}

std::vector<People> spread(const std::map<std::size_t, People>& births, const access::AreaLevel& level,
                           const access::AreaOfDemand& area_of, std::span<const People> weights, Findings& findings) {
    std::map<std::size_t, std::vector<std::size_t>> points;  // by area
    for (std::size_t d = 0; d < area_of.size(); ++d) {
        if (area_of[d]) {
            points[*area_of[d]].push_back(d);
        }
    }
    std::vector<People> result(area_of.size());
    for (const auto& [area, total] : births) {
        std::vector<People> own;
        for (const auto d : points[area]) {
            own.push_back(weights[d]);
        }
        const auto parts = shared_out(total, own);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            result[points[area][i]] = parts[i];
        }
        if (!total.is_zero() && std::ranges::all_of(parts, &People::is_zero)) {
            findings.add({FindingCode::births_not_spread,
                          {level.file, {}, {}},
                          {level.areas[area].code, fmt::format("{:g}", total.value())}});
        }
    }
    return result;
}

}  // namespace

std::vector<People> shared_out(People total, std::span<const People> weights) {
    Wide sum = 0;
    for (const auto weight : weights) {
        sum += weight.micro();
    }
    std::vector<People> parts(weights.size());
    if (sum == 0) {
        return parts;
    }
    std::vector<Wide> remainder(weights.size());
    auto left = total.micro();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Wide share = static_cast<Wide>(total.micro()) * weights[i].micro();
        parts[i] = People::from_micro(static_cast<std::int64_t>(share / sum));
        remainder[i] = share % sum;
        left -= parts[i].micro();
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
    for (std::int64_t i = 0; i < left; ++i) {
        parts[order[static_cast<std::size_t>(i)]] += People::from_micro(1);
    }
    return parts;
}

std::vector<People> births_of_demand(const MaternitySettings& settings, Region& region, const Analysis& analysis) {
    if (!settings.births) {
        return {};
    }
    const auto& demand = region.inputs().demand;
    if (!settings.births->from_file()) {
        return demand.people[group_named(demand.groups, settings.births->group)];
    }
    const auto l = level_named(region.inputs().levels, settings.municipality_level);
    const auto weights = group_named(demand.groups, settings.births->weights);
    const auto& level = region.inputs().levels[l];
    const auto births = read_births(*settings.births, level, region.log());
    return spread(births, level, analysis.area_of[l], demand.people[weights], region.log().findings);
}

}  // namespace michinori::scenario
