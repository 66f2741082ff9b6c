// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "policy/physician_hours.h"
#include "policy/physician_need.h"
#include "policy/physician_result.h"

namespace michinori::policy {

/// Whose physicians an index counts, and how their hours are weighed. All must outlive the call.
struct Workforce {
    const PhysicianCounts& counts;
    const WorkingHours& hours;
    WorkplaceShares shares;
};

/// An index and all it was made of, so that a planner can check it by hand.
struct PhysicianIndex {
    StandardisedPhysicians physicians;
    Need need;
    double value = 0;  ///< physicians.standardised / need.value, not rounded
};

/// Indices of how many physicians an area has for its need: standardised physicians (physician_hours.h) by need
/// (physician_need.h). One core; an index is a choice of physicians and of need. Pure; safe from several threads.
///
///     const auto nation = std::get<NationReference>(nation_reference(inputs));
///     const auto index = physician_index({counts, hours, {}}, nation, area);
///     if (const auto* why = impossible(index)) ... else std::get<PhysicianIndex>(index).value;
///
/// 医師偏在指標: the ministry's published formula with its eight notes.
[[nodiscard]] Computed<PhysicianIndex> physician_index(const Workforce& workforce, const NationReference& nation,
                                                       const AreaTreatment& area);

/// 外来医師偏在指標. `workforce`: physicians of clinics, with the mean hours of clinic physicians.
[[nodiscard]] Computed<PhysicianIndex> outpatient_index(const Workforce& workforce, const OutpatientReference& nation,
                                                        const AreaOutpatients& area);

/// 分娩取扱医師偏在指標, per 1,000 deliveries. `workforce`: physicians who attend deliveries, with their mean hours.
/// NOT CONFIRMED from a published page: the formula is assumed by analogy; only published values were seen.
[[nodiscard]] Computed<PhysicianIndex> delivery_index(const Workforce& workforce, People deliveries);

/// 小児科医師偏在指標: paediatricians by need of the people of 0 to 14; every rate, flow and population is of them
/// alone. NOT CONFIRMED from a published page: the formula is assumed by analogy with the physician index, its
/// adjustments too.
[[nodiscard]] Computed<PhysicianIndex> paediatric_index(const Workforce& workforce, const NationReference& children,
                                                        const AreaTreatment& area);

}  // namespace michinori::policy
