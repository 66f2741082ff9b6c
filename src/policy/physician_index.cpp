// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_index.h"

#include <utility>

#include "policy/physician_checks.h"

namespace michinori::policy {
namespace {

/// The core of all four.
Computed<PhysicianIndex> physicians_by_need(const Workforce& workforce, Computed<Need> need) {
    auto physicians = standardise(workforce.counts, workforce.hours, workforce.shares);
    if (const auto* why = impossible(physicians)) {
        return *why;
    }
    if (const auto* why = impossible(need)) {
        return *why;
    }
    PhysicianIndex index;
    index.physicians = std::move(std::get<StandardisedPhysicians>(physicians));
    index.need = std::move(std::get<Need>(need));
    index.value = index.physicians.standardised / index.need.value;
    if (const auto fault = check_not_negative(index.value, IndexTerm::index)) {
        return *fault;
    }
    return index;
}

}  // namespace

Computed<PhysicianIndex> physician_index(const Workforce& workforce, const NationReference& nation,
                                         const AreaTreatment& area) {
    return physicians_by_need(workforce, treatment_need(nation, area));
}

Computed<PhysicianIndex> outpatient_index(const Workforce& workforce, const OutpatientReference& nation,
                                          const AreaOutpatients& area) {
    return physicians_by_need(workforce, outpatient_need(nation, area));
}

Computed<PhysicianIndex> delivery_index(const Workforce& workforce, People deliveries) {
    return physicians_by_need(workforce, delivery_need(deliveries));
}

Computed<PhysicianIndex> paediatric_index(const Workforce& workforce, const NationReference& children,
                                          const AreaTreatment& area) {
    return physicians_by_need(workforce, treatment_need(children, area));
}

}  // namespace michinori::policy
