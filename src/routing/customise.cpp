// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/customise.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <queue>

#include "routing/edge_rows.h"
#include "routing/kernels.h"

namespace michinori::routing {
namespace {

void relax_run(const Kernels& kernels, EdgeTimes* to, const EdgeTimes* from, std::uint32_t count, EdgeTimes first) {
    if (count >= 4) {
        kernels.relax_row(to, from, count, first);
        return;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        to[i].up = std::min(to[i].up, plus(first.up, from[i].up));
        to[i].down = std::min(to[i].down, plus(first.down, from[i].down));
    }
}

std::uint32_t& side(EdgeTimes& edge, std::uint32_t slot) {
    return slot % 2 == 0 ? edge.up : edge.down;
}

class Customisation {
public:
    Customisation(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times, HierarchyTimes& times)
        : hierarchy_(hierarchy), arc_times_(arc_times), times_(times), places_([&] { return RowPlaces(hierarchy); }) {}

    void run() {
        lay_arcs();
        const auto division = divided(hierarchy_);
        tbb::parallel_for(std::size_t{0}, division.subtrees.size(), [&](std::size_t i) {
            const auto root = division.subtrees[i];
            auto& places = places_.local();
            for (auto z = hierarchy_.first_below(root); z <= root; ++z) {
                pull(z, places, [](std::uint32_t) { return true; });
            }
        });
        // Ranks at the top: first what the finished subtrees give, all at once, then each other in turn.
        tbb::parallel_for(std::size_t{0}, division.top.size(), [&](std::size_t i) {
            pull(division.top[i], places_.local(), [&](std::uint32_t x) { return division.is_top[x] == 0; });
        });
        for (const auto z : division.top) {
            pull(z, places_.local(), [&](std::uint32_t x) { return division.is_top[x] == 1; });
        }
    }

private:
    /// Every edge gets the least time of the arcs it stands for.
    void lay_arcs() {
        times_.resize(hierarchy_.edge_count());
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, times_.size(), 1U << 16U), [&](const auto& range) {
            std::fill(times_.begin() + range.begin(), times_.begin() + range.end(), EdgeTimes{});
        });
        const auto slots = hierarchy_.input_slots();
        const auto arcs = hierarchy_.input_arcs();
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, slots.size(), 1U << 14U), [&](const auto& range) {
            auto i = range.begin();
            while (i > 0 && i < range.end() && slots[i] == slots[i - 1]) {
                ++i;  // the block before has this slot
            }
            for (; i < slots.size() && (i < range.end() || (i > 0 && slots[i] == slots[i - 1])); ++i) {
                auto& time = side(times_[slots[i] / 2], slots[i]);
                time = std::min(time, arc_times_[arcs[i]].count());
            }
        });
    }

    /// Lowers the times of z's row by the triangles x-z-y over those lower neighbours x that are wanted.
    void pull(std::uint32_t z, RowPlaces& places, auto&& wanted) {
        if (hierarchy_.heads(z).empty()) {
            return;
        }
        places.set(z);
        for (const auto [x, xz] : hierarchy_.lower(z)) {
            if (!wanted(x)) {
                continue;
            }
            // z to x, then on to y; and y to x, then on to z.
            const EdgeTimes first{times_[xz].down, times_[xz].up};
            for_each_run(hierarchy_, places, xz + 1, hierarchy_.first_up(x + 1),
                         [&](std::uint32_t xy, std::uint32_t zy, std::uint32_t count) {
                             relax_run(kernels_, &times_[zy], &times_[xy], count, first);
                         });
        }
    }

    const Hierarchy& hierarchy_;
    std::span<const TravelTime> arc_times_;
    HierarchyTimes& times_;
    const Kernels& kernels_ = Kernels::best();
    tbb::enumerable_thread_specific<RowPlaces> places_;
};

/// Changed edges by ascending number: tails ascend with it, so a triangle's lower edges are final
/// before the edge above them is looked at.
class Repair {
public:
    Repair(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times, HierarchyTimes& times)
        : hierarchy_(hierarchy), arc_times_(arc_times), times_(times) {}

    std::vector<std::uint32_t> run(std::span<const ArcId> changed) {
        for (const auto arc : changed) {
            if (const auto slot = hierarchy_.slot_of_arc(arc.raw()); slot != Hierarchy::no_slot) {
                queue_.push(slot / 2);
            }
        }
        std::vector<std::uint32_t> altered;
        while (!queue_.empty()) {
            const auto edge = queue_.top();
            while (!queue_.empty() && queue_.top() == edge) {
                queue_.pop();
            }
            const auto tail = hierarchy_.tail(edge);
            const auto now = worked_out(tail, edge);
            if (now != times_[edge]) {
                tell_triangles(tail, edge, times_[edge], now);
                times_[edge] = now;
                altered.push_back(edge);
            }
        }
        return altered;
    }

private:
    /// The edge's times from its arcs and all its lower triangles.
    [[nodiscard]] EdgeTimes worked_out(std::uint32_t z, std::uint32_t zy) const {
        EdgeTimes best;
        for (const auto slot : {2 * zy, 2 * zy + 1}) {
            for (const auto arc : hierarchy_.arcs_in_slot(slot)) {
                side(best, slot) = std::min(side(best, slot), arc_times_[arc].count());
            }
        }
        for_each_lower_triangle(hierarchy_, z, hierarchy_.head(zy), [&](std::uint32_t xz, std::uint32_t xy) {
            best.up = std::min(best.up, plus(times_[xz].down, times_[xy].up));
            best.down = std::min(best.down, plus(times_[xy].down, times_[xz].up));
        });
        return best;
    }

    /// Queues the edges above that may lean on the old times or gain from the new.
    void tell_triangles(std::uint32_t x, std::uint32_t edge, EdgeTimes old, EdgeTimes now) {
        const auto y = hierarchy_.head(edge);
        for (auto other = hierarchy_.first_up(x); other < hierarchy_.first_up(x + 1); ++other) {
            const auto z = hierarchy_.head(other);
            if (z == y) {
                continue;
            }
            const auto upper = hierarchy_.edge_between(std::min(y, z), std::max(y, z));
            // Ways over x from y to z and from z to y, with the old and the new times of x-y.
            const auto& leg = times_[other];
            const auto& above = times_[upper];
            const auto y_to_z = y < z ? above.up : above.down;
            const auto z_to_y = y < z ? above.down : above.up;
            const auto may_change = [](std::uint32_t before, std::uint32_t after, std::uint32_t present) {
                return after < present || (before == present && before != after);
            };
            if (may_change(plus(old.down, leg.up), plus(now.down, leg.up), y_to_z) ||
                may_change(plus(leg.down, old.up), plus(leg.down, now.up), z_to_y)) {
                queue_.push(upper);
            }
        }
    }

    const Hierarchy& hierarchy_;
    std::span<const TravelTime> arc_times_;
    HierarchyTimes& times_;
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> queue_;
};

}  // namespace

void customise(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times, HierarchyTimes& times) {
    Customisation(hierarchy, arc_times, times).run();
}

std::vector<std::uint32_t> recustomise(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times,
                                       std::span<const ArcId> changed, HierarchyTimes& times) {
    return Repair(hierarchy, arc_times, times).run(changed);
}

}  // namespace michinori::routing
