// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_remote_rule.h"

#include "scenario/load_rule_head.h"
#include "scenario/load_unreachable.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::RemoteRule;

constexpr io::NumberRange kilometres{0, 20, false};  // as far as the search looks
constexpr io::NumberRange some_people{0, 1e9, false};
constexpr io::NumberRange some_minutes{0, 1440, false};
constexpr std::int64_t most_trips = 1000;

/// A whole number of round trips, 0 among them.
std::optional<std::uint32_t> load_trips(const TomlTable& table) {
    const auto trips = table.integer("most_trips");
    if (trips && (*trips < 0 || *trips > most_trips)) {
        table.bad_value("most_trips", "must be from 0 to 1000");
        return std::nullopt;
    }
    return trips ? std::optional(static_cast<std::uint32_t>(*trips)) : std::nullopt;
}

Metres from_km(double km) {
    return Metres{km * 1000};
}

void load_district(const TomlTable& table, RemoteRule& rule) {
    rule.role = table.required_text("role");
    rule.radius = from_km(table.required_number("radius_km", kilometres));
    const auto own = table.number("institution_km", kilometres);
    rule.institution_radius = own ? from_km(*own) : rule.radius;
    rule.least_people = People::from_double(table.required_number("least_people", some_people));
}

void load_attendance(const TomlTable& table, RemoteRule& rule) {
    rule.most_trips = load_trips(table);
    if (table.present() && !table.has("limit")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "limit"});
    }
    rule.limit = table.choice("limit", {"over", "at_least"}) == std::size_t{1} ? RemoteRule::Limit::at_least
                                                                               : RemoteRule::Limit::over;
    rule.transport_limit = from_minutes(table.required_number("transport_minutes", some_minutes));
    rule.modelled_limit = from_minutes(table.required_number("modelled_minutes", some_minutes));
}

/// A limit stricter than the rule's own would find nothing that the rule does not.
void refuse_stricter(const TomlTable& table, const RemoteRule::Relaxation& near, const RemoteRule& rule) {
    const auto refuse = [&](std::string_view key, bool stricter) {
        if (stricter) {
            table.bad_value(key, "is stricter than the rule itself; [near] loosens it");
        }
    };
    const auto above = [](const auto& value, auto limit) {  // a limit that is not there was told already
        return value && limit != decltype(limit){} && *value > limit;
    };
    refuse("least_people", above(near.least_people, rule.least_people));
    refuse("institution_km", above(near.institution_radius, rule.institution_radius));
    refuse("most_trips", near.most_trips && rule.most_trips && *near.most_trips < *rule.most_trips);
    refuse("transport_minutes", above(near.transport_limit, rule.transport_limit));
    refuse("modelled_minutes", above(near.modelled_limit, rule.modelled_limit));
    if (near.most_trips && !rule.most_trips) {
        table.bad_value("most_trips", "the rule itself does not ask about trips");
    }
}

std::optional<RemoteRule::Relaxation> load_near(const TomlTable& table, const RemoteRule& rule) {
    if (!table.present()) {
        return std::nullopt;
    }
    RemoteRule::Relaxation near;
    if (const auto people = table.number("least_people", some_people)) {
        near.least_people = People::from_double(*people);
    }
    if (const auto km = table.number("institution_km", kilometres)) {
        near.institution_radius = from_km(*km);
    }
    near.most_trips = load_trips(table);
    if (const auto minutes = table.number("transport_minutes", some_minutes)) {
        near.transport_limit = from_minutes(*minutes);
    }
    if (const auto minutes = table.number("modelled_minutes", some_minutes)) {
        near.modelled_limit = from_minutes(*minutes);
    }
    refuse_stricter(table, near, rule);
    return near;
}

}  // namespace

RemoteRule load_remote_rule(const TomlTable& root) {
    RemoteRule rule;
    rule.head = load_rule_head(root.required_table("rule"));
    load_district(root.required_table("district"), rule);
    load_attendance(root.required_table("attendance"), rule);
    rule.unreachable = load_unreachable(root.required_table("unreachable"));
    rule.near = load_near(root.table("near"), rule);
    return rule;
}

}  // namespace michinori::scenario
