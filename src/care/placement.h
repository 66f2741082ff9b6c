// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"
#include "routing/sparse_table.h"

namespace michinori::care {

/// Who is where while demand is being given to sites. The places of a point are those of its list in the table of times
/// and, after them, nowhere, which is a site to all appearances: its number follows the others, it takes everybody, and
/// it is far away.
///
/// How far: the number of places x 2^32 ms. To move people along a path that visits each place once changes times by
/// less than that, so the sum of times alone puts serving one more before everything else, in 64 bits.
class Placement {
public:
    struct Part {
        std::uint32_t place = 0;
        People people;  ///< above 0
    };

    /// Everybody nowhere. `times` must outlive it.
    Placement(const routing::SparseTable& times, std::span<const People> people);

    [[nodiscard]] std::size_t point_count() const { return parts_.size(); }
    [[nodiscard]] std::uint32_t nowhere() const { return static_cast<std::uint32_t>(times_->site_count); }

    [[nodiscard]] std::uint32_t place_count(std::size_t point) const {
        return static_cast<std::uint32_t>(times_->of(point).size()) + 1;
    }
    [[nodiscard]] std::uint32_t site(std::size_t point, std::uint32_t place) const {
        const auto list = times_->of(point);
        return place < list.size() ? list[place].site : nowhere();
    }
    [[nodiscard]] std::int64_t time(std::size_t point, std::uint32_t place) const {
        const auto list = times_->of(point);
        return place < list.size() ? list[place].time : far_away_;
    }

    /// In no order.
    [[nodiscard]] std::span<const Part> parts(std::size_t point) const { return parts_[point]; }
    [[nodiscard]] People people(std::size_t point, std::uint32_t place) const;
    /// At most as many as there are at `from`.
    void move(std::size_t point, std::uint32_t from, std::uint32_t to, People people);

private:
    void add(std::size_t point, std::uint32_t place, People people);

    const routing::SparseTable* times_;
    std::int64_t far_away_;
    std::vector<std::vector<Part>> parts_;  // by point; nearly all have one
};

}  // namespace michinori::care
