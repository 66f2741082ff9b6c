// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace michinori::routing {

struct EdgeTimes;

/// A time and the site it leads to in one number that sorts by time, then site: the smaller label is
/// the better. Labels are what sweeps pass down.
using Label = std::uint64_t;
inline constexpr Label no_label = ~Label{0};
[[nodiscard]] constexpr Label label_of(std::uint32_t time, std::uint32_t site) {
    return std::uint64_t{time} << 32U | site;
}
[[nodiscard]] constexpr std::uint32_t time_of(Label label) {
    return static_cast<std::uint32_t>(label >> 32U);
}
[[nodiscard]] constexpr std::uint32_t site_of(Label label) {
    return static_cast<std::uint32_t>(label);
}

/// Vertices in slices of `slice_lanes` whose arcs lie column by column: column c of a slice holds the c-th
/// arc of each of its vertices, first slice_lanes heads, then as many times in one number each (narrow
/// columns) or two (tall ones, the high half last). A vertex with fewer arcs is filled up with arcs to head 0. (The
/// SELL-C-sigma layout of sparse matrices: Kreutzer et al., SIAM J. Sci. Comput. 2014.) Heads count
/// from the first label of a block of slices.
inline constexpr std::size_t slice_lanes = 8;
inline constexpr std::uint32_t narrow_limit = 0xffff;  ///< the longest time of a narrow column, ms
struct SlicedArcs {
    /// Slices that follow one another and have as many columns of each kind: the loops over such a run
    /// have a fixed length, which a processor predicts.
    struct Run {
        std::uint32_t slices = 0;
        std::uint16_t narrow = 0;  ///< columns of each kind; the narrow ones come first
        std::uint16_t tall = 0;
    };
    std::span<const Run> runs;
    const std::uint16_t* numbers = nullptr;  ///< the columns of the first slice, then of the next ...
};

/// Vertices in an order in which every head comes before its tails, a depth-first one, so that a
/// vertex's heads are on the way to its root: arcs name them by their depth on that way. They come in pairs (of
/// an odd number the last stands twice), which halves the loop lengths a processor has to guess.
struct PathArcs {
    struct Vertex {
        std::uint32_t depth = 0;  ///< of the vertex on the way to its root, 0 at the root
        std::uint16_t arcs = 0;   ///< how many of the arcs that follow are this vertex's; even
        bool wanted = true;       ///< its row is written out
    };
    struct Arc {
        std::uint32_t depth = 0;  ///< of the head
        std::uint32_t time = 0;
    };
    std::span<const Vertex> vertices;
    const Arc* arcs = nullptr;  ///< those of vertices[0], then of vertices[1] ...
};

/// Result of one row against another in perfect customisation.
struct RowMerge {
    std::uint32_t up = 0;
    std::uint32_t down = 0;
    bool drop_up = false;
    bool drop_down = false;
};

/// The inner loops, once for each kind of processor, all with the same results to the last bit. Times
/// are 32-bit milliseconds; sums saturate at no_way.
struct Kernels {
    const char* name;

    /// to[i] = min(to[i], first + from[i]) in both directions, i < count.
    void (*relax_row)(EdgeTimes* to, const EdgeTimes* from, std::uint32_t count, EdgeTimes first);

    /// A lower row x (edges to y_i, and `first` to z) against the row of z (edges to the same y_i): lowers
    /// x's times to what ways over z or over a y_i give, and sets in drop[i] bit 0 (up) or 1 (down) where an
    /// edge of x is no better than such a way. Returns the same for the edge x-z.
    RowMerge (*merge_rows)(EdgeTimes* x, std::uint8_t* drop, const EdgeTimes* z, std::uint32_t count, EdgeTimes first);

    /// Every label of a block = min(itself, time + label of head), slice after slice. Heads count from `labels`; the
    /// first slice stands `first_lane` vertices after it. Slice i starts from what stands there if bit
    /// first_bit + i of `seeded` is set, else from no_label, whatever stands there.
    struct Block {
        const std::uint64_t* seeded;
        std::size_t first_bit;
        std::size_t first_lane;
        Label* labels;
    };
    void (*sweep_nearest)(const SlicedArcs& arcs, const Block& block);

    /// The same with `stride` labels a vertex, of which the first k are used: the k least labels of different
    /// sites, ascending. 1 <= k <= 10.
    void (*sweep_k_nearest)(const SlicedArcs& arcs, const Block& block, std::size_t k, std::size_t stride);

    /// `wide_lanes` sources at once: each vertex's row of times = min(its seed, time + row of head). `seeded`: places
    /// of vertices, ascending, and which of `seeds` is theirs. `path` is scratch, one row a depth; `out`
    /// takes the rows of the wanted vertices one after the other. All rows are aligned to 64 bytes.
    struct SeededVertex {
        std::uint32_t place = 0;
        std::uint32_t row = 0;
    };
    void (*sweep_wide)(const PathArcs& arcs, std::span<const SeededVertex> seeded, const std::uint32_t* seeds,
                       std::uint32_t* path, std::uint32_t* out);

    /// row[lane] = min(row[lane], time) in the lanes whose bit is set.
    void (*lower_lanes)(std::uint32_t* row, std::uint32_t lanes, std::uint32_t time);

    /// The fastest this processor can run.
    [[nodiscard]] static const Kernels& best();
    /// All this processor can run, the portable first.
    [[nodiscard]] static std::span<const Kernels* const> all();
};

inline constexpr std::size_t wide_lanes = 32;

}  // namespace michinori::routing
