// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

namespace michinori::policy {

/// Why a rurality index cannot be told. Nothing is guessed in its place.
struct RuralityError {
    enum class Kind : std::uint8_t {
        no_units,
        lengths_differ,  ///< columns of one set have different lengths
        bad_density,     ///< negative, not finite, not below 1e12, or 0 under a plain logarithm
        bad_distance,    ///< likewise
        no_distance,     ///< not reached by this metric, and the method does not say what then
        bad_weight,      ///< not finite, or all four are 0
        bad_scale,  ///< a frozen centre, spread or farthest distance is not finite, or negative where it must not be
        nothing_varies,          ///< every element is the same in all units: nothing to take a factor from
        factor_not_unique,       ///< the two largest eigenvalues are equal: the first factor is not determined
        bad_score,               ///< not finite
        reference_not_national,  ///< a rank in a part of the country is no rurality: give frozen cut points
        too_few_units,           ///< fewer than 100 units give no 99 cut points
        bad_cut_points,          ///< not finite or not ascending
        bad_area,                ///< an area number beyond the number of areas
        bad_people,              ///< negative
    };
    Kind kind = Kind::no_units;
    /// Every unit (cut point, element) at fault, by index, ascending; empty: the whole set.
    std::vector<std::size_t> rows;
    friend bool operator==(const RuralityError&, const RuralityError&) = default;
};
template <class T>
using RuralityResult = std::variant<T, RuralityError>;

[[nodiscard]] constexpr std::string_view name(RuralityError::Kind kind) {
    using Kind = RuralityError::Kind;
    switch (kind) {
        case Kind::no_units: return "no_units";
        case Kind::lengths_differ: return "lengths_differ";
        case Kind::bad_density: return "bad_density";
        case Kind::bad_distance: return "bad_distance";
        case Kind::no_distance: return "no_distance";
        case Kind::bad_weight: return "bad_weight";
        case Kind::bad_scale: return "bad_scale";
        case Kind::nothing_varies: return "nothing_varies";
        case Kind::factor_not_unique: return "factor_not_unique";
        case Kind::bad_score: return "bad_score";
        case Kind::reference_not_national: return "reference_not_national";
        case Kind::too_few_units: return "too_few_units";
        case Kind::bad_cut_points: return "bad_cut_points";
        case Kind::bad_area: return "bad_area";
        case Kind::bad_people: return "bad_people";
    }
    return "no_units";
}

}  // namespace michinori::policy
