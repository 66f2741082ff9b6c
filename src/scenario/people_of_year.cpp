// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/people_of_year.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {
namespace {

constexpr std::size_t most_ids_told = 10;

const Scenario::Demand::Year* find_year(const Scenario::Demand& demand, int year) {
    const auto found = std::ranges::find(demand.years, year, &Scenario::Demand::Year::year);
    return found == demand.years.end() ? nullptr : &*found;
}

void require_year(const Scenario& scenario, int year) {
    const auto years = years_of(scenario);
    if (std::ranges::find(years, year) == years.end()) {
        std::vector<std::string> known;
        std::ranges::transform(years, std::back_inserter(known), [](int y) { return std::to_string(y); });
        throw InputError(
            {FindingCode::unknown_reference,
             {scenario.shown, {}, {}},
             {"year", std::to_string(year), known.empty() ? "(no year stands in every [[demand]])" : listed(known)}});
    }
}

access::DemandSet read_year(const Scenario& scenario, int year, io::InputLog& log) {
    access::DemandSet people;
    FaultCollector faults;
    for (const auto& demand : scenario.demand) {
        const auto& entry = *find_year(demand, year);
        const auto before = log.inputs.size();
        faults.attempt([&] { io::read_demand(entry.file, entry.options, people, log); });
        for (auto record = before; record < log.inputs.size(); ++record) {
            log.inputs[record].role = fmt::format("demand:{}", year);
        }
    }
    faults.stop_if_any();
    return people;
}

using PlaceOfId = std::unordered_map<std::string, std::size_t>;

PlaceOfId places_by_id(const access::DemandSet& demand) {
    PlaceOfId places;
    for (std::size_t d = 0; d < demand.size(); ++d) {
        places.emplace(demand.points[d].id, d);
    }
    return places;
}

/// The ids that `other` does not have, each after a sign.
void add_strangers(const access::DemandSet& demand, const PlaceOfId& other, char sign, std::vector<std::string>& into) {
    for (const auto& point : demand.points) {
        if (!other.contains(point.id)) {
            into.push_back(sign + point.id);
        }
    }
}

void require_same_points(const Scenario& scenario, const access::DemandSet& today, const access::DemandSet& then,
                         const PlaceOfId& places_then, int year) {
    std::vector<std::string> differences;
    add_strangers(today, places_then, '-', differences);
    add_strangers(then, places_by_id(today), '+', differences);
    if (!differences.empty()) {
        const auto& file = find_year(scenario.demand.front(), year)->file;
        throw InputError(
            {FindingCode::points_differ,
             {file.shown, {}, {}},
             {std::to_string(year), fmt::format("{}: {}", differences.size(), listed(differences, most_ids_told))}});
    }
}

}  // namespace

std::vector<int> years_of(const Scenario& scenario) {
    std::map<int, std::size_t> entries_with;
    for (const auto& demand : scenario.demand) {
        for (const auto& year : demand.years) {
            ++entries_with[year.year];
        }
    }
    std::vector<int> years;
    for (const auto& [year, entries] : entries_with) {
        if (entries == scenario.demand.size()) {
            years.push_back(year);
        }
    }
    return years;
}

access::DemandSet people_of_year(const Scenario& scenario, const access::DemandSet& today, int year,
                                 io::InputLog& log) {
    require_year(scenario, year);
    const auto then = read_year(scenario, year, log);
    if (then.groups != today.groups) {
        throw std::invalid_argument("people of a year in other groups than today's");
    }
    const auto places = places_by_id(then);
    require_same_points(scenario, today, then, places, year);
    auto people = today;
    for (std::size_t d = 0; d < today.size(); ++d) {
        const auto place = places.at(today.points[d].id);
        for (std::size_t g = 0; g < today.groups.size(); ++g) {
            people.people[g][d] = then.people[g][place];
        }
    }
    return people;
}

}  // namespace michinori::scenario
