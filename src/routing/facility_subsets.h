// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/units.h"
#include "routing/sparse_table.h"

namespace michinori::routing {

/// The nearest open site of a demand point, as far as its list tells.
struct SubsetAnswer {
    enum class Kind : std::uint8_t {
        found,
        none,     ///< the list holds every site there is to reach, and none of them is open
        unknown,  ///< the list was cut at k, and all it holds are closed: to be searched on the network
    };
    static constexpr std::uint32_t no_site = 0xffffffffU;
    Kind kind = Kind::none;
    std::uint32_t site = no_site;
    TravelTime time = no_way;
    friend bool operator==(const SubsetAnswer&, const SubsetAnswer&) = default;
};

/// A demand point whose answer becomes another one.
struct SubsetChange {
    std::uint32_t point = 0;
    SubsetAnswer before;
    SubsetAnswer after;
    friend bool operator==(const SubsetChange&, const SubsetChange&) = default;
};

/// The access field of any subset of facilities, from lists of sites by demand point, without the network:
/// which closures cost how much, which openings gain how much.
///
///     const SubsetField field(lists);                         // all sites open
///     for (const auto& change : field.changes({{7, 12}})) ... // closes sites 7 and 12
///     field.for_each_closure(sets, [&](std::size_t set, std::span<const SubsetChange> changes) { ... });
///
/// Among equal times the lowest site id wins, as everywhere. Sites may be closed at first
/// (candidates) and opened by a question. Sites beyond the lists throw std::invalid_argument.
///
/// Cost of a question: the points it changes, each with the entries it passes, and points / 64. Memory:
/// 20 bytes a point and 4 for each candidate that would be nearer to a point than its site. Immutable; safe from
/// several threads. Source: an inverted index, as in text search.
class SubsetField {
public:
    /// `lists` must outlive it. By site, `open`: open at first; by point, `complete`: the list holds every site
    /// that can be reached (within the cut-off). Left empty: all are. A list that is not complete holds
    /// the nearest of all sites, closed ones among them. Throws std::invalid_argument for flags of another length.
    explicit SubsetField(const SparseTable& lists, std::span<const std::uint8_t> open = {},
                         std::span<const std::uint8_t> complete = {});

    [[nodiscard]] std::size_t point_count() const { return lists_->point_count(); }
    [[nodiscard]] std::size_t site_count() const { return lists_->site_count; }
    /// With the sites open at first.
    [[nodiscard]] SubsetAnswer base(std::size_t point) const { return answer_at(point, base_at_[point]); }

    /// Every point's answer with exactly these sites open (by site). O(points + entries passed); parallel.
    [[nodiscard]] std::vector<SubsetAnswer> field(std::span<const std::uint8_t> open) const;

    /// What to do with the sites open at first. Closing a closed site or opening an open one does
    /// nothing; a site named in both throws std::invalid_argument.
    struct Question {
        std::span<const std::uint32_t> closed;
        std::span<const std::uint32_t> opened;
    };
    /// The points whose answer differs from base(), ascending.
    [[nodiscard]] std::vector<SubsetChange> changes(const Question& question) const;

    /// The changes for each of many questions, in parallel: the consumer is called from several threads at
    /// once, once for each, in any order; the span is gone when it returns. What it throws is passed on.
    using Consumer = std::function<void(std::size_t question, std::span<const SubsetChange>)>;
    void for_each_question(std::span<const Question> questions, const Consumer& consumer) const;
    /// The same for sets of sites to close.
    void for_each_closure(std::span<const std::vector<std::uint32_t>> closed, const Consumer& consumer) const;

private:
    class Query;
    template <class GetQuestion>
    void answer_all(std::size_t count, const GetQuestion& question, const Consumer& consumer) const;
    void index_points();
    [[nodiscard]] std::uint32_t first_open(std::size_t point, std::uint32_t from, const std::uint8_t* open) const;
    [[nodiscard]] SubsetAnswer answer_at(std::size_t point, std::uint32_t at) const;
    [[nodiscard]] std::span<const std::uint32_t> touched_by(std::uint32_t site) const {
        return {index_.data() + index_first_[site], index_.data() + index_first_[site + 1]};
    }

    const SparseTable* lists_;
    std::vector<std::uint8_t> open_;      // by site
    std::vector<std::uint8_t> complete_;  // by point
    std::vector<std::uint32_t>
        base_at_;  // by point: where in its list the first open site stands, or the list's length
    // By site: the points that ask for it first (open sites), or would if it were open (candidates).
    std::vector<std::size_t> index_first_;
    std::vector<std::uint32_t> index_;
};

}  // namespace michinori::routing
