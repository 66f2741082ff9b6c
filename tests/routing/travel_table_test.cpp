// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/travel_table.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>

#include "base/threads.h"
#include "routing/sparse_table.h"
#include "table_case.h"

namespace {

using namespace michinori;
using routing::SparseTable;
using routing::TableBlock;
using test::TableCase;
using test::TableEngine;
using Entry = SparseTable::Entry;

constexpr TravelTime ms(std::uint32_t count) {
    return TravelTime{count};
}

/// A line of `vertices` vertices, 10 ms from each to the next and back, with a site at each of `sites`.
TableCase line(std::uint32_t vertices, const std::vector<std::uint32_t>& sites) {
    TableCase c;
    c.vertices = vertices;
    for (std::uint32_t v = 0; v + 1 < vertices; ++v) {
        c.arcs.push_back({v, v + 1, ms(10)});
        c.arcs.push_back({v + 1, v, ms(10)});
    }
    c.sites = sites.size();
    for (std::uint32_t site = 0; site < sites.size(); ++site) {
        c.starts.push_back({site, sites[site], ms(0)});
    }
    return c;
}

std::vector<Entry> slow_list(const TableCase& c, const std::vector<TravelTime>& table, std::size_t point) {
    std::vector<Entry> list;
    for (std::uint32_t site = 0; site < c.sites; ++site) {
        if (const auto time = table[point * c.sites + site]; time != no_way) {
            list.push_back({site, time.count()});
        }
    }
    std::ranges::stable_sort(list, {}, &Entry::time);
    return list;
}

std::vector<Entry> list_of(const SparseTable& table, std::size_t point) {
    return {table.of(point).begin(), table.of(point).end()};
}

/// Everything a consumer sees, in the order it is seen.
std::vector<std::uint32_t> stream(const routing::TravelTable& table) {
    std::vector<std::uint32_t> seen;
    table.for_each_block([&](const TableBlock& block) {
        seen.insert(seen.end(), block.sites().begin(), block.sites().end());
        for (std::size_t i = 0; i < block.points().size(); ++i) {
            seen.insert(seen.end(), {block.points()[i], block.lanes(i)});
            seen.insert(seen.end(), block.times(i).begin(), block.times(i).end());
        }
    });
    return seen;
}

}  // namespace

TEST_CASE("a table equals a search that relaxes every arc until nothing changes") {
    rc::prop("full and sparse", [] {
        const auto c = test::any_case();
        const TableEngine engine(c);
        const auto slow = test::slow_table(c);
        RC_ASSERT(routing::full_table(engine.table()) == slow);
        const auto sparse = routing::sparse_table(engine.table());
        RC_ASSERT(sparse.site_count == c.sites);
        RC_ASSERT(sparse.point_count() == c.points.size());
        for (std::size_t point = 0; point < c.points.size(); ++point) {
            RC_ASSERT(list_of(sparse, point) == slow_list(c, slow, point));
        }
    });
}

TEST_CASE("blocks hold each site once, and the points that reach one of theirs, each once") {
    rc::prop("blocks", [] {
        const auto c = test::any_case();
        const TableEngine engine(c);
        const auto slow = test::slow_table(c);
        std::vector<int> met(c.sites, 0);
        std::size_t blocks = 0;
        engine.table().for_each_block([&](const TableBlock& block) {
            ++blocks;
            std::vector<std::uint32_t> near;
            for (std::uint32_t point = 0; point < c.points.size(); ++point) {
                if (std::ranges::any_of(block.sites(),
                                        [&](auto site) { return slow[point * c.sites + site] != no_way; })) {
                    near.push_back(point);
                }
            }
            std::vector<std::uint32_t> points(block.points().begin(), block.points().end());
            std::ranges::sort(points);
            RC_ASSERT(points == near);
            for (const auto site : block.sites()) {
                ++met[site];
            }
            for (std::size_t i = 0; i < block.points().size(); ++i) {
                for (std::size_t lane = 0; lane < routing::wide_lanes; ++lane) {
                    const auto time =
                        lane < block.sites().size() ? slow[block.points()[i] * c.sites + block.sites()[lane]] : no_way;
                    RC_ASSERT(block.times(i)[lane] == time.count());
                    RC_ASSERT((block.lanes(i) >> lane & 1U) == (time != no_way ? 1U : 0U));
                }
            }
        });
        RC_ASSERT(blocks == engine.table().block_count());
        RC_ASSERT(std::ranges::all_of(met, [](int times) { return times == 1; }));
    });
}

