// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/nation_neighbours.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace michinori::bench {
namespace {

constexpr double bucket_km = 0.1;
constexpr std::size_t wanted_nearest = 10;
constexpr std::int64_t farthest_reach = 64;  // buckets: nobody has a neighbour beyond 6.4 km
constexpr std::size_t batch = 1U << 15U;

double squared_distance(Pos a, Pos b) {
    const Pos d = a - b;
    return d.x * d.x + d.y * d.y;
}

}  // namespace

std::int64_t PointGrid::column(double x) const {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor((x - west_) / bucket_km)), 0, columns_ - 1);
}

std::int64_t PointGrid::row(double y) const {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor((y - south_) / bucket_km)), 0, rows_ - 1);
}

PointGrid::PointGrid(std::span<const Pos> points) : id_(points.size()), place_(points.size()) {
    if (!points.empty()) {
        const auto [west, east] = std::ranges::minmax(points, {}, &Pos::x);
        const auto [south, north] = std::ranges::minmax(points, {}, &Pos::y);
        west_ = west.x;
        south_ = south.y;
        columns_ = static_cast<std::int64_t>((east.x - west.x) / bucket_km) + 1;
        rows_ = static_cast<std::int64_t>((north.y - south.y) / bucket_km) + 1;
    }
    const auto bucket = [&](Pos p) { return static_cast<std::size_t>(row(p.y) * columns_ + column(p.x)); };
    first_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
    for (const auto& point : points) {
        ++first_[bucket(point) + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    for (std::size_t i = points.size(); i-- > 0;) {
        // Filling each bucket from its end moves its start back, so no second array of starts is needed.
        const auto slot = --first_[bucket(points[i]) + 1];
        id_[slot] = static_cast<std::uint32_t>(i);
        place_[slot] = points[i];
    }
    std::shift_left(first_.begin(), first_.end(), 1);
    first_.back() = static_cast<std::uint32_t>(points.size());
}

void PointGrid::collect(Pos middle, std::int64_t reach, std::vector<Candidate>& found) const {
    found.clear();
    const double radius = bucket_km * static_cast<double>(reach);
    const auto west = column(middle.x - radius);
    const auto east = column(middle.x + radius);
    const auto north = row(middle.y + radius);
    for (auto r = row(middle.y - radius); r <= north; ++r) {
        const auto stop = first_[static_cast<std::size_t>(r * columns_ + east) + 1];
        for (auto slot = first_[static_cast<std::size_t>(r * columns_ + west)]; slot < stop; ++slot) {
            const double squared = squared_distance(middle, place_[slot]);
            if (squared <= radius * radius) {
                found.push_back({squared, slot});
            }
        }
    }
}

double PointGrid::nearest(std::uint32_t slot, std::vector<Candidate>& found) const {
    std::int64_t reach = 1;
    collect(place_[slot], reach, found);
    while (found.size() <= wanted_nearest && reach < farthest_reach) {
        reach *= 2;
        collect(place_[slot], reach, found);
    }
    std::erase_if(found, [&](const Candidate& candidate) { return candidate.slot == slot; });
    if (found.size() <= wanted_nearest) {
        std::ranges::sort(found);
        const double radius = bucket_km * static_cast<double>(reach);
        return found.size() < wanted_nearest ? radius * radius : found.back().squared;
    }
    const auto middle = found.begin() + static_cast<std::ptrdiff_t>(wanted_nearest);
    std::ranges::nth_element(found, middle);
    found.erase(middle, found.end());
    std::ranges::sort(found);
    return found.back().squared;
}

/// A point lies in the circle over a pair as diameter when it sees the two at an obtuse angle.
bool PointGrid::is_gabriel(std::uint32_t slot, std::span<const Candidate> nearer, const Candidate& other) const {
    return std::ranges::all_of(nearer, [&](const Candidate& between) {
        const Pos a = place_[slot] - place_[between.slot];
        const Pos b = place_[other.slot] - place_[between.slot];
        return a.x * b.x + a.y * b.y >= 0;
    });
}

std::vector<Pair> PointGrid::gabriel_pairs() const {
    struct Found {
        std::uint32_t from;
        std::uint32_t to;
        double squared;
    };
    std::vector<double> seen(id_.size());  // squared, by slot: how far a point looked
    std::vector<std::vector<Found>> found((id_.size() + batch - 1) / batch);
    tbb::parallel_for(std::size_t{0}, found.size(), [&](std::size_t b) {
        std::vector<Candidate> near;
        const auto stop = std::min((b + 1) * batch, id_.size());
        for (auto slot = static_cast<std::uint32_t>(b * batch); slot < stop; ++slot) {
            seen[slot] = nearest(slot, near);
            for (std::size_t i = 0; i < near.size(); ++i) {
                if (is_gabriel(slot, std::span(near).first(i), near[i])) {
                    found[b].push_back({slot, near[i].slot, near[i].squared});
                }
            }
        }
    });
    std::vector<Pair> pairs;
    for (auto& some : found) {
        for (const auto& [from, to, squared] : some) {
            if (from < to || squared > seen[to]) {  // otherwise the other end has told of it
                pairs.push_back({std::min(id_[from], id_[to]), std::max(id_[from], id_[to])});
            }
        }
        some = {};
    }
    return pairs;
}

std::optional<std::uint32_t> PointGrid::nearest_of_other_group(Pos place, std::uint32_t own,
                                                               std::span<const std::uint32_t> group) const {
    std::vector<Candidate> found;
    for (std::int64_t reach = 4; reach <= 8 * std::max(columns_, rows_); reach *= 2) {
        collect(place, reach, found);
        std::erase_if(found, [&](const Candidate& candidate) { return group[id_[candidate.slot]] == own; });
        if (!found.empty()) {
            return id_[std::ranges::min(found).slot];
        }
    }
    return std::nullopt;
}

}  // namespace michinori::bench
