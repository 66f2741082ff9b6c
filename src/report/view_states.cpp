// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "report/support_lines.h"
#include "report/view_parts.h"

namespace michinori::report {
namespace {

using scenario::Side;

/// One service in one state, in numbers of the view.
struct ServiceColumns {
    std::vector<std::int32_t> minutes;
    std::vector<std::int32_t> facility;
    std::vector<std::int32_t> gives;  ///< ascending
};

/// Milliseconds that fit a column: 24 days at most.
std::int32_t milliseconds(TravelTime time) {
    constexpr std::uint32_t most = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::min(time.count(), most));
}

/// Minutes and facility of one point.
std::pair<std::int32_t, std::int32_t> numbers_of(const access::Outcome& outcome, const StateFacilities& facilities) {
    if (const auto* reached = std::get_if<access::Reached>(&outcome)) {
        return {milliseconds(reached->nearest.time), facilities.number[reached->nearest.facility.index()]};
    }
    return {-1 - static_cast<std::int32_t>(std::get<network::Reason>(outcome)), -1};
}

/// Those that give a service, ascending.
std::vector<std::int32_t> givers_of(const Side& side, std::size_t service, const StateFacilities& facilities) {
    std::vector<std::int32_t> gives;
    for (const auto facility : side.services[service].facilities) {
        gives.push_back(facilities.number[facility.index()]);
    }
    std::ranges::sort(gives);
    return gives;
}

ServiceColumns columns_of(const Side& side, std::size_t service, const StateFacilities& facilities) {
    ServiceColumns of;
    of.minutes.reserve(side.outcomes[service].size());
    of.facility.reserve(side.outcomes[service].size());
    for (const auto& outcome : side.outcomes[service]) {
        const auto [minutes, facility] = numbers_of(outcome, facilities);
        of.minutes.push_back(minutes);
        of.facility.push_back(facility);
    }
    of.gives = givers_of(side, service, facilities);
    return of;
}

Json service_view(const ServiceColumns& of, Columns& columns) {
    Json json;
    json["minutes"] = columns.i32(of.minutes, Coding::shuffled);
    json["facility"] = columns.i32(of.facility, Coding::shuffled);
    json["gives"] = of.gives;
    return json;
}

/// A state and how its facilities are numbered.
struct Numbered {
    const ViewState& state;
    StateFacilities facilities;
};

/// Whether the columns of a service would be the same; without making them, since most of a state's services are.
bool is_same(const Numbered& own, const Numbered& against, std::size_t service) {
    const auto same_numbers = [&](const access::Outcome& here, const access::Outcome& there) {
        return numbers_of(here, own.facilities) == numbers_of(there, against.facilities);
    };
    return givers_of(own.state.side, service, own.facilities) ==
               givers_of(against.state.side, service, against.facilities) &&
           std::ranges::equal(own.state.side.outcomes[service], against.state.side.outcomes[service], same_numbers);
}

/// `against` null: the first state, all of whose services are written.
Json services_of(const Numbered& own, const Numbered* against, Columns& columns) {
    Json all = Json::array();
    for (std::size_t s = 0; s < own.state.side.services.size(); ++s) {
        const bool same = against != nullptr && is_same(own, *against, s);
        all.push_back(same ? Json() : service_view(columns_of(own.state.side, s, own.facilities), columns));
    }
    return all;
}

/// Facilities of the first state that stand elsewhere.
Json moved_facilities(const Numbered& own, const Side& first) {
    Json all = Json::array();
    const auto& facilities = own.state.side.facilities.facilities;
    for (std::size_t f = 0; f < facilities.size(); ++f) {
        const auto number = own.facilities.number[f];
        const auto at = static_cast<std::size_t>(number);
        if (at < first.facilities.size() && first.facilities.facilities[at].position != facilities[f].position) {
            const auto to = facilities[f].position;
            all.push_back({{"facility", number}, {"lon", to.lon}, {"lat", to.lat}});
        }
    }
    return all;
}

Json added_facilities(const Numbered& own) {
    Json all = Json::array();
    for (const auto& added : own.facilities.added) {
        all.push_back(facility_view(*added.facility, added.here, own.state.side));
    }
    return all;
}

Json changes_of(const ViewState& state) {
    Json all = Json::array();
    for (const auto& change : state.changes) {
        all.push_back(words_view(change));
    }
    return all;
}

/// null: those of the first state.
Json changed_people(const Side& side, const Side& first, const ViewGroups& groups, Columns& columns) {
    if (&side.demand == &first.demand && side.maternity == nullptr) {
        return nullptr;
    }
    const auto people = people_of(side, first, groups);
    return people == people_of(first, first, groups) ? Json() : people_view(people, columns);
}

Json state_json(const Numbered& own, const Numbered* against, const Side& first, const ViewGroups& groups,
                Columns& columns) {
    const auto& side = own.state.side;
    Json json{{"id", side.id},
              {"title", words_view(bilingual_title(side.title_en, side.title_ja, side.id))},
              {"changes", changes_of(own.state)},
              {"against", own.state.against}};
    json["people"] = changed_people(side, first, groups, columns);
    json["services"] = services_of(own, against, columns);
    json["moved"] = moved_facilities(own, first);
    json["new_facilities"] = added_facilities(own);
    json["off_roads"] = off_roads_view(own.state, own.facilities);
    json["support"] = support_view(side.maternity);
    json["routes"] = std::vector<Json>(side.services.size());
    return json;
}

Bilingual support_note(const scenario::MaternityStudy& study) {
    Bilingual note{"1年あたりの見込み（申請の割合などの仮定が低位・中位・高位の場合）。施行中の規則の合計: ",
                   "Expected in a year, under low, central and high assumptions; the sum of the rules in force: "};
    for (std::size_t r = 0; r < study.costs.rules.size(); ++r) {
        const auto& head = study.book.travel[study.costs.rules[r].rule].head;
        const auto title = bilingual_title(head.title_en, head.title_ja, head.id);
        note.ja += (r == 0 ? "" : "、") + title.ja;
        note.en += (r == 0 ? "" : "; ") + title.en;
    }
    return note;
}

}  // namespace

