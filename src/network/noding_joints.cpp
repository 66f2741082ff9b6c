// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/noding_joints.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace michinori::network::noding {
namespace {

/// Ends that stand in exactly one place.
struct Group {
    Place position;
    std::size_t ends = 0;
};

struct Groups {
    std::vector<Group> all;
    std::vector<std::size_t> of_end;
};

Groups group_equal_ends(const std::vector<FlatLine>& lines) {
    Groups groups;
    std::unordered_map<Place, std::size_t, PlaceHash, SamePlace> known;
    for (std::size_t end = 0; end < 2 * lines.size(); ++end) {
        const auto& points = lines[end / 2].points;
        const auto place = end % 2 == 0 ? points.front() : points.back();
        const auto [it, fresh] = known.try_emplace(place, groups.all.size());
        if (fresh) {
            groups.all.push_back({place});
        }
        ++groups.all[it->second].ends;
        groups.of_end.push_back(it->second);
    }
    return groups;
}

struct NearPair {
    double metres;
    std::size_t a;
    std::size_t b;
    friend auto operator<=>(const NearPair&, const NearPair&) = default;
};

/// Pairs of groups within the tolerance, nearest first: a sweep from west to east.
std::vector<NearPair> near_pairs(const std::vector<Group>& groups, double tolerance) {
    const auto place = [&](std::size_t g) { return groups[g].position; };
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t g) { return std::tuple(place(g).x, place(g).y, g); });
    std::vector<NearPair> pairs;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = i + 1; j < order.size() && place(order[j]).x - place(order[i]).x <= tolerance; ++j) {
            const double metres = distance(place(order[i]), place(order[j]));
            if (metres <= tolerance) {
                pairs.push_back({metres, std::min(order[i], order[j]), std::max(order[i], order[j])});
            }
        }
    }
    std::ranges::sort(pairs);
    return pairs;
}

/// Sets of groups, named by their lowest member.
class Clusters {
public:
    explicit Clusters(std::size_t groups) : parent_(groups) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }

    [[nodiscard]] std::size_t name(std::size_t group) {
        while (parent_[group] != group) {
            parent_[group] = parent_[parent_[group]];
            group = parent_[group];
        }
        return group;
    }

    void unite(std::size_t low, std::size_t high) { parent_[high] = low; }

private:
    std::vector<std::size_t> parent_;
};

/// Unites near groups unless a short way joins them already.
Clusters cluster(const std::vector<FlatLine>& lines, const Groups& groups, double tolerance) {
    ShortWays ways(groups.all.size(), 2 * tolerance);
    for (std::size_t line = 0; line < lines.size(); ++line) {
        ways.add(groups.of_end[2 * line], groups.of_end[2 * line + 1], lines[line].length);
    }
    Clusters clusters(groups.all.size());
    const auto name = [&](std::size_t group) { return clusters.name(group); };
    for (const auto& pair : near_pairs(groups.all, tolerance)) {
        const auto [low, high] = std::minmax({name(pair.a), name(pair.b)});
        if (!ways.within_reach(low, name).contains(high)) {
            clusters.unite(low, high);
            ways.merge(low, high);
        }
    }
    return clusters;
}

}  // namespace

void ShortWays::add(std::size_t a, std::size_t b, double length) {
    if (length <= reach_ && a != b) {
        ways_[a].emplace_back(b, length);
        ways_[b].emplace_back(a, length);
    }
}

void ShortWays::merge(std::size_t low, std::size_t high) {
    ways_[low].insert(ways_[low].end(), ways_[high].begin(), ways_[high].end());
    ways_[high].clear();
}

Joints::Joints(const std::vector<FlatLine>& lines, double tolerance) : ways_(0, 0) {
    const auto groups = group_equal_ends(lines);
    auto clusters = cluster(lines, groups, tolerance);
    std::unordered_map<std::size_t, std::size_t> known;
    std::vector<std::size_t> most;  // ends in the group whose place the joint has
    for (std::size_t end = 0; end < groups.of_end.size(); ++end) {
        const auto& group = groups.all[groups.of_end[end]];
        const auto [it, fresh] = known.try_emplace(clusters.name(groups.of_end[end]), joints_.size());
        if (fresh) {
            joints_.push_back({group.position, {}});
            most.push_back(0);
        }
        auto& joint = joints_[it->second];
        if (group.ends > most[it->second]) {
            most[it->second] = group.ends;
            joint.position = group.position;
        }
        joint.ends.push_back(end);
        of_end_.push_back(it->second);
        was_alone_.push_back(group.ends == 1);
    }
    ways_ = ShortWays(joints_.size(), 2 * tolerance);
    for (std::size_t line = 0; line < lines.size(); ++line) {
        ways_.add(of_end_[2 * line], of_end_[2 * line + 1], lines[line].length);
    }
}

std::map<std::size_t, double> Joints::close_by(std::size_t joint) const {
    return ways_.within_reach(joint, [](std::size_t place) { return place; });
}

}  // namespace michinori::network::noding
