// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/facility_subsets.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <tbb/parallel_for.h>

#include <algorithm>
#include <stdexcept>

#include "base/threads.h"
#include "table_case.h"

namespace {

using namespace michinori;
using routing::SparseTable;
using routing::SubsetAnswer;
using routing::SubsetChange;
using routing::SubsetField;
using test::TableCase;
using test::TableEngine;
using Entry = SparseTable::Entry;
using Kind = SubsetAnswer::Kind;
using Flags = std::vector<std::uint8_t>;
using Sites = std::vector<std::uint32_t>;

constexpr SubsetAnswer none{};
constexpr SubsetAnswer unknown{Kind::unknown};

SubsetAnswer found(std::uint32_t site, std::uint32_t time) {
    return {Kind::found, site, TravelTime{time}};
}

SparseTable lists_of(std::size_t sites, const std::vector<std::vector<Entry>>& lists) {
    SparseTable table;
    table.site_count = sites;
    for (const auto& list : lists) {
        table.append(list);
    }
    return table;
}

/// What a search on the network says, with only these sites.
std::vector<SubsetAnswer> slow_field(const TableCase& c, const std::vector<TravelTime>& table, const Flags& open) {
    std::vector<SubsetAnswer> answers(c.points.size());
    for (std::size_t point = 0; point < answers.size(); ++point) {
        for (std::uint32_t site = 0; site < c.sites; ++site) {
            const auto time = table[point * c.sites + site];
            if (open[site] != 0 && time < answers[point].time) {
                answers[point] = found(site, time.count());
            }
        }
    }
    return answers;
}

Flags any_flags(std::size_t count) {
    Flags flags(count);
    for (auto& flag : flags) {
        flag = *rc::gen::inRange<std::uint8_t>(0, 2);
    }
    return flags;
}

/// Some sites to close and others to open, with repeats and some that are so already.
struct Plan {
    Sites closed;
    Sites opened;
    [[nodiscard]] SubsetField::Question question() const { return {closed, opened}; }
    [[nodiscard]] Flags applied_to(Flags open) const {
        for (const auto site : closed) {
            open[site] = 0;
        }
        for (const auto site : opened) {
            open[site] = 1;
        }
        return open;
    }
};

Plan any_plan(std::size_t sites) {
    Plan plan;
    for (std::uint32_t site = 0; site < sites; ++site) {
        switch (*rc::gen::inRange(0, 8)) {
            case 0: plan.closed.push_back(site); [[fallthrough]];
            case 1: plan.closed.insert(plan.closed.begin(), site); break;
            case 2: plan.opened.push_back(site); [[fallthrough]];
            case 3: plan.opened.insert(plan.opened.begin(), site); break;
            default: break;
        }
    }
    return plan;
}

std::vector<SubsetChange> difference(const std::vector<SubsetAnswer>& before, const std::vector<SubsetAnswer>& after) {
    std::vector<SubsetChange> changes;
    for (std::uint32_t point = 0; point < before.size(); ++point) {
        if (!(before[point] == after[point])) {
            changes.push_back({point, before[point], after[point]});
        }
    }
    return changes;
}

/// The k nearest of each list, and which lists that leaves whole.
struct CutLists {
    SparseTable lists;
    Flags complete;
};
CutLists cut_at(const SparseTable& whole, std::size_t k) {
    CutLists cut;
    cut.lists.site_count = whole.site_count;
    for (std::size_t point = 0; point < whole.point_count(); ++point) {
        const auto list = whole.of(point);
        cut.lists.append(list.first(std::min(k, list.size())));
        cut.complete.push_back(list.size() <= k ? 1 : 0);
    }
    return cut;
}

}  // namespace

