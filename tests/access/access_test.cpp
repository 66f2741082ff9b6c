// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/access.h"

#include <catch2/catch.hpp>

#include "base/threads.h"
#include "routing/dijkstra_engine.h"
#include "support/ascii_map.h"

namespace {

using namespace michinori;
using access::Outcome;
using access::Reached;
using network::Reason;
using test::AsciiMap;

/// Demand at some places of a map, a facility at others.
struct Case {
    AsciiMap map;
    access::DemandSet demand;
    access::FacilitySet facilities;
    std::vector<access::Service> services{{"s", "", "", {}, {15, 60}, {}}};
    network::Season season = network::Season::summer;

    Case(const std::vector<std::string>& drawing, const std::string& homes, const std::string& sites) : map(drawing) {
        for (const char home : homes) {
            demand.points.push_back({std::string(1, home), map.place(home), ""});
            demand.people[0].push_back(People::from_double(1));
        }
        for (const char site : sites) {
            services[0].facilities.emplace_back(facilities.size());
            facilities.facilities.push_back({std::string(1, site), "", map.place(site), {}, "f", 1});
        }
    }

    [[nodiscard]] access::AccessResult run() {
        const auto net = network::RoadNetwork::build(map.roads());
        const network::TravelModel model(net, AsciiMap::profile(), season);
        const auto components = network::Components::find(model);
        const network::Snapper snapper(model, components, {.smallest_component = Metres{0}});
        return compute_access(routing::DijkstraEngine(model), components, snapper, demand, facilities, services);
    }
    [[nodiscard]] std::vector<Outcome> outcomes() { return run().outcomes[0]; }
};

double seconds(const Outcome& outcome) {
    return std::get<Reached>(outcome).nearest.time.count() / 1000.0;
}

}  // namespace

TEST_CASE("nearest and second-nearest facility") {
    Case c({"A-B-C---D"}, "ABCD", "AD");
    const auto outcomes = c.outcomes();
    CHECK(seconds(outcomes[0]) == Approx(0).margin(0.01));
    CHECK(seconds(outcomes[1]) == Approx(20).margin(0.05));
    CHECK(seconds(outcomes[2]) == Approx(40).margin(0.05));
    const auto& at_c = std::get<Reached>(outcomes[2]);
    CHECK(at_c.nearest.facility == FacilityId{0});  // a tie goes to the lower facility
    REQUIRE(at_c.second.has_value());
    CHECK(at_c.second->facility == FacilityId{1});
    CHECK(at_c.second->time >= at_c.nearest.time);
}

TEST_CASE("the journey goes from home to facility, not back") {
    Case c({"A->-B", "|   |", "C---D"}, "AB", "A");
    const auto outcomes = c.outcomes();
    CHECK(seconds(outcomes[1]) == Approx(80).margin(0.05));
}

TEST_CASE("each way of not reaching a facility has its reason") {
    SECTION("another piece of the network") {
        Case c({"A-B C-D"}, "D", "A");
        CHECK(std::get<Reason>(c.outcomes()[0]) == Reason::other_component);
    }
    SECTION("a ferry that is left out") {
        Case c({"A-B C-D"}, "D", "A");
        c.map.roads().excluded_ferries.push_back({c.map.node('B'), c.map.node('C')});
        CHECK(std::get<Reason>(c.outcomes()[0]) == Reason::ferry_excluded);
    }
    SECTION("one-way rules") {
        Case c({"A-B>C-D"}, "D", "A");
        CHECK(std::get<Reason>(c.outcomes()[0]) == Reason::one_way_trap);
    }
    SECTION("a road closed in winter") {
        Case c({"A-B-C-D"}, "D", "A");
        auto& roads = c.map.roads();
        auto closed = roads.attributes[roads.sections[1].attributes.index()];
        closed.closed_in_winter = true;
        roads.sections[1].attributes = roads.intern(closed);
        CHECK(seconds(c.outcomes()[0]) == Approx(60).margin(0.05));
        c.season = network::Season::winter;
        CHECK(std::get<Reason>(c.outcomes()[0]) == Reason::road_closed);
    }
    SECTION("beyond the cut-off") {
        Case c({"A---------B"}, "B", "A");
        c.services[0].cutoff = from_minutes(1);
        CHECK(std::get<Reason>(c.outcomes()[0]) == Reason::beyond_cutoff);
        c.services[0].cutoff = from_minutes(2);
        CHECK(seconds(c.outcomes()[0]) == Approx(100).margin(0.05));
    }
    SECTION("outside the network") {
        Case c({"A-B"}, "A", "B");
        c.demand.points[0].position = {150, 40};
        CHECK(std::get<Reason>(c.outcomes()[0]) == Reason::outside_network);
    }
}

TEST_CASE("one, two and eight threads give the same result") {
    Case c({"A-B-C---D", "|   |   |", "E>F-G-H-I"}, "ABCDEFGHI", "AHI");
    c.services.push_back(c.services[0]);
    c.services[1].facilities = {FacilityId{1}};
    const auto run = [&](std::size_t threads) {
        const ThreadLimit limit(threads);
        return c.run().outcomes;
    };
    const auto same = [](const std::vector<std::vector<Outcome>>& a, const std::vector<std::vector<Outcome>>& b) {
        for (std::size_t s = 0; s < a.size(); ++s) {
            for (std::size_t d = 0; d < a[s].size(); ++d) {
                const auto* x = std::get_if<Reached>(&a[s][d]);
                const auto* y = std::get_if<Reached>(&b[s][d]);
                if ((x == nullptr) != (y == nullptr) ||
                    (x != nullptr && (x->nearest != y->nearest || x->second != y->second))) {
                    return false;
                }
            }
        }
        return true;
    };
    const auto one = run(1);
    CHECK(same(one, run(2)));
    CHECK(same(one, run(8)));
}
