// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "policy/rurality_error.h"
#include "policy/rurality_factor.h"
#include "policy/rurality_percentile.h"

namespace michinori::policy {

/// Rurality (へき地尺度, the RIJ family): four elements, standardised, weighted, summed, and ranked among all units of
/// the country from 1 (most urban) to 100 (most rural).
///
///     const auto nation = rurality_of_nation(places, by_road, {});
///     const auto frozen = freeze(std::get<Rurality>(nation));
///     const auto here = rurality_by_frozen(our_places, our_distances, std::get<FrozenRurality>(frozen));
///
/// Source: Kaneko et al., BMJ Open 2023;13:e068800: four elements, weights are factor loadings, 1 to 100, mean 50.5.
/// Not in the text at hand, so assumptions that a user can change: the logarithms, flags left as 0 and 1, the
/// extraction of the factor, the rounding of the percentile.

/// One small unit, say a postal-code area. A flag is off where the island or snow area has its own second- or
/// third-line emergency hospital.
struct RuralityPlace {
    double people_per_km2 = 0;
    bool island_without_hospital = false;
    bool snow_without_hospital = false;
};

/// How far each unit is from the nearest second- or third-line emergency hospital, by one metric: "straight_km",
/// "road_km", "road_minutes", or one of these under a speed profile. Nothing: none can be reached.
struct NamedDistances {
    std::string metric;
    std::vector<std::optional<double>> values;  ///< by unit, >= 0
};

enum class Transform : std::uint8_t { raw, log, log_plus_one };
enum class FlagScale : std::uint8_t { as_is, standardised };
/// What a unit without a distance counts as.
enum class NoDistance : std::uint8_t {
    refused,      ///< an error that names the units
    as_farthest,  ///< the largest distance of the reference set; the units are told
};

struct RuralityMethod {
    Transform density = Transform::log;
    Transform distance = Transform::log_plus_one;
    FlagScale flags = FlagScale::as_is;
    NoDistance no_distance = NoDistance::refused;
};

/// Weights computed as first-factor loadings of the reference set.
struct FactorWeights {};
/// ... or given, by element.
using RuralityWeights = std::variant<FactorWeights, Vector4>;

/// All that turns a unit into a score: score = sum of weight x (element - centre) / spread. An element with spread 0
/// counts nothing.
struct RuralityModel {
    RuralityMethod method;
    std::array<ColumnScale, element_count> scales{};  ///< {0, 1} for a flag left as it is
    Vector4 weights{};
    std::array<bool, element_count> varies{};  ///< in the reference set
    std::optional<double> explained;           ///< share of variance of the first factor, where it gave the weights
    std::optional<double> farthest;            ///< of the reference set; nothing: none was reached
    std::string metric;                        ///< of the distances it was fitted to; told, not checked
};

/// How the index of a nation is made.
struct NationQuestion {
    RuralityMethod method;
    RuralityWeights weights = FactorWeights{};
    ByRank rank;
};

/// The index of a set of units by one metric.
struct Rurality {
    std::string metric;
    RuralityModel model;
    std::vector<double> scores;                 ///< by unit; larger is more rural
    std::vector<int> index;                     ///< by unit, 1 to 100
    std::vector<std::size_t> counted_farthest;  ///< units without a distance, ascending
    ReferenceSet set = ReferenceSet::national;  ///< partial: the index is by frozen cut points
};

/// A nation's model with its cut points: what a single prefecture needs, for scores have a meaning only by the scales
/// and weights they were made with.
struct FrozenRurality {
    RuralityModel model;
    CutPoints cuts;
};

/// Scales and weights of a reference set. Fails: no_units, lengths_differ, bad_density, bad_distance, no_distance
/// (also where no unit has one), bad_weight, and as first_factor(). O(units).
[[nodiscard]] RuralityResult<RuralityModel> fit_rurality(std::span<const RuralityPlace> places,
                                                         const NamedDistances& distances, const RuralityMethod& method,
                                                         const RuralityWeights& weights);

/// Scores of units by a model. Fails as fit_rurality(), and bad_scale.
[[nodiscard]] RuralityResult<std::vector<double>> rurality_scores(const RuralityModel& model,
                                                                  std::span<const RuralityPlace> places,
                                                                  const NamedDistances& distances);

/// The index of units that are their own reference. Fails as fit_rurality() and percentiles(): a set that is not
/// national is refused (reference_not_national). O(units log units).
[[nodiscard]] RuralityResult<Rurality> rurality_of_nation(std::span<const RuralityPlace> places,
                                                          const NamedDistances& distances,
                                                          const NationQuestion& question);

/// The same under several metrics, side by side; one that fails leaves the others.
[[nodiscard]] std::vector<RuralityResult<Rurality>> rurality_variants(std::span<const RuralityPlace> places,
                                                                      std::span<const NamedDistances> metrics,
                                                                      const NationQuestion& question);

/// What a part of the country needs. Fails as cut_points_of().
[[nodiscard]] RuralityResult<FrozenRurality> freeze(const Rurality& nation);

/// The index of any set of units by a nation's frozen model and cut points; distances in the unit of its metric
/// (another season or speed profile may be given: the scale stays the nation's).
/// Fails as rurality_scores() and percentiles().
[[nodiscard]] RuralityResult<Rurality> rurality_by_frozen(std::span<const RuralityPlace> places,
                                                          const NamedDistances& distances,
                                                          const FrozenRurality& frozen);

}  // namespace michinori::policy
