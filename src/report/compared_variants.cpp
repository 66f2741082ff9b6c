// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/compared_variants.h"

#include <algorithm>
#include <utility>

#include "report/variant_words.h"

namespace michinori::report {
namespace {

const std::vector<scenario::VariantSettings>& variants_of(const scenario::Scenario& scenario) {
    if (!scenario.what_if || scenario.what_if->variants.empty()) {
        throw InputError({FindingCode::missing_key, {scenario.shown, {}, {}}, {"the scenario", "[[variant]]"}});
    }
    return scenario.what_if->variants;
}

std::vector<std::string> in(Language language, const std::vector<Bilingual>& texts) {
    std::vector<std::string> words;
    for (const auto& text : texts) {
        words.push_back(text.in(language));
    }
    return words;
}

/// Where a variant of the list stands among the states, after today's. Empty: today.
std::size_t place_of(const std::string& variant, const std::vector<scenario::VariantSettings>& variants) {
    const auto found = std::ranges::find(variants, variant, &scenario::VariantSettings::id);
    return found == variants.end() ? 0 : static_cast<std::size_t>(found - variants.begin()) + 1;
}

}  // namespace

scenario::Side ComparedVariants::State::side() const {
    return scenario::side_of(id, title_en, title_ja, *region, analysis, maternity ? &*maternity : nullptr);
}

ViewState ComparedVariants::State::view(std::vector<Bilingual> changes, std::size_t against) const {
    return {side(), std::move(changes), against, &analysis.result, engine};
}

ComparedVariants::ComparedVariants(const scenario::Scenario& scenario, scenario::Region& today,
                                   std::shared_ptr<const routing::Engine> engine, const std::string& version,
                                   Language language, Progress& progress)
    : scenario_(scenario),
      today_(today),
      engine_(std::move(engine)),
      family_(scenario, today, engine_),
      outputs_{&scenario, {}, today.log(), version, language, scenario.outputs.gpkg, &today.inputs().profile, {}} {
    const auto& variants = variants_of(scenario);
    ask_today(progress);
    for (const auto& variant : variants) {
        ask(variant, progress);
    }
    const auto settings = scenario::comparison_settings(scenario);
    outputs_.states.push_back(of("today").view({}, 0));
    for (const auto& variant : variants) {
        compare(variant, settings);
    }
}

void ComparedVariants::ask_today(Progress& progress) {
    auto analysis = scenario::analyse(scenario_, today_, *engine_, progress);
    auto maternity = scenario::study_support(scenario_, today_, analysis, *engine_, progress);
    states_["today"] = {"today", "Today", "現状", &today_, std::move(analysis), std::move(maternity), engine_.get()};
}

void ComparedVariants::ask(const scenario::VariantSettings& variant, Progress& progress) {
    made_.push_back(family_.make(variant.id, {}, progress));
    auto& made = made_.back();
    auto analysis = scenario::analyse_variant(made, today_, of("today").analysis, progress);
    auto maternity = scenario::study_support(made.scenario, *made.region, analysis, *made.engine, progress);
    states_[variant.id] = {variant.id,          variant.title_en,     variant.title_ja, made.region.get(),
                           std::move(analysis), std::move(maternity), made.engine.get()};
    scenario::add_what_is_new(made.region->log(), today_.log());
}

void ComparedVariants::compare(const scenario::VariantSettings& variant, const scenario::ComparisonSettings& settings) {
    const auto& after = of(variant.id);
    studies_.push_back(scenario::compare(of(variant.against).side(), after.side(), settings, today_.log().findings));
    auto changes = changes_of_variant(scenario_, variant.id, after.region->inputs().facilities);
    outputs_.variants.push_back({studies_.back(), in(outputs_.language, changes)});
    outputs_.states.push_back(after.view(std::move(changes), place_of(variant.against, variants_of(scenario_))));
}

}  // namespace michinori::report
