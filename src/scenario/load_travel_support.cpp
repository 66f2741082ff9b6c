// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_travel_support.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "scenario/load_fraction.h"
#include "scenario/load_rule_head.h"
#include "scenario/load_unreachable.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::TravelSupport;

constexpr double most_minutes = 10000;
constexpr double most_yen = 10000000;

/// A whole number under a key; its default when the key is not there.
int whole(const TomlTable& table, std::string_view key, int otherwise, int least, int most) {
    const auto value = table.integer(key);
    if (value && (*value < least || *value > most)) {
        table.bad_value(key, "must be from " + std::to_string(least) + " to " + std::to_string(most));
        return otherwise;
    }
    return value ? static_cast<int>(*value) : otherwise;
}

policy::Yen yen(const TomlTable& table, std::string_view key) {
    return policy::Yen{std::llround(table.required_number(key, {0, most_yen}))};
}

TravelSupport::Limit load_limit(const TomlTable& table) {
    TravelSupport::Limit limit;
    limit.time = from_minutes(table.required_number("minutes", {0, most_minutes, false}));
    limit.margin_below = from_minutes(table.number("about_below_min", {0, most_minutes}).value_or(0));
    limit.margin_above = from_minutes(table.number("about_above_min", {0, most_minutes}).value_or(0));
    if (limit.time > TravelTime{0} && limit.margin_below > limit.time) {
        table.bad_value("about_below_min", "must not be above the minutes of the limit");
    }
    if (const auto km = table.number("km", {0, 10000, false})) {
        limit.distance = Metres{*km * 1000};
    }
    limit.distance_margin = Metres{table.number("about_km", {0, 10000}).value_or(0) * 1000};
    if (table.has("about_km") && (!limit.distance || limit.distance_margin > *limit.distance)) {
        table.bad_value("about_km", "needs the key km, and must not be above it");
    }
    return limit;
}

/// Values of a list of names out of a fixed set, each once; a fault and nothing for any other.
template <class Value, std::size_t N>
std::vector<Value> choices(const TomlTable& table, std::string_view key, const std::array<Value, N>& all) {
    std::vector<std::string> names;
    for (const auto value : all) {
        names.emplace_back(name(value));
    }
    std::vector<Value> values;
    for (const auto& text : table.texts(key)) {
        const auto found = std::ranges::find(names, text);
        if (found == names.end()) {
            table.fault(FindingCode::unknown_reference, key, {std::string(key), text, listed(names)});
        } else {
            values.push_back(all[static_cast<std::size_t>(found - names.begin())]);
        }
    }
    if (table.present() && !table.has(key)) {
        table.fault(FindingCode::missing_key, {}, {table.name(), std::string(key)});
    }
    return values;
}

/// Roles get their numbers in the order in which the cases name them.
std::size_t role_number(const std::string& role, std::vector<std::string>& roles) {
    const auto found = std::ranges::find(roles, role);
    if (found != roles.end()) {
        return static_cast<std::size_t>(found - roles.begin());
    }
    roles.push_back(role);
    return roles.size() - 1;
}

void load_tests(const TomlTable& table, std::vector<std::string>& roles, TravelSupport::Case& into) {
    using Kind = TravelSupport::Test::Kind;
    for (const auto& role : table.texts("far")) {
        into.all_of.push_back({Kind::far, role_number(role, roles), {}});
    }
    for (const auto& role : table.texts("near")) {
        into.all_of.push_back({Kind::near, role_number(role, roles), {}});
    }
    for (const auto& flag : table.texts("declared")) {
        into.all_of.push_back({Kind::declared, 0, flag});
    }
    if (std::ranges::none_of(into.all_of, [](const auto& test) { return test.kind == Kind::far; })) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "far"});
    }
}

TravelSupport::Case load_case(const TomlTable& table, std::vector<std::string>& roles) {
    using policy::Origin;
    using policy::Risk;
    TravelSupport::Case one;
    one.id = table.required_text("id");
    one.title_en = table.required_text("title_en");
    one.title_ja = table.required_text("title_ja");
    one.paragraph = table.required_text("paragraph");
    one.risks = choices(table, "risks", std::array{Risk::normal, Risk::high});
    one.origins = choices(table, "origins", std::array{Origin::home, Origin::satogaeri});
    load_tests(table, roles, one);
    one.destination = role_number(table.required_text("destination"), roles);
    one.most_trips = whole(table, "trips", 1, 1, 1000);
    return one;
}

policy::Rounding::Direction load_direction(const TomlTable& table, std::string_view key) {
    using Direction = policy::Rounding::Direction;
    static constexpr std::array directions{Direction::down, Direction::half_up, Direction::up};
    return directions[table.choice(key, {"down", "half_up", "up"}).value_or(0)];
}

TravelSupport::Transport load_transport(const TomlTable& table) {
    using policy::Mode;
    TravelSupport::Transport transport;
    transport.share = load_fraction(table, "share", 1);
    transport.pays = {};
    for (const auto mode : choices(table, "modes", std::array{Mode::car, Mode::taxi, Mode::public_transport})) {
        transport.pays[static_cast<std::size_t>(mode)] = true;
    }
    transport.yen_per_km = load_fraction(table, "car_yen_per_km", 1000);
    transport.distance_unit_m = whole(table, "distance_unit_m", 1, 1, 100000);
    transport.distance_direction = load_direction(table, "distance_rounding");
    transport.tolls = table.flag("tolls").value_or(true);
    transport.rounding = {load_direction(table, "rounding"), policy::Yen{whole(table, "rounding_yen", 1, 1, 10000)}};
    transport.round_each_trip = table.choice("round", {"total", "each_trip"}) == std::size_t{1};
    return transport;
}

std::optional<TravelSupport::Lodging> load_lodging(const TomlTable& table) {
    if (!table.present()) {
        return std::nullopt;
    }
    const auto nights = static_cast<int>(table.required_number("nights", {1, 366}));
    return TravelSupport::Lodging{nights, yen(table, "cap_yen"), yen(table, "own_yen"),
                                  table.flag("transport_to_lodging").value_or(true)};
}

void load_payers(const TomlTable& root, TravelSupport& into) {
    std::vector<policy::Fraction> shares;
    int takers = 0;
    for (const auto& table : root.tables("payer")) {
        into.payers.push_back({table.required_text("id"), table.required_text("title_en"),
                               table.required_text("title_ja"), load_fraction(table, "share", 1)});
        shares.push_back(into.payers.back().share);
        if (table.flag("remainder").value_or(false)) {
            into.remainder_to = into.payers.size() - 1;
            ++takers;
        }
    }
    if (shares.size() > 6 || !policy::add_up_to_one(shares)) {
        root.bad_value("payer", "one to six payers whose shares add up to 1");
    } else if (takers != 1) {
        root.bad_value("payer", "exactly one payer bears the yen that do not divide: remainder = true");
    }
}

}  // namespace

TravelSupport load_travel_support(const TomlTable& root) {
    TravelSupport rule;
    rule.head = load_rule_head(root.required_table("rule"));
    rule.limit = load_limit(root.required_table("limit"));
    rule.unreachable = load_unreachable(root.required_table("unreachable"));
    for (const auto& table : root.tables("case")) {
        rule.cases.push_back(load_case(table, rule.roles));
    }
    if (rule.cases.empty()) {
        root.fault(FindingCode::missing_key, {}, {"the rule", "[[case]]"});
    }
    rule.transport = load_transport(root.required_table("transport"));
    rule.lodging = load_lodging(root.table("lodging"));
    load_payers(root, rule);
    return rule;
}

}  // namespace michinori::scenario
