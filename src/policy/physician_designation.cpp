// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_designation.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "policy/physician_checks.h"

namespace michinori::policy {
namespace {

using Reason = Impossible::Reason;

/// The smallest whole number that is at least the share of n.
std::size_t at_least(Fraction share, std::size_t n) {
    const auto product = static_cast<Wide>(share.numerator) * static_cast<Wide>(n);
    return static_cast<std::size_t>((product + share.denominator - 1) / share.denominator);
}

std::vector<double> ascending(std::span<const double> values) {
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    return sorted;
}

Fault check_share(Fraction share) {
    if (share.denominator <= 0 || share.numerator < 0) {
        return Impossible{Reason::negative, IndexTerm::share, {}};
    }
    if (share.numerator == 0) {
        return Impossible{Reason::zero, IndexTerm::share, {}};
    }
    return share.numerator <= share.denominator ? Fault() : Impossible{Reason::above_whole, IndexTerm::share, {}};
}

}  // namespace

Computed<Thresholds> frozen_thresholds(double low, double high) {
    if (const auto fault = first_of(
            {check_not_negative(low, IndexTerm::thresholds), check_not_negative(high, IndexTerm::thresholds)})) {
        return *fault;
    }
    if (low >= high) {
        return Impossible{Reason::thresholds_meet, IndexTerm::thresholds, {}};
    }
    return Thresholds{low, high};
}

Computed<Thresholds> thresholds_by_thirds(std::span<const double> indices) {
    if (const auto fault = check_each_not_negative(indices, indices.size(), IndexTerm::index)) {
        return *fault;
    }
    const auto sorted = ascending(indices);
    const auto k = at_least({1, 3}, sorted.size());
    return frozen_thresholds(sorted[k - 1], sorted[sorted.size() - k]);
}

double as_published(double index) {
    return std::floor(index * 10 + 0.5) / 10;
}

PhysicianClass class_of(double index, const Thresholds& thresholds) {
    if (index <= thresholds.low) {
        return PhysicianClass::few;
    }
    return index >= thresholds.high ? PhysicianClass::many : PhysicianClass::middle;
}

std::vector<PhysicianClass> classes_of(std::span<const double> indices, const Thresholds& thresholds) {
    std::vector<PhysicianClass> classes;
    std::ranges::transform(indices, std::back_inserter(classes),
                           [&](double index) { return class_of(index, thresholds); });
    return classes;
}

ClassCounts count_classes(std::span<const PhysicianClass> classes) {
    const auto number = [&](PhysicianClass c) { return static_cast<std::size_t>(std::ranges::count(classes, c)); };
    return {number(PhysicianClass::few), number(PhysicianClass::middle), number(PhysicianClass::many)};
}

Computed<double> relative_threshold(std::span<const double> indices, Fraction lowest_share) {
    if (const auto fault =
            first_of({check_share(lowest_share), check_each_not_negative(indices, indices.size(), IndexTerm::index)})) {
        return *fault;
    }
    return ascending(indices)[at_least(lowest_share, indices.size()) - 1];
}

Computed<double> reference_physicians(double start_threshold, const Need& projected) {
    if (const auto fault = first_of({check_positive(start_threshold, IndexTerm::thresholds),
                                     check_positive(projected.value, IndexTerm::need)})) {
        return *fault;
    }
    const auto needed = start_threshold * projected.value;
    if (const auto fault = check_positive(needed, IndexTerm::physicians)) {
        return *fault;
    }
    return needed;
}

Computed<Target> target_physicians(double start_threshold, const Need& projected, double present,
                                   PresentExcess excess) {
    const auto needed = reference_physicians(start_threshold, projected);
    if (const auto* why = impossible(needed)) {
        return *why;
    }
    if (const auto fault = check_not_negative(present, IndexTerm::physicians)) {
        return *fault;
    }
    Target result{start_threshold, projected.value, std::get<double>(needed), present, 0, 0, false};
    result.present_kept = excess == PresentExcess::keep_present && present > result.needed;
    result.target = result.present_kept ? present : result.needed;
    result.extra = result.target - present;
    return result;
}

}  // namespace michinori::policy