TEST_CASE("the field of any subset equals a search with only these sites") {
    rc::prop("whole lists", [] {
        const auto c = test::any_case();
        const auto lists = routing::sparse_table(TableEngine(c).table());
        const auto slow = test::slow_table(c);
        const auto base_open = any_flags(c.sites);
        const SubsetField field(lists, base_open);
        const auto before = slow_field(c, slow, base_open);
        for (std::size_t point = 0; point < c.points.size(); ++point) {
            RC_ASSERT(field.base(point) == before[point]);
        }
        const auto open = any_flags(c.sites);
        RC_ASSERT(field.field(open) == slow_field(c, slow, open));
        const auto plan = any_plan(c.sites);
        RC_ASSERT(field.changes(plan.question()) ==
                  difference(before, slow_field(c, slow, plan.applied_to(base_open))));
    });
}

TEST_CASE("lists cut at k give the exact answer or say that it is unknown, never a wrong one") {
    rc::prop("k nearest", [] {
        const auto c = test::any_case();
        const auto cut = cut_at(routing::sparse_table(TableEngine(c).table()), *rc::gen::inRange<std::size_t>(0, 8));
        const auto slow = test::slow_table(c);
        const auto base_open = any_flags(c.sites);
        const SubsetField field(cut.lists, base_open, cut.complete);
        const auto plan = any_plan(c.sites);
        const auto open = plan.applied_to(base_open);
        const auto answers = field.field(open);
        const auto exact = slow_field(c, slow, open);
        for (std::size_t point = 0; point < c.points.size(); ++point) {
            const auto list = cut.lists.of(point);
            const bool told = cut.complete[point] != 0 ||
                              std::ranges::any_of(list, [&](const Entry& entry) { return open[entry.site] != 0; });
            RC_ASSERT(answers[point] == (told ? exact[point] : unknown));
        }
        RC_ASSERT(field.changes(plan.question()) == difference(field.field(base_open), answers));
    });
}

TEST_CASE("many questions at once, with one thread and two, equal one after the other") {
    rc::prop("questions", [] {
        const auto c = test::any_case();
        const auto cut = cut_at(routing::sparse_table(TableEngine(c).table()), 5);
        const auto open = any_flags(c.sites);
        const SubsetField field(cut.lists, open, cut.complete);
        std::vector<Plan> plans(20);
        std::vector<SubsetField::Question> questions;
        for (auto& plan : plans) {
            plan = any_plan(c.sites);
            questions.push_back(plan.question());
        }
        for (const std::size_t threads : {1, 2}) {
            const ThreadLimit limit(threads);
            std::vector<std::vector<SubsetChange>> all(plans.size());
            field.for_each_question(questions, [&](std::size_t i, std::span<const SubsetChange> changes) {
                all[i].insert(all[i].end(), changes.begin(), changes.end());
            });
            for (std::size_t i = 0; i < plans.size(); ++i) {
                RC_ASSERT(all[i] == field.changes(questions[i]));
            }
        }
    });
}

TEST_CASE("a list that runs out is none when it was whole and unknown when it was cut") {
    const auto lists = lists_of(4, {{{1, 10}, {2, 20}}, {{1, 10}, {2, 20}}, {}, {}});
    const SubsetField field(lists, {}, Flags{1, 0, 1, 0});
    CHECK(field.base(0) == found(1, 10));
    CHECK(field.base(2) == none);
    CHECK(field.base(3) == unknown);
    CHECK(field.field(Flags{1, 0, 1, 1}) == std::vector{found(2, 20), found(2, 20), none, unknown});
    CHECK(field.field(Flags{1, 0, 0, 1}) == std::vector{none, unknown, none, unknown});
    CHECK(field.changes({Sites{2, 1}, {}}) ==
          std::vector<SubsetChange>{{0, found(1, 10), none}, {1, found(1, 10), unknown}});
}

TEST_CASE("only points whose nearest site closes change") {
    const auto lists = lists_of(3, {{{0, 5}, {1, 6}}, {{1, 5}, {0, 6}}, {{2, 1}, {0, 9}}});
    const SubsetField field(lists);
    CHECK(field.changes({Sites{0}, {}}) == std::vector<SubsetChange>{{0, found(0, 5), found(1, 6)}});
    CHECK(field.changes({}).empty());
    CHECK(field.changes({{}, Sites{0}}).empty());
}

