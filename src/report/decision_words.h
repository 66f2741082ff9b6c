// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "access/facility.h"
#include "base/finding.h"
#include "network/road_network.h"
#include "network/speed_profile.h"
#include "report/gpkg_style.h"
#include "scenario/eligibility.h"

namespace michinori::report {

/// What the words about a decision are taken from.
struct DecisionContext {
    const scenario::Eligibility& batch;
    const access::FacilitySet& facilities;
    const network::RoadNetwork& network;
    Language language = Language::english;
};

/// "eligible", "near_limit", "undecided", "not_eligible" or "not_in_force".
[[nodiscard]] std::string verdict_code(const scenario::HomeDecision& one);
[[nodiscard]] std::string verdict_words(const scenario::HomeDecision& one, Language language);
[[nodiscard]] std::string verdict_words(policy::Verdict verdict, Language language);

/// Colours of the verdicts in a map layer.
[[nodiscard]] std::vector<Category> verdict_categories(Language language);

/// Codes of the causes joined by ";": "delivery_far;perinatal_centre_unreachable_far_other_component".
[[nodiscard]] std::string cause_codes(const DecisionContext& context, const scenario::HomeDecision& one);

/// What spoke for or against, one by one; none where no rule was in force.
struct CauseWords {
    std::string code;
    std::string words;
};
[[nodiscard]] std::vector<CauseWords> causes_in_words(const DecisionContext& context,
                                                      const scenario::HomeDecision& one);

/// The decision and why, in one sentence. Minutes and kilometres are cut after one decimal, so that none reads as the
/// limit that is below it.
[[nodiscard]] std::string decision_sentence(const DecisionContext& context, const scenario::HomeDecision& one);

/// The main roads of a journey: "国道1号 12.3 km > 県道 4.0 km".
[[nodiscard]] std::string roads_text(const DecisionContext& context, const std::vector<scenario::MainRoad>& roads);

/// What minutes here are and are not, under the profile in use.
[[nodiscard]] std::string modelled_notice(const network::SpeedProfile& profile, Language language);

/// A number cut (downwards) after one decimal.
[[nodiscard]] std::string tenths(double value);

/// The service's title; a role that is no role of the batch has none.
[[nodiscard]] std::string role_title(const DecisionContext& context, const std::string& role);

}  // namespace michinori::report
