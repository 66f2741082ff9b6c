// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/noding.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "demo/crossing.h"

namespace michinori::demo {
namespace {

constexpr double same_node_km = 0.012;

/// Finds the crossings of a sketch and the node that will stand at each.
class CrossingFinder {
public:
    CrossingFinder(RoadSketch& sketch, std::vector<Split>& splits) : sketch_(sketch), index_(sketch), splits_(splits) {
        for (const auto& split : splits_) {
            made_.emplace(cell_of(sketch_.nodes[split.node]), split.node);
        }
    }

    void run() {
        for (std::size_t c = 0; c < index_.cells().size(); ++c) {
            const auto& cell = index_.cells()[c];
            for (std::size_t i = 0; i < cell.size(); ++i) {
                for (std::size_t j = i + 1; j < cell.size(); ++j) {
                    look_at(index_.key(c), index_.pieces()[cell[i]], index_.pieces()[cell[j]]);
                }
            }
        }
    }

private:
    void look_at(std::uint64_t cell, const Piece& a, const Piece& b) {
        const auto found = a.line == b.line ? std::nullopt : crossing(a.a, a.b, b.a, b.b);
        if (!found) {
            return;
        }
        const Pos place = between(a.a, a.b, found->along_first);
        if (!PieceIndex::same_cell(cell, place)) {
            return;  // found again in the cell that holds it
        }
        const auto node = node_at(place, sketch_.lines[a.line], sketch_.lines[b.line]);
        split(a, found->along_first, node);
        split(b, found->along_second, node);
    }

    void split(const Piece& piece, double share, std::uint32_t node) {
        const auto& line = sketch_.lines[piece.line];
        if (node != line.from && node != line.to) {
            splits_.push_back({piece.line, piece.number, share, node});
        }
    }

    std::uint32_t node_at(Pos place, const RoadSketch::Line& a, const RoadSketch::Line& b) {
        for (const auto node : {a.from, a.to, b.from, b.to}) {
            if (distance_km(sketch_.nodes[node], place) < same_node_km) {
                return node;
            }
        }
        const auto [column, row] = cell_of(place);
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto [first, last] = made_.equal_range({column + dx, row + dy});
                for (auto it = first; it != last; ++it) {
                    if (distance_km(sketch_.nodes[it->second], place) < same_node_km) {
                        return it->second;
                    }
                }
            }
        }
        const auto node = sketch_.add_node(place);
        made_.emplace(std::pair{column, row}, node);
        return node;
    }

    static std::pair<int, int> cell_of(Pos p) {
        return {static_cast<int>(std::floor(p.x / same_node_km)), static_cast<int>(std::floor(p.y / same_node_km))};
    }

    RoadSketch& sketch_;
    PieceIndex index_;
    std::vector<Split>& splits_;
    std::multimap<std::pair<int, int>, std::uint32_t> made_;
};

/// The parts of one line between its cuts.
class Cutter {
public:
    Cutter(const RoadSketch::Line& line, std::vector<RoadSketch::Line>& out) : line_(line), out_(out) {
        current_.from = line.from;
        current_.facts = line.facts;
    }

    void cut(const Split& split) {
        copy_vertices(split.piece);
        finish(split.node);
    }

    void end() {
        copy_vertices(static_cast<std::uint32_t>(line_.inner.size()));
        finish(line_.to);
    }

private:
    void copy_vertices(std::uint32_t until) {
        for (; next_ < until; ++next_) {
            current_.inner.push_back(line_.inner[next_]);
        }
    }
    void finish(std::uint32_t node) {
        current_.to = node;
        if (current_.from != current_.to) {
            out_.push_back(current_);
        }
        current_.from = node;
        current_.inner.clear();
    }

    const RoadSketch::Line& line_;
    std::vector<RoadSketch::Line>& out_;
    RoadSketch::Line current_;
    std::uint32_t next_ = 0;  // vertex of the line not yet copied
};

/// Snapping can lay two short straight lines on each other: the first stays.
void drop_twins(std::vector<RoadSketch::Line>& lines) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    std::erase_if(lines,
                  [&](const RoadSketch::Line& line) { return !seen.insert(std::minmax(line.from, line.to)).second; });
}

}  // namespace

void cut_at_crossings(RoadSketch& sketch, std::vector<Split> splits) {
    CrossingFinder(sketch, splits).run();
    std::ranges::sort(splits, {}, [](const Split& s) { return std::tuple(s.line, s.piece, s.share, s.node); });
    std::vector<RoadSketch::Line> lines;
    auto split = splits.begin();
    for (std::uint32_t l = 0; l < sketch.lines.size(); ++l) {
        Cutter cutter(sketch.lines[l], lines);
        for (; split != splits.end() && split->line == l; ++split) {
            cutter.cut(*split);
        }
        cutter.end();
    }
    drop_twins(lines);
    sketch.lines = std::move(lines);
}

}  // namespace michinori::demo