TEST_CASE("the cut-off is inclusive") {
    auto c = line(5, {0});
    c.points = {{{2, ms(5)}}, {{2, ms(6)}}};
    c.cutoff = ms(25);
    CHECK(routing::full_table(TableEngine(c).table()) == std::vector{ms(25), no_way});
    c.direct = {{1, 0, ms(25)}, {0, 0, ms(26)}};
    CHECK(routing::full_table(TableEngine(c).table()) == std::vector{ms(25), ms(25)});
    c.direct = {{1, 0, ms(26)}};
    CHECK(routing::full_table(TableEngine(c).table()) == std::vector{ms(25), no_way});
    c.cutoff = ms(0);
    c.points = {{{0, ms(0)}}, {{1, ms(0)}}};
    c.direct = {};
    CHECK(routing::full_table(TableEngine(c).table()) == std::vector{ms(0), no_way});
}

TEST_CASE("times just below no way are kept, and sums that reach it are no way") {
    auto c = line(2, {0});
    c.points = {{{1, ms(no_way.count() - 11)}}, {{1, ms(no_way.count() - 10)}}, {{1, no_way}}};
    CHECK(routing::full_table(TableEngine(c).table()) == std::vector{ms(no_way.count() - 1), no_way, no_way});
}

TEST_CASE("the better of two exits counts, and a direct way when it is better still") {
    auto c = line(10, {0, 9});
    c.points = {{{4, ms(3)}, {5, ms(1)}}};
    CHECK(routing::full_table(TableEngine(c).table()) == std::vector{ms(43), ms(41)});
    c.direct = {{0, 1, ms(7)}, {0, 0, ms(50)}, {0, 1, ms(9)}};
    CHECK(routing::full_table(TableEngine(c).table()) == std::vector{ms(43), ms(7)});
}

TEST_CASE("a direct way alone brings a point that the network leaves far into the block") {
    auto c = line(10, {0});
    c.points = {{}, {{9, ms(0)}}};
    c.cutoff = ms(20);
    c.direct = {{1, 0, ms(20)}, {0, 0, ms(4)}};
    const auto sparse = routing::sparse_table(TableEngine(c).table());
    CHECK(list_of(sparse, 0) == std::vector<Entry>{{0, 4}});
    CHECK(list_of(sparse, 1) == std::vector<Entry>{{0, 20}});
}

TEST_CASE("a one-way trap is no way out") {
    TableCase c;
    c.vertices = 3;
    c.arcs = {{0, 1, ms(10)}, {1, 2, ms(10)}};
    c.sites = 2;
    c.starts = {{0, 0, ms(0)}, {1, 2, ms(0)}};
    c.points = {{{0, ms(0)}}, {{2, ms(0)}}};
    CHECK(routing::full_table(TableEngine(c).table()) == std::vector{ms(0), ms(20), no_way, ms(0)});
}

TEST_CASE("sites on one vertex stand side by side, lowest id first") {
    auto c = line(3, std::vector<std::uint32_t>(40, 1));
    c.points = {{{2, ms(0)}}};
    const auto sparse = routing::sparse_table(TableEngine(c).table());
    REQUIRE(sparse.of(0).size() == 40);
    for (std::uint32_t i = 0; i < 40; ++i) {
        CHECK(sparse.of(0)[i] == Entry{i, 10});
    }
}

TEST_CASE("no sites, no points") {
    auto c = line(3, {});
    c.points = {{{2, ms(0)}}};
    CHECK(routing::full_table(TableEngine(c).table()).empty());
    CHECK(routing::sparse_table(TableEngine(c).table()).first == std::vector<std::uint64_t>{0, 0});
    c = line(3, {0, 1});
    const TableEngine engine(c);
    CHECK(routing::full_table(engine.table()).empty());
    CHECK(routing::sparse_table(engine.table()).point_count() == 0);
    int blocks = 0;
    engine.table().for_each_block([&](const TableBlock& block) {
        ++blocks;
        CHECK(block.points().empty());
    });
    CHECK(blocks == 1);
}

