// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "access/service_access.h"
#include "network/road_changes.h"
#include "routing/dijkstra_engine.h"
#include "support/ascii_map.h"
#include "support/flat_lines.h"

namespace {

using namespace michinori;
using network::Reason;
using network::Snapped;

constexpr int hubs = 4;

/// A road between two junctions, as the generator knows it: its sections in order, and which of them are closed.
struct Chain {
    std::vector<std::int64_t> ids;
    std::vector<bool> closed;
    std::vector<geo::Point> homes;  // beside each section, nearer to it than to anything else

    [[nodiscard]] bool hangs_on_an_end(std::size_t section) const {
        const auto at = closed.begin() + static_cast<std::ptrdiff_t>(section);
        return std::none_of(closed.begin(), at + 1, [](bool c) { return c; }) ||
               std::none_of(at, closed.end(), [](bool c) { return c; });
    }
};

struct Country {
    network::RawRoads roads;
    std::vector<Chain> chains;
};

geo::Point at(double x, double y) {
    return test::plane().to_earth({x, y});
}

/// The line of a road that leads from a junction to its first node, from node to node along y, and on to a junction;
/// far round all homes.
std::vector<geo::Point> section_line(geo::Point from, geo::Point to, bool is_first, bool is_last, double y) {
    if (is_first) {
        return {from, at(-3000, -20000), at(-3000, y), to};
    }
    return is_last ? std::vector{from, at(3000, y), at(3000, -20000), to} : std::vector{from, to};
}

/// Some nodes at 300 m along y = 1 km times its number, joined to a junction at either end.
void add_chain(Country& country) {
    auto& roads = country.roads;
    Chain chain;
    const double y = 1000.0 * static_cast<double>(country.chains.size());
    const int inner = *rc::gen::inRange(1, 5);
    const bool one_way = *rc::gen::element(true, false, false, false);
    std::vector<NodeId> nodes{NodeId{*rc::gen::inRange<std::size_t>(0, hubs)}};
    for (int i = 0; i < inner; ++i) {
        nodes.push_back(roads.add_node(at(300 * i, y)));
    }
    nodes.emplace_back(*rc::gen::inRange<std::size_t>(0, hubs));
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        const auto line = section_line(roads.nodes[nodes[i - 1].index()].position,
                                       roads.nodes[nodes[i].index()].position, i == 1, i + 1 == nodes.size(), y);
        auto& section = roads.add_section(nodes[i - 1], nodes[i], line, {});
        section.source_id = static_cast<std::int64_t>(roads.sections.size());
        section.stated_length_m = *rc::gen::inRange(1, 2000);
        section.backward = !one_way;
        chain.ids.push_back(section.source_id);
        chain.closed.push_back(*rc::gen::element(true, false, false, false));
        chain.homes.push_back(at(300 * (static_cast<double>(i) - 1.5), y + 5));
    }
    country.chains.push_back(std::move(chain));
}

/// The hubs stay junctions.
Country random_country() {
    Country country;
    for (int h = 0; h < hubs; ++h) {
        const auto hub = country.roads.add_node(at(1000 * h, -30000));
        country.roads.nodes[hub.index()].keep = true;
    }
    const int count = *rc::gen::inRange(2, 7);
    for (int c = 0; c < count; ++c) {
        add_chain(country);
    }
    return country;
}

/// The country with its closures, on its roads as they are or on other readings of them.
struct Built {
    network::RoadNetwork net;
    network::TravelModel model;
    network::Components components;
    network::Snapper snapper;

    Built(const network::RawRoads& roads, const Country& country)
        : net(network::RoadNetwork::build(roads)),
          model(net, test::AsciiMap::profile(), network::Season::summer, closures(country)),
          components(network::Components::find(model)),
          snapper(model, components, {.limit = Metres{20}, .smallest_component = Metres{0}}) {}

    [[nodiscard]] network::RoadChanges closures(const Country& country) const {
        network::RoadSelection selection;
        for (const auto& chain : country.chains) {
            for (std::size_t s = 0; s < chain.ids.size(); ++s) {
                if (chain.closed[s]) {
                    selection.ids.push_back(chain.ids[s]);
                }
            }
        }
        network::RoadChanges changes;
        if (!selection.ids.empty()) {
            changes.add(net, selection, {.kind = network::RoadAction::Kind::close});
        }
        return changes;
    }

    [[nodiscard]] std::vector<access::Outcome> outcomes(const std::vector<geo::Point>& homes,
                                                        const std::vector<geo::Point>& sites) const {
        access::Service service{"s", "", "", {}, {15}, {}};
        std::vector<network::SnapResult> facilities;
        for (const auto site : sites) {
            service.facilities.emplace_back(facilities.size());
            facilities.push_back(snapper.snap(site));
        }
        std::vector<network::SnapResult> from;
        for (const auto home : homes) {
            from.push_back(snapper.snap(home));
        }
        const routing::DijkstraEngine engine(model);
        return access::ServiceAccess(engine, components, service, facilities).from_all(from);
    }
};

network::RawRoads all_junctions(network::RawRoads roads) {
    for (auto& node : roads.nodes) {
        node.keep = true;
    }
    return roads;
}

/// Within the rounding of an arc for every part.
bool is_same(const access::Outcome& a, const access::Outcome& b) {
    const auto* why = std::get_if<Reason>(&a);
    const auto* other_why = std::get_if<Reason>(&b);
    if (why != nullptr || other_why != nullptr) {
        return why != nullptr && other_why != nullptr && *why == *other_why;
    }
    const auto time = [](const access::Outcome& outcome) {
        return static_cast<std::int64_t>(std::get<access::Reached>(outcome).nearest.time.count());
    };
    return std::abs(time(a) - time(b)) <= 50;
}

}  // namespace

TEST_CASE("a road closed in part is snapped to where it hangs on an end") {
    REQUIRE(rc::check([] {
        const auto country = random_country();
        const Built built(country.roads, country);
        RC_ASSERT(built.net.segment_count() == country.chains.size());
        for (const auto& chain : country.chains) {
            for (std::size_t s = 0; s < chain.ids.size(); ++s) {
                const auto result = built.snapper.snap(chain.homes[s]);
                const auto* snapped = std::get_if<Snapped>(&result);
                RC_ASSERT((snapped != nullptr) == chain.hangs_on_an_end(s));
                if (snapped != nullptr) {
                    const auto& part = built.net.parts(snapped->position.segment)[snapped->position.part];
                    RC_ASSERT(part.source_id == chain.ids[s]);
                }
            }
        }
    }));
}

TEST_CASE("a road closed in part gives the times and reasons of roads that end at every node") {
    REQUIRE(rc::check([] {
        const auto country = random_country();
        std::vector<geo::Point> places;
        for (const auto& chain : country.chains) {
            for (std::size_t s = 0; s < chain.ids.size(); ++s) {
                if (chain.hangs_on_an_end(s)) {
                    places.push_back(chain.homes[s]);
                }
            }
        }
        RC_PRE(!places.empty());
        std::vector<geo::Point> sites;
        for (int i = 0; i < 2; ++i) {
            sites.push_back(*rc::gen::elementOf(places));
        }
        const auto found = Built(country.roads, country).outcomes(places, sites);
        const auto expected = Built(all_junctions(country.roads), country).outcomes(places, sites);
        for (std::size_t p = 0; p < places.size(); ++p) {
            RC_ASSERT(is_same(found[p], expected[p]));
        }
    }));
}
