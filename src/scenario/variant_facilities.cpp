// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "scenario/analysis.h"
#include "scenario/variant_draft.h"

namespace michinori::scenario {
namespace {

using access::FacilitySet;

std::vector<std::string> ids_of(const FacilitySet& set) {
    std::vector<std::string> ids;
    std::ranges::transform(set.facilities, std::back_inserter(ids), &FacilitySet::Facility::id);
    return ids;
}

std::optional<std::size_t> find(const FacilitySet& set, const std::string& id) {
    const auto found = std::ranges::find(set.facilities, id, &FacilitySet::Facility::id);
    return found == set.facilities.end() ? std::nullopt
                                         : std::optional(static_cast<std::size_t>(found - set.facilities.begin()));
}

std::size_t facility_named(const FacilitySet& set, const std::string& id) {
    if (const auto found = find(set, id)) {
        return *found;
    }
    const auto known = ids_of(set);
    throw InputError(
        {FindingCode::unknown_reference, {}, {"facility", id, known.empty() ? "-" : nearest_word(id, known)}});
}

std::vector<std::string> all_services(const Scenario& scenario) {
    std::vector<std::string> ids;
    std::ranges::transform(scenario.services, std::back_inserter(ids), &Scenario::Service::id);
    return ids;
}

bool gives(const access::Service& service, std::size_t facility) {
    return std::ranges::binary_search(service.facilities, FacilityId{facility});
}

/// Stops those of the services that the facility gives; none of them: told as idle.
void stop(const std::string& id, const std::vector<std::string>& services, VariantDraft& draft) {
    const auto facility = facility_named(draft.inputs.facilities, id);
    const auto now = select_services(draft.scenario, draft.inputs);
    bool any = false;
    for (const auto& service : services.empty() ? all_services(draft.scenario) : services) {
        if (gives(service_named(service, now), facility)) {
            draft.inputs.offers.push_back({FacilityId{facility}, service, false});
            any = true;
        }
    }
    if (!any) {
        draft.idle(
            fmt::format("{} gives no {} already", id, services.empty() ? std::string("service") : listed(services)));
    }
}

void start(std::size_t facility, const std::vector<std::string>& services, VariantDraft& draft) {
    const auto now = select_services(draft.scenario, draft.inputs);
    for (const auto& service : services) {
        if (gives(service_named(service, now), facility)) {
            draft.idle(fmt::format("{} gives {} already", draft.inputs.facilities.facilities[facility].id, service));
        }
        draft.inputs.offers.push_back({FacilityId{facility}, service, true});
    }
}

std::string& field(FacilitySet& set, std::size_t facility, const std::string& column) {
    const auto at = set.column(column);
    if (!at) {
        throw InputError({FindingCode::column_missing, {}, {column, listed(set.columns)}});
    }
    auto& fields = set.facilities[facility].fields;
    fields.resize(std::max(fields.size(), set.columns.size()));
    return fields[*at];
}

/// Services that a facility gives by its columns and by what was decided before.
bool gives_any(std::size_t facility, const VariantDraft& draft) {
    const auto now = select_services(draft.scenario, draft.inputs);
    return std::ranges::any_of(now, [&](const access::Service& service) { return gives(service, facility); });
}

std::size_t add_from_list(const OpenFacility& change, VariantDraft& draft) {
    const auto index = find(draft.candidates, change.facility);
    if (!index) {
        const auto known = ids_of(draft.candidates);
        throw InputError({FindingCode::unknown_reference,
                          {},
                          {"candidate", change.facility,
                           known.empty() ? std::string("(no list [[candidates]])") : listed(known, 10)}});
    }
    return append_facility(draft.candidates, *index, draft.inputs.facilities).index();
}

std::size_t add_from_place(const OpenFacility& change, VariantDraft& draft) {
    auto& set = draft.inputs.facilities;
    set.facilities.push_back({change.facility, change.place->name, change.place->position,
                              std::vector<std::string>(set.columns.size()), draft.scenario.shown, 0});
    const auto facility = set.size() - 1;
    for (const auto& [column, value] : change.place->columns) {
        field(set, facility, column) = value;
    }
    return facility;
}

/// Adds what a facility's column holds to another's.
void add_number(const std::string& column, std::size_t from, std::size_t to, FacilitySet& set) {
    const auto more = to_number(trimmed(field(set, from, column)));
    auto& sum = field(set, to, column);
    const auto before = to_number(trimmed(sum));
    for (const auto& [number, facility] : {std::pair(more, from), std::pair(before, to)}) {
        if (!number) {
            throw InputError({FindingCode::capacity_unknown,
                              {},
                              {set.facilities[facility].id, column, "\"" + field(set, facility, column) + "\""}});
        }
    }
    sum = fmt::format("{}", *before + *more);
}

}  // namespace

FacilityId append_facility(const FacilitySet& from, std::size_t index, FacilitySet& into) {
    for (const auto& column : from.columns) {
        if (!into.column(column)) {
            into.columns.push_back(column);
        }
    }
    auto facility = from.facilities[index];
    facility.fields.assign(into.columns.size(), {});
    for (std::size_t c = 0; c < from.facilities[index].fields.size(); ++c) {
        facility.fields[*into.column(from.columns[c])] = from.facilities[index].fields[c];
    }
    into.facilities.push_back(std::move(facility));
    return FacilityId{into.size() - 1};
}

void apply(const CloseFacilities& change, VariantDraft& draft) {
    for (const auto& id : change.facilities) {
        stop(id, change.services, draft);
    }
}

void apply(const OpenFacility& change, VariantDraft& draft) {
    if (const auto there = find(draft.inputs.facilities, change.facility)) {
        if (change.place || change.services.empty()) {
            throw InputError({FindingCode::duplicate_id, {}, {change.facility, "the facilities"}});
        }
        start(*there, change.services, draft);  // one of today's that begins to give a service
        return;
    }
    const auto facility = change.place ? add_from_place(change, draft) : add_from_list(change, draft);
    start(facility, change.services, draft);
    if (!gives_any(facility, draft)) {
        throw InputError({FindingCode::bad_value,
                          {},
                          {"open", change.facility, "gives no service of the scenario; say which under services"}});
    }
}

void apply(const MoveFacility& change, VariantDraft& draft) {
    auto& facility = draft.inputs.facilities.facilities[facility_named(draft.inputs.facilities, change.facility)];
    if (facility.position == change.to) {
        draft.idle(fmt::format("{} stands there already", change.facility));
    }
    facility.position = change.to;
}

void apply(const MergeFacilities& change, VariantDraft& draft) {
    auto& set = draft.inputs.facilities;
    const auto into = facility_named(set, change.into);
    for (const auto& id : change.facilities) {
        stop(id, change.services, draft);
        for (const auto& column : change.add) {
            add_number(column, facility_named(set, id), into, set);
        }
    }
}

void apply(const ChangeOffer& change, VariantDraft& draft) {
    for (const auto& id : change.facilities) {
        const auto facility = facility_named(draft.inputs.facilities, id);
        for (const auto& [column, value] : change.columns) {
            field(draft.inputs.facilities, facility, column) = value;
        }
        for (const auto& service : change.stops) {
            stop(id, {service}, draft);
        }
        start(facility, change.starts, draft);
    }
}

}  // namespace michinori::scenario