TEST_CASE("sites that lie near each other share a block") {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < 64; ++i) {  // ids jump between the ends of the line
        places.push_back(i % 2 == 0 ? i / 2 : 2000 + i / 2);
    }
    auto c = line(2100, places);
    for (std::uint32_t v = 0; v < 2100; v += 10) {
        c.points.push_back({{v, ms(0)}});
    }
    c.cutoff = ms(1000);
    std::vector<std::uint32_t> met;
    TableEngine(c).table().for_each_block(
        [&](const TableBlock& block) { met.insert(met.end(), block.points().begin(), block.points().end()); });
    std::ranges::sort(met);
    CHECK(met.size() == 14 + 20);  // vertices 0 to 130 and 1900 to 2090, every tenth, each in one block
    CHECK(std::ranges::adjacent_find(met) == met.end());
}

TEST_CASE("long lists are in order of time, and of site id where times are equal") {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < 200; ++i) {
        places.push_back(i * 151 % 200);
    }
    auto c = line(200, places);
    for (std::uint32_t v = 0; v < 200; ++v) {
        c.points.push_back({{v, ms(0)}});
    }
    const auto slow = test::slow_table(c);
    const auto sparse = routing::sparse_table(TableEngine(c).table());
    for (std::size_t point = 0; point < c.points.size(); ++point) {
        REQUIRE(list_of(sparse, point) == slow_list(c, slow, point));
    }
}

TEST_CASE("many strips of points come out in order") {
    auto c = line(50, {3, 40});
    for (std::uint32_t i = 0; i < 5000; ++i) {
        c.points.push_back({{i % 50, ms(i)}});
    }
    const auto slow = test::slow_table(c);
    const auto sparse = routing::sparse_table(TableEngine(c).table());
    for (std::size_t point = 0; point < c.points.size(); ++point) {
        REQUIRE(list_of(sparse, point) == slow_list(c, slow, point));
    }
}

TEST_CASE("one thread and two stream the same blocks in the same order") {
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < 300; ++i) {
        places.push_back(i * 37 % 400);
    }
    auto c = line(400, places);
    for (std::uint32_t v = 0; v < 400; ++v) {
        c.points.push_back({{v, ms(v % 7)}});
    }
    c.cutoff = ms(700);
    const TableEngine engine(c);
    const auto with = [&](std::size_t threads) {
        const ThreadLimit limit(threads);
        return stream(engine.table());
    };
    const auto one = with(1);
    CHECK(one == with(2));
    CHECK(one == with(2));
}

TEST_CASE("what a consumer throws ends the table") {
    auto c = line(3, std::vector<std::uint32_t>(100, 1));
    c.points = {{{2, ms(0)}}};
    const TableEngine engine(c);
    int calls = 0;
    const auto stop = [&](const TableBlock&) {
        ++calls;
        throw std::runtime_error("full");
    };
    CHECK_THROWS_AS(engine.table().for_each_block(stop), std::runtime_error);
    CHECK(calls == 1);
}

TEST_CASE("exits the layout does not know and unknown direct entries are refused") {
    auto c = line(200, {0});
    c.points = {{{0, ms(0)}}};
    const TableEngine engine(c);
    routing::DemandExits elsewhere;
    for (std::uint32_t rank = 0; rank < 200; ++rank) {
        elsewhere.append(std::vector<routing::DemandExits::Exit>{{rank, ms(0)}});
    }
    const auto make = [&](const routing::DemandExits& exits, const std::vector<routing::DirectEntry>& direct) {
        const routing::TravelTable table(engine.layout(), engine.labels(), exits, direct, no_way);
    };
    CHECK_THROWS_AS(make(elsewhere, {}), std::invalid_argument);
    CHECK_THROWS_AS(make({}, {{0, 0, ms(1)}}), std::invalid_argument);
    c.direct = {{0, 1, ms(1)}};
    CHECK_THROWS_AS(TableEngine(c), std::invalid_argument);
}
