// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/travel_table.h"

#include <tbb/concurrent_queue.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <tuple>

namespace michinori::routing {
namespace {

bool any_within(std::span<const std::uint32_t, wide_lanes> times, std::uint32_t limit) {
    std::uint32_t found = 0;
    for (const auto time : times) {
        found |= static_cast<std::uint32_t>(time <= limit);
    }
    return found != 0;
}

/// to = min(to, extra + from) where that is within the limit. extra <= limit < no_way, so no sum wraps.
void lower(std::uint32_t* to, std::span<const std::uint32_t, wide_lanes> from, std::uint32_t extra,
           std::uint32_t limit) {
    const auto room = limit - extra;
    for (std::size_t lane = 0; lane < wide_lanes; ++lane) {
        const auto sum = from[lane] <= room ? from[lane] + extra : no_way.count();
        to[lane] = std::min(to[lane], sum);
    }
}

constexpr auto lane_bits = [] {  // a table, because portable code has no vector shift by lane
    std::array<std::uint32_t, wide_lanes> bits{};
    for (std::size_t lane = 0; lane < wide_lanes; ++lane) {
        bits[lane] = 1U << lane;
    }
    return bits;
}();

std::uint32_t lanes_with_way(const std::uint32_t* times) {
    std::uint32_t lanes = 0;
    for (std::size_t lane = 0; lane < wide_lanes; ++lane) {
        lanes |= times[lane] != no_way.count() ? lane_bits[lane] : 0U;
    }
    return lanes;
}

std::vector<std::uint32_t> inverse(std::span<const std::uint32_t> order) {
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
    }
    return place;
}

std::size_t threads_at_hand() {
    const auto allowed = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    return std::min(allowed, static_cast<std::size_t>(tbb::this_task_arena::max_concurrency()));
}

}  // namespace

void DemandExits::append(std::span<const Exit> own) {
    exits.insert(exits.end(), own.begin(), own.end());
    first.push_back(exits.size());
}

std::vector<std::uint32_t> DemandExits::ranks() const {
    std::vector<std::uint32_t> ranks(exits.size());
    std::ranges::transform(exits, ranks.begin(), &Exit::rank);
    std::ranges::sort(ranks);
    const auto rest = std::ranges::unique(ranks);
    ranks.erase(rest.begin(), rest.end());
    return ranks;
}

TravelTable::TravelTable(const PathLayout& layout, const SiteLabels& sites, const DemandExits& demand,
                         std::span<const DirectEntry> direct, TravelTime cutoff)
    : layout_(&layout), sites_(&sites), limit_(std::min(cutoff.count(), no_way.count() - 1)) {
    order_points(demand);
    order_sites();
    place_direct(direct);
}

void TravelTable::order_points(const DemandExits& demand) {
    const auto row = [&](std::size_t exit) { return layout_->row(demand.exits[exit].rank); };
    points_.resize(demand.point_count());
    std::iota(points_.begin(), points_.end(), 0U);
    std::ranges::stable_sort(points_, {}, [&](std::uint32_t point) {
        return demand.first[point] == demand.first[point + 1] ? PathLayout::no_row : row(demand.first[point]);
    });
    exits_.reserve(demand.exits.size());
    for (const auto point : points_) {
        for (auto i = demand.first[point]; i < demand.first[point + 1]; ++i) {
            exits_.push_back({row(i), demand.exits[i].extra.count()});
            if (exits_.back().row == PathLayout::no_row) {
                throw std::invalid_argument("TravelTable: the layout was not made for the demand's exits");
            }
        }
        first_exit_.push_back(exits_.size());
    }
}

void TravelTable::order_sites() {
    // A site's lowest rank is its own place or close to it, and ranks near each other are near on the map.
    std::vector<std::uint32_t> lowest(site_count(), no_way.count());
    for (std::uint32_t site = 0; site < lowest.size(); ++site) {
        for (const auto& entry : sites_->of(site)) {
            lowest[site] = std::min(lowest[site], entry.rank);
        }
    }
    by_lane_.resize(site_count());
    std::iota(by_lane_.begin(), by_lane_.end(), 0U);
    std::ranges::stable_sort(by_lane_, {}, [&](std::uint32_t site) { return lowest[site]; });
}

void TravelTable::place_direct(std::span<const DirectEntry> direct) {
    const auto position = inverse(by_lane_);
    const auto visit = inverse(points_);
    constexpr auto lanes = static_cast<std::uint32_t>(wide_lanes);
    for (const auto& entry : direct) {
        if (entry.point >= point_count() || entry.site >= site_count()) {
            throw std::invalid_argument("TravelTable: a direct entry names an unknown point or site");
        }
        const auto at = position[entry.site];
        if (entry.time.count() <= limit_) {
            direct_.push_back({at / lanes, visit[entry.point], at % lanes, entry.time.count()});
        }
    }
    std::ranges::sort(direct_, {}, [](const Direct& d) { return std::tuple(d.block, d.visit, d.lane, d.time); });
}

