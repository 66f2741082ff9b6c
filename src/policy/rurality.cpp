// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/rurality.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace michinori::policy {
namespace {

using Kind = RuralityError::Kind;

constexpr std::size_t at(RuralityElement element) {
    return static_cast<std::size_t>(element);
}

/// Beyond any density or distance on earth; keeps sums of squares finite.
constexpr double too_large = 1e12;

bool can_transform(double value, Transform transform) {
    const bool in_range = transform == Transform::log ? value > 0 : value >= 0;
    return in_range && value < too_large;  // false for NaN
}

double transformed(double value, Transform transform) {
    switch (transform) {
        case Transform::raw: return value;
        case Transform::log: return std::log(value);
        case Transform::log_plus_one: return std::log1p(value);
    }
    return value;
}

std::optional<double> farthest_of(const NamedDistances& distances) {
    std::optional<double> farthest;
    for (const auto& value : distances.values) {
        farthest = std::max(farthest, value);  // nothing is less than any number
    }
    return farthest;
}

/// What keeps the inputs from being turned into columns; the first kind that is found, with every unit of that kind.
std::optional<RuralityError> fault_of(std::span<const RuralityPlace> places, const NamedDistances& distances,
                                      const RuralityMethod& method, bool has_farthest) {
    if (places.empty()) {
        return RuralityError{Kind::no_units, {}};
    }
    if (distances.values.size() != places.size()) {
        return RuralityError{Kind::lengths_differ, {}};
    }
    RuralityError density{Kind::bad_density, {}};
    RuralityError distance{Kind::bad_distance, {}};
    RuralityError missing{Kind::no_distance, {}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!can_transform(places[i].people_per_km2, method.density)) {
            density.rows.push_back(i);
        }
        if (const auto& value = distances.values[i]; value && !can_transform(*value, method.distance)) {
            distance.rows.push_back(i);
        } else if (!value && (method.no_distance == NoDistance::refused || !has_farthest)) {
            missing.rows.push_back(i);
        }
    }
    for (auto* error : {&density, &distance, &missing}) {
        if (!error->rows.empty()) {
            return std::move(*error);
        }
    }
    return std::nullopt;
}

/// The four elements, larger is more rural. The inputs are without fault.
ElementColumns columns_of(std::span<const RuralityPlace> places, const NamedDistances& distances,
                          const RuralityMethod& method, const std::optional<double>& farthest) {
    ElementColumns columns;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto distance = distances.values[i] ? distances.values[i] : farthest;
        columns[at(RuralityElement::density)].push_back(-transformed(places[i].people_per_km2, method.density));
        columns[at(RuralityElement::distance)].push_back(transformed(distance.value(), method.distance));
        columns[at(RuralityElement::island)].push_back(places[i].island_without_hospital ? 1 : 0);
        columns[at(RuralityElement::snow)].push_back(places[i].snow_without_hospital ? 1 : 0);
    }
    return columns;
}

std::array<ColumnScale, element_count> scales_of(const ElementColumns& columns, FlagScale flags) {
    std::array<ColumnScale, element_count> scales{};  // {0, 1}: as it is
    for (std::size_t k = 0; k < element_count; ++k) {
        const bool is_flag = k == at(RuralityElement::island) || k == at(RuralityElement::snow);
        if (!is_flag || flags == FlagScale::standardised) {
            scales[k] = scale_of(columns[k]);
        }
    }
    return scales;
}

std::optional<RuralityError> fault_of(const Vector4& weights) {
    RuralityError error{Kind::bad_weight, {}};
    for (std::size_t k = 0; k < element_count; ++k) {
        if (!std::isfinite(weights[k])) {
            error.rows.push_back(k);
        }
    }
    const bool none = std::all_of(weights.begin(), weights.end(), [](double w) { return w == 0; });
    return none || !error.rows.empty() ? std::optional(std::move(error)) : std::nullopt;
}

std::optional<RuralityError> fault_of(const RuralityModel& model) {
    RuralityError error{Kind::bad_scale, {}};
    for (std::size_t k = 0; k < element_count; ++k) {
        const auto& scale = model.scales[k];
        if (!std::isfinite(scale.centre) || !std::isfinite(scale.spread) || scale.spread < 0) {
            error.rows.push_back(k);
        }
    }
    if (model.farthest && !can_transform(*model.farthest, model.method.distance)) {
        return RuralityError{Kind::bad_scale, {at(RuralityElement::distance)}};
    }
    return error.rows.empty() ? fault_of(model.weights) : std::optional(std::move(error));
}

