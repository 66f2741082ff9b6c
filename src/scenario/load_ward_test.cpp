// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_ward_test.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "scenario/load_fraction.h"
#include "scenario/load_test_groups.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::WardSupport;

constexpr double most_minutes = 10000;
constexpr double most_deliveries = 1000000;
constexpr double most_yen = 100000000;
constexpr std::int64_t most_facilities = 100000;

std::optional<std::uint32_t> load_count(const TomlTable& table, std::string_view key) {
    const auto value = table.integer(key);
    if (value && (*value < 0 || *value > most_facilities)) {
        table.bad_value(key, "must be from 0 to " + std::to_string(most_facilities));
        return std::nullopt;
    }
    return value ? std::optional(static_cast<std::uint32_t>(*value)) : std::nullopt;
}

WardSupport::Condition few_in_area(const TomlTable& table) {
    const WardSupport::FewInArea test{load_count(table, "most_hospitals"), load_count(table, "most_clinics"),
                                      load_count(table, "most_facilities")};
    if (!table.has("most_hospitals") && !table.has("most_clinics") && !table.has("most_facilities")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "most_hospitals, most_clinics or most_facilities"});
    }
    return test;
}

WardSupport::Condition far_to_next(const TomlTable& table) {
    const double least = table.required_number("minutes", {0, most_minutes, false});
    const double below = table.number("about_below_min", {0, most_minutes}).value_or(0);
    if (below > least) {
        table.bad_value("about_below_min", "must not be above the minutes of the limit");
    }
    return WardSupport::FarToNext{from_minutes(least), from_minutes(below),
                                  from_minutes(table.number("about_above_min", {0, most_minutes}).value_or(0))};
}

WardSupport::Condition few_deliveries(const TomlTable& table) {
    const auto read = [&](double value) { return People::from_double(value); };
    return WardSupport::FewDeliveries{read(table.required_number("deliveries", {0, most_deliveries})),
                                      read(table.number("about_below", {0, most_deliveries}).value_or(0)),
                                      read(table.number("about_above", {0, most_deliveries}).value_or(0))};
}

WardSupport::Condition deliveries_fell(const TomlTable& table) {
    const auto margin = [&](std::string_view key) {
        table.pass(key);
        return table.has(key) ? load_fraction(table, key, 1) : policy::Fraction{};
    };
    return WardSupport::DeliveriesFell{load_fraction(table, "share", 1), margin("about_below"), margin("about_above")};
}

WardSupport::Condition fee_at_least(const TomlTable& table) {
    return WardSupport::FeeAtLeast{policy::Yen{std::llround(table.required_number("yen", {0, most_yen}))}};
}

template <class Fact>
WardSupport::Condition fact(const TomlTable& /*table*/) {
    return Fact{};
}

struct Kind {
    std::string_view name;
    WardSupport::Condition (*load)(const TomlTable&);
};
constexpr std::array kinds{Kind{"sole_on_island", fact<WardSupport::SoleOnIsland>},
                           Kind{"few_in_area", few_in_area},
                           Kind{"far_to_next", far_to_next},
                           Kind{"few_deliveries", few_deliveries},
                           Kind{"deliveries_fell", deliveries_fell},
                           Kind{"gives_checkups", fact<WardSupport::GivesCheckups>},
                           Kind{"fee_at_least", fee_at_least},
                           Kind{"fits_plan", fact<WardSupport::FitsPlan>},
                           Kind{"takes_over", fact<WardSupport::TakesOver>}};

WardSupport::Condition load_condition(const TomlTable& table) {
    std::vector<std::string> names;
    std::ranges::transform(kinds, std::back_inserter(names), [](const Kind& k) { return std::string(k.name); });
    const auto kind = load_test_kind(table, names);
    return kind ? kinds.at(*kind).load(table) : WardSupport::Condition{};
}

}  // namespace

WardSupport::Test load_ward_test(const TomlTable& table) {
    auto names = load_test_names(table);
    return {std::move(names.id), std::move(names.title_en), std::move(names.title_ja), load_condition(table)};
}

}  // namespace michinori::scenario
