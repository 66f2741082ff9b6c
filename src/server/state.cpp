// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/state.h"

#include <utility>

namespace michinori::server {

report::ViewState State::view_state(const scenario::MaternityStudy* maternity) const {
    const auto& levels = roads->region->inputs().levels;
    return {{"what-if", "What if", "もしも", demand(), facilities(), analysis.services, levels, analysis.area_of,
             analysis.result.outcomes, maternity},
            changes,
            0,
            &analysis.result,
            roads->engine.get()};
}

scenario::VariantRegion State::whole() const {
    auto inputs = roads->region->inputs();
    inputs.facilities = facilities();
    inputs.offers = places.inputs().offers;
    if (people) {
        inputs.demand = *people;
    }
    return {places.id, roads->scenario, std::make_unique<scenario::Region>(*roads->region, std::move(inputs)),
            roads->engine};
}

}  // namespace michinori::server
