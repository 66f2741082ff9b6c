// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/nested_dissection.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>

#include "routing/cell_cut.h"
#include "routing/few_neighbours.h"

namespace michinori::routing {
namespace {

/// Below this many vertices a piece is ordered in the thread that has it.
constexpr std::uint32_t worth_a_task = 2000;

Cell whole_graph(const Graph& graph) {
    Cell cell;
    const auto n = static_cast<std::uint32_t>(graph.vertex_count());
    std::vector<std::uint32_t> count(n + 1, 0);
    const auto for_each_edge = [&](auto&& use) {
        for (std::uint32_t v = 0; v < n; ++v) {
            for (auto a = graph.first_arc[v]; a < graph.first_arc[v + 1]; ++a) {
                if (graph.head[a] != v) {
                    use(v, graph.head[a]);
                    use(graph.head[a], v);
                }
            }
        }
    };
    for_each_edge([&](std::uint32_t from, std::uint32_t) { ++count[from + 1]; });
    std::partial_sum(count.begin(), count.end(), count.begin());
    std::vector<std::uint32_t> list(count.back());
    auto next = count;
    for_each_edge([&](std::uint32_t from, std::uint32_t to) { list[next[from]++] = to; });
    cell.first.reserve(n + 1);
    cell.head.reserve(list.size() / 2);
    for (std::uint32_t v = 0; v < n; ++v) {
        const auto begin = list.begin() + count[v];
        const auto end = list.begin() + count[v + 1];
        std::sort(begin, end);
        cell.head.insert(cell.head.end(), begin, std::unique(begin, end));
        cell.first.push_back(static_cast<std::uint32_t>(cell.head.size()));
    }
    cell.id.resize(n);
    std::iota(cell.id.begin(), cell.id.end(), 0U);
    return cell;
}

/// Degrees to a flat map on which east and north have the same scale in the middle of the region.
void lay_flat(const Graph& graph, Cell& cell) {
    geo::Box box;
    for (const auto& point : graph.position) {
        box.extend(point);
    }
    const double shrink = std::cos((box.south + box.north) / 2 * std::numbers::pi / 180);
    cell.x.reserve(graph.position.size());
    cell.y.reserve(graph.position.size());
    for (const auto& point : graph.position) {
        cell.x.push_back(static_cast<float>((point.lon - box.west) * shrink));
        cell.y.push_back(static_cast<float>(point.lat - box.south));
    }
}

/// Vertices of each connected piece, pieces by their lowest vertex, each ascending.
std::vector<std::vector<std::uint32_t>> connected_pieces(const Cell& cell) {
    std::vector<std::uint32_t> piece_of(cell.size(), 0);
    std::vector<std::uint32_t> queue;
    std::uint32_t pieces = 0;
    for (std::uint32_t start = 0; start < cell.size(); ++start) {
        if (piece_of[start] != 0) {
            continue;
        }
        piece_of[start] = ++pieces;
        queue.assign(1, start);
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (auto a = cell.first[queue[i]]; a < cell.first[queue[i] + 1]; ++a) {
                if (piece_of[cell.head[a]] == 0) {
                    piece_of[cell.head[a]] = pieces;
                    queue.push_back(cell.head[a]);
                }
            }
        }
    }
    std::vector<std::vector<std::uint32_t>> members(pieces);
    for (std::uint32_t v = 0; v < cell.size(); ++v) {
        members[piece_of[v] - 1].push_back(v);
    }
    return members;
}

using Output = std::span<std::uint32_t>;
void order_cell(Cell cell, Output out);

/// Orders pieces that share no edge one after the other in `out`, at once where it pays.
void order_pieces(std::vector<Cell> pieces, Output out) {
    std::vector<Output> places;
    for (const auto& piece : pieces) {
        places.push_back(out.first(piece.size()));
        out = out.subspan(piece.size());
    }
    const auto work = [&](std::size_t i) { order_cell(std::move(pieces[i]), places[i]); };
    const auto largest = std::ranges::max(pieces, {}, &Cell::size).size();
    if (largest >= worth_a_task) {
        tbb::parallel_for(std::size_t{0}, pieces.size(), work);
    } else {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            work(i);
        }
    }
}

/// A connected piece: halves first, what separates them last.
void order_connected(Cell cell, Output out) {
    if (cell.size() < 4) {
        std::ranges::copy(cell.id, out.begin());
        return;
    }
    auto cut = inertial_flow_cut(cell);
    auto* last = out.data() + cut.left.size() + cut.right.size();
    for (const auto v : cut.separator) {
        *last++ = cell.id[v];
    }
    const auto halves = out.first(cut.left.size() + cut.right.size());
    std::vector<Cell> pieces;
    {
        std::vector<std::uint32_t> scratch;
        pieces.push_back(cell.part(cut.left, scratch));
        pieces.push_back(cell.part(cut.right, scratch));
    }
    cell = {};  // the halves need its memory
    cut = {};
    order_pieces(std::move(pieces), halves);
}

void order_cell(Cell cell, Output out) {
    const auto members = connected_pieces(cell);
    if (members.size() == 1) {
        order_connected(std::move(cell), out);
    } else if (members.size() > 1) {
        std::vector<Cell> pieces;
        std::vector<std::uint32_t> scratch;
        for (const auto& piece : members) {
            pieces.push_back(cell.part(piece, scratch));
        }
        cell = {};
        order_pieces(std::move(pieces), out);
    }
}

}  // namespace

std::vector<std::uint32_t> nested_dissection(const Graph& graph) {
    auto cell = whole_graph(graph);
    lay_flat(graph, cell);
    auto [order, rest] = without_few_neighbours(cell);
    cell = {};
    const auto taken = order.size();
    order.resize(graph.vertex_count());
    order_cell(std::move(rest), Output(order).subspan(taken));
    return order;
}

}  // namespace michinori::routing
