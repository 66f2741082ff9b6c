// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/variant_words.h"

#include "report/change_words.h"
#include "scenario/variant.h"

namespace michinori::report {

std::vector<Bilingual> changes_of_variant(const scenario::Scenario& scenario, const std::string& id,
                                          const access::FacilitySet& facilities) {
    if (id.empty() || id == "today") {
        return {};
    }
    const auto& variant = scenario::variant_named(scenario, id);
    auto words = changes_of_variant(scenario, variant.on, facilities);
    for (const auto& step : variant.steps) {
        words.push_back({change_words(step.change, facilities, Language::japanese),
                         change_words(step.change, facilities, Language::english)});
    }
    return words;
}

}  // namespace michinori::report
