// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/next_facility.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "base/threads.h"
#include "support/ascii_map.h"
#include "support/engines.h"

using namespace michinori;
using network::Reason;
using test::AsciiMap;

namespace {

/// Facilities at some places of a map; all of one service.
struct Case {
    AsciiMap map;
    std::string sites;
    std::optional<TravelTime> cutoff;
    double off_road_deg = 0;  ///< facilities stand so far north of the road

    [[nodiscard]] std::vector<scenario::NextFacility> next() {
        const auto net = network::RoadNetwork::build(map.roads());
        const network::TravelModel model(net, AsciiMap::profile(), network::Season::summer);
        const auto components = network::Components::find(model);
        const network::Snapper snapper(model, components, {.smallest_component = Metres{0}});
        access::FacilitySet facilities;
        access::Service service{"s", "", "", {}, {15, 60}, cutoff};
        for (const char site : sites) {
            service.facilities.emplace_back(facilities.size());
            const auto place = map.place(site);
            facilities.facilities.push_back(
                {std::string(1, site), "", {place.lon, place.lat + off_road_deg}, {}, "f", 1});
        }
        const auto snaps = access::snap_facilities(snapper, facilities);
        const test::Engines engines(model);
        auto plain = scenario::next_facilities(service, engines.plain(), components, snaps);
        REQUIRE(scenario::next_facilities(service, engines.fast(), components, snaps) == plain);
        return plain;
    }
};

double seconds(const scenario::NextFacility& next) {
    return std::get<access::Journey>(next).time.count() / 1000.0;
}
std::size_t facility(const scenario::NextFacility& next) {
    return std::get<access::Journey>(next).facility.index();
}

}  // namespace

TEST_CASE("the next facility is the nearest other one") {
    Case c{AsciiMap({"A-B---C-----D"}), "ABD", {}};
    const auto next = c.next();
    CHECK(seconds(next[0]) == Approx(20).margin(0.05));
    CHECK(facility(next[0]) == 1);
    CHECK(seconds(next[1]) == Approx(20).margin(0.05));
    CHECK(facility(next[1]) == 0);
    CHECK(seconds(next[2]) == Approx(100).margin(0.05));
    CHECK(facility(next[2]) == 1);
}

TEST_CASE("two in one house are each other's next") {
    Case c{AsciiMap({"A-B---C"}), "AAC", {}};
    const auto next = c.next();
    CHECK(facility(next[0]) == 1);
    CHECK(facility(next[1]) == 0);
    CHECK(seconds(next[0]) == Approx(0).margin(0.01));
    CHECK(facility(next[2]) == 0);
}

TEST_CASE("the way there counts, not the way back") {
    Case c{AsciiMap({"A->-B", "|   |", "C---D"}), "AB", {}};
    const auto next = c.next();
    CHECK(seconds(next[0]) == Approx(40).margin(0.05));
    CHECK(seconds(next[1]) == Approx(80).margin(0.05));
}

TEST_CASE("why there is no next facility") {
    SECTION("it is the only one") {
        Case c{AsciiMap({"A-B"}), "A", {}};
        CHECK(std::get<Reason>(c.next()[0]) == Reason::other_component);
    }
    SECTION("the others are on another piece of network") {
        Case c{AsciiMap({"A-B C-D-E"}), "ACE", {}};
        const auto next = c.next();
        CHECK(std::get<Reason>(next[0]) == Reason::other_component);
        CHECK(facility(next[1]) == 2);
    }
    SECTION("the ferry is left out") {
        Case c{AsciiMap({"A-B C-D"}), "AD", {}};
        c.map.roads().excluded_ferries.push_back({c.map.node('B'), c.map.node('C')});
        CHECK(std::get<Reason>(c.next()[0]) == Reason::ferry_excluded);
    }
    SECTION("one-way rules") {
        Case c{AsciiMap({"A-B>C-D"}), "AD", {}};
        const auto next = c.next();
        CHECK(facility(next[0]) == 1);
        CHECK(std::get<Reason>(next[1]) == Reason::one_way_trap);
    }
}

TEST_CASE("the cut-off of the service does not hide the next facility") {
    Case c{AsciiMap({"A---C"}), "AC", from_minutes(0.1)};
    REQUIRE(seconds(c.next()[0]) == Approx(40).margin(0.05));
    // Not even where the way from its own door to the road and back is longer than the cut-off.
    c.off_road_deg = 0.0003;
    c.cutoff = TravelTime{1};
    CHECK(seconds(c.next()[0]) > 40.5);
}

TEST_CASE("one thread and two give the same") {
    Case c{AsciiMap({"A-B--C>D E-F", "|   |  |", "G---H--I"}), "ABDGIEF", {}};
    const auto once = [&](std::size_t threads) {
        const ThreadLimit limit(threads);
        return c.next();
    };
    CHECK(once(1) == once(2));
}

TEST_CASE("taking the facility away and asking again gives the same") {
    CHECK(rc::check("next facility by two labels = nearest without it", [] {
        const auto count = *rc::gen::inRange<std::size_t>(2, 7);
        const auto sites = *rc::gen::container<std::string>(count, rc::gen::element('A', 'B', 'C', 'D', 'E', 'F', 'G'));
        Case all{AsciiMap({"A-B--C>D", "|   |  |", "E---F--G"}), sites, {}};
        const auto next = all.next();
        for (std::size_t i = 0; i < sites.size(); ++i) {
            auto moved = sites;
            std::rotate(moved.begin(), moved.begin() + static_cast<std::ptrdiff_t>(i), moved.end());
            // The first alone against each other one: the least of the pairs.
            std::optional<double> least;
            for (std::size_t j = 1; j < moved.size(); ++j) {
                Case pair{AsciiMap({"A-B--C>D", "|   |  |", "E---F--G"}), {moved[0], moved[j]}, {}};
                const auto one = pair.next()[0];
                if (std::holds_alternative<access::Journey>(one)) {
                    least = std::min(least.value_or(seconds(one)), seconds(one));
                }
            }
            RC_ASSERT((std::holds_alternative<access::Journey>(next[i]) == least.has_value()));
            RC_ASSERT((!least || seconds(next[i]) == *least));
        }
    }));
}
