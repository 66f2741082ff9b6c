// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/sparse_table.h"

#include <tbb/parallel_for.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "routing/travel_table.h"

namespace michinori::routing {
namespace {

using Entry = SparseTable::Entry;

/// One pass of a radix sort, by eight bits of the times.
void scatter(std::span<const Entry> from, std::span<Entry> to, unsigned shift) {
    std::array<std::uint32_t, 257> next{};
    const auto digit = [&](const Entry& entry) { return entry.time >> shift & 0xffU; };
    for (const auto& entry : from) {
        ++next[digit(entry) + 1];
    }
    std::partial_sum(next.begin(), next.end(), next.begin());
    for (const auto& entry : from) {
        to[next[digit(entry)]++] = entry;
    }
}

/// By (time, site). Times within a cut-off differ in two or three bytes only, which makes few passes; the rest
/// is for equal times.
void sort_list(std::span<Entry> list, std::vector<Entry>& scratch) {
    constexpr std::size_t few = 48;
    const auto before = [](const Entry& a, const Entry& b) {
        return label_of(a.time, a.site) < label_of(b.time, b.site);
    };
    if (list.size() < few) {
        std::ranges::sort(list, before);
        return;
    }
    std::uint32_t differ = 0;
    for (const auto& entry : list) {
        differ |= entry.time ^ list.front().time;
    }
    for (unsigned shift = 0; shift < 32 && differ >> shift != 0; shift += 8) {
        scratch.assign(list.begin(), list.end());
        scatter(scratch, list, shift);
    }
    for (auto begin = list.begin(); begin != list.end();) {
        const auto end = std::find_if(begin, list.end(), [&](const Entry& entry) { return entry.time != begin->time; });
        std::sort(begin, end, before);
        begin = end;
    }
}

/// What was freed goes back to the system at once, where the allocator would rather keep it.
void give_memory_back() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

/// Entries on their way from blocks of sites to lists by point. Points lie in strips, each with a record of its own,
/// so that a strip's memory can be given back once its lists are written.
class EntryRecords {
public:
    EntryRecords(std::size_t points, std::size_t sites)
        : strip_points_(std::max(least_strip, (points + most_strips - 1) / most_strips)),
          strips_((points + strip_points_ - 1) / strip_points_) {
        table_.first.assign(points + 1, 0);
        table_.site_count = sites;
    }

    void take(const TableBlock& block);
    SparseTable finish();

private:
    // (point, block, lanes, a time for each lane) ... in pieces: one growing array would be copied again and again,
    // and leave holes as large as itself.
    using Strip = std::vector<std::vector<std::uint32_t>>;
    static std::vector<std::uint32_t>& room_in(Strip& strip);
    void write_lists(std::size_t strip);

    static constexpr std::size_t piece_words = std::size_t{1} << 15U;
    static constexpr std::size_t most_strips = 64;
    static constexpr std::size_t least_strip = 1024;
    std::size_t strip_points_;
    std::vector<Strip> strips_;
    std::vector<std::vector<std::uint32_t>> sites_;  // by block, then lane
    SparseTable table_;                              // first[p + 1] counts until finish()
};

std::vector<std::uint32_t>& EntryRecords::room_in(Strip& strip) {
    constexpr std::size_t most_at_once = 3 + wide_lanes;
    if (strip.empty() || strip.back().size() + most_at_once > piece_words) {
        strip.emplace_back().reserve(piece_words);
    }
    return strip.back();
}

void EntryRecords::take(const TableBlock& block) {
    for (std::size_t i = 0; i < block.points().size(); ++i) {
        const auto point = block.points()[i];
        const auto lanes = block.lanes(i);
        const auto times = block.times(i);
        auto& words = room_in(strips_[point / strip_points_]);
        words.insert(words.end(), {point, static_cast<std::uint32_t>(sites_.size()), lanes});
        for (auto rest = lanes; rest != 0; rest &= rest - 1) {
            words.push_back(times[static_cast<std::size_t>(std::countr_zero(rest))]);
        }
        table_.first[point + 1] += static_cast<std::uint64_t>(std::popcount(lanes));
    }
    sites_.emplace_back(block.sites().begin(), block.sites().end());
}

void EntryRecords::write_lists(std::size_t strip) {
    const auto begin = strip * strip_points_;
    const auto end = std::min(begin + strip_points_, table_.point_count());
    std::vector<std::uint64_t> next(end - begin);
    std::copy_n(table_.first.data() + begin, next.size(), next.data());
    const auto pieces = std::move(strips_[strip]);
    for (const auto& words : pieces) {
        for (auto word = words.begin(); word != words.end();) {
            auto& to = next[*word++ - begin];
            const auto& sites = sites_[*word++];
            for (auto rest = *word++; rest != 0; rest &= rest - 1) {
                table_.entries[to++] = {sites[static_cast<std::size_t>(std::countr_zero(rest))], *word++};
            }
        }
    }
    std::vector<Entry> scratch;
    for (auto point = begin; point < end; ++point) {
        sort_list({table_.entries.data() + table_.first[point], table_.entries.data() + table_.first[point + 1]},
                  scratch);
    }
}

SparseTable EntryRecords::finish() {
    std::partial_sum(table_.first.begin(), table_.first.end(), table_.first.begin());
    table_.entries.resize(table_.first.back());
    tbb::parallel_for(std::size_t{0}, strips_.size(), [&](std::size_t strip) {
        write_lists(strip);
        give_memory_back();
    });
    return std::move(table_);
}

}  // namespace

void SparseTable::append(std::span<const Entry> list) {
    entries.insert(entries.end(), list.begin(), list.end());
    first.push_back(entries.size());
}

SparseTable sparse_table(const TravelTable& table) {
    EntryRecords records(table.point_count(), table.site_count());
    table.for_each_block([&](const TableBlock& block) { records.take(block); });
    return records.finish();
}

}  // namespace michinori::routing