std::optional<RuralityError> set_weights(RuralityModel& model, const ElementColumns& columns,
                                         const RuralityWeights& weights) {
    if (const auto* given = std::get_if<Vector4>(&weights)) {
        model.weights = *given;
        return fault_of(*given);
    }
    auto factor = first_factor(columns);
    if (auto* error = std::get_if<RuralityError>(&factor)) {
        return std::move(*error);
    }
    model.weights = std::get<FirstFactor>(factor).loadings;
    model.explained = std::get<FirstFactor>(factor).explained;
    return std::nullopt;
}

std::vector<double> weighted_sums(const RuralityModel& model, const ElementColumns& columns) {
    std::vector<double> scores(columns[0].size(), 0.0);
    for (std::size_t k = 0; k < element_count; ++k) {
        const auto& scale = model.scales[k];
        if (scale.spread == 0) {
            continue;
        }
        for (std::size_t i = 0; i < scores.size(); ++i) {
            scores[i] += model.weights[k] * ((columns[k][i] - scale.centre) / scale.spread);
        }
    }
    return scores;
}

std::vector<std::size_t> without_distance(const NamedDistances& distances) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < distances.values.size(); ++i) {
        if (!distances.values[i]) {
            found.push_back(i);
        }
    }
    return found;
}

RuralityResult<Rurality> indexed(const RuralityModel& model, std::span<const RuralityPlace> places,
                                 const NamedDistances& distances, const PercentileBasis& basis) {
    auto scores = rurality_scores(model, places, distances);
    if (auto* error = std::get_if<RuralityError>(&scores)) {
        return std::move(*error);
    }
    auto index = percentiles(std::get<0>(scores), basis);
    if (auto* error = std::get_if<RuralityError>(&index)) {
        return std::move(*error);
    }
    const auto* rank = std::get_if<ByRank>(&basis);
    return Rurality{distances.metric,
                    model,
                    std::get<0>(std::move(scores)),
                    std::get<0>(std::move(index)),
                    without_distance(distances),
                    rank != nullptr ? rank->set : ReferenceSet::partial};
}

}  // namespace

RuralityResult<RuralityModel> fit_rurality(std::span<const RuralityPlace> places, const NamedDistances& distances,
                                           const RuralityMethod& method, const RuralityWeights& weights) {
    RuralityModel model{method, {}, {}, {}, std::nullopt, farthest_of(distances), distances.metric};
    if (auto fault = fault_of(places, distances, method, model.farthest.has_value())) {
        return std::move(*fault);
    }
    const auto columns = columns_of(places, distances, method, model.farthest);
    model.scales = scales_of(columns, method.flags);
    for (std::size_t k = 0; k < element_count; ++k) {
        model.varies[k] = scale_of(columns[k]).spread > 0;
    }
    if (auto fault = set_weights(model, columns, weights)) {
        return std::move(*fault);
    }
    return model;
}

RuralityResult<std::vector<double>> rurality_scores(const RuralityModel& model, std::span<const RuralityPlace> places,
                                                    const NamedDistances& distances) {
    if (auto fault = fault_of(model)) {
        return std::move(*fault);
    }
    if (auto fault = fault_of(places, distances, model.method, model.farthest.has_value())) {
        return std::move(*fault);
    }
    return weighted_sums(model, columns_of(places, distances, model.method, model.farthest));
}

RuralityResult<Rurality> rurality_of_nation(std::span<const RuralityPlace> places, const NamedDistances& distances,
                                            const NationQuestion& question) {
    const auto model = fit_rurality(places, distances, question.method, question.weights);
    if (const auto* error = std::get_if<RuralityError>(&model)) {
        return *error;
    }
    return indexed(std::get<RuralityModel>(model), places, distances, question.rank);
}

std::vector<RuralityResult<Rurality>> rurality_variants(std::span<const RuralityPlace> places,
                                                        std::span<const NamedDistances> metrics,
                                                        const NationQuestion& question) {
    std::vector<RuralityResult<Rurality>> variants;
    for (const auto& distances : metrics) {
        variants.push_back(rurality_of_nation(places, distances, question));
    }
    return variants;
}

RuralityResult<FrozenRurality> freeze(const Rurality& nation) {
    const auto cuts = cut_points_of(nation.scores, nation.set);
    if (const auto* error = std::get_if<RuralityError>(&cuts)) {
        return *error;
    }
    return FrozenRurality{nation.model, std::get<CutPoints>(cuts)};
}

RuralityResult<Rurality> rurality_by_frozen(std::span<const RuralityPlace> places, const NamedDistances& distances,
                                            const FrozenRurality& frozen) {
    return indexed(frozen.model, places, distances, frozen.cuts);
}

}  // namespace michinori::policy
