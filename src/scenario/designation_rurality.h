// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/designation_adjustment.h"
#include "policy/rurality.h"
#include "scenario/designation_places.h"
#include "scenario/rurality_scale.h"

namespace michinori::scenario {

/// Rurality of a study's areas by one metric and weighting, or by one frozen scale.
struct RuralityVariant {
    std::string id;                    ///< METRIC_(log|raw)_(factor|equal|given), or the scale's id
    std::string metric;                ///< "straight_km" or a metric by road
    policy::Rurality rurality;         ///< by area of StudyPlaces
    std::optional<std::size_t> scale;  ///< into the study's scales; nothing: ranked here

    [[nodiscard]] policy::NamedRurality::Meaning meaning() const {
        using enum policy::NamedRurality::Meaning;
        return scale ? national_percentile : ranked_here;
    }
    /// What a rule compares: scores to be ranked, or percentiles of the nation.
    [[nodiscard]] double value(std::size_t area) const { return scale ? rurality.index[area] : rurality.scores[area]; }
};

/// Every variant that the study's areas allow, straight distance in logarithms with factor weights first. Metrics by
/// road are ranked only where every area is on the roads. With frozen scales, one variant per scale of this unit and of
/// a metric that was measured, and one more for the same season under each further speed profile (SCALE_PROFILE).
/// Throws InputError: reference_not_national (areas of fewer than 47 prefectures without a scale and without the
/// study's word that they are a whole country), rule_not_applicable.
[[nodiscard]] std::vector<RuralityVariant> rurality_variants(const DesignationStudy& study, const StudyPlaces& places,
                                                             const std::vector<RuralityScale>& scales,
                                                             Findings& findings);

/// The scales of a nation's variants, for parts of it; none of fewer than 100 areas.
[[nodiscard]] std::vector<RuralityScale> scales_of(const DesignationStudy& study,
                                                   const std::vector<RuralityVariant>& variants);

}  // namespace michinori::scenario