TEST_CASE("an opening takes the points it is nearer to, also those that had nothing") {
    const auto lists = lists_of(3, {{{2, 1}, {0, 9}}, {{0, 3}, {2, 4}}, {{2, 7}}, {{1, 1}}});
    const SubsetField field(lists, Flags{1, 1, 0});
    CHECK(field.base(0) == found(0, 9));
    CHECK(field.base(2) == none);
    CHECK(field.changes({{}, Sites{2}}) ==
          std::vector<SubsetChange>{{0, found(0, 9), found(2, 1)}, {2, none, found(2, 7)}});
    CHECK(field.changes({Sites{0}, Sites{2}}) == std::vector<SubsetChange>{{0, found(0, 9), found(2, 1)},
                                                                           {1, found(0, 3), found(2, 4)},
                                                                           {2, none, found(2, 7)}});
}

TEST_CASE("no points, no sites") {
    const auto nothing = lists_of(0, {});
    CHECK(SubsetField(nothing).field({}).empty());
    CHECK(SubsetField(nothing).changes({}).empty());
    const auto no_sites = lists_of(0, {{}, {}});
    CHECK(SubsetField(no_sites, {}, Flags{1, 0}).field({}) == std::vector{none, unknown});
    const auto no_points = lists_of(2, {});
    int calls = 0;
    SubsetField(no_points).for_each_closure(std::vector<Sites>{{0, 1}}, [&](std::size_t, auto changes) {
        ++calls;
        CHECK(changes.empty());
    });
    CHECK(calls == 1);
}

TEST_CASE("a consumer may be parallel itself") {
    std::vector<std::vector<Entry>> lists(3000);
    for (std::uint32_t point = 0; point < lists.size(); ++point) {
        lists[point] = {{point % 10, 1}, {(point + 1) % 10, 2}};
    }
    const auto table = lists_of(10, lists);
    const SubsetField field(table);
    std::vector<Sites> closed;
    for (std::uint32_t i = 0; i < 400; ++i) {
        closed.push_back({i % 10});
    }
    std::vector<std::uint8_t> right(closed.size(), 0);
    field.for_each_closure(closed, [&](std::size_t set, std::span<const SubsetChange> changes) {
        const std::vector<SubsetChange> copy(changes.begin(), changes.end());
        tbb::parallel_for(0, 64, [](int) {});
        const auto own = [&](const SubsetChange& change) { return change.before.site == closed[set][0]; };
        right[set] = std::ranges::equal(copy, changes) && copy.size() == 300 && std::ranges::all_of(changes, own);
    });
    CHECK(std::ranges::count(right, 1) == static_cast<std::ptrdiff_t>(right.size()));
}

TEST_CASE("unknown sites, sites both closed and opened, and flags of another length are refused") {
    const auto lists = lists_of(2, {{{0, 1}}});
    const SubsetField field(lists);
    CHECK_THROWS_AS(field.changes({Sites{2}, {}}), std::invalid_argument);
    CHECK_THROWS_AS(field.changes({{}, Sites{2}}), std::invalid_argument);
    CHECK_THROWS_AS(field.changes({Sites{0, 1}, Sites{1}}), std::invalid_argument);
    CHECK_THROWS_AS(field.field(Flags{1}), std::invalid_argument);
    CHECK_THROWS_AS(SubsetField(lists, Flags{1}), std::invalid_argument);
    CHECK_THROWS_AS(SubsetField(lists, {}, Flags{1, 1}), std::invalid_argument);
    const std::vector<Sites> sets{{0}, {7}};
    CHECK_THROWS_AS(field.for_each_closure(sets, [](std::size_t, auto) {}), std::invalid_argument);
}
