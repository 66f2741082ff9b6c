// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/units.h"
#include "care/placement.h"
#include "routing/sparse_table.h"

namespace michinori::care {

/// Millionths of people x milliseconds, exact: summed over a country they pass 64 bits.
__extension__ using PersonTime = unsigned __int128;

/// Whole people x minutes; the last digits are rounded.
[[nodiscard]] constexpr double person_minutes(PersonTime time) {
    return static_cast<double>(time) / 1e6 / 60000;
}

/// Demand given to sites that can take only so much: as many people as possible are served, and among all such ways
/// those with the least sum of people x time. People of one point may be divided. Sites are opened one after another,
/// and after each the assignment is optimal for those open so far, so that "what would one more site do" is a copy and
/// one call:
///
///     Assignment today(times, people);
///     for (site ...) today.open(site, capacity[site]);
///     Assignment with_another = today;
///     with_another.open(candidate, capacity);
///     with_another.served() - today.served();
///
/// How many are served and their time depend on no order. Who they are may, where several ways are equally good: equal
/// calls in equal order give equal answers. Whoever is served stays served when another site opens, maybe elsewhere.
///
/// Exact whole numbers throughout (People's millionths, milliseconds). `times` must outlive it. Memory: about 40 bytes
/// a point. Calls that only read are safe from several threads.
class Assignment {
public:
    struct Part {
        std::uint32_t site = 0;
        People people;  ///< above 0
        friend bool operator==(const Part&, const Part&) = default;
    };

    /// `people`: by point, at least 0. Nobody is served yet. Throws std::invalid_argument (sizes, negative).
    Assignment(const routing::SparseTable& times, const std::vector<People>& people);

    /// Adds to what a site can take (at least 0; demand() for one without limit) and makes the assignment optimal
    /// again: people move along the cheapest paths over sites as long as that serves more or takes less time
    /// (move_paths.h). O(entries) to begin with, then at most O(open sites squared) a path; there are about as many
    /// paths as points that change site. Throws std::invalid_argument for a site beyond the table and a capacity below
    /// 0.
    void open(std::uint32_t site, People capacity);

    [[nodiscard]] std::vector<Part> of(std::size_t point) const;  ///< ascending by site
    [[nodiscard]] People unserved(std::size_t point) const;
    [[nodiscard]] People load(std::uint32_t site) const { return load_[site]; }
    [[nodiscard]] People capacity(std::uint32_t site) const { return capacity_[site]; }
    [[nodiscard]] People served() const { return demand_ - unserved_; }
    [[nodiscard]] People demand() const { return demand_; }
    [[nodiscard]] std::size_t point_count() const { return placement_.point_count(); }
    [[nodiscard]] const routing::SparseTable& times() const { return *times_; }
    /// Sum over the served of people x time. O(points).
    [[nodiscard]] PersonTime person_time() const;
    /// Whether there is a site within reach of the point that has capacity, and all of them are full: why somebody is
    /// unserved.
    [[nodiscard]] bool all_full(std::size_t point) const;

private:
    [[nodiscard]] std::vector<std::uint32_t> sites_of_paths_to(std::uint32_t site) const;
    [[nodiscard]] bool anybody_at(std::uint32_t site) const;
    void fill(std::uint32_t site);

    const routing::SparseTable* times_;
    Placement placement_;
    std::vector<People> load_;
    std::vector<People> capacity_;
    People demand_;
    People unserved_;
};

}  // namespace michinori::care
