// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <vector>

#include "network/road_network.h"
#include "network/speed_profile.h"
#include "support/ascii_map.h"
#include "support/engines.h"
#include "support/located.h"
#include "support/random_grid.h"

namespace {

using namespace michinori;
using routing::Origin;
using routing::Site;
using Entries = std::vector<routing::SparseTable::Entry>;

std::vector<Site> random_sites(const network::RoadNetwork& net, int count) {
    std::vector<Site> sites;
    for (int s = 0; s < count; ++s) {
        sites.push_back({test::random_position(net), TravelTime{*rc::gen::inRange<std::uint32_t>(0, 5000)}});
    }
    return sites;
}

Entries of(const routing::SparseTable& table, std::size_t origin) {
    const auto list = table.of(origin);
    return {list.begin(), list.end()};
}

/// What a search to all sites at once says, the access leg of the origin added.
Entries searched(const routing::Engine& engine, const std::vector<Site>& sites, const Origin& origin,
                 TravelTime cutoff) {
    Entries entries;
    if (!origin) {
        return entries;
    }
    for (const auto& [site, time] : routing::NearestField(engine, sites, sites.size()).from(origin->position)) {
        const auto total = saturating_add(time, origin->access_time);
        if (total != no_way && total <= cutoff) {
            entries.push_back({static_cast<std::uint32_t>(site.index()), total.count()});
        }
    }
    return entries;
}

}  // namespace

TEST_CASE("lists of times are those of searches, by every engine") {
    rc::prop("random grids", [] {
        const auto net = network::RoadNetwork::build(test::random_grid());
        RC_PRE(net.segment_count() > 0);
        const network::TravelModel model(net, test::AsciiMap::profile(), network::Season::summer);
        const auto sites = random_sites(net, *rc::gen::inRange(1, 8));
        std::vector<Origin> origins{std::nullopt};
        for (const auto& start : random_sites(net, 6)) {
            origins.emplace_back(start);
        }
        const TravelTime cutoff = *rc::gen::arbitrary<bool>() ? no_way : TravelTime{20000};
        const test::Engines engines(model);
        const auto plain = engines.plain().time_lists(origins, sites, cutoff);
        const auto fast = engines.fast().time_lists(origins, sites, cutoff);
        RC_ASSERT(plain.point_count() == origins.size());
        RC_ASSERT(fast.site_count == sites.size());
        for (std::size_t o = 0; o < origins.size(); ++o) {
            const auto expected = searched(engines.plain(), sites, origins[o], cutoff);
            RC_ASSERT(of(plain, o) == expected);
            RC_ASSERT(of(fast, o) == expected);
        }
    });
}

TEST_CASE("lists of times without sites, and without origins") {
    test::AsciiMap map({"A-B"});
    const auto net = network::RoadNetwork::build(map.roads());
    const network::TravelModel model(net, test::AsciiMap::profile(), network::Season::summer);
    const test::Engines engines(model);
    const Site home{test::located_at_node(net, map.roads(), map.node('A')), TravelTime{0}};
    for (const auto* engine : {&engines.plain(), &engines.fast()}) {
        const auto none = engine->time_lists(std::vector<Origin>{home}, {}, no_way);
        CHECK(none.point_count() == 1);
        CHECK(none.of(0).empty());
        CHECK(engine->time_lists({}, std::vector<Site>{home}, no_way).point_count() == 0);
    }
}
