// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/cell_cut.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>

#include "routing/unit_flow.h"

namespace michinori::routing {
namespace {

using Role = UnitFlow::Role;

/// Directions along which the two ends of a cell are sought: weights of x and y.
constexpr std::array<std::array<float, 2>, 4> directions{{{1, 0}, {0, 1}, {1, 1}, {1, -1}}};
/// Share of the cell's vertices tied together at each end.
constexpr double end_share = 0.25;

/// Marks the end_share of vertices lowest along a direction as sources, the highest as sinks.
void mark_ends(const Cell& cell, std::array<float, 2> direction, std::vector<std::uint32_t>& by_place,
               std::vector<Role>& roles) {
    const auto n = cell.size();
    const auto tied = std::max(std::uint32_t{1}, static_cast<std::uint32_t>(end_share * n));
    std::vector<float> place(n);
    for (std::uint32_t v = 0; v < n; ++v) {
        place[v] = direction[0] * cell.x[v] + direction[1] * cell.y[v];
    }
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return place[a] != place[b] ? place[a] < place[b] : a < b;
    };
    by_place.resize(n);
    std::iota(by_place.begin(), by_place.end(), 0U);
    std::nth_element(by_place.begin(), by_place.begin() + tied, by_place.end(), before);
    std::nth_element(by_place.begin() + tied, by_place.end() - tied, by_place.end(), before);
    roles.assign(n, Role::between);
    std::for_each(by_place.begin(), by_place.begin() + tied, [&](std::uint32_t v) { roles[v] = Role::source; });
    std::for_each(by_place.end() - tied, by_place.end(), [&](std::uint32_t v) { roles[v] = Role::sink; });
}

/// The cut edges as a bipartite graph between their ends; a largest matching gives a smallest cover.
class EdgeCover {
public:
    EdgeCover(const Cell& cell, const std::vector<std::uint8_t>& source_side)
        : cell_(cell), side_(source_side), partner_(cell.size(), nobody), visited_(cell.size(), nobody) {
        for (std::uint32_t v = 0; v < cell.size(); ++v) {
            if (side_[v] == 1 && on_the_cut(v)) {
                left_.push_back(v);
            }
        }
        for (const auto v : left_) {
            find_partner(v, v);
        }
    }

    /// 1 for the vertices of a smallest cover. König: left ends that alternating ways from free left
    /// ends do not reach, and right ends that they do.
    [[nodiscard]] std::vector<std::uint8_t> cover() const {
        std::vector<std::uint8_t> reached(cell_.size(), 0);
        std::vector<std::uint32_t> queue;
        for (const auto v : left_) {
            if (partner_[v] == nobody) {
                reached[v] = 1;
                queue.push_back(v);
            }
        }
        std::vector<std::uint8_t> covered(cell_.size(), 0);
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for_each_across(queue[i], [&](std::uint32_t to) {
                covered[to] = 1;
                const auto back = partner_[to];
                if (back != nobody && reached[back] == 0) {
                    reached[back] = 1;
                    queue.push_back(back);
                }
                return false;
            });
        }
        for (const auto v : left_) {
            covered[v] = reached[v] == 0 ? 1 : 0;
        }
        return covered;
    }

private:
    static constexpr std::uint32_t nobody = 0xffffffffU;

    /// Calls use(to) for the far ends of v's cut edges until it returns true.
    bool for_each_across(std::uint32_t v, auto&& use) const {
        for (auto a = cell_.first[v]; a < cell_.first[v + 1]; ++a) {
            if (side_[cell_.head[a]] != side_[v] && use(cell_.head[a])) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool on_the_cut(std::uint32_t v) const {
        return for_each_across(v, [](std::uint32_t) { return true; });
    }
    /// Augmenting way from a left end (Kuhn); cuts are small, so depth and cost are too.
    bool find_partner(std::uint32_t v, std::uint32_t round) {
        return for_each_across(v, [&](std::uint32_t to) {
            if (visited_[to] == round) {
                return false;
            }
            visited_[to] = round;
            if (partner_[to] == nobody || find_partner(partner_[to], round)) {
                partner_[to] = v;
                partner_[v] = to;
                return true;
            }
            return false;
        });
    }

    const Cell& cell_;
    const std::vector<std::uint8_t>& side_;
    std::vector<std::uint32_t> left_;
    std::vector<std::uint32_t> partner_;
    std::vector<std::uint32_t> visited_;
};

CellCut taken_apart(const Cell& cell, const std::vector<std::uint8_t>& source_side) {
    const auto separator = EdgeCover(cell, source_side).cover();
    CellCut cut;
    for (std::uint32_t v = 0; v < cell.size(); ++v) {
        auto& group = separator[v] == 1 ? cut.separator : source_side[v] == 1 ? cut.left : cut.right;
        group.push_back(v);
    }
    return cut;
}

}  // namespace

Cell Cell::part(std::span<const std::uint32_t> members, std::vector<std::uint32_t>& new_number) const {
    constexpr auto outside = std::numeric_limits<std::uint32_t>::max();
    new_number.resize(size(), outside);
    for (std::uint32_t i = 0; i < members.size(); ++i) {
        new_number[members[i]] = i;
    }
    Cell piece;
    piece.first.reserve(members.size() + 1);
    for (const auto v : members) {
        for (auto a = first[v]; a < first[v + 1]; ++a) {
            if (new_number[head[a]] != outside) {
                piece.head.push_back(new_number[head[a]]);
            }
        }
        piece.first.push_back(static_cast<std::uint32_t>(piece.head.size()));
        piece.id.push_back(id[v]);
        piece.x.push_back(x[v]);
        piece.y.push_back(y[v]);
    }
    for (const auto v : members) {
        new_number[v] = outside;
    }
    return piece;
}

CellCut inertial_flow_cut(const Cell& cell) {
    UnitFlow flow(cell);
    std::vector<std::uint32_t> by_place;
    std::vector<Role> roles;
    std::vector<std::uint8_t> best_side;
    auto limit = std::numeric_limits<std::uint32_t>::max();
    for (const auto& direction : directions) {
        mark_ends(cell, direction, by_place, roles);
        if (const auto size = flow.cut_size(roles, limit - 1)) {
            limit = *size;
            best_side = flow.source_side();
        }
        if (limit <= 1) {
            break;
        }
    }
    return taken_apart(cell, best_side);
}

}  // namespace michinori::routing
