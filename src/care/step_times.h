// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/units.h"

namespace michinori::care {

/// Times from every site of one step to every site of the next: [from][to]; no_way where none leads there, and where a
/// step allows only partners, for those that are none. Also used for times home: [site][point]. 4 bytes a pair.
class StepTimes {
public:
    StepTimes() = default;
    /// The same time everywhere: no way yet, or 0 for a table that only says who may send to whom.
    StepTimes(std::size_t from_count, std::size_t to_count, TravelTime everywhere = no_way)
        : from_count_(from_count), to_count_(to_count), times_(from_count * to_count, everywhere) {}

    [[nodiscard]] TravelTime at(std::size_t from, std::size_t to) const { return times_[from * to_count_ + to]; }
    void set(std::size_t from, std::size_t to, TravelTime time) { times_[from * to_count_ + to] = time; }
    [[nodiscard]] bool leads(std::size_t from, std::size_t to) const { return at(from, to) != no_way; }
    [[nodiscard]] std::size_t from_count() const { return from_count_; }
    [[nodiscard]] std::size_t to_count() const { return to_count_; }
    friend bool operator==(const StepTimes&, const StepTimes&) = default;

private:
    std::size_t from_count_ = 0;
    std::size_t to_count_ = 0;
    std::vector<TravelTime> times_;
};

}  // namespace michinori::care
