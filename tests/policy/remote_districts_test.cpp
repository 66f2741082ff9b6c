// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/remote_districts.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <set>

#include "policy/remote_rules.h"

using namespace michinori;
using namespace michinori::policy;
using network::Reason;
using test::remote_clinic_rule;
using test::remote_medical_rule;
using Kind = RemoteError::Kind;
using Ids = std::vector<std::uint32_t>;

namespace {

People people(double number) {
    return People::from_double(number);
}

/// A place so many kilometres east and north of one in northern Japan.
geo::Point at_km(double east, double north = 0) {
    static const geo::LocalPlane plane({140.5, 39.5});
    return plane.to_earth({east * 1000, north * 1000});
}

RemoteCell far_cell(geo::Point place, double number) {
    return {place, people(number), from_minutes(90), std::nullopt};
}

/// Cells 3 km apart on a line, an hour and a half from any institution.
std::vector<RemoteCell> line(const std::vector<double>& numbers) {
    std::vector<RemoteCell> cells;
    for (const double number : numbers) {
        cells.push_back(far_cell(at_km(3.0 * static_cast<double>(cells.size())), number));
    }
    return cells;
}

RemoteSearch found(const std::vector<RemoteCell>& cells, const std::vector<geo::Point>& institutions = {},
                   const RemoteBarriers& barriers = {}, const RemoteRule& rule = remote_medical_rule()) {
    const auto result = remote_districts(rule, {cells, institutions, barriers});
    REQUIRE(std::holds_alternative<RemoteSearch>(result));
    return std::get<RemoteSearch>(result);
}

Ids centres_of(const RemoteSearch& search) {
    Ids cells;
    for (const auto& centre : search.centres) {
        cells.push_back(centre.cell);
    }
    return cells;
}

Attendance attends(std::variant<TravelTime, Reason> modelled, std::optional<PublicTransport> transport = std::nullopt,
                   const RemoteRule& rule = remote_medical_rule()) {
    return attendance(rule, {at_km(0), people(1), modelled, transport});
}

/// The definition again, each pair looked at, nothing remembered from one district to the next.
struct Plain {
    const RemoteRule& rule;
    const RemoteInputs& inputs;
    std::set<std::uint32_t> taken;

    [[nodiscard]] Ids circle(std::uint32_t centre) const {
        Ids cells;
        for (std::uint32_t c = 0; c < inputs.cells.size(); ++c) {
            if (geo::distance(inputs.cells[centre].place, inputs.cells[c].place) <= rule.radius &&
                (c == centre || !inputs.barriers.joins_cells || inputs.barriers.joins_cells(centre, c))) {
                cells.push_back(c);
            }
        }
        return cells;
    }

