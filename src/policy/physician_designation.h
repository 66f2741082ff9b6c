// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "policy/physician_class.h"
#include "policy/physician_need.h"
#include "policy/physician_result.h"
#include "policy/yen.h"

namespace michinori::policy {

/// Where the classes begin, both inclusive: at or below `low` few, at or above `high` many. Always low < high.
struct Thresholds {
    double low = 0;
    double high = 0;
    friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

/// The thresholds of a set of indices, by thirds: `low` is the k-th lowest index and `high` the k-th highest, k the
/// smallest whole number that is at least a third of them (n / 3 rounded up). As the classes are inclusive, at least a
/// third is few and at least a third many; equal indices at a threshold all belong to its class. The rule gives the
/// published 228.0 and 266.9 for the 47 prefectures of January 2024 (k = 16; rounding down does not, rounding to the
/// nearest does too: the publication does not tell the two apart).
///
///     const auto computed = thresholds_by_thirds(indices);
///     const auto& t = std::get<Thresholds>(computed);
///     const auto c = class_of(indices[0], t);
///
/// Impossible: no_values; not_finite and negative (with the place); thresholds_meet, when so many are equal (or so few
/// are given) that an index would be both few and many. O(n log n).
[[nodiscard]] Computed<Thresholds> thresholds_by_thirds(std::span<const double> indices);

/// Thresholds that were set on another set or edition and stay (the ministry set those of 2024 on the areas of 2022).
[[nodiscard]] Computed<Thresholds> frozen_thresholds(double low, double high);

/// An index as it is published, to one decimal, halves up. Compare what was computed with published thresholds only
/// after this: 179.34 is published as 179.3, which is few at a threshold of 179.3.
[[nodiscard]] double as_published(double index);

/// Of a finite index.
[[nodiscard]] PhysicianClass class_of(double index, const Thresholds& thresholds);
[[nodiscard]] std::vector<PhysicianClass> classes_of(std::span<const double> indices, const Thresholds& thresholds);

struct ClassCounts {
    std::size_t few = 0;
    std::size_t middle = 0;
    std::size_t many = 0;
    friend bool operator==(const ClassCounts&, const ClassCounts&) = default;
};
[[nodiscard]] ClassCounts count_classes(std::span<const PhysicianClass> classes);

/// The highest index that is still relatively few (相対的医師少数), for obstetrics and paediatrics. They have no class
/// "many", because all areas may be short. It is the k-th lowest, k the smallest whole number that is at least the
/// share of them. `lowest_share`, in (0, 1]: a third is assumed, the guideline seen leaves it blank. Impossible: as
/// thresholds_by_thirds() without thresholds_meet; zero, negative or above_whole of share.
[[nodiscard]] Computed<double> relative_threshold(std::span<const double> indices, Fraction lowest_share);
[[nodiscard]] constexpr bool is_relatively_few(double index, double threshold) {
    return index <= threshold;
}

/// 偏在対策基準医師数: the standardised physicians with whom the index at the end of a plan equals the lower threshold
/// at its start: threshold x projected need (treatment_need() of projected people and flows; delivery_need()).
[[nodiscard]] Computed<double> reference_physicians(double start_threshold, const Need& projected);

/// What to do where an area has more physicians than it needs.
enum class PresentExcess : std::uint8_t {
    keep_present,  ///< the target is the present number: assumed, not confirmed from a published page
    ignore,        ///< the target is the number needed
};

/// 目標医師数 and what it rests on, all in standardised physicians.
struct Target {
    double start_threshold = 0;
    double projected_need = 0;
    double needed = 0;   ///< start_threshold x projected_need
    double present = 0;  ///< at the start
    double target = 0;
    double extra = 0;  ///< target - present; below zero only where excess is ignored
    bool present_kept = false;
};
/// Impossible: reasons of reference_physicians(); not_finite or negative `present`.
[[nodiscard]] Computed<Target> target_physicians(double start_threshold, const Need& projected, double present,
                                                 PresentExcess excess);

}  // namespace michinori::policy
