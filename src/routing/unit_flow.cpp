// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/unit_flow.h"

#include <algorithm>

namespace michinori::routing {
namespace {

constexpr std::uint32_t unseen = 0xffffffffU;

}  // namespace

UnitFlow::UnitFlow(const Cell& cell)
    : cell_(cell), twin_(cell.head.size()), flow_(cell.head.size()), level_(cell.size()), next_arc_(cell.size()) {
    // Lists are sorted, so the k-th time a vertex is met as a head belongs to the k-th entry of its list.
    std::vector<std::uint32_t> next(cell.first.begin(), cell.first.end() - 1);
    for (std::uint32_t arc = 0; arc < cell.head.size(); ++arc) {
        twin_[arc] = next[cell.head[arc]]++;
    }
    queue_.reserve(cell.size());
}

std::optional<std::uint32_t> UnitFlow::cut_size(std::span<const Role> roles, std::uint32_t limit) {
    roles_ = roles;
    std::ranges::fill(flow_, std::int8_t{0});
    std::vector<std::uint32_t> shore;  // sources with a way out
    std::uint32_t total = 0;
    for (std::uint32_t v = 0; v < cell_.size(); ++v) {
        if (roles[v] != Role::source) {
            continue;
        }
        bool outward = false;
        for (auto a = cell_.first[v]; a < cell_.first[v + 1]; ++a) {
            outward = outward || roles[cell_.head[a]] != Role::source;
        }
        if (outward) {
            shore.push_back(v);
        }
    }
    queue_.assign(shore.begin(), shore.end());
    while (find_levels()) {
        std::copy(cell_.first.begin(), cell_.first.end() - 1, next_arc_.begin());
        for (const auto source : shore) {
            total += augment_from(source);
            if (total > limit) {
                return std::nullopt;
            }
        }
        queue_.assign(shore.begin(), shore.end());
    }
    return total;
}

/// Breadth-first levels over open arcs from the vertices in queue_; true if a sink is reached.
bool UnitFlow::find_levels() {
    std::ranges::fill(level_, unseen);
    for (const auto v : queue_) {
        level_[v] = 0;
    }
    std::uint32_t sink_level = unseen;
    for (std::size_t i = 0; i < queue_.size(); ++i) {
        const auto v = queue_[i];
        if (level_[v] >= sink_level) {
            break;
        }
        for (auto a = cell_.first[v]; a < cell_.first[v + 1]; ++a) {
            const auto to = cell_.head[a];
            if (open(a) && level_[to] == unseen && roles_[to] != Role::source) {
                level_[to] = level_[v] + 1;
                if (roles_[to] == Role::sink) {
                    sink_level = level_[to];
                } else {
                    queue_.push_back(to);
                }
            }
        }
    }
    return sink_level != unseen;
}

/// Pushes single units from a source along the levels until no more can pass.
std::uint32_t UnitFlow::augment_from(std::uint32_t source) {
    std::uint32_t pushed = 0;
    auto at = source;
    path_.clear();
    while (true) {
        if (roles_[at] == Role::sink) {
            for (const auto arc : path_) {
                ++flow_[arc];
                --flow_[twin_[arc]];
            }
            ++pushed;
            path_.clear();
            at = source;
            continue;
        }
        auto& arc = next_arc_[at];
        const auto end = cell_.first[at + 1];
        while (arc < end && !(open(arc) && level_[cell_.head[arc]] == level_[at] + 1)) {
            ++arc;
        }
        if (arc < end) {
            path_.push_back(arc);
            at = cell_.head[arc];
        } else if (path_.empty()) {
            return pushed;
        } else {  // a dead end: step back and never take that arc again in this phase
            at = cell_.head[twin_[path_.back()]];
            ++next_arc_[at];
            path_.pop_back();
        }
    }
}

std::vector<std::uint8_t> UnitFlow::spread(Role from) const {
    std::vector<std::uint8_t> reached(cell_.size(), 0);
    std::vector<std::uint32_t> queue;
    for (std::uint32_t v = 0; v < cell_.size(); ++v) {
        if (roles_[v] == from) {
            reached[v] = 1;
            queue.push_back(v);
        }
    }
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (auto a = cell_.first[queue[i]]; a < cell_.first[queue[i] + 1]; ++a) {
            if (open(from == Role::source ? a : twin_[a]) && reached[cell_.head[a]] == 0) {
                reached[cell_.head[a]] = 1;
                queue.push_back(cell_.head[a]);
            }
        }
    }
    return reached;
}

std::vector<std::uint8_t> UnitFlow::source_side() const {
    auto near_sources = spread(Role::source);
    auto near_sinks = spread(Role::sink);
    const auto sources = static_cast<std::uint64_t>(std::ranges::count(near_sources, 1));
    const auto sinks = static_cast<std::uint64_t>(std::ranges::count(near_sinks, 1));
    if (sources >= sinks) {
        return near_sources;
    }
    for (auto& side : near_sinks) {
        side = side == 0 ? 1 : 0;
    }
    return near_sinks;
}

}  // namespace michinori::routing