    [[nodiscard]] bool sees_institution(std::uint32_t centre) const {
        for (std::uint32_t i = 0; i < inputs.institutions.size(); ++i) {
            if (geo::distance(inputs.cells[centre].place, inputs.institutions[i]) <= rule.institution_radius &&
                (!inputs.barriers.joins_institution || inputs.barriers.joins_institution(centre, i))) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] Ids free_cells(std::uint32_t centre) const {
        Ids cells;
        for (const auto c : circle(centre)) {
            if (!taken.contains(c)) {
                cells.push_back(c);
            }
        }
        return cells;
    }

    [[nodiscard]] People people_of(const Ids& cells) const {
        People sum;
        for (const auto c : cells) {
            sum += inputs.cells[c].people;
        }
        return sum;
    }

    [[nodiscard]] std::vector<RemoteCentre> centres() const {
        std::vector<RemoteCentre> all;
        for (std::uint32_t c = 0; c < inputs.cells.size(); ++c) {
            const auto way = attendance(rule, inputs.cells[c]);
            const auto number = people_of(circle(c));
            if (!inputs.cells[c].people.is_zero() && way.not_easily != Judgement::no && !sees_institution(c) &&
                number >= rule.least_people) {
                all.push_back({c, number, way});
            }
        }
        return all;
    }

    std::vector<RemoteDistrict> districts() {
        std::vector<RemoteDistrict> chosen;
        const auto all = centres();
        while (true) {
            std::optional<RemoteDistrict> best;
            for (const auto& centre : all) {
                const auto cells = free_cells(centre.cell);
                const RemoteDistrict one{centre, people_of(cells), cells};
                if (taken.contains(centre.cell) || one.people < rule.least_people) {
                    continue;
                }
                const auto rank = [](const RemoteDistrict& d) {
                    return std::pair(d.centre.attendance.not_easily, d.people);
                };
                if (!best || rank(one) > rank(*best)) {
                    best = one;
                }
            }
            if (!best) {
                return chosen;
            }
            taken.insert(best->cells.begin(), best->cells.end());
            chosen.push_back(*best);
        }
    }
};

RemoteCell any_cell() {
    RemoteCell cell{at_km(*rc::gen::inRange(0, 200) / 10.0, *rc::gen::inRange(0, 200) / 10.0),
                    people(*rc::gen::inRange(0, 30)), from_minutes(*rc::gen::inRange(30, 120)), std::nullopt};
    switch (*rc::gen::inRange(0, 5)) {
        case 0: cell.modelled = Reason::bad_coordinate; break;
        case 1: cell.modelled = Reason::other_component; break;
        case 2: cell.transport = PublicTransport{*rc::gen::inRange<std::uint32_t>(0, 7), from_minutes(70)}; break;
        case 3: cell.transport = PublicTransport{*rc::gen::inRange<std::uint32_t>(0, 7), std::nullopt}; break;
        default: break;
    }
    return cell;
}

}  // namespace

TEST_CASE("easy attendance by public transport") {
    using enum AttendCause;
    const auto yes = Judgement::yes;
    const auto near_by_car = from_minutes(5);  // public transport decides where it is given
    CHECK(attends(near_by_car, PublicTransport{0, {}}) == Attendance{yes, no_service});
    CHECK(attends(near_by_car, PublicTransport{1, from_minutes(5)}) == Attendance{yes, few_trips});
    CHECK(attends(near_by_car, PublicTransport{3, from_minutes(5)}) == Attendance{yes, few_trips});
    CHECK(attends(near_by_car, PublicTransport{4, from_minutes(60)}) == Attendance{Judgement::no, short_by_transport});
    CHECK(attends(near_by_car, PublicTransport{4, from_minutes(60.001)}) == Attendance{yes, long_by_transport});
    CHECK(attends(near_by_car, PublicTransport{4, {}}) == Attendance{Judgement::unknown, transport_time_unknown});
}

TEST_CASE("easy attendance by modelled time") {
    using enum AttendCause;
    CHECK(attends(from_minutes(60)) == Attendance{Judgement::no, short_modelled});
    CHECK(attends(from_minutes(60.001)) == Attendance{Judgement::yes, long_modelled});
    CHECK(attends(Reason::other_component) == Attendance{Judgement::yes, no_modelled_time});
    CHECK(attends(Reason::beyond_cutoff) == Attendance{Judgement::yes, no_modelled_time});
    CHECK(attends(Reason::bad_coordinate) == Attendance{Judgement::unknown, no_modelled_time});
    CHECK(attends(Reason::too_far_to_snap) == Attendance{Judgement::unknown, no_modelled_time});
}

TEST_CASE("a remote clinic is sited by 30 minutes or more and 1,000 people") {
    using enum AttendCause;
    const auto rule = remote_clinic_rule();
    CHECK(attends(from_minutes(30), {}, rule) == Attendance{Judgement::yes, long_modelled});
    CHECK(attends(from_minutes(29.999), {}, rule) == Attendance{Judgement::no, short_modelled});
    // Trips are not asked about; without service the road decides.
    CHECK(attends(from_minutes(40), PublicTransport{1, from_minutes(29)}, rule) ==
          Attendance{Judgement::no, short_by_transport});
    CHECK(attends(from_minutes(20), PublicTransport{1, from_minutes(30)}, rule) ==
          Attendance{Judgement::yes, long_by_transport});
    CHECK(attends(from_minutes(20), PublicTransport{0, {}}, rule) == Attendance{Judgement::no, short_modelled});
    CHECK(centres_of(found(line({500, 499.999999}), {}, {}, rule)).empty());
    CHECK(centres_of(found(line({500, 500}), {}, {}, rule)) == Ids{0, 1});
}

TEST_CASE("only the middle of three hamlets has enough people around it") {
    const auto search = found(line({20, 20, 20}));
    CHECK(search.centres == std::vector<RemoteCentre>{{1, people(60), {Judgement::yes, AttendCause::long_modelled}}});
    REQUIRE(search.districts.size() == 1);
    CHECK(search.districts[0].people == people(60));
    CHECK(search.districts[0].cells == Ids{0, 1, 2});
    CHECK(search.left_over.empty());
    CHECK(found(line({20, 20, 9.999999})).centres.empty());
    CHECK(centres_of(found(line({20, 20, 10}))) == Ids{1});
}

TEST_CASE("a cell at the very radius counts") {
    const auto cells = line({30, 20});
    auto rule = remote_medical_rule();
    rule.radius = geo::distance(cells[0].place, cells[1].place);
    CHECK(centres_of(found(cells, {}, {}, rule)) == Ids{0, 1});
    rule.radius = Metres{std::nextafter(rule.radius.value(), 0.0)};
    CHECK(found(cells, {}, {}, rule).centres.empty());
}

TEST_CASE("institutions have a radius of their own") {
    const auto cells = line({60});
    const std::vector<geo::Point> institution{at_km(2)};
    auto rule = remote_medical_rule();
    CHECK(found(cells, institution, {}, rule).centres.empty());
    rule.institution_radius = geo::distance(cells[0].place, institution[0]);
    CHECK(found(cells, institution, {}, rule).centres.empty());
    rule.institution_radius = Metres{std::nextafter(rule.institution_radius.value(), 0.0)};
    CHECK(centres_of(found(cells, institution, {}, rule)) == Ids{0});
}

TEST_CASE("a relaxed rule takes its own limits and keeps the others") {
    auto rule = remote_medical_rule();
    CHECK_FALSE(relaxed(rule));
    rule.near.emplace();
    CHECK(relaxed(rule)->least_people == people(50));
    CHECK(relaxed(rule)->institution_radius == Metres{4000});
    rule.near = RemoteRule::Relaxation{people(40), Metres{3500}, 5, from_minutes(50), from_minutes(45)};
    const auto loose = relaxed(rule);
    REQUIRE(loose);
    CHECK(loose->least_people == people(40));
    CHECK(loose->institution_radius == Metres{3500});
    CHECK(loose->radius == Metres{4000});
    CHECK(loose->most_trips == 5U);
    CHECK(loose->transport_limit == from_minutes(50));
    CHECK(loose->modelled_limit == from_minutes(45));
    CHECK_FALSE(loose->near);
}

TEST_CASE("an institution within the circle") {
    const auto cells = line({20, 20, 20});  // the centre is at 3 km
    CHECK(found(cells, {at_km(3, 4.01)}).districts.size() == 1);
    CHECK(found(cells, {at_km(50), at_km(3, 3.99)}).districts.empty());
}

TEST_CASE("a place where nobody lives is no centre") {
    CHECK(centres_of(found(line({30, 0, 30}))).empty());
    CHECK(centres_of(found(line({30, 1, 30}))) == Ids{1});
}

TEST_CASE("overlaps: most people first, then the lowest cell") {
    const auto search = found(line({30, 30, 10, 30, 40}));
    CHECK(centres_of(search) == Ids{0, 1, 2, 3, 4});
    CHECK(search.centres[2].people == people(70));
    // Cell 3 has 80 around it; then 0 and 1 have 60 left each.
    REQUIRE(search.districts.size() == 2);
    CHECK(search.districts[0].centre.cell == 3);
    CHECK(search.districts[0].cells == Ids{2, 3, 4});
    CHECK(search.districts[1].centre.cell == 0);
    CHECK(search.districts[1].cells == Ids{0, 1});
    CHECK(search.left_over.empty());
}

TEST_CASE("what overlaps leave is told when it is too few") {
    const auto search = found(line({10, 30, 10, 30, 40}));
    CHECK(centres_of(search) == Ids{1, 2, 3, 4});
    REQUIRE(search.districts.size() == 1);
    CHECK(search.districts[0].centre.cell == 3);
    CHECK(search.left_over == Ids{0, 1});
    CHECK(search.left_over_people == people(40));
}

TEST_CASE("a district that lost cells keeps the people of its circle beside its own") {
    const auto search = found(line({60, 30, 10, 30, 61}));
    // Circles 90, 100, 70, 101, 91: cell 3 first; circle 1 then has 90 left of 100, as circle 0 has.
    REQUIRE(search.districts.size() == 2);
    CHECK(search.districts[0].centre.people == people(101));
    CHECK(search.districts[1].centre == RemoteCentre{0, people(90), {Judgement::yes, AttendCause::long_modelled}});
    auto cells = line({60, 30, 10, 30, 61});
    cells[0].modelled = from_minutes(10);
    const auto other = found(cells);
    REQUIRE(other.districts.size() == 2);
    CHECK(other.districts[1].centre.people == people(100));
    CHECK(other.districts[1].people == people(90));
    CHECK(other.districts[1].cells == Ids{0, 1});
}

TEST_CASE("a centre that was taken makes no district of what its circle has left") {
    auto cells = line({100, 10, 10, 60});
    cells[3].modelled = from_minutes(10);
    const auto search = found(cells);
    CHECK(centres_of(search) == Ids{0, 1, 2});
    REQUIRE(search.districts.size() == 1);
    CHECK(search.districts[0].cells == Ids{0, 1, 2});
    CHECK(search.left_over == Ids{3});
}

TEST_CASE("a centre that is unknown comes after one that is sure, and says so") {
    auto cells = line({100, 10, 41});
    cells[0].modelled = Reason::bad_coordinate;
    cells[1].modelled = from_minutes(10);
    const auto search = found(cells);
    CHECK(centres_of(search) == Ids{0, 2});
    REQUIRE(search.districts.size() == 2);
    CHECK(search.districts[0].centre.cell == 2);
    CHECK(search.districts[0].cells == Ids{1, 2});
    CHECK(search.districts[1].centre.attendance.not_easily == Judgement::unknown);
    CHECK(search.districts[1].cells == Ids{0});
}

TEST_CASE("barriers part a circle") {
    const auto cells = line({30, 30, 30});
    RemoteBarriers ridge;
    ridge.joins_cells = [](std::uint32_t a, std::uint32_t b) { return (a < 2) == (b < 2); };
    const auto search = found(cells, {}, ridge);
    CHECK(centres_of(search) == Ids{0, 1});
    REQUIRE(search.districts.size() == 1);
    CHECK(search.districts[0].cells == Ids{0, 1});
    // An institution near the middle cell counts unless it is told to be parted too.
    const std::vector<geo::Point> institution{at_km(6.5)};
    CHECK(centres_of(found(cells, institution, ridge)) == Ids{0});
    ridge.joins_institution = [](std::uint32_t centre, std::uint32_t) { return centre == 2; };
    CHECK(centres_of(found(cells, institution, ridge)) == Ids{0, 1});
}

TEST_CASE("nothing to search") {
    const auto search = found({});
    CHECK(search.centres.empty());
    CHECK(search.districts.empty());
}

TEST_CASE("inputs of the search at fault") {
    const auto check_error = [](const RemoteRule& rule, const std::vector<RemoteCell>& cells,
                                const std::vector<geo::Point>& institutions, const RemoteError& expected) {
        const auto result = remote_districts(rule, {cells, institutions, {}});
        REQUIRE(std::holds_alternative<RemoteError>(result));
        CHECK(name(std::get<RemoteError>(result).kind) == name(expected.kind));
        CHECK(std::get<RemoteError>(result).rows == expected.rows);
    };
    const auto not_a_number = std::numeric_limits<double>::quiet_NaN();
    auto cells = line({30, 30, 30});
    cells[0].place.lat = not_a_number;
    cells[2].place.lat = 85;
    check_error(remote_medical_rule(), cells, {}, {Kind::bad_cell, {0, 2}});
    check_error(remote_medical_rule(), line({1, -1}), {}, {Kind::bad_people, {1}});
    check_error(remote_medical_rule(), line({1}), {{140, 38}, {200, 38}}, {Kind::bad_institution, {1}});
    for (const double radius : {0.0, -1.0, 20001.0, not_a_number}) {
        auto rule = remote_medical_rule();
        rule.radius = Metres{radius};
        check_error(rule, line({1}), {}, {Kind::bad_rule, {}});
        rule = remote_medical_rule();
        rule.institution_radius = Metres{radius};
        check_error(rule, line({1}), {}, {Kind::bad_rule, {}});
    }
    auto rule = remote_medical_rule();
    rule.least_people = People{};
    check_error(rule, line({1}), {}, {Kind::bad_rule, {}});
}

TEST_CASE("the search agrees with a plain one over all pairs") {
    CHECK(rc::check("every centre and every district", [] {
        std::vector<RemoteCell> cells(*rc::gen::inRange<std::size_t>(0, 60));
        std::generate(cells.begin(), cells.end(), any_cell);
        std::vector<geo::Point> institutions(*rc::gen::inRange<std::size_t>(0, 4));
        std::generate(institutions.begin(), institutions.end(), [] { return any_cell().place; });
        auto rule = remote_medical_rule();
        rule.radius = Metres{static_cast<double>(*rc::gen::element(1, 700, 2500, 4000, 20000))};
        rule.institution_radius = Metres{static_cast<double>(*rc::gen::element(1, 2500, 4000, 20000))};
        RemoteBarriers barriers;
        if (*rc::gen::arbitrary<bool>()) {
            const double ridge = at_km(*rc::gen::inRange(0, 20)).lon;
            barriers.joins_cells = [&cells, ridge](std::uint32_t a, std::uint32_t b) {
                return (cells[a].place.lon < ridge) == (cells[b].place.lon < ridge);
            };
            barriers.joins_institution = [](std::uint32_t centre, std::uint32_t i) { return (centre + i) % 3 != 0; };
        }
        const RemoteInputs inputs{cells, institutions, barriers};
        const auto search = std::get<RemoteSearch>(remote_districts(rule, inputs));
        Plain plain{rule, inputs, {}};
        RC_ASSERT(search.centres == plain.centres());
        RC_ASSERT(search.districts == plain.districts());
        // Cells of circles are taken once or left over, never both.
        std::set<std::uint32_t> in_circles;
        for (const auto& centre : search.centres) {
            const auto circle = plain.circle(centre.cell);
            in_circles.insert(circle.begin(), circle.end());
        }
        std::size_t counted = search.left_over.size();
        for (const auto& district : search.districts) {
            counted += district.cells.size();
        }
        RC_ASSERT(counted == in_circles.size());
        RC_ASSERT(search.left_over_people == plain.people_of(search.left_over));
    }));
}

TEST_CASE("places in a mesh of half kilometres are all found") {
    // 40 x 40 cells of one person; the circle of an inner cell holds the lattice points within 8 cells: 197 (Gauss).
    std::vector<RemoteCell> cells;
    for (int i = 0; i < 1600; ++i) {
        cells.push_back(far_cell(at_km(0.5 * (i % 40), 0.5 * (i / 40)), 1));
    }
    auto rule = remote_medical_rule();
    rule.radius = Metres{4010};  // the map's scale is true at its origin only
    const auto search = found(cells, {}, {}, rule);
    CHECK(search.centres.size() == 1600);
    CHECK(search.centres[20 * 40 + 20].people == people(197));
    CHECK(search.centres[0].people == people(58));  // a quarter of the circle with its edges: (197 - 33) / 4 + 17
    CHECK(search.districts[0].people == people(197));
}