std::span<const std::uint32_t> TravelTable::sites_of(std::size_t block) const {
    const auto begin = block * wide_lanes;
    return std::span(by_lane_).subspan(begin, std::min(wide_lanes, by_lane_.size() - begin));
}

void TravelTable::sweep_block(std::size_t number, WideSweep& sweep) const {
    const auto sites = sites_of(number);
    sweep.clear();
    for (std::size_t lane = 0; lane < sites.size(); ++lane) {
        sweep.add_site(1U << lane, sites_->of(sites[lane]));
    }
    sweep.run();
}

// One pass through the rows in the order they lie in, so that points with nothing near need not
// fetch theirs.
void TravelTable::mark_near_rows(const WideSweep& sweep, TableBlock& block) const {
    block.near_.resize(layout_->row_count());
    for (std::uint32_t row = 0; row < block.near_.size(); ++row) {
        block.near_[row] = static_cast<std::uint8_t>(any_within(sweep.row(row), limit_));
    }
}

// Adds the point of a visit to the block if it reaches any of its sites.
void TravelTable::add_point(std::uint32_t visit, const WideSweep& sweep, std::span<const Direct> direct,
                            TableBlock& block) const {
    auto* times = block.rows_.data() + wide_lanes * block.points_.size();
    std::fill_n(times, wide_lanes, no_way.count());
    for (const auto& exit : exits_of(visit)) {
        if (exit.extra <= limit_ && block.near_[exit.row] != 0) {
            lower(times, sweep.row(exit.row), exit.extra, limit_);
        }
    }
    for (const auto& entry : direct) {
        times[entry.lane] = std::min(times[entry.lane], entry.time);
    }
    const auto lanes = lanes_with_way(times);
    if (lanes != 0) {
        block.points_.push_back(points_[visit]);
        block.lanes_.push_back(lanes);
    }
}

void TravelTable::fill(std::size_t number, WideSweep& sweep, TableBlock& block) const {
    sweep_block(number, sweep);
    mark_near_rows(sweep, block);
    block.sites_ = sites_of(number);
    block.points_.clear();
    block.lanes_.clear();
    // Room for all points, of which the system gives no more than is written to.
    block.rows_.resize(wide_lanes * point_count());
    const auto own = std::ranges::equal_range(direct_, static_cast<std::uint32_t>(number), {}, &Direct::block);
    auto direct = own.begin();
    for (std::uint32_t visit = 0; visit < point_count(); ++visit) {
        const auto first = direct;
        while (direct != own.end() && direct->visit == visit) {
            ++direct;
        }
        const auto is_near = [&](const Exit& exit) { return block.near_[exit.row] != 0; };
        if (first != direct || std::ranges::any_of(exits_of(visit), is_near)) {
            add_point(visit, sweep, {first, direct}, block);
        }
    }
}

void TravelTable::for_each_block(const std::function<void(const TableBlock&)>& consumer) const {
    tbb::enumerable_thread_specific<WideSweep> sweeps([&] { return WideSweep(*layout_); });
    const auto tokens = std::min(threads_at_hand(), block_count()) + 1;
    std::vector<TableBlock> blocks(tokens);
    tbb::concurrent_queue<TableBlock*> idle;
    for (auto& block : blocks) {
        idle.push(&block);
    }
    std::size_t next = 0;
    const auto number = [&](tbb::flow_control& flow) {
        if (next == block_count()) {
            flow.stop();
            return next;
        }
        return next++;
    };
    const auto work = [&](std::size_t n) {
        TableBlock* block = nullptr;
        idle.try_pop(block);  // there is one for each token
        fill(n, sweeps.local(), *block);
        return block;
    };
    const auto hand_over = [&](TableBlock* block) {
        consumer(*block);
        idle.push(block);
    };
    using Mode = tbb::filter_mode;
    tbb::parallel_pipeline(tokens, tbb::make_filter<void, std::size_t>(Mode::serial_in_order, number) &
                                       tbb::make_filter<std::size_t, TableBlock*>(Mode::parallel, work) &
                                       tbb::make_filter<TableBlock*, void>(Mode::serial_in_order, hand_over));
}

std::vector<TravelTime> full_table(const TravelTable& table) {
    std::vector<TravelTime> times(table.point_count() * table.site_count(), no_way);
    table.for_each_block([&](const TableBlock& block) {
        for (std::size_t i = 0; i < block.points().size(); ++i) {
            for (std::size_t lane = 0; lane < block.sites().size(); ++lane) {
                times[block.points()[i] * table.site_count() + block.sites()[lane]] = TravelTime{block.times(i)[lane]};
            }
        }
    });
    return times;
}

}  // namespace michinori::routing
