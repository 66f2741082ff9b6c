// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <bit>

#include "bench/baselines.h"

namespace michinori::bench {

void BinaryHeap::push(std::uint32_t time, std::uint32_t vertex) {
    const std::uint64_t entry = (std::uint64_t{time} << 32U) | vertex;
    auto place = entries_.size();
    entries_.push_back(entry);
    while (place > 0) {
        const auto parent = (place - 1) / 2;
        if (entries_[parent] <= entry) {
            break;
        }
        entries_[place] = entries_[parent];
        place = parent;
    }
    entries_[place] = entry;
}

/// The hole left by the smallest sinks to a leaf without a look at the last entry, which then rises a
/// little: one comparison a level, and without a branch, instead of two.
std::uint64_t BinaryHeap::pop() {
    const auto smallest = entries_.front();
    const auto last = entries_.back();
    entries_.pop_back();
    const auto size = entries_.size();
    if (size == 0) {
        return smallest;
    }
    std::size_t hole = 0;
    std::size_t child = 1;
    while (child + 1 < size) {
        child += entries_[child + 1] < entries_[child] ? 1U : 0U;
        entries_[hole] = entries_[child];
        hole = child;
        child = 2 * hole + 1;
    }
    if (child < size) {
        entries_[hole] = entries_[child];
        hole = child;
    }
    while (hole > 0 && entries_[(hole - 1) / 2] > last) {
        entries_[hole] = entries_[(hole - 1) / 2];
        hole = (hole - 1) / 2;
    }
    entries_[hole] = last;
    return smallest;
}

void RadixHeap::clear() {
    for (auto& bucket : buckets_) {
        bucket.clear();
    }
    size_ = 0;
    last_ = 0;
}

void RadixHeap::push(std::uint32_t time, std::uint32_t vertex) {
    buckets_[std::bit_width(time ^ last_)].push_back((std::uint64_t{time} << 32U) | vertex);
    ++size_;
}

std::uint64_t RadixHeap::pop() {
    if (buckets_[0].empty()) {
        refill();
    }
    const auto entry = buckets_[0].back();
    buckets_[0].pop_back();
    --size_;
    return entry;
}

/// Spreads the lowest bucket that holds anything over the buckets below it.
void RadixHeap::refill() {
    auto* bucket = buckets_;
    while (bucket->empty()) {
        ++bucket;
    }
    last_ = static_cast<std::uint32_t>(*std::ranges::min_element(*bucket) >> 32U);
    for (const auto entry : *bucket) {
        buckets_[std::bit_width(static_cast<std::uint32_t>(entry >> 32U) ^ last_)].push_back(entry);
    }
    bucket->clear();
}

}  // namespace michinori::bench
