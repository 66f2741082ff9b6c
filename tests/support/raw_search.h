// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <optional>
#include <queue>
#include <set>
#include <tuple>
#include <vector>

#include "network/raw_roads.h"

namespace michinori::test {

/// A place on a section as read: metres from its first point.
struct RawPlace {
    std::size_t section = 0;
    double metres = 0;
};

/// An independent oracle: Dijkstra whose states are "just driven along this section in this
/// direction", on the roads as read. It shares no code with the network: no contraction, no
/// expansion, no arcs. Every section needs a stated length; metres are driven at `ms_per_metre`. At the nodes
/// `mid_road` nobody turns back: which nodes are the middle of a road is the network's definition, and
/// where a turn is forbidden it decides whether one may drive on a little and come back.
class RawSearch {
public:
    RawSearch(const network::RawRoads& roads, std::uint32_t ms_per_metre, std::set<NodeId> mid_road = {})
        : roads_(roads), pace_(ms_per_metre), mid_road_(std::move(mid_road)) {}

    [[nodiscard]] std::optional<std::uint64_t> milliseconds(RawPlace from, RawPlace to) const {
        using Entry = std::tuple<std::uint64_t, std::size_t, bool>;  // time, section, along
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        std::set<std::pair<std::size_t, bool>> done;
        std::optional<std::uint64_t> best;
        const auto offer = [&](std::uint64_t time) { best = std::min(best.value_or(time), time); };
        for (const bool along : {true, false}) {
            if (!allowed(from.section, along)) {
                continue;
            }
            queue.emplace(cost(along ? length(from.section) - from.metres : from.metres), from.section, along);
            if (from.section == to.section && (along ? to.metres >= from.metres : to.metres <= from.metres)) {
                offer(cost(along ? to.metres - from.metres : from.metres - to.metres));
            }
        }
        while (!queue.empty()) {
            const auto [time, section, along] = queue.top();
            queue.pop();
            if (!done.insert({section, along}).second) {
                continue;
            }
            for (const auto& [next, next_along] : ways_on(section, along)) {
                queue.emplace(time + cost(length(next)), next, next_along);
                if (next == to.section) {
                    offer(time + cost(next_along ? to.metres : length(next) - to.metres));
                }
            }
        }
        return best;
    }

private:
    [[nodiscard]] double length(std::size_t s) const { return roads_.sections[s].stated_length_m; }
    [[nodiscard]] std::uint64_t cost(double metres) const { return static_cast<std::uint64_t>(metres * pace_ + 0.5); }
    [[nodiscard]] bool allowed(std::size_t s, bool along) const {
        return along ? roads_.sections[s].forward : roads_.sections[s].backward;
    }
    [[nodiscard]] NodeId end(std::size_t s, bool along) const {
        return along ? roads_.sections[s].to : roads_.sections[s].from;
    }

    [[nodiscard]] std::vector<std::pair<std::size_t, bool>> leaving(NodeId node) const {
        std::vector<std::pair<std::size_t, bool>> ways;
        for (std::size_t s = 0; s < roads_.sections.size(); ++s) {
            for (const bool along : {true, false}) {
                if (allowed(s, along) && end(s, !along) == node) {
                    ways.emplace_back(s, along);
                }
            }
        }
        return ways;
    }

    [[nodiscard]] std::vector<std::pair<std::size_t, bool>> ways_on(std::size_t section, bool along) const {
        const auto node = end(section, along);
        auto ways = leaving(node);
        const auto all = ways;
        for (const auto& r : roads_.restrictions) {
            const auto is_target = [&](const auto& way) { return roads_.sections[way.first].source_id == r.to_source; };
            if (r.via != node || r.from_source != roads_.sections[section].source_id ||
                std::ranges::none_of(all, is_target)) {
                continue;
            }
            std::erase_if(ways, [&](const auto& way) { return is_target(way) != r.only; });
        }
        if (mid_road_.contains(node)) {
            std::erase(ways, std::pair(section, !along));
        }
        return ways;
    }

    const network::RawRoads& roads_;
    std::uint32_t pace_;
    std::set<NodeId> mid_road_;
};

}  // namespace michinori::test
