// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenario/comparison_study.h"

namespace michinori::test {

/// Two states of a village, written by hand. Homes a, b, c in town 01, d, e in town 02, f in none. Today h1 and h2
/// deliver and h1 is a clinic; then h2 closes and h3 opens, which stands first in the new list, so that nothing but ids
/// can tell who is who.
///
///     home   people   delivery before   after
///     a      1000     10 to h1          10 to h1
///     b      200      20 to h2          50 to h1    +30
///     c      30.5     58 to h2          63 to h1    +5, beyond 60
///     d      40       70 to h1          55 to h3    -15
///     e      7        (ferry left out)  25 to h3
///     f      12       40 to h2          (road closed)
class ComparedVillage {
public:
    ComparedVillage() {
        before.fill({"h1", "h2"});
        after.fill({"h3", "h1", "h2"});
        before.outcomes = {{at(10, 0), at(20, 1), at(58, 1), at(70, 0), Reason::ferry_excluded, at(40, 1)},
                           std::vector<access::Outcome>(6, at(10, 0))};
        after.outcomes = {{at(10, 1), at(50, 1), at(63, 1), at(55, 0), at(25, 0), Reason::road_closed},
                          std::vector<access::Outcome>(6, at(10, 1))};
        before.services = {service("delivery", {0, 1}), service("clinic", {0})};
        after.services = {service("delivery", {0, 1}), service("clinic", {1})};
    }
    ComparedVillage(const ComparedVillage&) = delete;
    ComparedVillage& operator=(const ComparedVillage&) = delete;

    struct State {
        access::DemandSet demand;
        access::FacilitySet facilities;
        std::vector<access::Service> services;
        std::vector<access::AreaLevel> levels;
        std::vector<access::AreaOfDemand> area_of;
        std::vector<std::vector<access::Outcome>> outcomes;
        std::optional<scenario::MaternityStudy> maternity;

        void fill(const std::vector<std::string>& ids) {
            demand.groups = {"population", "women"};
            demand.people = {{}, {}};
            const std::vector<double> people{1000, 200, 30.5, 40, 7, 12};
            for (std::size_t d = 0; d < people.size(); ++d) {
                demand.points.push_back(
                    {std::string(1, static_cast<char>('a' + d)), {139.0 + 0.1 * static_cast<double>(d), 36.0}, ""});
                demand.people[0].push_back(People::from_double(people[d]));
                demand.people[1].push_back(People::from_double(people[d] / 2));
            }
            facilities.columns = {"beds"};
            for (const auto& id : ids) {
                const std::string beds = id == "h1" ? "1,000" : id == "h2" ? "未報告" : "40";
                facilities.facilities.push_back(
                    {id, "Hospital " + id, {139.0 + 0.01 * static_cast<double>(id.back()), 36.0}, {beds}, "h.csv", 1});
            }
            const geo::MultiPolygon square{{{{{{139, 35}, {140, 35}, {140, 36}, {139, 36}}}}}};
            access::AreaLevel towns;
            towns.id = "municipality";
            towns.areas = {{"01", "West", square}, {"02", "", square}};
            levels = {towns};
            area_of = {{0, 0, 0, 1, 1, std::nullopt}};
        }
    };
    State before;
    State after;

    [[nodiscard]] static scenario::Side side(const State& state, const std::string& id) {
        return {id,
                id == "today" ? "Today" : "One less",
                id == "today" ? "現状" : "1施設減",
                state.demand,
                state.facilities,
                state.services,
                state.levels,
                state.area_of,
                state.outcomes,
                state.maternity ? &*state.maternity : nullptr};
    }
    [[nodiscard]] scenario::ComparisonStudy study(const scenario::ComparisonSettings& settings = {}) const {
        Findings findings;
        return scenario::compare(side(before, "today"), side(after, "less"), settings, findings);
    }

    /// Births of a tenth of the people, and a rule of two payers that pays `yen` a birth of area 01 before and after.
    void add_maternity(std::int64_t yen_before, std::int64_t yen_after) {
        before.maternity = maternity(yen_before);
        after.maternity = maternity(yen_after);
    }

private:
    using Reason = network::Reason;

    static access::Outcome at(double min, std::size_t facility) {
        return access::Reached{{FacilityId{facility}, from_minutes(min)}, std::nullopt};
    }
    static access::Service service(const std::string& id, const std::vector<std::size_t>& facilities) {
        access::Service made{id, id == "delivery" ? "Delivery" : "", "", {}, {30, 40}, std::nullopt};
        for (const auto f : facilities) {
            made.facilities.emplace_back(f);
        }
        return made;
    }

    [[nodiscard]] scenario::MaternityStudy maternity(std::int64_t yen) const {
        scenario::MaternityStudy study;
        for (const auto people : before.demand.people.front()) {
            study.births.push_back(People::from_micro(people.micro() / 10));
        }
        policy::TravelSupport rule;
        rule.head.id = "far-2025";
        rule.head.family = "far";
        rule.payers = {{"nation", "", "", {1, 2}}, {"town", "", "", {1, 2}}};
        rule.remainder_to = 1;
        study.book.travel = {rule};
        study.costs.rules = {{0, 0, false}};
        scenario::SupportCosts::Piece piece{{0U}, {{}}};
        for (std::size_t b = 0; b < 3; ++b) {
            piece.by_rule[0][b].claims = People::from_double(static_cast<double>(b + 1));
            piece.by_rule[0][b].micro_support = policy::Wide{yen} * 1000000 * static_cast<int>(b + 1);
        }
        study.costs.pieces = {piece};
        return study;
    }
};

}  // namespace michinori::test
