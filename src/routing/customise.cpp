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

/// Works times out row by row: the row of z is the edges from z up.
class Rows {
public:
    Rows(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times, HierarchyTimes& times)
        : hierarchy_(hierarchy), arc_times_(arc_times), times_(times) {}

    /// Edges [begin, end) get the least times of the arcs they stand for.
    void lay_arcs(std::uint32_t begin, std::uint32_t end) const {
        std::fill(times_.begin() + begin, times_.begin() + end, EdgeTimes{});
        const auto slots = hierarchy_.input_slots();
        const auto arcs = hierarchy_.input_arcs();
        const auto first = std::ranges::lower_bound(slots, 2 * begin);
        for (auto i = static_cast<std::size_t>(first - slots.begin()); i < slots.size() && slots[i] < 2 * end; ++i) {
            auto& time = side(times_[slots[i] / 2], slots[i]);
            time = std::min(time, arc_times_[arcs[i]].count());
        }
    }

    /// Lowers the times of z's row by the triangles x-z-y over those lower neighbours x that are wanted.
    void pull(std::uint32_t z, RowPlaces& places, auto&& wanted) const {
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
    void pull(std::uint32_t z, RowPlaces& places) const {
        pull(z, places, [](std::uint32_t) { return true; });
    }

private:
    const Hierarchy& hierarchy_;
    std::span<const TravelTime> arc_times_;
    HierarchyTimes& times_;
    const Kernels& kernels_ = Kernels::best();
};

/// Many changed arcs: rows that hold one, or lie above a row that changed, are worked out anew, in
/// ascending order, so that a row is done when the rows below it are final.
std::vector<std::uint32_t> repair_rows(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times,
                                       std::span<const ArcId> changed, HierarchyTimes& times) {
    const Rows rows(hierarchy, arc_times, times);
    RowPlaces places(hierarchy);
    std::vector<std::uint8_t> stale(hierarchy.vertex_count(), 0);
    for (const auto arc : changed) {
        if (const auto slot = hierarchy.slot_of_arc(arc.raw()); slot != Hierarchy::no_slot) {
            stale[hierarchy.tail(slot / 2)] = 1;
        }
    }
    std::vector<std::uint32_t> altered;
    HierarchyTimes before;
    for (std::uint32_t z = 0; z < stale.size(); ++z) {
        if (stale[z] == 0) {
            continue;
        }
        const auto begin = hierarchy.first_up(z);
        const auto end = hierarchy.first_up(z + 1);
        before.assign(times.begin() + begin, times.begin() + end);
        rows.lay_arcs(begin, end);
        rows.pull(z, places);
        const auto known = altered.size();
        for (auto edge = begin; edge < end; ++edge) {
            if (times[edge] != before[edge - begin]) {
                altered.push_back(edge);
            }
        }
        if (altered.size() > known) {
            for (const auto head : hierarchy.heads(z)) {
                stale[head] = 1;
            }
        }
    }
    return altered;
}

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

/// From here on it pays to look at whole rows instead of single edges.
constexpr std::size_t many_changes = 100;

}  // namespace

void customise(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times, HierarchyTimes& times) {
    times.resize(hierarchy.edge_count());
    const Rows rows(hierarchy, arc_times, times);
    tbb::enumerable_thread_specific<RowPlaces> places([&] { return RowPlaces(hierarchy); });
    const auto edges = static_cast<std::uint32_t>(hierarchy.edge_count());
    tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, edges, 1U << 14U),
                      [&](const auto& range) { rows.lay_arcs(range.begin(), range.end()); });
    const auto division = divided(hierarchy);
    tbb::parallel_for(std::size_t{0}, division.subtrees.size(), [&](std::size_t i) {
        const auto root = division.subtrees[i];
        for (auto z = hierarchy.first_below(root); z <= root; ++z) {
            rows.pull(z, places.local());
        }
    });
    // Ranks at the top: first what the finished subtrees give, all at once, then each other in turn.
    tbb::parallel_for(std::size_t{0}, division.top.size(), [&](std::size_t i) {
        rows.pull(division.top[i], places.local(), [&](std::uint32_t x) { return division.is_top[x] == 0; });
    });
    for (const auto z : division.top) {
        rows.pull(z, places.local(), [&](std::uint32_t x) { return division.is_top[x] == 1; });
    }
}

std::vector<std::uint32_t> recustomise(const Hierarchy& hierarchy, std::span<const TravelTime> arc_times,
                                       std::span<const ArcId> changed, HierarchyTimes& times) {
    if (changed.size() >= many_changes) {
        return repair_rows(hierarchy, arc_times, changed, times);
    }
    return Repair(hierarchy, arc_times, times).run(changed);
}

}  // namespace michinori::routing
