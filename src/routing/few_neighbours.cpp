// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/few_neighbours.h"

#include <algorithm>

namespace michinori::routing {
namespace {

/// A cell that shrinks: adjacency lists that stay in place, since a list never grows.
class Shrinking {
public:
    explicit Shrinking(const Cell& cell)
        : cell_(cell), head_(cell.head), degree_(cell.size()), gone_(cell.size(), 0), round_of_(cell.size(), 0) {
        for (std::uint32_t v = 0; v < cell.size(); ++v) {
            degree_[v] = cell.first[v + 1] - cell.first[v];
        }
    }

    std::vector<std::uint32_t> take_all() {
        std::vector<std::uint32_t> taken;
        std::vector<std::uint32_t> candidates;
        for (std::uint32_t v = 0; v < cell_.size(); ++v) {
            if (degree_[v] <= 2) {
                candidates.push_back(v);
            }
        }
        for (std::uint32_t round = 1; !candidates.empty(); ++round) {
            std::vector<std::uint32_t> later;
            for (const auto v : candidates) {
                if (gone_[v] != 0 || degree_[v] > 2) {
                    continue;
                }
                if (round_of_[v] == round) {  // a neighbour went in this round
                    later.push_back(v);
                    continue;
                }
                taken.push_back(v);
                take(v, round, later);
            }
            candidates = std::move(later);
        }
        return taken;
    }

    [[nodiscard]] Cell rest() const {
        std::vector<std::uint32_t> members;
        std::vector<std::uint32_t> new_number(cell_.size());
        for (std::uint32_t v = 0; v < cell_.size(); ++v) {
            if (gone_[v] == 0) {
                new_number[v] = static_cast<std::uint32_t>(members.size());
                members.push_back(v);
            }
        }
        Cell rest;
        for (const auto v : members) {
            const auto begin = rest.head.size();
            for (const auto to : neighbours(v)) {
                rest.head.push_back(new_number[to]);
            }
            std::sort(rest.head.begin() + static_cast<std::ptrdiff_t>(begin), rest.head.end());
            rest.first.push_back(static_cast<std::uint32_t>(rest.head.size()));
            rest.id.push_back(cell_.id[v]);
            rest.x.push_back(cell_.x[v]);
            rest.y.push_back(cell_.y[v]);
        }
        return rest;
    }

private:
    [[nodiscard]] std::span<std::uint32_t> neighbours(std::uint32_t v) {
        return {head_.data() + cell_.first[v], degree_[v]};
    }
    [[nodiscard]] std::span<const std::uint32_t> neighbours(std::uint32_t v) const {
        return {head_.data() + cell_.first[v], degree_[v]};
    }

    void drop(std::uint32_t from, std::uint32_t neighbour) {
        const auto list = neighbours(from);
        *std::ranges::find(list, neighbour) = list.back();
        --degree_[from];
    }

    void take(std::uint32_t v, std::uint32_t round, std::vector<std::uint32_t>& later) {
        gone_[v] = 1;
        const auto list = neighbours(v);
        if (list.size() == 2) {
            join(list[0], list[1], v);
        } else if (list.size() == 1) {
            drop(list[0], v);
        }
        for (const auto to : list) {
            round_of_[to] = round;
            if (degree_[to] <= 2) {
                later.push_back(to);
            }
        }
    }

    /// a and b become neighbours instead of both being v's.
    void join(std::uint32_t a, std::uint32_t b, std::uint32_t v) {
        const auto list = neighbours(a);
        if (std::ranges::find(list, b) != list.end()) {
            drop(a, v);
            drop(b, v);
            return;
        }
        *std::ranges::find(list, v) = b;
        *std::ranges::find(neighbours(b), v) = a;
    }

    const Cell& cell_;
    std::vector<std::uint32_t> head_;
    std::vector<std::uint32_t> degree_;
    std::vector<std::uint8_t> gone_;
    std::vector<std::uint32_t> round_of_;  // last round in which a neighbour went
};

}  // namespace

ThinnedCell without_few_neighbours(const Cell& cell) {
    Shrinking shrinking(cell);
    ThinnedCell result;
    result.taken = shrinking.take_all();
    result.rest = shrinking.rest();
    return result;
}

}  // namespace michinori::routing
