// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/remote_inputs.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "io/place_readers.h"
#include "scenario/fault_collector.h"
#include "scenario/load_remote_rule.h"
#include "scenario/load_rule_head.h"
#include "scenario/rule_book.h"
#include "scenario/zone_shapes.h"

namespace michinori::scenario {
namespace {

void load_rule(const io::InputFile& file, RemoteRules& book, io::InputLog& log) {
    io::TomlFile toml(file);
    const auto root = toml.root();
    const auto head = root.required_table("rule");
    if (const auto kind = load_rule_kind(head); kind && kind != RuleKind::remote_district) {
        throw InputError({FindingCode::bad_value,
                          head.place("kind"),
                          {"rule.kind", *head.text("kind"), "must be \"remote_district\" for [remote]"}});
    }
    auto rule = load_remote_rule(root);
    toml.finish();
    record_rule(file, rule.head, log);
    book.rules.push_back(std::move(rule));
}

RemoteRules load_rule_files(const std::vector<io::InputFile>& files, io::InputLog& log) {
    RemoteRules book;
    FaultCollector faults;
    for (const auto& file : files) {
        faults.attempt([&] { load_rule(file, book, log); });
    }
    std::vector<policy::RuleHead> heads;
    std::ranges::transform(book.rules, std::back_inserter(heads), &policy::RemoteRule::head);
    book.families = families_of_rules(heads, faults);
    faults.stop_if_any();
    return book;
}

/// A service that is cut off before the rule's limit would call people far who may be near.
void check_cutoff(const policy::RemoteRule& rule, const access::Service& service) {
    if (service.cutoff && *service.cutoff < rule.modelled_limit) {
        throw InputError(
            {FindingCode::bad_value,
             {rule.head.file, {}, {}},
             {"cutoff_min of the service \"" + service.id + "\"", fmt::format("{:g}", minutes(*service.cutoff)),
              fmt::format("must not be below the rule's modelled_minutes, {:g}", minutes(rule.modelled_limit))}});
    }
}

void find_services(const RemoteSettings& settings, const std::vector<access::Service>& services, RemoteRules& book) {
    FaultCollector faults;
    for (const auto& rule : book.rules) {
        faults.attempt([&] {
            const auto& service = service_named(settings.service_of(rule.role), services);
            check_cutoff(rule, service);
            book.services.push_back(static_cast<std::size_t>(&service - services.data()));
        });
    }
    faults.stop_if_any();
}

std::optional<geo::PolygonIndex> read_barriers(const RemoteSettings& settings, io::InputLog& log) {
    if (!settings.barriers) {
        return std::nullopt;
    }
    return geo::PolygonIndex(read_zone_shapes(settings.barriers->file, settings.barriers->format, "barriers", log));
}

std::vector<std::string> roles_of(const RemoteRules& book) {
    std::vector<std::string> roles;
    for (const auto& rule : book.rules) {
        if (std::ranges::find(roles, rule.role) == roles.end()) {
            roles.push_back(rule.role);
        }
    }
    return roles;
}

}  // namespace

RemoteTables read_remote(const RemoteSettings& settings, Region& region, const std::vector<access::Service>& services) {
    RemoteTables read;
    FaultCollector faults;
    faults.attempt([&] {
        read.book = load_rule_files(settings.rules, region.log());
        find_services(settings, services, read.book);
    });
    faults.attempt([&] { read.barriers = read_barriers(settings, region.log()); });
    if (settings.hubs) {
        faults.attempt([&] { read.hubs = service_named(settings.hubs->service, services).facilities; });
    }
    // Their roles are those of the rules, so that the tables are read when these are known.
    faults.stop_if_any();
    const auto roles = roles_of(read.book);
    if (settings.transport) {
        faults.attempt([&] { read.stops = read_stops(*settings.transport, roles, region.log()); });
    }
    if (settings.visits) {
        const VisitContext context{region.inputs().facilities, read.hubs, roles};
        faults.attempt([&] { read.visits = read_visits(*settings.visits, context, region.log()); });
    }
    faults.stop_if_any();
    return read;
}

}  // namespace michinori::scenario