Json support_view(const scenario::MaternityStudy* study) {
    if (study == nullptr || study->births.empty() || study->costs.rules.empty()) {
        return nullptr;
    }
    std::array<policy::Yen, 3> yen;
    std::array<People, 3> claims;
    for (const auto& rule : support_of_region(*study)) {
        for (std::size_t b = 0; b < rule.size(); ++b) {
            yen[b] += rule[b].support;
            claims[b] += rule[b].people.claims;
        }
    }
    Json json{{"total_yen", Json::array()}, {"claims", Json::array()}, {"note", words_view(support_note(*study))}};
    for (std::size_t b = 0; b < yen.size(); ++b) {
        json["total_yen"].push_back(yen[b].value());
        json["claims"].push_back(people_json(claims[b]));
    }
    return json;
}

Json states_view(const ViewInputs& inputs, const ViewGroups& groups, Columns& columns) {
    const auto& first = inputs.states.front().side;
    std::vector<Numbered> numbered;
    numbered.reserve(inputs.states.size());  // states point at the one they are held against
    Json all = Json::array();
    for (std::size_t i = 0; i < inputs.states.size(); ++i) {
        const auto& state = inputs.states[i];
        // Two variants may be held against each other: the earlier one is then written whole.
        const auto* against = state.against < i ? &numbered[state.against] : nullptr;
        const StateFacilities before = against != nullptr ? against->facilities : StateFacilities{};
        numbered.push_back({state, i == 0 ? first_facilities(first.facilities)
                                          : state_facilities(first.facilities, before, state.side.facilities)});
        all.push_back(state_json(numbered.back(), against, first, groups, columns));
    }
    return all;
}

std::string state_view(const ViewState& state, const ViewState& base, Packing packing) {
    Columns columns;
    const auto& first = base.side;
    const Numbered today{base, first_facilities(first.facilities)};
    const Numbered own{state, state_facilities(first.facilities, today.facilities, state.side.facilities)};
    return columns.container(state_json(own, &today, first, groups_of(first), columns), packing);
}

}  // namespace michinori::report
